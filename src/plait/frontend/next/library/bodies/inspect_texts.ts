// Texts within what `console.log` shows: quotes, lines and columns.

// A text with its quotes; a long one of several lines is shown as a sum of them.
function inspectText(text: string): string {
  let rest = "";
  let shown = text;
  if (text.length > MOST_UNITS) {
    const count = text.length - MOST_UNITS;
    rest = "... " + count + (count > 1 ? " more characters" : " more character");
    shown = $string_slice(text, 0, MOST_UNITS);
  }
  if (shown.length <= 16 || shown.length <= lineLength - inspectIndentation - 4) return quoteText(shown) + rest;
  let joined = "";
  let start = 0;
  while (start < shown.length) {
    const found = $string_indexOf(shown, "\n", start);
    const end = found < 0 ? shown.length : found + 1;
    if (start > 0) joined = joined + " +\n" + $string_repeat(" ", inspectIndentation + 2);
    joined = joined + quoteText($string_slice(shown, start, end));
    start = end;
  }
  return joined + rest;
}

function quoteText(text: string): string {
  let hasSingle = false;
  let isPlain = true;
  for (let i = 0; i < text.length; i++) {
    const code = $$STRING_CHAR_CODE_AT(text, i);
    if (code === 39) hasSingle = true;
    else if (code < 32 || code === 92 || (code > 126 && code < 160) || (code >= 55296 && code < 57344)) isPlain = false;
  }
  let quote = 39;
  if (hasSingle) {
    if ($string_indexOf(text, '"', 0) < 0) quote = 34;
    else if ($string_indexOf(text, "`", 0) < 0 && $string_indexOf(text, "${", 0) < 0) quote = 96;
    else isPlain = false;
  }
  const mark = $string_fromCharCode(quote);
  return isPlain ? mark + text + mark : mark + escapeText(text, quote) + mark;
}

function escapeText(text: string, quote: number): string {
  let made = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = $$STRING_CHAR_CODE_AT(text, i);
    let escape = "";
    if (code < 32 || code === 92 || code === quote || (code > 126 && code < 160)) {
      escape = escapeCode(code);
    } else if (code >= 55296 && code < 57344) {
      if (code < 56320 && i + 1 < text.length && ($$STRING_CHAR_CODE_AT(text, i + 1) & 64512) === 56320) {
        i++;
        continue;
      }
      escape = "\\u" + $number_toString(code, 16);
    } else {
      continue;
    }
    made = made + $string_slice(text, start, i) + escape;
    start = i + 1;
  }
  return made + $string_slice(text, start, text.length);
}

function escapeCode(code: number): string {
  if (code === 8) return "\\b";
  if (code === 9) return "\\t";
  if (code === 10) return "\\n";
  if (code === 12) return "\\f";
  if (code === 13) return "\\r";
  if (code === 39 || code === 92 || code === 34 || code === 96) return "\\" + $string_fromCharCode(code);
  const digits = $string_toUpperCase($number_toString(code, 16));
  return digits.length === 1 ? "\\x0" + digits : "\\x" + digits;
}

function isPlainKey(key: string): boolean {
  if (key.length === 0) return false;
  for (let i = 0; i < key.length; i++) {
    const code = $$STRING_CHAR_CODE_AT(key, i);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    if (!isLetter && (i === 0 || code < 48 || code > 57)) return false;
  }
  return true;
}

function indentLines(text: string, count: number): string {
  if (count === 0 || $string_indexOf(text, "\n", 0) < 0) return text;
  return replaceLines(text, "\n" + $string_repeat(" ", count));
}

function replaceLines(text: string, replacement: string): string {
  let made = "";
  let start = 0;
  while (true) {
    const found = $string_indexOf(text, "\n", start);
    if (found < 0) return made + $string_slice(text, start, text.length);
    made = made + $string_slice(text, start, found) + replacement;
    start = found + 1;
  }
}

function joinTexts(texts: $List, separator: string): string {
  let made = "";
  for (let i = 0; i < texts.length; i++) {
    const text: string = texts[i];
    made = i === 0 ? text : made + separator + text;
  }
  return made;
}

// Puts what stands in an object's braces into one line or several. The elements of a list, if it is one, are put into columns.
function reduceEntries(given: $List, base: string, opening: string, closing: string, list, depth: number): string {
  let output: $List = given;
  const count = given.length;
  if (list !== undefined && count > 6) output = arrangeInColumns(given, list);
  const start = base === "" ? opening : base + " " + opening;
  if (inspectReached - depth < 3 && count === output.length) {
    const room = output.length + inspectIndentation + opening.length + base.length + 10;
    if (fitsInLine(output, room) && $string_indexOf(base, "\n", 0) < 0) {
      const line = joinTexts(output, ", ");
      if ($string_indexOf(line, "\n", 0) < 0) return start + " " + line + " " + closing;
    }
  }
  const indentation = "\n" + $string_repeat(" ", inspectIndentation);
  return start + indentation + "  " + joinTexts(output, "," + indentation + "  ") + indentation + closing;
}

function fitsInLine(output: $List, start: number): boolean {
  let length = output.length + start;
  if (length + output.length > lineLength) return false;
  for (let i = 0; i < output.length; i++) {
    const text: string = output[i];
    length += text.length;
    if (length > lineLength) return false;
  }
  return true;
}

// The elements of a list of more than six in lines of as many columns as look well.
function arrangeInColumns(output: $List, list): $List {
  const hasRest = output.length > mostElements;
  const count = hasRest ? output.length - 1 : output.length;
  const widths: $List = [];
  let total = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = textWidth(output[i]);
    widths.push(width);
    total += width + 2;
    if (width > widest) widest = width;
  }
  const column = widest + 2;
  if (column * 3 + inspectIndentation >= lineLength || (total / column <= 5 && widest > 6)) return output;
  const biased = $$FMAX(column - 3 - $$FSQRT(column - total / output.length), 1);
  const square = $$FROUND($$FSQRT(2.5 * biased * count) / biased);
  const columns = $$FMIN($$FMIN(square, $$FFLOOR((lineLength - inspectIndentation) / column)), 12);
  if (columns <= 1) return output;
  const columnWidths: $List = [];
  for (let i = 0; i < columns; i++) {
    let width = 0;
    for (let j = i; j < count; j += columns) {
      const other: number = widths[j];
      if (other > width) width = other;
    }
    columnWidths.push(width + 2);
  }
  const alignsRight = hasOnlyNumbers(list, output.length);
  const lines: $List = [];
  for (let i = 0; i < count; i += columns) {
    const end = $$FMIN(i + columns, count);
    let line = "";
    for (let j = i; j < end; j++) {
      const text: string = output[j];
      const isLast = j === end - 1;
      const shown = isLast ? text : text + ", ";
      const width: number = columnWidths[j - i];
      const given: number = widths[j];
      const fill = $string_repeat(" ", isLast ? (alignsRight ? width - 2 - given : 0) : width - 2 - given);
      line = line + (alignsRight ? fill + shown : shown + fill);
    }
    lines.push(line);
  }
  if (hasRest) lines.push(output[count]);
  return lines;
}

function hasOnlyNumbers(list, count: number): boolean {
  for (let i = 0; i < count; i++) {
    const kind = $value_kind($element_get(list, i));
    if (kind !== 3 && kind !== KIND_BIGINT) return false;
  }
  return true;
}

// How many columns a text takes.
function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = $$STRING_CHAR_CODE_AT(text, i);
    if (code < 768) {
      width++;
    } else {
      const point = $string_codePointAt(text, i);
      if (point > 65535) i++;
      width += pointWidth(point);
    }
  }
  return width;
}

function pointWidth(point: number): number {
  if (point < 880 || (point >= 8203 && point <= 8207) || (point >= 8400 && point <= 8447)) return 0;
  if ((point >= 65024 && point <= 65039) || (point >= 65056 && point <= 65071) || point === 8205) return 0;
  if (point < 4352) return 1;
  const isWide =
    point <= 4447 ||
    (point >= 11904 && point <= 42191 && point !== 12351) ||
    (point >= 44032 && point <= 55203) ||
    (point >= 63744 && point <= 64255) ||
    (point >= 65072 && point <= 65135) ||
    (point >= 65281 && point <= 65376) ||
    (point >= 65504 && point <= 65510) ||
    (point >= 127744 && point <= 128591) ||
    (point >= 128640 && point <= 128767) ||
    (point >= 129280 && point <= 129791) ||
    (point >= 131072 && point <= 262141);
  return isWide ? 2 : 1;
}
