// encodeURI, encodeURIComponent and their inverses.

const URI_MARKS = "-_.!~*'()";
const URI_RESERVED = ";/?:@&=+$,#";
const URI_DIGITS = "0123456789ABCDEF";

function encodeURIComponent(value): string {
  return encodedText(toText(value), URI_MARKS);
}

function encodeURI(value): string {
  return encodedText(toText(value), URI_RESERVED + URI_MARKS);
}

function decodeURIComponent(value): string {
  return decodedText(toText(value), "");
}

function decodeURI(value): string {
  return decodedText(toText(value), URI_RESERVED);
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function malformed(): any {
  throw new URIError("URI malformed");
}

function escapedByte(byte: number): string {
  return "%" + $string_charAt(URI_DIGITS, byte >> 4) + $string_charAt(URI_DIGITS, byte & 15);
}

function encodedText(text: string, kept: string): string {
  let result: string = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (isAlphanumeric(unit) || (unit < 128 && $string_includes(kept, $string_charAt(text, i), 0))) continue;
    result = result + $string_slice(text, start, i);
    const point = $string_codePointAt(text, i);
    if (point >= 55296 && point <= 57343) malformed();
    if (point > 65535) i++;
    result = result + escapedPoint(point);
    start = i + 1;
  }
  return result + $string_slice(text, start, text.length);
}

// The bytes of a code point in UTF-8.
function escapedPoint(point: number): string {
  if (point < 128) return escapedByte(point);
  if (point < 2048) return escapedByte(192 | (point >> 6)) + escapedByte(128 | (point & 63));
  const last = escapedByte(128 | ((point >> 6) & 63)) + escapedByte(128 | (point & 63));
  if (point < 65536) return escapedByte(224 | (point >> 12)) + last;
  return escapedByte(240 | (point >> 18)) + escapedByte(128 | ((point >> 12) & 63)) + last;
}

function uriDigit(text: string, at: number): number {
  if (at >= text.length) malformed();
  const unit = $$STRING_CHAR_CODE_AT(text, at);
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  if (letter < 97 || letter > 102) malformed();
  return letter - 87;
}

// The byte that `%XX` at a place stands for.
function byteAt(text: string, at: number): number {
  if (at >= text.length || $$STRING_CHAR_CODE_AT(text, at) !== 37) malformed();
  return uriDigit(text, at + 1) * 16 + uriDigit(text, at + 2);
}

function decodedText(text: string, kept: string): string {
  let result: string = "";
  let start = 0;
  let i = 0;
  while (i < text.length) {
    if ($$STRING_CHAR_CODE_AT(text, i) !== 37) {
      i++;
      continue;
    }
    const begin = i;
    const first = byteAt(text, i);
    let size = 1;
    if (first >= 128) size = first >= 240 && first < 248 ? 4 : first >= 224 && first < 240 ? 3 : first >= 192 && first < 224 ? 2 : 0;
    if (size === 0) malformed();
    let point = size === 1 ? first : first & (255 >> (size + 1));
    i += 3;
    for (let k = 1; k < size; k++) {
      const byte = byteAt(text, i);
      if ((byte & 192) !== 128) malformed();
      point = (point << 6) | (byte & 63);
      i += 3;
    }
    const least = size === 2 ? 128 : size === 3 ? 2048 : size === 4 ? 65536 : 0;
    if (point < least || point > 1114111 || (point >= 55296 && point <= 57343)) malformed();
    const shown = $string_fromCodePoint(point);
    if (size === 1 && $string_includes(kept, shown, 0)) continue;
    result = result + $string_slice(text, start, begin) + shown;
    start = i;
  }
  return result + $string_slice(text, start, text.length);
}
