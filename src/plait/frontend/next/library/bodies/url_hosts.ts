// Hosts of URLs: domains, IPv4 and IPv6 addresses, and opaque hosts. A host that is none is a number that says why.

const URL_IS_INVALID = 0;
const URL_IS_FOREIGN = 1;

const FORBIDDEN_IN_HOSTS = " #/:<>?@[\\]^|\0\t\n\r";

// A host as URLs have it in their text, or a number that says why it is none.
function parsedHost(text: string, isSpecial: boolean): any {
  if (unitAt(text, 0) === 91) {
    if (unitAt(text, text.length - 1) !== 93) return URL_IS_INVALID;
    const pieces = parsedIpv6($string_slice(text, 1, text.length - 1));
    return pieces === undefined ? URL_IS_INVALID : "[" + ipv6Text(pieces) + "]";
  }
  if (!isSpecial) return hasForbidden(text, false) ? URL_IS_INVALID : percentEncoded(text, ENCODED_IN_OPAQUE);
  return parsedDomain(percentDecoded(text));
}

// Whether a text has what no host may have; domains may not have control characters and percent signs either.
function hasForbidden(text: string, isDomain: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = $$STRING_CHAR_CODE_AT(text, i);
    if (isAlphanumeric(unit)) continue;
    if (isDomain && (unit <= 31 || unit === 37 || unit === 127)) return true;
    if (unit < 128 && $string_includes(FORBIDDEN_IN_HOSTS, $string_charAt(text, i), 0)) return true;
  }
  return false;
}

function parsedDomain(text: string): any {
  for (let i = 0; i < text.length; i++) if ($$STRING_CHAR_CODE_AT(text, i) > 127) return URL_IS_FOREIGN;
  if (text === "" || hasForbidden(text, true)) return URL_IS_INVALID;
  const domain = $string_toLowerCase(text);
  const labels = partsOf(domain, ".");
  for (let i = 0; i < labels.length; i++) if (isWrongPunycode(labels[i])) return URL_IS_INVALID;
  if (labels.length > 1 && labels[labels.length - 1] === "") labels.pop();
  if (!isNumberOfIpv4(labels[labels.length - 1])) return domain;
  return parsedIpv4(labels);
}

// Whether the last label of a domain says that the domain is to be an IPv4 address.
function isNumberOfIpv4(label: string): boolean {
  if (label === "") return false;
  let isDecimal = true;
  for (let i = 0; i < label.length; i++) if (!isDigitUnit($$STRING_CHAR_CODE_AT(label, i))) isDecimal = false;
  return isDecimal || ipv4Number(label) >= 0;
}

// The number that a part of an IPv4 address is: decimal, octal after 0, hexadecimal after 0x; -1 for none.
function ipv4Number(label: string): number {
  if (label === "") return -1;
  let base = 10;
  let start = 0;
  if (label.length > 1 && unitAt(label, 0) === 48) {
    base = unitAt(label, 1) === 120 ? 16 : 8;
    start = base === 16 ? 2 : 1;
  }
  let number = 0;
  for (let i = start; i < label.length; i++) {
    const digit = hexValue($$STRING_CHAR_CODE_AT(label, i));
    if (digit < 0 || digit >= base) return -1;
    number = number * base + digit;
  }
  return number;
}

function parsedIpv4(labels: $List): any {
  if (labels.length > 4) return URL_IS_INVALID;
  let address = 0;
  for (let i = 0; i < labels.length; i++) {
    const number = ipv4Number(labels[i]);
    const isLast = i === labels.length - 1;
    const bound = isLast ? 256 ** (5 - labels.length) : 256;
    if (number < 0 || number >= bound) return URL_IS_INVALID;
    address += isLast ? number : number * 256 ** (3 - i);
  }
  const first = $$FTRUNC(address / 16777216);
  const rest = address % 16777216;
  return decimal(first) + "." + decimal(rest >> 16) + "." + decimal((rest >> 8) & 255) + "." + decimal(rest & 255);
}

function decimal(number: number): string {
  return $number_toString(number, 10);
}

// The eight pieces of an IPv6 address; undefined for a text that is none.
function parsedIpv6(text: string): any {
  const pieces: $List = [];
  let compressed = -1;
  let at = 0;
  if (unitAt(text, 0) === 58) {
    if (unitAt(text, 1) !== 58) return undefined;
    at = 2;
    compressed = 0;
  }
  while (at < text.length) {
    if (pieces.length === 8) return undefined;
    if (unitAt(text, at) === 58) {
      if (compressed >= 0) return undefined;
      at++;
      compressed = pieces.length;
      continue;
    }
    const end = endOfHex(text, at);
    if (unitAt(text, end) === 46) {
      if (end === at || pieces.length > 6 || !addIpv4Pieces(pieces, text, at)) return undefined;
      break;
    }
    if (end < text.length && (unitAt(text, end) !== 58 || end + 1 === text.length)) return undefined;
    pieces.push(hexAt(text, at, end - at));
    at = end + 1;
  }
  return expandedPieces(pieces, compressed);
}

function endOfHex(text: string, start: number): number {
  let end = start;
  while (end < start + 4 && end < text.length && hexValue($$STRING_CHAR_CODE_AT(text, end)) >= 0) end++;
  return end;
}

// Appends the two pieces that an IPv4 address at the end of an IPv6 address is.
function addIpv4Pieces(pieces: $List, text: string, start: number): boolean {
  const parts = partsOf($string_slice(text, start, text.length), ".");
  if (parts.length !== 4) return false;
  const bytes: $List = [];
  for (let i = 0; i < 4; i++) {
    const part: string = parts[i];
    const isLong = part.length > 1 && unitAt(part, 0) === 48;
    if (part === "" || part.length > 3 || isLong) return false;
    let number = 0;
    for (let k = 0; k < part.length; k++) {
      const unit = $$STRING_CHAR_CODE_AT(part, k);
      if (!isDigitUnit(unit)) return false;
      number = number * 10 + unit - 48;
    }
    if (number > 255) return false;
    bytes.push(number);
  }
  pieces.push(bytes[0] * 256 + bytes[1]);
  pieces.push(bytes[2] * 256 + bytes[3]);
  return true;
}

function expandedPieces(pieces: $List, compressed: number): any {
  if (compressed < 0) return pieces.length === 8 ? pieces : undefined;
  const all: $List = [];
  for (let i = 0; i < compressed; i++) all.push(pieces[i]);
  for (let i = pieces.length; i < 8; i++) all.push(0);
  for (let i = compressed; i < pieces.length; i++) all.push(pieces[i]);
  return all;
}

// An IPv6 address: the longest run of pieces that are zero is left out, if it is longer than one.
function ipv6Text(pieces: $List): string {
  let longest = 1;
  let start = -1;
  let run = 0;
  for (let i = 0; i < 8; i++) {
    run = pieces[i] === 0 ? run + 1 : 0;
    if (run > longest) {
      longest = run;
      start = i - run + 1;
    }
  }
  let made = "";
  for (let i = 0; i < 8; i++) {
    if (i === start) {
      made += i === 0 ? "::" : ":";
      i += longest - 1;
      continue;
    }
    made += $number_toString(pieces[i], 16);
    if (i < 7) made += ":";
  }
  return made;
}

// Whether a label says that it is Punycode (RFC 3492) and is not, or stands for control characters.
function isWrongPunycode(label: string): boolean {
  if (!$string_startsWith(label, "xn--", 0)) return false;
  const encoded = $string_slice(label, 4, label.length);
  const points = punycodePoints(encoded);
  if (points === undefined || encoded === "") return true;
  for (let i = 0; i < points.length; i++) if (points[i] > 127 && points[i] < 160) return true;
  return false;
}

// The code points that Punycode stands for, in the order in which it names them; undefined for a text that is none.
function punycodePoints(text: string): any {
  const points: $List = [];
  const basic = $string_lastIndexOf(text, "-", text.length);
  for (let i = 0; i < basic; i++) points.push($$STRING_CHAR_CODE_AT(text, i));
  let point = 128;
  let index = 0;
  let bias = 72;
  let at = basic > 0 ? basic + 1 : 0;
  while (at < text.length) {
    const before = index;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const digit = punycodeDigit(unitAt(text, at++));
      if (digit < 0) return undefined;
      index += digit * weight;
      if (index > 2147483647) return undefined;
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const count = points.length + 1;
    bias = adaptedBias(index - before, count, before === 0);
    point += $$FTRUNC(index / count);
    index = (index % count) + 1;
    if (point > 1114111 || (point >= 55296 && point <= 57343)) return undefined;
    points.push(point);
  }
  return points;
}

function punycodeDigit(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97;
  return isDigitUnit(unit) ? unit - 22 : -1;
}

function adaptedBias(given: number, count: number, isFirst: boolean): number {
  let delta = $$FTRUNC(isFirst ? given / 700 : given / 2);
  delta += $$FTRUNC(delta / count);
  let k = 0;
  while (delta > 455) {
    delta = $$FTRUNC(delta / 35);
    k += 36;
  }
  return k + $$FTRUNC((36 * delta) / (delta + 38));
}
