// Percent-encoding of the parts of URLs, by the sets of the URL standard, and decoding.

// What is encoded in each part besides control characters, DEL and what is not ASCII.
const ENCODED_IN_FRAGMENT = ' "<>`';
const ENCODED_IN_QUERY = ' "#<>';
const ENCODED_IN_SPECIAL_QUERY = " \"#<>'";
const ENCODED_IN_PATH = ' "#<>?`{}';
const ENCODED_IN_USERINFO = ' "#<>?`{}/:;=@[\\]^|';
const ENCODED_IN_OPAQUE = "";

const FORM_KEEPS = "*-._";

// The code unit at a place; -1 outside.
function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? $$STRING_CHAR_CODE_AT(text, at) : -1;
}

function isDigitUnit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLetterUnit(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

// Percent-encodes a text that has no lonely surrogates.
function percentEncoded(text: string, encoded: string): string {
  let made = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (isAlphanumeric(unit)) continue;
    if (unit > 31 && unit < 127 && !$string_includes(encoded, $string_charAt(text, i), 0)) continue;
    made += $string_slice(text, start, i);
    const point = $string_codePointAt(text, i);
    if (point > 65535) i++;
    made += escapedPoint(point);
    start = i + 1;
  }
  return start === 0 ? text : made + $string_slice(text, start, text.length);
}

// The byte that `%XX` at a place stands for; -1 for anything else.
function escapeAt(text: string, at: number): number {
  return unitAt(text, at) === 37 ? hexAt(text, at + 1, 2) : -1;
}

// What percent-encoded bytes stand for in UTF-8; bytes that are none become U+FFFD.
function percentDecoded(text: string): string {
  let at = $string_indexOf(text, "%", 0);
  if (at < 0) return text;
  let made = "";
  let start = 0;
  while (at >= 0) {
    const end = endOfEscapes(text, at);
    if (end > at) {
      made += $string_slice(text, start, at) + decodedEscapes(text, at, end);
      start = end;
    }
    at = $string_indexOf(text, "%", end > at ? end : at + 1);
  }
  return made + $string_slice(text, start, text.length);
}

function endOfEscapes(text: string, from: number): number {
  let end = from;
  while (escapeAt(text, end) >= 0) end += 3;
  return end;
}

// What escapes that follow each other stand for. One byte of ASCII is a text by itself.
function decodedEscapes(text: string, start: number, end: number): string {
  const first = escapeAt(text, start);
  if (end - start === 3 && first < 128) return $string_fromCharCode(first);
  const count = (end - start) / 3;
  const buffer = $bytes_newBuffer(count, -1);
  const bytes = $bytes_newView(buffer, undefined, ELEMENT_ANY, 0, -1);
  for (let i = 0; i < count; i++) $bytes_write(bytes, 1, i, escapeAt(text, start + 3 * i), true);
  return $bytes_decode(buffer, 0, count, 2);
}

// The parts of a text between separators.
function partsOf(text: string, separator: string): $List {
  const parts: $List = [];
  let start = 0;
  while (true) {
    const end = $string_indexOf(text, separator, start);
    if (end < 0) break;
    parts.push($string_slice(text, start, end));
    start = end + separator.length;
  }
  parts.push($string_slice(text, start, text.length));
  return parts;
}

// Names and values of application/x-www-form-urlencoded: a list of pairs.
function parsedForm(text: string): $List {
  const pairs: $List = [];
  const parts = partsOf(text, "&");
  for (let i = 0; i < parts.length; i++) {
    const part: string = parts[i];
    if (part === "") continue;
    const middle = $string_indexOf(part, "=", 0);
    const name = middle < 0 ? part : $string_slice(part, 0, middle);
    const value = middle < 0 ? "" : $string_slice(part, middle + 1, part.length);
    pairs.push([formDecoded(name), formDecoded(value)]);
  }
  return pairs;
}

function formDecoded(text: string): string {
  return percentDecoded($string_replaceAll(text, "+", " "));
}

function formText(pairs: $List): string {
  let made = "";
  for (let i = 0; i < pairs.length; i++) {
    const pair: $List = pairs[i];
    if (i > 0) made += "&";
    made += formEncoded(pair[0]) + "=" + formEncoded(pair[1]);
  }
  return made;
}

function formEncoded(text: string): string {
  let made = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (isAlphanumeric(unit) || (unit < 128 && $string_includes(FORM_KEEPS, $string_charAt(text, i), 0))) continue;
    made += $string_slice(text, start, i);
    const point = $string_codePointAt(text, i);
    if (point > 65535) i++;
    made += point === 32 ? "+" : escapedPoint(point);
    start = i + 1;
  }
  return start === 0 ? text : made + $string_slice(text, start, text.length);
}
