// URL.

const URL_GETTERS: $List = [
  "href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "searchParams", "hash",
];

function urlState(x): $List {
  const state = urlStateAsKept(x);
  if (state[URL_IS_MODIFIED]) takeParameters(state);
  return state;
}

// What a URL keeps, while its query may still be to be taken from its parameters.
function urlStateAsKept(x): $List {
  const inner = $record_inner(x);
  if ($value_kind(inner) === KIND_LIST) {
    const state: $List = inner;
    if (state.length > URL_IS_MODIFIED && state[0] === urlMark) return state;
  }
  throw codedError(new TypeError('Value of "this" must be of type URL'), "ERR_INVALID_THIS");
}

// Changes of the parameters become the query when the URL is looked at next.
function takeParameters(state: $List): void {
  state[URL_IS_MODIFIED] = false;
  setSearch(state, formText(searchState(state[URL_PARAMETERS])[SEARCH_PAIRS]));
}

// What a URL keeps for a text and the text of its base, or a number that says why there is none.
function resolvedUrl(text: string, base): any {
  if (base === undefined) return parsedUrl(text, null);
  const state = parsedUrl(base, null);
  return typeof state === "number" ? state : parsedUrl(text, state);
}

function invalidUrl(reason: number, text: string, base): any {
  const options = { cause: "the domain has letters outside ASCII: only ASCII domains are supported (write it in Punycode)" };
  const error = codedError(new TypeError("Invalid URL", reason === URL_IS_FOREIGN ? options : undefined), "ERR_INVALID_URL");
  error.input = text;
  if (base !== undefined) error.base = base;
  return error;
}

function requireUrl(args: $List): void {
  if (args.length === 0) throw codedError(new TypeError('The "url" argument must be specified'), "ERR_MISSING_ARGS");
}

// What a URL keeps for the arguments of a constructor.
function urlOfArguments(args: $List): any {
  requireUrl(args);
  const text = toText(args[0]);
  return resolvedUrl(text, args[1] === undefined ? undefined : toText(args[1]));
}

class URL {
  constructor(...args: $Length<1>) {
    if (this === undefined) throw new TypeError("Class constructor URL cannot be invoked without 'new'");
    requireUrl(args);
    const text = scalarText(args[0]);
    const base = args[1] === undefined ? undefined : scalarText(args[1]);
    const state = resolvedUrl(text, base);
    if (typeof state === "number") throw invalidUrl(state, text, base);
    $record_setInner(this, state);
  }

  toString() {
    return urlText(urlState(this));
  }

  get href() {
    return urlText(urlState(this));
  }

  set href(value) {
    const kept = urlState(this);
    const text = scalarText(value);
    const state = parsedUrl(text, null);
    if (typeof state === "number") throw invalidUrl(state, text, undefined);
    for (let i = URL_SCHEME; i < URL_PARAMETERS; i++) kept[i] = state[i];
    refreshParameters(kept);
  }

  get origin() {
    return originText(urlState(this));
  }

  get protocol() {
    return urlState(this)[URL_SCHEME] + ":";
  }

  set protocol(value) {
    setScheme(urlState(this), toText(value));
  }

  get username() {
    return urlState(this)[URL_USERNAME];
  }

  set username(value) {
    setCredential(urlState(this), URL_USERNAME, toText(value));
  }

  get password() {
    return urlState(this)[URL_PASSWORD];
  }

  set password(value) {
    setCredential(urlState(this), URL_PASSWORD, toText(value));
  }

  get host() {
    return hostText(urlState(this));
  }

  set host(value) {
    setHost(urlState(this), toText(value), true);
  }

  get hostname() {
    const host = urlState(this)[URL_HOST];
    return host === null ? "" : host;
  }

  set hostname(value) {
    setHost(urlState(this), toText(value), false);
  }

  get port() {
    return urlState(this)[URL_PORT];
  }

  set port(value) {
    setPortText(urlState(this), toText(value));
  }

  get pathname() {
    return pathText(urlState(this));
  }

  set pathname(value) {
    setPath(urlState(this), toText(value));
  }

  get search() {
    const query = urlState(this)[URL_QUERY];
    return query === null || query === "" ? "" : "?" + query;
  }

  set search(value) {
    const state = urlState(this);
    setSearch(state, toText(value));
    refreshParameters(state);
  }

  get searchParams() {
    const state = urlStateAsKept(this);
    if (state[URL_PARAMETERS] === undefined) {
      const query = state[URL_QUERY];
      state[URL_PARAMETERS] = newSearch(query === null ? [] : parsedForm(query), state);
    }
    return state[URL_PARAMETERS];
  }

  get hash() {
    const fragment = urlState(this)[URL_FRAGMENT];
    return fragment === null || fragment === "" ? "" : "#" + fragment;
  }

  set hash(value) {
    setFragment(urlState(this), toText(value));
  }

  toJSON() {
    return urlText(urlState(this));
  }

  static parse(...args: $Length<1>) {
    const state = urlOfArguments(args);
    if (typeof state === "number") return null;
    const made = $record_new(URL.prototype);
    $record_setInner(made, state);
    return made;
  }

  static canParse(...args: $Length<1>) {
    return typeof urlOfArguments(args) !== "number";
  }

  $inspect() {
    const name = textBefore(this);
    return [name, undefined, inspectUrl, isTooDeep() ? name + " {}" : undefined, undefined];
  }

  static {
    $property_define(URL.prototype, symbolToStringTag, "URL", IS_CONFIGURABLE);
  }
}

function refreshParameters(state: $List): void {
  if (state[URL_PARAMETERS] === undefined) return;
  const query = state[URL_QUERY];
  searchState(state[URL_PARAMETERS])[SEARCH_PAIRS] = query === null ? [] : parsedForm(query);
}

function inspectUrl(x, depth: number): any {
  const output: $List = [];
  inspectIndentation += 2;
  for (let i = 0; i < URL_GETTERS.length; i++) {
    const name: string = URL_GETTERS[i];
    const value = urlMember(x, name);
    output.push(name + ": " + (isSearch(value) ? shownSearch(value) : inspectValue(value, depth)));
  }
  inspectIndentation -= 2;
  return output;
}

function urlMember(x, name: string): any {
  if (name === "href") return x.href;
  if (name === "origin") return x.origin;
  if (name === "protocol") return x.protocol;
  if (name === "username") return x.username;
  if (name === "password") return x.password;
  if (name === "host") return x.host;
  if (name === "hostname") return x.hostname;
  if (name === "port") return x.port;
  if (name === "pathname") return x.pathname;
  if (name === "search") return x.search;
  return name === "hash" ? x.hash : x.searchParams;
}

// The texts that a URL and its parts are.

function urlText(state: $List): string {
  const query = state[URL_QUERY];
  const fragment = state[URL_FRAGMENT];
  let made: string = state[URL_SCHEME] + ":";
  if (state[URL_HOST] !== null) made += "//" + credentialsText(state) + hostText(state);
  else if (!hasOpaquePath(state) && state[URL_PATH].length > 1 && state[URL_PATH][0] === "") made += "/.";
  made += pathText(state);
  if (query !== null) made += "?" + query;
  return fragment === null ? made : made + "#" + fragment;
}

function credentialsText(state: $List): string {
  const name: string = state[URL_USERNAME];
  const password: string = state[URL_PASSWORD];
  if (name === "" && password === "") return "";
  return password === "" ? name + "@" : name + ":" + password + "@";
}

function hostText(state: $List): string {
  const host = state[URL_HOST];
  if (host === null) return "";
  return state[URL_PORT] === "" ? host : host + ":" + state[URL_PORT];
}

function pathText(state: $List): string {
  const path = state[URL_PATH];
  if (typeof path === "string") return path;
  return path.length === 0 ? "" : "/" + joinTexts(path, "/");
}

function originText(state: $List): string {
  const scheme: string = state[URL_SCHEME];
  if (scheme === "blob") {
    const inner = parsedUrl(pathText(state), null);
    if (typeof inner === "number" || (inner[URL_SCHEME] !== "http" && inner[URL_SCHEME] !== "https")) return "null";
    return originText(inner);
  }
  return isSpecialScheme(scheme) && scheme !== "file" ? scheme + "://" + hostText(state) : "null";
}
