// The setters of URL: what is not valid leaves the URL as it is.

function mayHaveCredentials(state: $List): boolean {
  const host = state[URL_HOST];
  return host !== null && host !== "" && state[URL_SCHEME] !== "file";
}

function hasCredentials(state: $List): boolean {
  return state[URL_USERNAME] !== "" || state[URL_PASSWORD] !== "";
}

function setScheme(state: $List, value: string): void {
  const text = withoutLines(value) + ":";
  const end = endOfScheme(text);
  if (end < 0) return;
  const scheme = $string_toLowerCase($string_slice(text, 0, end));
  if (isSpecialScheme(scheme) !== isSpecialScheme(state[URL_SCHEME])) return;
  if (scheme === "file" && (hasCredentials(state) || state[URL_PORT] !== "")) return;
  if (state[URL_SCHEME] === "file" && state[URL_HOST] === "") return;
  state[URL_SCHEME] = scheme;
  if (state[URL_PORT] === usualPort(scheme)) state[URL_PORT] = "";
}

function setCredential(state: $List, which: number, value: string): void {
  if (mayHaveCredentials(state)) state[which] = percentEncoded(wellFormed(value), ENCODED_IN_USERINFO);
}

// Sets the host, and the port behind it if that may be given.
function setHost(state: $List, value: string, takesPort: boolean): void {
  if (hasOpaquePath(state)) return;
  const isSpecial = isSpecialScheme(state[URL_SCHEME]);
  const text = withoutLines(wellFormed(value));
  const address = $string_slice(text, 0, endOfHost(text, isSpecial));
  const isFile = state[URL_SCHEME] === "file";
  const colon = isFile ? -1 : colonOfPort(address);
  if (colon >= 0 && !takesPort) return;
  const name = colon < 0 ? address : $string_slice(address, 0, colon);
  if (name === "" && !isFile && (isSpecial || colon >= 0 || hasCredentials(state) || state[URL_PORT] !== "")) return;
  const host = name === "" ? "" : parsedHost(name, isSpecial);
  if (typeof host === "number") return;
  state[URL_HOST] = isFile && host === "localhost" ? "" : host;
  if (colon >= 0) setDigits(state, $string_slice(address, colon + 1, address.length));
}

function endOfHost(text: string, isSpecial: boolean): number {
  for (let i = 0; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (isSlash(unit, isSpecial) || unit === 63 || unit === 35) return i;
  }
  return text.length;
}

// Sets the port that digits at the beginning of a text are, if there are any.
function setDigits(state: $List, text: string): void {
  const end = endOfDigits(text, 0);
  if (end > 0) setPort(state, $string_slice(text, 0, end));
}

function setPortText(state: $List, value: string): void {
  if (!mayHaveCredentials(state)) return;
  if (value === "") state[URL_PORT] = "";
  else setDigits(state, withoutLines(value));
}

function setPath(state: $List, value: string): void {
  if (hasOpaquePath(state)) return;
  const text = withoutLines(wellFormed(value));
  state[URL_PATH] = [];
  if (text === "" && state[URL_HOST] === null) state[URL_PATH] = [""];
  else startPath(state, text, 0);
}

function setSearch(state: $List, value: string): void {
  if (value === "") {
    state[URL_QUERY] = null;
    stripOpaquePath(state);
    return;
  }
  const text = wellFormed($string_startsWith(value, "?", 0) ? $string_slice(value, 1, value.length) : value);
  setQuery(state, withoutLines(text));
}

function setFragment(state: $List, value: string): void {
  if (value === "") {
    state[URL_FRAGMENT] = null;
    stripOpaquePath(state);
    return;
  }
  const text = wellFormed($string_startsWith(value, "#", 0) ? $string_slice(value, 1, value.length) : value);
  state[URL_FRAGMENT] = percentEncoded(withoutLines(text), ENCODED_IN_FRAGMENT);
}

// An opaque path at the end of a URL has no spaces at its end.
function stripOpaquePath(state: $List): void {
  if (!hasOpaquePath(state) || state[URL_QUERY] !== null || state[URL_FRAGMENT] !== null) return;
  const path: string = state[URL_PATH];
  let end = path.length;
  while (end > 0 && $$STRING_CHAR_CODE_AT(path, end - 1) === 32) end--;
  state[URL_PATH] = $string_slice(path, 0, end);
}
