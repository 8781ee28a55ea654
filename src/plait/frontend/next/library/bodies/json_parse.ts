// JSON.parse: the text and the place that has been reached.

let jsonText: string = "";
let jsonAt: number = 0;

function parseJson(text: string): any {
  jsonText = text;
  jsonAt = 0;
  const value = parseJsonValue();
  if (skipJsonSpace() >= 0) jsonError("Unexpected non-whitespace character after JSON at position " + jsonAt);
  return value;
}

// Goes to what is no space; gives its unit, -1 at the end.
function skipJsonSpace(): number {
  const text = jsonText;
  let at = jsonAt;
  while (at < text.length) {
    const code = $$STRING_CHAR_CODE_AT(text, at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) {
      jsonAt = at;
      return code;
    }
    at++;
  }
  jsonAt = at;
  return -1;
}

function parseJsonValue(): any {
  const code = skipJsonSpace();
  if (code === 34) return parseJsonString();
  if (code === 123) return parseJsonObject();
  if (code === 91) return parseJsonArray();
  if (code === 45 || (code >= 48 && code <= 57)) return parseJsonNumber();
  if (code === 116) {
    parseJsonWord("true");
    return true;
  }
  if (code === 102) {
    parseJsonWord("false");
    return false;
  }
  if (code === 110) {
    parseJsonWord("null");
    return null;
  }
  unexpectedInJson();
  return undefined;
}

function parseJsonWord(word: string): void {
  const text = jsonText;
  for (let i = 0; i < word.length; i++) {
    const at = jsonAt + i;
    if (at >= text.length || $$STRING_CHAR_CODE_AT(text, at) !== $$STRING_CHAR_CODE_AT(word, i)) {
      jsonAt = at;
      unexpectedInJson();
    }
  }
  jsonAt += word.length;
}

function parseJsonArray(): any {
  const list: $List = [];
  jsonAt++;
  if (skipJsonSpace() === 93) {
    jsonAt++;
    return list;
  }
  while (true) {
    list.push(parseJsonValue());
    const code = skipJsonSpace();
    if (code !== 44 && code !== 93) jsonErrorAt("Expected ',' or ']' after array element");
    jsonAt++;
    if (code === 93) return list;
  }
}

function parseJsonObject(): any {
  const object = newObject();
  jsonAt++;
  let code = skipJsonSpace();
  if (code === 125) {
    jsonAt++;
    return object;
  }
  if (code !== 34) jsonErrorAt("Expected property name or '}'");
  let isFirst = true;
  while (true) {
    const key = parseJsonString();
    if (skipJsonSpace() !== 58) {
      if (isFirst) jsonErrorAt("Expected ':' after property name");
      unexpectedInJson();
    }
    isFirst = false;
    jsonAt++;
    $property_define(object, key, parseJsonValue(), 7);
    code = skipJsonSpace();
    if (code !== 44 && code !== 125) jsonErrorAt("Expected ',' or '}' after property value");
    jsonAt++;
    if (code === 125) return object;
    if (skipJsonSpace() !== 34) jsonErrorAt("Expected double-quoted property name");
  }
}

function parseJsonString(): string {
  const text = jsonText;
  let at = jsonAt + 1;
  let start = at;
  let made = "";
  while (at < text.length) {
    const code = $$STRING_CHAR_CODE_AT(text, at);
    if (code === 34) {
      jsonAt = at + 1;
      return made === "" ? $$STRING_SUBSTRING(text, start, at) : made + $$STRING_SUBSTRING(text, start, at);
    }
    if (code === 92) {
      made = made + $$STRING_SUBSTRING(text, start, at);
      jsonAt = at + 1;
      made = made + parseJsonEscape();
      at = jsonAt;
      start = at;
    } else {
      if (code < 32) {
        jsonAt = at;
        jsonErrorAt("Bad control character in string literal");
      }
      at++;
    }
  }
  jsonAt = at;
  jsonErrorAt("Unterminated string");
  return "";
}

// What stands behind a backslash.
function parseJsonEscape(): string {
  const text = jsonText;
  if (jsonAt >= text.length) unexpectedInJson();
  const code = $$STRING_CHAR_CODE_AT(text, jsonAt);
  jsonAt++;
  if (code === 34 || code === 92 || code === 47) return $string_fromCharCode(code);
  if (code === 110) return "\n";
  if (code === 116) return "\t";
  if (code === 114) return "\r";
  if (code === 98) return "\b";
  if (code === 102) return "\f";
  if (code !== 117) {
    jsonAt--;
    jsonErrorAt("Bad escaped character");
  }
  let unit = 0;
  for (let i = 0; i < 4; i++) {
    const digit = jsonAt < text.length ? hexDigit($$STRING_CHAR_CODE_AT(text, jsonAt)) : -1;
    if (digit < 0) jsonErrorAt("Bad Unicode escape");
    unit = unit * 16 + digit;
    jsonAt++;
  }
  return $string_fromCharCode(unit);
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  return code >= 65 && code <= 70 ? code - 55 : -1;
}

// Goes over digits; gives the unit behind them, -1 at the end.
function skipJsonDigits(): number {
  const text = jsonText;
  let at = jsonAt;
  while (at < text.length) {
    const code = $$STRING_CHAR_CODE_AT(text, at);
    if (code < 48 || code > 57) {
      jsonAt = at;
      return code;
    }
    at++;
  }
  jsonAt = at;
  return -1;
}

function parseJsonNumber(): number {
  const text = jsonText;
  const start = jsonAt;
  let code = $$STRING_CHAR_CODE_AT(text, start);
  const isNegative = code === 45;
  if (isNegative) {
    jsonAt++;
    code = jsonAt < text.length ? $$STRING_CHAR_CODE_AT(text, jsonAt) : -1;
    if (code < 48 || code > 57) jsonErrorAt("No number after minus sign");
  }
  const first = jsonAt;
  const isZero = code === 48;
  if (isZero) jsonAt++;
  code = skipJsonDigits();
  if (isZero && jsonAt > first + 1) {
    jsonAt = first + 1;
    jsonError("Unexpected number in JSON at position " + jsonAt);
  }
  if (code !== 46 && code !== 69 && code !== 101 && jsonAt - first < 16) {
    let value = 0;
    for (let at = first; at < jsonAt; at++) value = value * 10 + $$STRING_CHAR_CODE_AT(text, at) - 48;
    return isNegative ? -value : value;
  }
  if (code === 46) {
    jsonAt++;
    const digits = jsonAt;
    code = skipJsonDigits();
    if (jsonAt === digits) jsonErrorAt("Unterminated fractional number");
  }
  if (code === 69 || code === 101) {
    jsonAt++;
    const sign = jsonAt < text.length ? $$STRING_CHAR_CODE_AT(text, jsonAt) : -1;
    if (sign === 43 || sign === 45) jsonAt++;
    const digits = jsonAt;
    skipJsonDigits();
    if (jsonAt === digits) jsonErrorAt("Exponent part is missing a number");
  }
  return $number_ofString($$STRING_SUBSTRING(text, start, jsonAt));
}

function jsonErrorAt(what: string): void {
  jsonError(what + " in JSON at position " + jsonAt);
}

function jsonError(message: string): void {
  throw new SyntaxError(message);
}

// The error of a unit that no value begins with.
function unexpectedInJson(): void {
  const text = jsonText;
  const at = jsonAt;
  if (at >= text.length) jsonError("Unexpected end of JSON input");
  const code = $$STRING_CHAR_CODE_AT(text, at);
  if (code === 34) jsonErrorAt("Unexpected string");
  if (code === 45 || (code >= 48 && code <= 57)) jsonErrorAt("Unexpected number");
  if (text === "undefined" || text === "NaN" || text === "Infinity" || text === "[object Object]") {
    jsonError('"' + text + '" is not valid JSON');
  }
  let before = '"';
  let after = '"';
  let start = 0;
  let end = text.length;
  if (text.length > 20) {
    if (at >= 10) {
      start = at - 10;
      before = '..."';
    }
    if (at < text.length - 10) {
      end = at + 10;
      after = '"...';
    }
  }
  const part = $string_slice(text, start, end);
  jsonError("Unexpected token '" + $string_charAt(text, at) + "', " + before + part + after + " is not valid JSON");
}
