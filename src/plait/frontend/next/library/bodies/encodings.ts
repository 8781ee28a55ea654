// Bytes as texts: TextEncoder, TextDecoder, atob, btoa, base64 and hexadecimal digits.

class TextEncoder {
  constructor() {
    if (this === undefined) throw new TypeError("Class constructor TextEncoder cannot be invoked without 'new'");
  }

  get encoding() {
    return "utf-8";
  }

  encode(text = undefined) {
    const buffer = $bytes_encode(text === undefined ? "" : toText(text));
    return newBytes(buffer);
  }

  encodeInto(text, target) {
    return encodeInto(toText(text), target);
  }
}

// A Uint8Array of a whole buffer.
function newBytes(buffer): any {
  const made = $record_new(getProperty(Uint8Array, "prototype"));
  $record_setInner(made, $bytes_newView(buffer, newBufferObject(buffer), 1, 0, $bytes_length(buffer)));
  return made;
}

function encodeInto(text: string, target): any {
  const room = typedLength(target, "encodeInto");
  const buffer = $bytes_encode(text);
  const bytes = newBytes(buffer);
  let written = $$FMIN(room, $bytes_length(buffer));
  while (written > 0 && written < $bytes_length(buffer) && ($element_get(bytes, written) & 192) === 128) written--;
  copyElements(target, 0, bytes, 0, written);
  const read = $bytes_decode(buffer, 0, written, 2);
  return { read: lengthOfText(read), written };
}

function lengthOfText(text): number {
  return text.length;
}

// The labels of encodings: those that mean the same stand in one text.
const LABELS_OF_UTF_8 = " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 ";
const LABELS_OF_UTF_16 = " utf-16le utf-16 ucs-2 unicode unicodefeff csunicode iso-10646-ucs-2 ";
const LABELS_OF_LATIN =
  " windows-1252 latin1 ascii us-ascii iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 cp1252 x-cp1252 cp819 ibm819 ansi_x3.4-1968 csisolatin1 iso-ir-100 ";
const DECODER_ENCODING = 0;
const DECODER_IS_FATAL = 1;
const DECODER_KEEPS_MARK = 2;
const DECODER_REST = 3;
const DECODER_HAS_BEGUN = 4;

class TextDecoder {
  constructor(label = undefined, options = undefined) {
    if (this === undefined) throw new TypeError("Class constructor TextDecoder cannot be invoked without 'new'");
    const encoding = encodingOf(label === undefined ? "utf-8" : toText(label));
    const isFatal = $value_isObject(options) && getElement(options, "fatal") ? true : false;
    const keepsMark = $value_isObject(options) && getElement(options, "ignoreBOM") ? true : false;
    const state: $List = [encoding, isFatal, keepsMark, [], false];
    $record_setInner(this, state);
  }

  get encoding() {
    const state: $List = $record_inner(this);
    return state[DECODER_ENCODING];
  }

  get fatal() {
    const state: $List = $record_inner(this);
    return state[DECODER_IS_FATAL];
  }

  get ignoreBOM() {
    const state: $List = $record_inner(this);
    return state[DECODER_KEEPS_MARK];
  }

  decode(bytes = undefined, options = undefined) {
    const isStream = $value_isObject(options) && getElement(options, "stream") ? true : false;
    return decodeBytes($record_inner(this), bytes, isStream);
  }
}

function encodingOf(label: string): string {
  const name = " " + $string_toLowerCase($string_trim(label)) + " ";
  if ($string_includes(LABELS_OF_UTF_8, name, 0)) return "utf-8";
  if ($string_includes(LABELS_OF_UTF_16, name, 0)) return "utf-16le";
  if ($string_includes(LABELS_OF_LATIN, name, 0)) return "windows-1252";
  throw new RangeError('The "' + label + '" encoding is not supported');
}

// The bytes of a buffer or a view: a list of the buffer, the first byte and how many there are.
function bytesOf(source): $List {
  if (isBufferObject(source)) return [$record_inner(source), 0, $bytes_length($record_inner(source))];
  if ($value_kind(source) === KIND_RECORD) {
    const view = $record_inner(source);
    const element = $bytes_view(view, VIEW_ELEMENT);
    if (element >= 0) {
      const buffer = $record_inner($bytes_owner(view));
      return [buffer, $bytes_view(view, VIEW_OFFSET), $bytes_view(view, VIEW_LENGTH) * elementSize(element)];
    }
  }
  const text = 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.';
  throw new TypeError(text);
}

function decodeBytes(state: $List, source, isStream: boolean): string {
  const given: $List = source === undefined ? [$bytes_newBuffer(0, -1), 0, 0] : bytesOf(source);
  const rest: $List = state[DECODER_REST];
  let buffer = given[0];
  let start: number = given[1];
  let count: number = given[2];
  const encoding: string = state[DECODER_ENCODING];
  if (rest.length > 0 || (encoding === "utf-16le" && start % 2 === 1)) {
    const joined = $bytes_newBuffer(rest.length + count, -1);
    const view = $bytes_newView(joined, undefined, ELEMENT_ANY, 0, -1);
    for (let i = 0; i < rest.length; i++) $bytes_write(view, 1, i, rest[i], true);
    $bytes_copy(joined, rest.length, buffer, start, count);
    buffer = joined;
    start = 0;
    count += rest.length;
  }
  const bytes = $bytes_newView(buffer, undefined, ELEMENT_ANY, 0, -1);
  const open = isStream || encoding === "utf-16le" ? openBytes(bytes, start, count, encoding) : 0;
  const kept: $List = [];
  for (let i = count - open; i < count && isStream; i++) kept.push($bytes_read(bytes, 1, start + i, true));
  state[DECODER_REST] = kept;
  let text = textOfBytes(buffer, start, start + count - open, encoding, state[DECODER_IS_FATAL]);
  if (!isStream && open > 0) {
    if (state[DECODER_IS_FATAL]) notDecodable(encoding);
    text += "\ufffd";
  }
  if (!state[DECODER_HAS_BEGUN] && text.length > 0 && encoding !== "windows-1252") {
    if ($$STRING_CHAR_CODE_AT(text, 0) === 0xfeff && !state[DECODER_KEEPS_MARK]) text = $string_slice(text, 1, text.length);
    state[DECODER_HAS_BEGUN] = true;
  }
  if (!isStream) state[DECODER_HAS_BEGUN] = false;
  return text;
}

function notDecodable(encoding: string): void {
  const error = new TypeError("The encoded data was not valid for encoding " + encoding);
  $property_define(error, "code", "ERR_ENCODING_INVALID_ENCODED_DATA", 7);
  throw error;
}

// How many bytes at the end are the beginning of a character.
function openBytes(bytes, start: number, count: number, encoding: string): number {
  if (encoding === "utf-16le") return count % 2;
  if (encoding !== "utf-8") return 0;
  for (let back = 1; back <= 3 && back <= count; back++) {
    const byte: number = $bytes_read(bytes, 1, start + count - back, true);
    if (byte < 128) return 0;
    if (byte >= 192) {
      const size = byte < 224 ? 2 : byte < 240 ? 3 : 4;
      return back < size && isBeginning(bytes, start + count - back, back) ? back : 0;
    }
  }
  return 0;
}

// Whether the first two of some bytes go together.
function isBeginning(bytes, at: number, count: number): boolean {
  const first: number = $bytes_read(bytes, 1, at, true);
  if (first < 194 || first > 244) return false;
  if (count < 2) return true;
  const second: number = $bytes_read(bytes, 1, at + 1, true);
  if (first === 224) return second >= 160;
  if (first === 237) return second < 160;
  if (first === 240) return second >= 144;
  return first !== 244 || second < 144;
}

function textOfBytes(buffer, start: number, end: number, encoding: string, isFatal): string {
  if (encoding === "utf-8") {
    const text = $bytes_decode(buffer, start, end, isFatal ? 3 : 2);
    if ($value_isAbsent(text)) notDecodable(encoding);
    return text;
  }
  if (encoding === "utf-16le") {
    const text: string = $bytes_decode(buffer, start, end, 1);
    const lonely = lonelySurrogate(text, 0);
    if (lonely < 0) return text;
    if (isFatal) notDecodable(encoding);
    return wellFormed(text);
  }
  return $bytes_decode(buffer, start, end, 0);
}

const BASE64_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64Digit(value: number, isForUrls: boolean): number {
  if (isForUrls && value === 62) return 45;
  if (isForUrls && value === 63) return 95;
  return $$STRING_CHAR_CODE_AT(BASE64_DIGITS, value);
}

// Writes the bytes of a view as base64.
function base64Text(bytes, start: number, count: number, isForUrls: boolean, isPadded: boolean): string {
  const size = 4 * $$FCEIL(count / 3);
  const made = $bytes_newBuffer(size, -1);
  const target = $bytes_newView(made, undefined, ELEMENT_ANY, 0, -1);
  let to = 0;
  for (let i = 0; i < count; i += 3) {
    const first: number = $bytes_read(bytes, 1, start + i, true);
    const second: number = i + 1 < count ? $bytes_read(bytes, 1, start + i + 1, true) : 0;
    const third: number = i + 2 < count ? $bytes_read(bytes, 1, start + i + 2, true) : 0;
    $bytes_write(target, 1, to, base64Digit(first >> 2, isForUrls), true);
    $bytes_write(target, 1, to + 1, base64Digit(((first & 3) << 4) | (second >> 4), isForUrls), true);
    if (i + 1 < count) $bytes_write(target, 1, to + 2, base64Digit(((second & 15) << 2) | (third >> 6), isForUrls), true);
    if (i + 2 < count) $bytes_write(target, 1, to + 3, base64Digit(third & 63, isForUrls), true);
    to += 4;
  }
  const over = count % 3;
  const missing = over === 0 ? 0 : 3 - over;
  const text: string = $bytes_decode(made, 0, size - missing, 0);
  return isPadded ? $string_padEnd(text, size, "=") : text;
}

function valueOfDigit(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 65;
  if (unit >= 97 && unit <= 122) return unit - 71;
  if (unit >= 48 && unit <= 57) return unit + 4;
  if (unit === 43) return 62;
  return unit === 47 ? 63 : -1;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 12 || unit === 13;
}

// A buffer of the bytes that base64 says; undefined for a text that is none. Blanks do not count.
function bytesOfDigits(text: string, isForUrls: boolean): any {
  const made = $bytes_newBuffer($$FCEIL((text.length * 3) / 4) + 3, -1);
  const target = $bytes_newView(made, undefined, ELEMENT_ANY, 0, -1);
  let to = 0;
  let bits = 0;
  let count = 0;
  let padding = 0;
  for (let i = 0; i < text.length; i++) {
    let unit = $$STRING_CHAR_CODE_AT(text, i);
    if (isBlank(unit)) continue;
    if (unit === 61) {
      padding++;
      continue;
    }
    if (isForUrls) unit = unit === 45 ? 43 : unit === 95 ? 47 : unit === 43 || unit === 47 ? 0 : unit;
    const value = valueOfDigit(unit);
    if (value < 0 || padding > 0) return undefined;
    bits = (bits << 6) | value;
    count++;
    if (count === 4) {
      $bytes_write(target, 1, to, bits >> 16, true);
      $bytes_write(target, 1, to + 1, (bits >> 8) & 255, true);
      $bytes_write(target, 1, to + 2, bits & 255, true);
      to += 3;
      bits = 0;
      count = 0;
    }
  }
  if (count === 1 || (padding > 0 && count + padding !== 4)) return undefined;
  if (count === 2) $bytes_write(target, 1, to, bits >> 4, true);
  if (count === 3) {
    $bytes_write(target, 1, to, bits >> 10, true);
    $bytes_write(target, 1, to + 1, (bits >> 2) & 255, true);
  }
  return copyOfBuffer(made, to + (count === 0 ? 0 : count - 1), -1);
}

function atob(text): string {
  const buffer = bytesOfDigits(toText(text), false);
  if (buffer === undefined) throw new DOMException("The string to be decoded is not correctly encoded.", "InvalidCharacterError");
  return $bytes_decode(buffer, 0, $bytes_length(buffer), 0);
}

function btoa(text): string {
  const source = toText(text);
  const buffer = $bytes_newBuffer(source.length, -1);
  const bytes = $bytes_newView(buffer, undefined, ELEMENT_ANY, 0, -1);
  for (let i = 0; i < source.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(source, i);
    if (unit > 255) throw new DOMException("Invalid character", "InvalidCharacterError");
    $bytes_write(bytes, 1, i, unit, true);
  }
  return base64Text(bytes, 0, source.length, false, true);
}

// What the methods of Uint8Array do with base64 and hexadecimal digits.

// A field of the options, which is one of the texts that it may be, or the first of these if there is none.
function byteOption(options, key: string, allowed: $List): string {
  if (options === undefined) return allowed[0];
  if (!$value_isObject(options)) throw new TypeError("options must be an object: " + describe(options));
  const given = getElement(options, key);
  if (given === undefined) return allowed[0];
  for (let i = 0; i < allowed.length; i++) if (given === allowed[i]) return allowed[i];
  throw new TypeError("expected " + key + " to be one of " + joinTexts(allowed, ", "));
}

function isUrlAlphabet(options): boolean {
  return byteOption(options, "alphabet", ["base64", "base64url"]) === "base64url";
}

function lastChunkHandling(options): string {
  return byteOption(options, "lastChunkHandling", ["loose", "strict", "stop-before-partial"]);
}

function requireDigits(text): void {
  if (typeof text !== "string") throw new TypeError("expected input to be a string");
}

function requireBytes(x, method: string): void {
  if (!hasView(x) || $bytes_view($record_inner(x), VIEW_ELEMENT) !== 1) {
    throw new TypeError("Method Uint8Array.prototype." + method + " called on incompatible receiver " + describe(x));
  }
}

function newDecoded(buffer, read: number, written: number, failure): any {
  return { buffer, read, written, failure };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank($$STRING_CHAR_CODE_AT(text, at))) at++;
  return at;
}

// What base64 says, at most so many bytes: these, how many units were read for them, and what is wrong behind, if anything is.
function decodeBase64(text: string, isForUrls: boolean, handling: string, most: number): any {
  const buffer = $bytes_newBuffer($$FMIN(most, $$FCEIL((text.length * 3) / 4)) + 3, -1);
  if (most === 0) return newDecoded(buffer, 0, 0, undefined);
  const target = $bytes_newView(buffer, undefined, ELEMENT_ANY, 0, -1);
  let read = 0;
  let written = 0;
  let bits = 0;
  let count = 0;
  let at = 0;
  while (true) {
    at = skipBlanks(text, at);
    if (at === text.length) {
      if (count === 0) return newDecoded(buffer, text.length, written, undefined);
      if (handling === "stop-before-partial") return newDecoded(buffer, read, written, undefined);
      if (handling === "strict" || count === 1) return newDecoded(buffer, read, written, "the last group of digits is not complete");
      return newDecoded(buffer, text.length, written + writeRest(target, written, bits, count), undefined);
    }
    let unit = $$STRING_CHAR_CODE_AT(text, at++);
    if (unit === 61) {
      if (count < 2) return newDecoded(buffer, read, written, "`=` stands behind less than two digits");
      at = skipBlanks(text, at);
      if (count === 2) {
        if (at === text.length) {
          const failure = handling === "stop-before-partial" ? undefined : "a second `=` is missing";
          return newDecoded(buffer, read, written, failure);
        }
        if ($$STRING_CHAR_CODE_AT(text, at) === 61) at = skipBlanks(text, at + 1);
      }
      if (at < text.length) return newDecoded(buffer, read, written, "something stands behind the end");
      if (handling === "strict" && (bits & (count === 2 ? 15 : 3)) !== 0) {
        return newDecoded(buffer, read, written, "the last digit says more than the bytes");
      }
      return newDecoded(buffer, text.length, written + writeRest(target, written, bits, count), undefined);
    }
    if (isForUrls) unit = unit === 45 ? 43 : unit === 95 ? 47 : unit === 43 || unit === 47 ? 0 : unit;
    const value = valueOfDigit(unit);
    if (value < 0) return newDecoded(buffer, read, written, "this is no digit of base64");
    const room = most - written;
    if ((room === 1 && count === 2) || (room === 2 && count === 3)) return newDecoded(buffer, read, written, undefined);
    bits = (bits << 6) | value;
    count++;
    if (count === 4) {
      $bytes_write(target, 1, written, bits >> 16, true);
      $bytes_write(target, 1, written + 1, (bits >> 8) & 255, true);
      $bytes_write(target, 1, written + 2, bits & 255, true);
      written += 3;
      bits = 0;
      count = 0;
      read = at;
      if (written === most) return newDecoded(buffer, read, written, undefined);
    }
  }
}

// Writes the bytes of two or three digits; how many they are.
function writeRest(target, to: number, bits: number, count: number): number {
  if (count === 2) $bytes_write(target, 1, to, bits >> 4, true);
  else {
    $bytes_write(target, 1, to, bits >> 10, true);
    $bytes_write(target, 1, to + 1, (bits >> 2) & 255, true);
  }
  return count - 1;
}

function base64OfBytes(x, options): string {
  const isForUrls = isUrlAlphabet(options);
  const omits = $value_isObject(options) && getElement(options, "omitPadding") ? true : false;
  const length = typedLength(x, "toBase64");
  const view = viewOf(x);
  const bytes = $bytes_newView($record_inner($bytes_owner(view)), undefined, ELEMENT_ANY, 0, -1);
  return base64Text(bytes, $bytes_view(view, VIEW_OFFSET), length, isForUrls, !omits);
}

function decodeHex(text: string, most: number): any {
  const buffer = $bytes_newBuffer($$FMIN(most, $$FCEIL(text.length / 2)), -1);
  if (text.length % 2 !== 0) return newDecoded(buffer, 0, 0, "string should be an even number of characters");
  const bytes = $bytes_newView(buffer, undefined, ELEMENT_ANY, 0, -1);
  let written = 0;
  for (; written * 2 < text.length && written < most; written++) {
    const high = hexValue($$STRING_CHAR_CODE_AT(text, written * 2));
    const low = hexValue($$STRING_CHAR_CODE_AT(text, written * 2 + 1));
    if (high < 0 || low < 0) return newDecoded(buffer, written * 2, written, "string should only contain hex characters");
    $bytes_write(bytes, 1, written, high * 16 + low, true);
  }
  return newDecoded(buffer, written * 2, written, undefined);
}

function hexValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function hexOfBytes(x): string {
  const length = typedLength(x, "toHex");
  const texts: $List = [];
  for (let i = 0; i < length; i++) texts.push($string_padStart($number_toString($element_get(x, i), 16), 2, "0"));
  return joinTexts(texts, "");
}

// Writes what was decoded into a typed array, also what stands before something wrong.
function setDecoded(x, decoded): any {
  const view = viewOf(x);
  const written = decoded.written;
  $bytes_copy($record_inner($bytes_owner(view)), $bytes_view(view, VIEW_OFFSET), decoded.buffer, 0, written);
  if (decoded.failure !== undefined) throw new SyntaxError(decoded.failure);
  return { read: decoded.read, written };
}
