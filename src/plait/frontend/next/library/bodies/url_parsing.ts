// The parser of URLs by the WHATWG URL standard: what its state machine does one code point after the other, one part after
// the other, as `#`, `?` and the end of the authority divide the text in every state.
//
// What a URL keeps is a list. Its host is null without one, its port empty, its path a list of segments or, when it is opaque,
// a text; its query and fragment are null without one.

const urlMark = $symbol_new("URL");
const URL_SCHEME = 1;
const URL_USERNAME = 2;
const URL_PASSWORD = 3;
const URL_HOST = 4;
const URL_PORT = 5;
const URL_PATH = 6;
const URL_QUERY = 7;
const URL_FRAGMENT = 8;
const URL_PARAMETERS = 9;
const URL_IS_MODIFIED = 10;

const SPECIAL_SCHEMES: $List = ["http", "https", "ws", "wss", "ftp", "file"];
const PORTS_OF_SCHEMES: $List = ["80", "443", "80", "443", "21", ""];

function newUrlState(scheme: string): $List {
  return [urlMark, scheme, "", "", null, "", [], null, null, undefined, false];
}

function isSpecialScheme(scheme: string): boolean {
  return $array_indexOf_any(SPECIAL_SCHEMES, scheme, 0) >= 0;
}

function usualPort(scheme: string): string {
  const index = $array_indexOf_any(SPECIAL_SCHEMES, scheme, 0);
  return index < 0 ? "" : PORTS_OF_SCHEMES[index];
}

function hasOpaquePath(state: $List): boolean {
  return typeof state[URL_PATH] === "string";
}

function isSlash(unit: number, isSpecial: boolean): boolean {
  return unit === 47 || (isSpecial && unit === 92);
}

function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && $$STRING_CHAR_CODE_AT(text, start) <= 32) start++;
  while (end > start && $$STRING_CHAR_CODE_AT(text, end - 1) <= 32) end--;
  return $string_slice(text, start, end);
}

function withoutLines(text: string): string {
  let made = text;
  if ($string_includes(made, "\t", 0)) made = $string_replaceAll(made, "\t", "");
  if ($string_includes(made, "\n", 0)) made = $string_replaceAll(made, "\n", "");
  if ($string_includes(made, "\r", 0)) made = $string_replaceAll(made, "\r", "");
  return made;
}

// What a URL keeps whose text is given, or a number that says why it is none. The base is what another keeps, or null.
function parsedUrl(given: string, base): any {
  const text = withoutLines(withoutBlanks(wellFormed(given)));
  const hash = $string_indexOf(text, "#", 0);
  const mark = $string_indexOf(text, "?", 0);
  const end = hash < 0 ? text.length : hash;
  const hasQuery = mark >= 0 && mark < end;
  const body = $string_slice(text, 0, hasQuery ? mark : end);
  const query = hasQuery ? $string_slice(text, mark + 1, end) : null;
  const fragment = hash < 0 ? null : $string_slice(text, hash + 1, text.length);
  const found = parsedBody(body, query !== null, fragment !== null, base);
  if (typeof found === "number") return found;
  const state: $List = found;
  if (query !== null) setQuery(state, query);
  if (fragment !== null) state[URL_FRAGMENT] = percentEncoded(fragment, ENCODED_IN_FRAGMENT);
  return state;
}

function setQuery(state: $List, query: string): void {
  state[URL_QUERY] = percentEncoded(query, isSpecialScheme(state[URL_SCHEME]) ? ENCODED_IN_SPECIAL_QUERY : ENCODED_IN_QUERY);
}

// Where the scheme at the beginning of a text ends; -1 without one.
function endOfScheme(text: string): number {
  if (!isLetterUnit(unitAt(text, 0))) return -1;
  for (let i = 1; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (unit === 58) return i;
    if (!isAlphanumeric(unit) && unit !== 43 && unit !== 45 && unit !== 46) return -1;
  }
  return -1;
}

function parsedBody(body: string, hasQuery: boolean, hasFragment: boolean, base): any {
  const end = endOfScheme(body);
  if (end >= 0) return parsedAfterScheme($string_toLowerCase($string_slice(body, 0, end)), body, end + 1, hasQuery, base);
  if (base === null) return URL_IS_INVALID;
  if (hasOpaquePath(base)) {
    if (body !== "" || hasQuery || !hasFragment) return URL_IS_INVALID;
    return relativeTo(base);
  }
  if (base[URL_SCHEME] === "file") return parsedFile(body, 0, hasQuery, base);
  return parsedRelative(body, 0, hasQuery, base);
}

function parsedAfterScheme(scheme: string, body: string, at: number, hasQuery: boolean, base): any {
  const isOfBase = base !== null && base[URL_SCHEME] === scheme;
  if (scheme === "file") return parsedFile(body, at, hasQuery, isOfBase ? base : null);
  const state = newUrlState(scheme);
  if (isSpecialScheme(scheme)) {
    if (isOfBase && !$string_startsWith(body, "//", at)) return parsedRelative(body, at, hasQuery, base);
    return parsedAuthority(state, body, afterSlashes(body, at));
  }
  if ($string_startsWith(body, "//", at)) return parsedAuthority(state, body, at + 2);
  if (unitAt(body, at) === 47) parsePath(state, body, at + 1);
  else state[URL_PATH] = percentEncoded($string_slice(body, at, body.length), ENCODED_IN_OPAQUE);
  return state;
}

function afterSlashes(text: string, start: number): number {
  let at = start;
  while (isSlash(unitAt(text, at), true)) at++;
  return at;
}

// A copy of what a base keeps, without its fragment.
function relativeTo(base: $List): $List {
  const state: $List = $array_slice(base, 0, base.length);
  if (!hasOpaquePath(base)) {
    const path: $List = base[URL_PATH];
    state[URL_PATH] = $array_slice(path, 0, path.length);
  }
  state[URL_FRAGMENT] = null;
  state[URL_PARAMETERS] = undefined;
  state[URL_IS_MODIFIED] = false;
  return state;
}

function parsedRelative(body: string, at: number, hasQuery: boolean, base: $List): any {
  const isSpecial = isSpecialScheme(base[URL_SCHEME]);
  const first = unitAt(body, at);
  if (isSlash(first, isSpecial) && isSlash(unitAt(body, at + 1), isSpecial)) {
    return parsedAuthority(newUrlState(base[URL_SCHEME]), body, isSpecial ? afterSlashes(body, at) : at + 2);
  }
  const state = relativeTo(base);
  if (at === body.length && !hasQuery) return state;
  state[URL_QUERY] = null;
  if (isSlash(first, isSpecial)) {
    state[URL_PATH] = [];
    parsePath(state, body, at + 1);
  } else if (at < body.length) {
    shortenPath(state);
    parsePath(state, body, at);
  }
  return state;
}

// The authority from a place on, and what follows it.
function parsedAuthority(state: $List, body: string, at: number): any {
  const isSpecial = isSpecialScheme(state[URL_SCHEME]);
  const end = endOfAuthority(body, at, isSpecial);
  const text = $string_slice(body, at, end);
  const sign = $string_lastIndexOf(text, "@", text.length);
  if (sign >= 0) setCredentials(state, $string_slice(text, 0, sign));
  const address = $string_slice(text, sign + 1, text.length);
  const colon = colonOfPort(address);
  const name = colon < 0 ? address : $string_slice(address, 0, colon);
  if (name === "" && (isSpecial || colon >= 0 || sign >= 0)) return URL_IS_INVALID;
  const host = name === "" ? "" : parsedHost(name, isSpecial);
  if (typeof host === "number") return host;
  state[URL_HOST] = host;
  if (colon >= 0) {
    if (endOfDigits(address, colon + 1) < address.length) return URL_IS_INVALID;
    if (!setPort(state, $string_slice(address, colon + 1, address.length))) return URL_IS_INVALID;
  }
  startPath(state, body, end);
  return state;
}

function endOfAuthority(text: string, start: number, isSpecial: boolean): number {
  let end = start;
  while (end < text.length && !isSlash($$STRING_CHAR_CODE_AT(text, end), isSpecial)) end++;
  return end;
}

function setCredentials(state: $List, text: string): void {
  const colon = $string_indexOf(text, ":", 0);
  const end = colon < 0 ? text.length : colon;
  state[URL_USERNAME] = percentEncoded($string_slice(text, 0, end), ENCODED_IN_USERINFO);
  if (colon >= 0) state[URL_PASSWORD] = percentEncoded($string_slice(text, colon + 1, text.length), ENCODED_IN_USERINFO);
}

// The colon before the port, which does not stand in the brackets of an address; -1 without one.
function colonOfPort(text: string): number {
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (unit === 58 && !isInside) return i;
    if (unit === 91) isInside = true;
    else if (unit === 93) isInside = false;
  }
  return -1;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigitUnit($$STRING_CHAR_CODE_AT(text, end))) end++;
  return end;
}

// Sets the port that digits are; none when there are no digits. Gives whether there is such a port.
function setPort(state: $List, digits: string): boolean {
  let number = 0;
  for (let i = 0; i < digits.length && number < 65536; i++) number = number * 10 + $$STRING_CHAR_CODE_AT(digits, i) - 48;
  if (number > 65535) return false;
  const port = digits === "" ? "" : decimal(number);
  state[URL_PORT] = port === usualPort(state[URL_SCHEME]) ? "" : port;
  return true;
}

function isDriveLetter(text: string, at: number): boolean {
  const mark = unitAt(text, at + 1);
  return isLetterUnit(unitAt(text, at)) && (mark === 58 || mark === 124);
}

function startsWithDrive(text: string, at: number): boolean {
  return isDriveLetter(text, at) && (at + 2 === text.length || isSlash(unitAt(text, at + 2), true));
}

function isNormalDrive(segment: string): boolean {
  return segment.length === 2 && isDriveLetter(segment, 0) && unitAt(segment, 1) === 58;
}

// A URL of a file; a base is one too, or null.
function parsedFile(body: string, at: number, hasQuery: boolean, base): any {
  const isRooted = isSlash(unitAt(body, at), true);
  if (isRooted && isSlash(unitAt(body, at + 1), true)) return parsedFileHost(newUrlState("file"), body, at + 2);
  if (base === null || isRooted) {
    const state = newUrlState("file");
    state[URL_HOST] = base === null ? "" : base[URL_HOST];
    const start = isRooted ? at + 1 : at;
    if (base !== null && !startsWithDrive(body, start)) keepDrive(state, base[URL_PATH]);
    parsePath(state, body, start);
    return state;
  }
  const state = relativeTo(base);
  if (at === body.length && !hasQuery) return state;
  state[URL_QUERY] = null;
  if (at === body.length) return state;
  if (startsWithDrive(body, at)) state[URL_PATH] = [];
  else shortenPath(state);
  parsePath(state, body, at);
  return state;
}

// A path that begins with a slash stays on the drive of the base.
function keepDrive(state: $List, path: $List): void {
  if (path.length > 0 && isNormalDrive(path[0])) state[URL_PATH] = [path[0]];
}

function parsedFileHost(state: $List, body: string, at: number): any {
  const end = endOfAuthority(body, at, true);
  state[URL_HOST] = "";
  if (end - at === 2 && isDriveLetter(body, at)) {
    parsePath(state, body, at);
    return state;
  }
  if (end > at) {
    const host = parsedHost($string_slice(body, at, end), true);
    if (typeof host === "number") return host;
    state[URL_HOST] = host === "localhost" ? "" : host;
  }
  startPath(state, body, end);
  return state;
}

// The path after an authority, and of the setter of the path.
function startPath(state: $List, body: string, at: number): void {
  const isSpecial = isSpecialScheme(state[URL_SCHEME]);
  if (isSpecial || at < body.length) parsePath(state, body, isSlash(unitAt(body, at), isSpecial) ? at + 1 : at);
}

function parsePath(state: $List, body: string, start: number): void {
  const isSpecial = isSpecialScheme(state[URL_SCHEME]);
  let at = start;
  while (true) {
    const end = endOfAuthority(body, at, isSpecial);
    addSegment(state, percentEncoded($string_slice(body, at, end), ENCODED_IN_PATH), end === body.length);
    if (end === body.length) return;
    at = end + 1;
  }
}

function addSegment(state: $List, segment: string, isLast: boolean): void {
  const path: $List = state[URL_PATH];
  const dots = countDots(segment);
  if (dots === 2) shortenPath(state);
  if (dots > 0) {
    if (isLast) path.push("");
    return;
  }
  const isDrive = path.length === 0 && state[URL_SCHEME] === "file" && segment.length === 2 && isDriveLetter(segment, 0);
  path.push(isDrive ? $string_charAt(segment, 0) + ":" : segment);
}

// 1 for a segment that is a dot, 2 for one that is two, each of them perhaps written as %2e; 0 for others.
function countDots(segment: string): number {
  let at = 0;
  let count = 0;
  if (segment.length > 6) return 0;
  while (at < segment.length) {
    if (unitAt(segment, at) === 46) at++;
    else if (escapeAt(segment, at) === 46) at += 3;
    else return 0;
    count++;
  }
  return count > 2 ? 0 : count;
}

function shortenPath(state: $List): void {
  const path: $List = state[URL_PATH];
  if (path.length === 0) return;
  if (state[URL_SCHEME] === "file" && path.length === 1 && isNormalDrive(path[0])) return;
  $$ARRAY_POP(path);
}
