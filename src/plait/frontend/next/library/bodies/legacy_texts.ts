// What is left of the web's first years (ECMA-262, annex B): `escape` and `unescape`, and the methods that write tags.

const ESCAPE_KEEPS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@*_+-./";

function hexText(number: number, digits: number): string {
  return $string_padStart($string_toUpperCase($number_toString(number, 16)), digits, "0");
}

function escape(text): string {
  const source = toText(text);
  let made = "";
  for (let i = 0; i < source.length; i++) {
    const unit = $string_charAt(source, i);
    const code = $string_charCodeAt(source, i);
    if ($string_indexOf(ESCAPE_KEEPS, unit, 0) >= 0) made += unit;
    else made += code < 256 ? "%" + hexText(code, 2) : "%u" + hexText(code, 4);
  }
  return made;
}

// The number that hexadecimal digits at a place are; -1 if they are none.
function hexAt(text: string, start: number, count: number): number {
  if (start + count > text.length) return -1;
  let number = 0;
  for (let i = start; i < start + count; i++) {
    const digit = $string_indexOf("0123456789abcdef", $string_toLowerCase($string_charAt(text, i)), 0);
    if (digit < 0) return -1;
    number = number * 16 + digit;
  }
  return number;
}

function unescape(text): string {
  const source = toText(text);
  let made = "";
  let i = 0;
  while (i < source.length) {
    const isWide = i + 1 < source.length && $string_charAt(source, i + 1) === "u";
    const count = isWide ? 4 : 2;
    const start = isWide ? i + 2 : i + 1;
    const code = $string_charAt(source, i) === "%" ? hexAt(source, start, count) : -1;
    if (code < 0) {
      made += $string_charAt(source, i);
      i++;
    } else {
      made += $string_fromCharCode(code);
      i = start + count;
    }
  }
  return made;
}

function taggedText(self, method: string, tag: string, attribute: string, value): string {
  const text = textOf(self, method);
  if (attribute === "") return "<" + tag + ">" + text + "</" + tag + ">";
  const quoted: string = toText(value);
  let made = "";
  for (let i = 0; i < quoted.length; i++) {
    const unit = $string_charAt(quoted, i);
    made += unit === '"' ? "&quot;" : unit;
  }
  return "<" + tag + " " + attribute + '="' + made + '">' + text + "</" + tag + ">";
}
