// Replacing what a regular expression matches.

function replaceMatches(regexp, text: string, replacement): string {
  const pattern = plainPattern(regexp);
  const replacer = typeof replacement === "function" ? replacement : undefined;
  const template = replacer === undefined ? toText(replacement) : "";
  if (pattern === undefined) return replaceByMethods(regexp, text, replacer, template);
  const bits = $regexp_flagBits(pattern);
  const places: $List = [];
  if ((bits & IS_GLOBAL) === 0) {
    const start = findMatch(regexp, pattern, text, places);
    if (start < 0) return text;
    const new_ = replacementOf(pattern, text, places, replacer, template);
    const end: number = places[1];
    return $string_slice(text, 0, start) + new_ + $string_slice(text, end, text.length);
  }
  setLastIndex(regexp, 0);
  return replaceAllMatches(pattern, text, replacer, template, places);
}

function replaceAllMatches(pattern, text: string, replacer, template: string, places: $List): string {
  const bits = $regexp_flagBits(pattern);
  const byPoints = (bits & BY_POINTS) !== 0;
  const isSticky = (bits & IS_STICKY) !== 0;
  const isFixed = replacer === undefined && $string_indexOf(template, "$", 0) < 0;
  let made = "";
  let behind = 0;
  let at = 0;
  while (true) {
    const start = $regexp_match(pattern, text, at, isSticky, places);
    if (start < 0) break;
    const end: number = places[1];
    if (start > behind) made = made + $$STRING_SUBSTRING(text, behind, start);
    made = made + (isFixed ? template : replacementOf(pattern, text, places, replacer, template));
    behind = end;
    at = end === start ? indexBehind(text, end, byPoints) : end;
  }
  if (behind === 0 && at === 0) return text;
  return made + $$STRING_SUBSTRING(text, behind, text.length);
}

// What replaces a match.
function replacementOf(pattern, text: string, places: $List, replacer, template: string): string {
  const captures: $List = [];
  for (let i = 0; i < places.length / 2; i++) captures.push(groupText(text, places, i));
  const names = $regexp_names(pattern);
  const groups = names === undefined ? undefined : namedGroups(names, captures);
  if (replacer !== undefined) return toText(callReplacer(replacer, captures, places[0], text, groups));
  return expandTemplate(template, text, places[0], captures, groups);
}

function callReplacer(replacer, captures: $List, position, text: string, groups): any {
  if (captures.length === 1 && groups === undefined) return $call(replacer, undefined, captures[0], position, text);
  if (captures.length === 2 && groups === undefined) {
    return $call(replacer, undefined, captures[0], captures[1], position, text);
  }
  const given = $array_slice(captures, 0, captures.length);
  given.push(position);
  given.push(text);
  if (groups !== undefined) given.push(groups);
  return callWith(replacer, undefined, given);
}

function replaceByMethods(regexp, text: string, replacer, template: string): string {
  const flags = toText(getElement(regexp, "flags"));
  const isGlobal = $string_indexOf(flags, "g", 0) >= 0;
  const byPoints = hasPointFlag(flags);
  if (isGlobal) setLastIndex(regexp, 0);
  const results: $List = [];
  while (true) {
    const result = execute(regexp, text);
    if (result === null) break;
    results.push(result);
    if (!isGlobal) break;
    if (toText(getElement(result, 0)) === "") passEmptyMatch(regexp, text, byPoints);
  }
  let made = "";
  let behind = 0;
  for (let i = 0; i < results.length; i++) {
    const result = results[i];
    const captures: $List = [];
    const count = $$FMAX(toLength(getElement(result, "length")) - 1, 0);
    const matched = toText(getElement(result, 0));
    const position = $$FMAX($$FMIN(toInteger(getElement(result, "index")), text.length), 0);
    captures.push(matched);
    for (let j = 1; j <= count; j++) {
      const capture = getElement(result, j);
      captures.push(capture === undefined ? capture : toText(capture));
    }
    const groups = getElement(result, "groups");
    const new_ =
      replacer === undefined
        ? expandTemplate(template, text, position, captures, groups === undefined ? groups : toObject(groups))
        : toText(callReplacer(replacer, captures, position, text, groups));
    if (position >= behind) {
      made = made + $string_slice(text, behind, position) + new_;
      behind = position + matched.length;
    }
  }
  return behind >= text.length ? made : made + $string_slice(text, behind, text.length);
}

// A replacement in which `$1`, `$<name>`, `$&` and the like stand for what has been matched.
function expandTemplate(template: string, text: string, position, captures: $List, groups): string {
  let mark = $string_indexOf(template, "$", 0);
  if (mark < 0) return template;
  const start: number = position;
  const matched: string = captures[0];
  let made = "";
  let behind = 0;
  while (mark >= 0 && mark + 1 < template.length) {
    const what = $$STRING_CHAR_CODE_AT(template, mark + 1);
    let new_: any = undefined;
    let next = mark + 2;
    if (what === 36) new_ = "$";
    else if (what === 38) new_ = matched;
    else if (what === 96) new_ = $string_slice(text, 0, start);
    else if (what === 39) new_ = $string_slice(text, $$FMIN(start + matched.length, text.length), text.length);
    else if (what >= 48 && what <= 57) {
      const digits = groupDigits(template, mark + 1, captures.length);
      if (digits > 0) {
        const number = $number_parseInt($string_slice(template, mark + 1, mark + 1 + digits), 10);
        const capture = captures[number];
        new_ = capture === undefined ? "" : capture;
        next = mark + 1 + digits;
      }
    } else if (what === 60 && groups !== undefined) {
      const close = $string_indexOf(template, ">", mark + 2);
      if (close >= 0) {
        const value = getElement(groups, $string_slice(template, mark + 2, close));
        new_ = value === undefined ? "" : toText(value);
        next = close + 1;
      }
    }
    if (new_ !== undefined) {
      const piece: string = new_;
      made = made + $string_slice(template, behind, mark) + piece;
      behind = next;
      mark = $string_indexOf(template, "$", next);
    } else {
      mark = $string_indexOf(template, "$", mark + 1);
    }
  }
  return made + $string_slice(template, behind, template.length);
}

// How many digits from a place on, one or two, are the number of a group; 0 if none are. `count` counts the match too.
function groupDigits(template: string, at: number, count: number): number {
  const first = $$STRING_CHAR_CODE_AT(template, at) - 48;
  if (at + 1 < template.length) {
    const second = $$STRING_CHAR_CODE_AT(template, at + 1) - 48;
    const number = 10 * first + second;
    if (second >= 0 && second <= 9 && number > 0 && number < count) return 2;
  }
  return first > 0 && first < count ? 1 : 0;
}
