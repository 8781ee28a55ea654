// The order of texts for people, and normal forms: the root collation of CLDR for ASCII and for the Latin letters up to U+017F.
// Other characters come behind them, by code unit, small letters before capital ones.

const ACCENTED_LETTERS =
  "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž";
const LETTERS_WITHOUT_ACCENTS =
  "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZz";
// Of each accented letter the accent: `a` for the first one of `ACCENTS`.
const ACCENTS_OF_LETTERS =
  "badigflbadgbadgibadigbadgabadigflbadgbadgibadigbadgagnnccmmaaddjjeeeennccjjmmeeddccjjllddiinnccmmjddllaalleeaalleenncchhaalleeaaddlleelleeiinnccffhhmmddddgaajjee";
// Accents in their order, as combining marks.
const ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304";
const STROKE = 12;

const MARKS_IN_ORDER = "\t\n\v\f\r\u0085 _-,;:!¡?¿.·'\"«»()[]{}§¶@*/\\&#%`´^¯¨¸°©®+±÷×<=>¬|¦~¤¢$£¥";
const FIRST_DIGIT = 200;
const FIRST_LETTER = 300;
const FIRST_OTHER = 1000;

// Of every ASCII character twice its weight, and one more if it is a capital letter; 0 for those that do not count.
const asciiWeights = makeAsciiWeights();

function makeAsciiWeights(): $List {
  const weights: $List = [];
  for (let unit = 0; unit < 128; unit++) {
    const isCapital = unit >= 65 && unit <= 90;
    weights.push(2 * weightOf(isCapital ? unit + 32 : unit) + (isCapital ? 1 : 0));
  }
  return weights;
}

// The weight of a small letter or another character without accent; 0 for what does not count.
function weightOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return FIRST_LETTER + 2 * (unit - 97);
  if (unit >= 48 && unit <= 57) return FIRST_DIGIT + unit - 48;
  if (unit === 0xa0) return weightOf(32);
  const place = $string_indexOf(MARKS_IN_ORDER, $string_fromCharCode(unit), 0);
  if (place >= 0) return place + 1;
  if (unit < 0xa0 || unit === 0xad) return 0;
  if (unit >= 0xbc && unit <= 0xbe) return unit === 0xbe ? FIRST_DIGIT + 3.5 : FIRST_DIGIT + 1.9 - (unit - 0xbc) / 2;
  if (unit === 0xfe) return weightOf(122) + 1;
  if (unit === 0x131) return weightOf(105) + 1;
  if (unit === 0x138) return weightOf(113) + 1;
  if (unit === 0x14b) return weightOf(110) + 1;
  if (unit === 0x167) return weightOf(116) + 1;
  return FIRST_OTHER + unit;
}

// Below zero, zero or above zero; the options are those of `localeCompare`.
function compareForPeople(a: string, b: string, options): number {
  if (!$value_isObject(options)) return collate(a, b, false, "variant");
  const sensitivity = getElement(options, "sensitivity");
  const isNumeric = getElement(options, "numeric") ? true : false;
  return collate(a, b, isNumeric, sensitivity === undefined ? "variant" : toText(sensitivity));
}

function collate(a: string, b: string, isNumeric: boolean, sensitivity: string): number {
  if (!isNumeric) {
    const result = collateAscii(a, b, sensitivity);
    if (result < 2) return result;
  }
  const x = collationKey(a, isNumeric);
  const y = collationKey(b, isNumeric);
  const byLetters = compareWeights(x[0], y[0]);
  if (byLetters !== 0 || sensitivity === "base") return byLetters;
  const byAccents = sensitivity === "case" ? 0 : compareWeights(x[1], y[1]);
  if (byAccents !== 0 || sensitivity === "accent") return byAccents;
  return compareWeights(x[2], y[2]);
}

// The order of two texts as far as ASCII decides it; 2 when it does not.
function collateAscii(a: string, b: string, sensitivity: string): number {
  let i = 0;
  let j = 0;
  let byCase = 0;
  while (true) {
    let x = 0;
    let y = 0;
    for (; x === 0 && i < a.length; i++) {
      const unit = $$STRING_CHAR_CODE_AT(a, i);
      if (unit > 127) return 2;
      x = asciiWeight(unit);
    }
    for (; y === 0 && j < b.length; j++) {
      const unit = $$STRING_CHAR_CODE_AT(b, j);
      if (unit > 127) return 2;
      y = asciiWeight(unit);
    }
    if (x !== y) {
      if (x >> 1 !== y >> 1) return x < y ? -1 : 1;
      if (byCase === 0) byCase = x < y ? -1 : 1;
    } else if (x === 0) return sensitivity === "variant" || sensitivity === "case" ? byCase : 0;
  }
}

function asciiWeight(unit: number): number {
  return asciiWeights[unit];
}

// Three lists: the weights of the letters, of their accents, and of their cases.
function collationKey(text: string, isNumeric: boolean): $List {
  const key: $List = [[], [], []];
  let at = 0;
  while (at < text.length) {
    const unit = $$STRING_CHAR_CODE_AT(text, at);
    if (isNumeric && unit >= 48 && unit <= 57) {
      at = addNumber(key, text, at);
      continue;
    }
    addCharacter(key, unit);
    at++;
  }
  return key;
}

// Adds a letter; 0 stands for an accent alone.
function addWeights(key: $List, letter: number, accent: number, letterCase: number): void {
  const letters: $List = key[0];
  const accents: $List = key[1];
  const cases: $List = key[2];
  accents.push(accent);
  if (letter === 0) return;
  letters.push(letter);
  cases.push(letterCase);
}

// Adds the number that stands at an index: how many digits it has, then they; gives the index behind it.
function addNumber(key: $List, text: string, start: number): number {
  let at = start;
  while (at < text.length && $$STRING_CHAR_CODE_AT(text, at) === 48) at++;
  let end = at;
  while (end < text.length && $$STRING_CHAR_CODE_AT(text, end) >= 48 && $$STRING_CHAR_CODE_AT(text, end) <= 57) end++;
  addWeights(key, FIRST_DIGIT, 1, 1);
  addWeights(key, end - at + 1, 1, 1);
  for (; at < end; at++) addWeights(key, $$STRING_CHAR_CODE_AT(text, at) + 1, 1, 1);
  return end;
}

function addCharacter(key: $List, unit: number): void {
  const character = $string_fromCharCode(unit);
  if (unit > 127) {
    const mark = $string_indexOf(ACCENTS, character, 0);
    if (mark >= 0) {
      addWeights(key, 0, mark + 2, 1);
      return;
    }
    const place = $string_indexOf(ACCENTED_LETTERS, character, 0);
    if (place >= 0) {
      addCharacter(key, $$STRING_CHAR_CODE_AT(LETTERS_WITHOUT_ACCENTS, place));
      addWeights(key, 0, $$STRING_CHAR_CODE_AT(ACCENTS_OF_LETTERS, place) - 95, 1);
      return;
    }
    const kind = unit > 0x17f ? -1 : $string_indexOf(COMPOUND_LETTERS, character, 0);
    if (kind >= 0) {
      addCompound(key, kind);
      return;
    }
  }
  const small = $string_toLowerCase(character);
  const weight = weightOf($$STRING_CHAR_CODE_AT(small, 0));
  if (weight > 0) addWeights(key, weight, 1, small === character && unit !== 0xa0 ? 1 : 2);
}

// What counts as two letters, then what counts as a letter with a stroke, then what is a raised character.
const COMPOUND_LETTERS = "æÆœŒßĳĲŀĿſðÐđĐøØłŁħĦªº¹²³";
const PARTS_OF_COMPOUNDS = "aeAEoeOEssijIJl·L·s d D dDoOlLhHao123";
const FIRST_STROKE = 12;
const FIRST_RAISED = 20;
const WIDE = 20;

function addCompound(key: $List, kind: number): void {
  if (kind < FIRST_STROKE) {
    const first = $$STRING_CHAR_CODE_AT(PARTS_OF_COMPOUNDS, 2 * kind);
    const second = $$STRING_CHAR_CODE_AT(PARTS_OF_COMPOUNDS, 2 * kind + 1);
    addCharacter(key, first);
    if (second !== 0xb7) addWeights(key, 0, WIDE, 1);
    if (second !== 32) addCharacter(key, second);
    return;
  }
  const part = $$STRING_CHAR_CODE_AT(PARTS_OF_COMPOUNDS, FIRST_STROKE + kind);
  if (kind < FIRST_RAISED) {
    addCharacter(key, part);
    addWeights(key, 0, STROKE, 1);
  } else addWeights(key, weightOf(part), 1, 3);
}

function compareWeights(a: $List, b: $List): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x: number = a[i];
    const y: number = b[i];
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

// Normal forms.

// A text is normalised in pieces, so that the host never works for long; a piece without an end is refused.
const LENGTH_OF_PIECE = 1000;
const MOST_UNITS_OF_PIECE = 1000000;

function normalizeText(text: string, form: string): string {
  if (form !== "NFC" && form !== "NFD" && form !== "NFKC" && form !== "NFKD") {
    throw new RangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
  }
  if (isNormal(text, form === "NFC" ? 0x300 : 0x80)) return text;
  let result = "";
  let start = 0;
  while (start < text.length) {
    const end: number = endOfPiece(text, start);
    const piece: string = $host_normalForm($string_slice(text, start, end), form);
    result += piece;
    start = end;
  }
  return result;
}

// Whether all units are below one from which on a text need not be in a normal form.
function isNormal(text: string, limit: number): boolean {
  for (let i = 0; i < text.length; i++) {
    if ($$STRING_CHAR_CODE_AT(text, i) >= limit) return false;
  }
  return true;
}

// Where a piece ends: before a character that no form puts together with what stands before it.
function endOfPiece(text: string, start: number): number {
  for (let end = start + LENGTH_OF_PIECE; end < text.length; end++) {
    const unit = $$STRING_CHAR_CODE_AT(text, end);
    if (unit < 0x80 || (unit >= 0x4e00 && unit < 0xa000)) return end;
    if (end - start > MOST_UNITS_OF_PIECE) throw new RangeError("normalize does not know texts of so many accents");
  }
  return text.length;
}
