// Loops over typed arrays: what is known of an array from one turn to the next, and what changes it meanwhile.

// A buffer that grows and shrinks within the loop that goes over its views.
function resized(turns: number): string {
  const buffer = new ArrayBuffer(64, { maxByteLength: 4096 });
  const whole = new Uint8Array(buffer), part = new Float64Array(buffer, 8, 4), rest = new Int32Array(buffer, 16);
  let text = "", sum = 0;
  for (let i = 0; i < turns; i++) {
    whole[i] = i;
    part[i & 3] = i / 2;
    rest[i % 20] = -i;
    sum += (whole[i] ?? 1000) + (part[i & 3] ?? 10000) + (rest[i % 20] ?? 100000);
    if (i % 7 === 3) buffer.resize(((i * 37) % 30) * 8);
    if (i % 11 === 5) buffer.resize(4096);
    if (i % 16 === 0) text += `${whole.length},${part.length},${rest.length},${sum};`;
  }
  return text;
}
console.log(resized(200));

// A function that is called in the loop changes the buffer, a getter does, a conversion does.
const shared = new ArrayBuffer(32, { maxByteLength: 64 });
const words = new Uint16Array(shared);
function shrink(to: number): number { shared.resize(to); return to; }
function called(): string {
  let text = "";
  for (let i = 0; i < 12; i++) {
    shrink(i % 3 === 0 ? 64 : 16);
    words[i * 2] = 500 + i;
    text += `${words[i * 2]} ${words[shrink(8) / 2]} ${words.length};`;
  }
  return text;
}
console.log(called());
const slow = { get size(): number { return shrink(24); }, valueOf(): number { return shrink(4); } };
function hidden(): string {
  let text = "";
  for (let i = 0; i < 6; i++) {
    shrink(64);
    words[20] = 7;
    text += `${words[20]} ${slow.size} ${words[20]} ${words[11]} `;
    shrink(64);
    words[30] = slow as any;
    text += `${words[30]} ${words.length};`;
  }
  return text;
}
console.log(hidden());

// Indices of all kinds, and counters that begin, go and end anywhere.
function indices(a: Int16Array): string {
  let text = "";
  for (const index of [0, -0, 1, -1, 2.5, NaN, Infinity, 1e10, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 2 ** 63, 2 ** 64, 7]) {
    a[index] = 9;
    text += a[index] + " ";
  }
  for (let i = 3; i >= -2; i--) text += a[i] + " ";
  for (let i = -4; i < 12; i += 3) text += a[i] + " ";
  for (let i = 0; i < 4; i += 0.5) text += a[i] + " ";
  for (let i = 4294967290; i < 4294967300; i++) text += a[i] + " ";
  for (let i = 2 ** 53 - 4, n = 0; n < 8; i++, n++) text += (i - 2 ** 53) + " ";
  for (let i = -0; i < 1; i++) text += Object.is(i, -0) + " ";
  for (let i = 2, n = 0; n < 5; i--, n++) text += 1 / i + " ";
  return text;
}
console.log(indices(new Int16Array(8)));

// Sums that are numbers until they are not.
function mixed(a: Float64Array, others: any): string {
  let sum: any = 0, last: any = 0;
  const texts: string[] = [];
  for (let i = 0; i < 14; i++) {
    sum += i < 8 ? a[i] : others[i - 8];
    last = i % 2 ? sum : last;
    if (last === undefined || typeof sum !== "number") texts.push(typeof sum);
  }
  return `${sum} ${last} ${texts}`;
}
console.log(mixed(new Float64Array([1, 2, NaN, -0, 5, 6]), [1, 2, 3, 4, 5, 6]));
console.log(mixed(new Float64Array([1, 2, 3, -0, 5, 6, 7, 8]), [1, "x", 3, null, undefined, 6]));
console.log(mixed(new Float64Array(9), [{ toString: () => "o" }, [], true, 4, 5, 6]));
console.log(mixed([1, , 3, "4", 5, 6, 7, 8] as any, new Uint8Array([1, 2, 3])));
try { console.log(mixed(new Float64Array(8), [Symbol("s")])); } catch (error) { console.log((error as Error).message); }
try { console.log(mixed(new Float64Array(8), [5n])); } catch (error) { console.log((error as Error).message); }

// A variable that holds one array after the other, of one kind and of others.
function exchanged(arrays: Uint32Array[]): string {
  let current = arrays[0], sum = 0, lengths = "";
  for (let i = 0; i < 40; i++) {
    if (i % 5 === 4) current = arrays[(i / 5) % arrays.length | 0];
    current[i % 6]++;
    sum += current[i % 7] ?? -1;
    lengths += current.length;
  }
  return `${sum} ${lengths} ${arrays.map((item) => Array.from(item).join(" ")).join("|")}`;
}
console.log(exchanged([new Uint32Array(5), new Uint32Array(6), new Uint32Array([4294967295, 7])]));
console.log(exchanged([new Uint32Array(5), new Float32Array([0.1, 0.2]), [1, 2, 3], new Int8Array([127, -128])] as any));

// Fields, globals, captured variables, arrays in arrays.
class Grid {
  cells: Float64Array;
  next: Float64Array;
  constructor(public width: number, public height: number) {
    this.cells = new Float64Array(width * height);
    this.next = new Float64Array(width * height);
    for (let i = 0; i < this.cells.length; i++) this.cells[i] = (i * 7) % 5;
  }
  step(): void {
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const place = y * this.width + x;
        let sum = this.cells[place] * 2;
        if (x > 0) sum += this.cells[place - 1];
        if (x < this.width - 1) sum += this.cells[place + 1];
        this.next[place] = sum / 4;
      }
    }
    [this.cells, this.next] = [this.next, this.cells];
  }
}
const grid = new Grid(6, 3);
for (let i = 0; i < 9; i++) grid.step();
console.log(Array.from(grid.cells).map((cell) => cell.toFixed(3)).join(" "));

let counts = new Uint8Array(4);
function count(values: Int8Array): string {
  for (let i = 0; i < values.length; i++) {
    counts[values[i] & 3]++;
    if (i === 5) counts = new Uint8Array(3);
  }
  return counts.join();
}
console.log(count(new Int8Array([1, 2, 3, -1, 0, 5, 6, 7, -8, 2, 1])));

function closures(): string {
  const rows = [new Float32Array(3), new Float32Array(3)];
  let data = rows[0];
  const add = (n: number): number => { for (let i = 0; i < data.length; i++) data[i] += n / 3; return data[0]; };
  const swap = (): void => { data = data === rows[0] ? rows[1] : rows[0]; };
  for (let i = 0; i < 5; i++) { add(i); swap(); for (let j = 0; j < 2; j++) rows[j][j + 1] -= rows[1 - j][j]; }
  return rows.map((row) => row.join()).join(";");
}
console.log(closures());

// What is caught, and where a loop goes on.
function guarded(a: Float64Array): string {
  let text = "", i = 0, sum = 0;
  for (; i < 10; i++) {
    try {
      sum += a[i];
      if (i % 3 === 1) a[i] = { valueOf() { throw new Error("no " + i); } } as any;
      if (i === 8) a = undefined as any;
    } catch (error) {
      text += `${(error as Error).message} ${i} ${sum};`;
    } finally {
      sum += 0.25;
    }
  }
  return text + sum;
}
console.log(guarded(new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])));

// Garbage while a loop goes on, and results of all kinds kept in one variable.
function collected(): number {
  const a = new Float64Array(50);
  let kept: any = 0, objects: { n: number }[] = [];
  for (let i = 0; i < 400; i++) {
    a[i % 50] += i;
    objects = [...objects.slice(-3), { n: a[(i * 3) % 50] }];
    kept = i % 3 === 0 ? objects[0] : i % 3 === 1 ? a[i % 50] : "t" + kept;
    if (typeof kept === "string" && kept.length > 40) kept = kept.length;
  }
  return a[7] + objects[2].n + (typeof kept === "number" ? kept : 0);
}
console.log(collected());
