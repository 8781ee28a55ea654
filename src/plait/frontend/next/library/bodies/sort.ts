// Sorting as V8 does it: the comparator is called for the same pairs in the same order, so that even one that contradicts itself
// gives the same result.
//
// The algorithm is Tim Peters' (`Objects/listsort.txt` of CPython): ascending and strictly descending runs are found, short ones
// filled up by binary insertion, and neighbours merged while their lengths do not fall fast enough; a merge in which one side
// keeps winning searches ahead in growing steps.

// Below zero when the first comes before the second. Without a comparator both are texts; with null both are lists of a text and
// the value it stands for.
function order(compare, a, b): number {
  if (compare === undefined) return $string_compare(a, b);
  if (compare === null) {
    const x: $List = a;
    const y: $List = b;
    return $string_compare(x[0], y[0]);
  }
  const result = $call(compare, undefined, a, b);
  return typeof result === "number" ? result : toNumber(result);
}

// Undefined elements go to the end, and holes behind them; the comparator never sees them.
function sortInPlace(list: $List, compare): void {
  const length = list.length;
  const work: $List = [];
  let areTexts = true;
  const isSparse = hasHoles(list);
  let holes = 0;
  for (let i = 0; i < length; i++) {
    if (isSparse && isHole(list, i)) holes++;
    const value = list[i];
    if (value === undefined) continue;
    if (typeof value !== "string") areTexts = false;
    work.push(value);
  }
  if (compare !== undefined || areTexts) sortRuns(work, compare);
  else sortByTexts(work);
  for (let i = 0; i < length; i++) {
    const value = i < work.length ? work[i] : undefined;
    if (i < list.length) list[i] = value;
    else list.push(value);
    if (i >= length - holes) $property_delete(list, i);
  }
}

function sortByTexts(work: $List): void {
  const pairs: $List = [];
  if (work.length < 2) return;
  for (let i = 0; i < work.length; i++) pairs.push([toText(work[i]), work[i]]);
  sortRuns(pairs, null);
  for (let i = 0; i < work.length; i++) {
    const pair: $List = pairs[i];
    work[i] = pair[1];
  }
}

function sortRuns(list: $List, compare): void {
  const length = list.length;
  if (length < 2) return;
  const work: $List = $array_slice(list, 0, length);
  const bases: $List = [];
  const lengths: $List = [];
  const least = leastRun(length);
  let wins = 7;
  let low = 0;
  while (low < length) {
    let run = countRun(work, compare, low, length);
    if (run < least) {
      const forced = least < length - low ? least : length - low;
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
  for (let i = 0; i < length; i++) list[i] = work[i];
}

function leastRun(length: number): number {
  let rest = length;
  let odd = 0;
  while (rest >= 64) {
    odd |= rest & 1;
    rest >>= 1;
  }
  return rest + odd;
}

function countRun(work: $List, compare, low: number, high: number): number {
  if (low + 1 === high) return 1;
  let i = low + 2;
  let last = work[low + 1];
  const descends = order(compare, last, work[low]) < 0;
  while (i < high) {
    const value = work[i];
    if (order(compare, value, last) < 0 !== descends) break;
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

function insertSorted(work: $List, compare, low: number, start: number, high: number): void {
  for (let i = start; i < high; i++) {
    const value = work[i];
    let left = low;
    let right = i;
    while (left < right) {
      const middle = left + ((right - left) >> 1);
      if (order(compare, value, work[middle]) < 0) right = middle;
      else left = middle + 1;
    }
    for (let to = i; to > left; to--) work[to] = work[to - 1];
    work[left] = value;
  }
}

// Which run is to be merged with the one behind it; -1 when none is yet. At the end all are.
function nextMerge(lengths: $List, end: boolean): number {
  const at = lengths.length - 2;
  const here: number = lengths[at];
  const behind: number = lengths[at + 1];
  const before: number = at > 0 ? lengths[at - 1] : 0;
  const first: number = at > 1 ? lengths[at - 2] : 0;
  const grows = at > 0 && before <= here + behind;
  const grew = at > 1 && first <= before + here;
  if (grows || grew) return at > 0 && before < behind ? at - 1 : at;
  if (here <= behind) return at;
  if (!end) return -1;
  return at > 0 && before < behind ? at - 1 : at;
}

function mergeRuns(work: $List, compare, bases: $List, lengths: $List, at: number, wins: number): number {
  let baseA: number = bases[at];
  let lengthA: number = lengths[at];
  const baseB: number = bases[at + 1];
  let lengthB: number = lengths[at + 1];
  lengths[at] = lengthA + lengthB;
  if (at === lengths.length - 3) {
    bases[at + 1] = bases[at + 2];
    lengths[at + 1] = lengths[at + 2];
  }
  $list_setLength(bases, bases.length - 1);
  $list_setLength(lengths, lengths.length - 1);
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

function comesBefore(compare, value, key, equal: boolean): boolean {
  return equal ? !(order(compare, key, value) < 0) : order(compare, value, key) < 0;
}

// How many of the elements of a run come before the key, or are equal to it if those count; the search begins at one of them,
// the hint.
function gallop(work: $List, compare, key, base: number, length: number, hint: number, equal: boolean): number {
  let last = 0;
  let offset = 1;
  if (comesBefore(compare, work[base + hint], key, equal)) {
    const most = length - hint;
    while (offset < most && comesBefore(compare, work[base + hint + offset], key, equal)) {
      last = offset;
      offset = 2 * offset + 1;
    }
    if (offset > most) offset = most;
    last += hint;
    offset += hint;
  } else {
    const most = hint + 1;
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
    const middle = last + ((offset - last) >> 1);
    if (comesBefore(compare, work[base + middle], key, equal)) last = middle + 1;
    else offset = middle;
  }
  return offset;
}

// Both merge two neighbouring runs, one from the front and one from the back, and give how often in a row one side has to win
// from then on before the search goes ahead. The last of one run is known to come after all others.
function mergeLow(work: $List, compare, baseA: number, lengthA: number, baseB: number, lengthB: number, wins: number): number {
  const kept: $List = $array_slice(work, baseA, baseA + lengthA);
  let least = wins;
  let to = baseA;
  let a = 0;
  let b = baseB;
  let leftA = lengthA;
  let leftB = lengthB - 1;
  work[to++] = work[b++];
  while (leftA > 1 && leftB > 0) {
    let winsA = 0;
    let winsB = 0;
    while (leftA > 1 && leftB > 0 && winsA < least && winsB < least) {
      if (order(compare, work[b], kept[a]) < 0) {
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

function mergeHigh(work: $List, compare, baseA: number, lengthA: number, baseB: number, lengthB: number, wins: number): number {
  const kept: $List = $array_slice(work, baseB, baseB + lengthB);
  let least = wins;
  let to = baseB + lengthB - 1;
  let a = baseA + lengthA - 1;
  let b = lengthB - 1;
  let leftA = lengthA - 1;
  let leftB = lengthB;
  work[to--] = work[a--];
  while (leftB > 1 && leftA > 0) {
    let winsA = 0;
    let winsB = 0;
    while (leftB > 1 && leftA > 0 && winsA < least && winsB < least) {
      if (order(compare, kept[b], work[a]) < 0) {
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
