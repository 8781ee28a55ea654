"""Sorting in the library, as V8 does it: the comparator is called for the same pairs in the same order, so that even
one that contradicts itself gives the same result.

The algorithm is Tim Peters' (`Objects/listsort.txt` of CPython): ascending and strictly descending runs are found,
short ones filled up by binary insertion, and neighbours merged while their lengths do not fall fast enough; a merge
in which one side keeps winning searches ahead in growing steps.
"""

from typing import Final

SORT: Final[dict[str, str]] = {
    "sort": """
function sort(array: T[], compare: (a: T, b: T) => number): T[] {
  const length = array.length;
  if (length < 2) return array;
  const work = slice(array, 0, length);
  const bases: int[] = [];
  const lengths: int[] = [];
  const least = leastRun(length);
  let wins: int = 7;
  let low: int = 0;
  while (low < length) {
    let run = countRun(work, compare, low, length);
    if (run < least) {
      const forced: int = least < length - low ? least : length - low;
      insertSorted(work, compare, low, low + run, low + forced);
      run = forced;
    }
    bases.push(low);
    lengths.push(run);
    low += run;
    while (lengths.length > 1) {
      const at = nextMerge(lengths, low === length);
      if (at < 0) break;
      wins = mergeRuns(work, compare, bases, lengths, at, wins);
    }
  }
  for (let i = 0; i < length; i++) {
    if (i < array.length) array[i] = work[i];
    else array.push(work[i]);
  }
  return array;
}
""",
    "leastRun": """
function leastRun(length: int): int {
  let rest: int = length;
  let odd: int = 0;
  while (rest >= 64) {
    odd |= rest & 1;
    rest >>= 1;
  }
  return rest + odd;
}
""",
    "countRun": """
function countRun(work: T[], compare: (a: T, b: T) => number, low: int, high: int): int {
  if (low + 1 === high) return 1;
  let i: int = low + 2;
  let last = work[low + 1];
  const descends = compare(last, work[low]) < 0;
  while (i < high) {
    const value = work[i];
    if (compare(value, last) < 0 !== descends) break;
    last = value;
    i++;
  }
  if (descends) {
    for (let from = low, to = i - 1; from < to; from++, to--) {
      const value = work[from];
      work[from] = work[to];
      work[to] = value;
    }
  }
  return i - low;
}
""",
    "insertSorted": """
function insertSorted(work: T[], compare: (a: T, b: T) => number, low: int, start: int, high: int): void {
  for (let i = start; i < high; i++) {
    const value = work[i];
    let left: int = low;
    let right: int = i;
    while (left < right) {
      const middle: int = left + ((right - left) >> 1);
      if (compare(value, work[middle]) < 0) right = middle;
      else left = middle + 1;
    }
    for (let to = i; to > left; to--) work[to] = work[to - 1];
    work[left] = value;
  }
}
""",
    # Which run is to be merged with the one behind it; -1 when none is yet. At the end all are.
    "nextMerge": """
function nextMerge(lengths: int[], end: boolean): int {
  const at: int = lengths.length - 2;
  const before: int = at > 0 ? lengths[at - 1] : 0;
  const grows = at > 0 && before <= lengths[at] + lengths[at + 1];
  const grew = at > 1 && lengths[at - 2] <= before + lengths[at];
  if (grows || grew) return at > 0 && before < lengths[at + 1] ? at - 1 : at;
  if (lengths[at] <= lengths[at + 1]) return at;
  if (!end) return -1;
  return at > 0 && before < lengths[at + 1] ? at - 1 : at;
}
""",
    "mergeRuns": """
function mergeRuns(
  work: T[], compare: (a: T, b: T) => number, bases: int[], lengths: int[], at: int, wins: int,
): int {
  let baseA = bases[at];
  let lengthA = lengths[at];
  const baseB = bases[at + 1];
  let lengthB = lengths[at + 1];
  lengths[at] = lengthA + lengthB;
  if (at === lengths.length - 3) {
    bases[at + 1] = bases[at + 2];
    lengths[at + 1] = lengths[at + 2];
  }
  $pop(bases);
  $pop(lengths);
  const skipped = gallop(work, compare, work[baseB], baseA, lengthA, 0, true);
  baseA += skipped;
  lengthA -= skipped;
  if (lengthA === 0) return wins;
  lengthB = gallop(work, compare, work[baseA + lengthA - 1], baseB, lengthB, lengthB - 1, false);
  if (lengthB === 0) return wins;
  return lengthA <= lengthB
    ? mergeLow(work, compare, baseA, lengthA, baseB, lengthB, wins)
    : mergeHigh(work, compare, baseA, lengthA, baseB, lengthB, wins);
}
""",
    "comesBefore": """
function comesBefore(compare: (a: T, b: T) => number, value: T, key: T, equal: boolean): boolean {
  return equal ? !(compare(key, value) < 0) : compare(value, key) < 0;
}
""",
    # How many of the elements of a run come before the key, or are equal to it if those count; the search begins at one
    # of them, the hint.
    "gallop": """
function gallop(
  work: T[], compare: (a: T, b: T) => number, key: T, base: int, length: int, hint: int, equal: boolean,
): int {
  let last: int = 0;
  let offset: int = 1;
  if (comesBefore(compare, work[base + hint], key, equal)) {
    const most: int = length - hint;
    while (offset < most && comesBefore(compare, work[base + hint + offset], key, equal)) {
      last = offset;
      offset = 2 * offset + 1;
    }
    if (offset > most) offset = most;
    last += hint;
    offset += hint;
  } else {
    const most: int = hint + 1;
    while (offset < most && !comesBefore(compare, work[base + hint - offset], key, equal)) {
      last = offset;
      offset = 2 * offset + 1;
    }
    if (offset > most) offset = most;
    const old = last;
    last = hint - offset;
    offset = hint - old;
  }
  last++;
  while (last < offset) {
    const middle: int = last + ((offset - last) >> 1);
    if (comesBefore(compare, work[base + middle], key, equal)) last = middle + 1;
    else offset = middle;
  }
  return offset;
}
""",
    # Both merge two neighbouring runs, one from the front and one from the back, and give how often in a row one side
    # has to win from then on before the search goes ahead. The last of one run is known to come after all others.
    "mergeLow": """
function mergeLow(
  work: T[], compare: (a: T, b: T) => number, baseA: int, lengthA: int, baseB: int, lengthB: int, wins: int,
): int {
  const kept = slice(work, baseA, baseA + lengthA);
  let least = wins;
  let to = baseA;
  let a: int = 0;
  let b = baseB;
  let leftA = lengthA;
  let leftB = lengthB - 1;
  work[to++] = work[b++];
  while (leftA > 1 && leftB > 0) {
    let winsA: int = 0;
    let winsB: int = 0;
    while (leftA > 1 && leftB > 0 && winsA < least && winsB < least) {
      if (compare(work[b], kept[a]) < 0) {
        work[to++] = work[b++];
        leftB--;
        winsB++;
        winsA = 0;
      } else {
        work[to++] = kept[a++];
        leftA--;
        winsA++;
        winsB = 0;
      }
    }
    if (leftA <= 1 || leftB === 0) break;
    let first = true;
    while ((first || winsA >= 7 || winsB >= 7) && leftA > 1 && leftB > 0) {
      if (!first && least > 1) least--;
      first = false;
      winsA = gallop(kept, compare, work[b], a, leftA, 0, true);
      for (let i = 0; i < winsA; i++) work[to++] = kept[a++];
      leftA -= winsA;
      if (leftA <= 1) break;
      work[to++] = work[b++];
      leftB--;
      if (leftB === 0) break;
      winsB = gallop(work, compare, kept[a], b, leftB, 0, false);
      for (let i = 0; i < winsB; i++) work[to++] = work[b++];
      leftB -= winsB;
      if (leftB === 0) break;
      work[to++] = kept[a++];
      leftA--;
    }
    if (leftA > 1 && leftB > 0) least++;
  }
  for (; leftB > 0; leftB--) work[to++] = work[b++];
  for (; leftA > 0; leftA--) work[to++] = kept[a++];
  return least;
}
""",
    "mergeHigh": """
function mergeHigh(
  work: T[], compare: (a: T, b: T) => number, baseA: int, lengthA: int, baseB: int, lengthB: int, wins: int,
): int {
  const kept = slice(work, baseB, baseB + lengthB);
  let least = wins;
  let to = baseB + lengthB - 1;
  let a = baseA + lengthA - 1;
  let b = lengthB - 1;
  let leftA = lengthA - 1;
  let leftB = lengthB;
  work[to--] = work[a--];
  while (leftB > 1 && leftA > 0) {
    let winsA: int = 0;
    let winsB: int = 0;
    while (leftB > 1 && leftA > 0 && winsA < least && winsB < least) {
      if (compare(kept[b], work[a]) < 0) {
        work[to--] = work[a--];
        leftA--;
        winsA++;
        winsB = 0;
      } else {
        work[to--] = kept[b--];
        leftB--;
        winsB++;
        winsA = 0;
      }
    }
    if (leftB <= 1 || leftA === 0) break;
    let first = true;
    while ((first || winsA >= 7 || winsB >= 7) && leftB > 1 && leftA > 0) {
      if (!first && least > 1) least--;
      first = false;
      winsA = leftA - gallop(work, compare, kept[b], baseA, leftA, leftA - 1, true);
      for (let i = 0; i < winsA; i++) work[to--] = work[a--];
      leftA -= winsA;
      if (leftA === 0) break;
      work[to--] = kept[b--];
      leftB--;
      if (leftB === 1) break;
      winsB = leftB - gallop(kept, compare, work[a], 0, leftB, leftB - 1, false);
      for (let i = 0; i < winsB; i++) work[to--] = kept[b--];
      leftB -= winsB;
      if (leftB <= 1) break;
      work[to--] = work[a--];
      leftA--;
    }
    if (leftB > 1 && leftA > 0) least++;
  }
  for (; leftA > 0; leftA--) work[to--] = work[a--];
  for (; leftB > 0; leftB--) work[to--] = kept[b--];
  return least;
}
""",
    # Undefined elements go to the end, and the comparator never sees them.
    "sortSome": """
function sortSome(array: T[], compare: (a: T, b: T) => number): T[] {
  const length = array.length;
  const some: T[] = [];
  for (let i = 0; i < length; i++) if (array[i] !== undefined) some.push(array[i]);
  sort(some, compare);
  for (let i = 0; i < length; i++) {
    const value = i < some.length ? some[i] : undefined;
    if (i < array.length) array[i] = value;
    else array.push(value);
  }
  return array;
}
""",
    "sortText": """
function sortText(array: T[]): T[] {
  return sort(array, (a, b) => {
    const x = `${a}`;
    const y = `${b}`;
    return x < y ? -1 : x > y ? 1 : 0;
  });
}
""",
}
"""Parts of the library, as `prelude_text.PRELUDE`."""
