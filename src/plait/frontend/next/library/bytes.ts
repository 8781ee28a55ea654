// Buffers, typed arrays and text encodings; events.

interface ArrayBuffer {
  readonly byteLength: number;
  readonly resizable: boolean;
  readonly maxByteLength: number;
  resize(length: number): void;
  slice(start?: number, end?: number): ArrayBuffer;
  readonly detached: boolean;
  transfer(length?: number): ArrayBuffer;
  transferToFixedLength(length?: number): ArrayBuffer;
  readonly [Symbol.toStringTag]: "ArrayBuffer";
}
type ArrayBufferLike = ArrayBuffer;
interface ArrayBufferConstructor {
  readonly prototype: ArrayBuffer;
  readonly [Symbol.species]: ArrayBufferConstructor;
  new (length: number, options?: { maxByteLength?: number }): ArrayBuffer;
  isView(value: any): value is ArrayBufferView;
}
declare var ArrayBuffer: ArrayBufferConstructor;
interface ArrayBufferView<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
}
interface DataView<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly [Symbol.toStringTag]: "DataView";
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  getInt8(offset: number): number;
  setInt8(offset: number, value: number): void;
  getUint8(offset: number): number;
  setUint8(offset: number, value: number): void;
  getInt16(offset: number, littleEndian?: boolean): number;
  setInt16(offset: number, value: number, littleEndian?: boolean): void;
  getUint16(offset: number, littleEndian?: boolean): number;
  setUint16(offset: number, value: number, littleEndian?: boolean): void;
  getInt32(offset: number, littleEndian?: boolean): number;
  setInt32(offset: number, value: number, littleEndian?: boolean): void;
  getUint32(offset: number, littleEndian?: boolean): number;
  setUint32(offset: number, value: number, littleEndian?: boolean): void;
  getFloat16(offset: number, littleEndian?: boolean): number;
  getFloat32(offset: number, littleEndian?: boolean): number;
  setFloat16(offset: number, value: number, littleEndian?: boolean): void;
  setFloat32(offset: number, value: number, littleEndian?: boolean): void;
  getFloat64(offset: number, littleEndian?: boolean): number;
  setFloat64(offset: number, value: number, littleEndian?: boolean): void;
  getBigInt64(offset: number, littleEndian?: boolean): bigint;
  setBigInt64(offset: number, value: bigint, littleEndian?: boolean): void;
  getBigUint64(offset: number, littleEndian?: boolean): bigint;
  setBigUint64(offset: number, value: bigint, littleEndian?: boolean): void;
}
interface DataViewConstructor {
  readonly prototype: DataView;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): DataView<B>;
}
declare var DataView: DataViewConstructor;

// What all typed arrays have; `E` is the type of their elements, `S` that of copies.
interface TypedArray<E, S> {
  readonly BYTES_PER_ELEMENT: number;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  [index: number]: E;
  at(index: number): E | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  every(predicate: (value: E, index: number, array: this) => unknown, thisArg?: any): boolean;
  fill(value: E, start?: number, end?: number): this;
  filter(predicate: (value: E, index: number, array: this) => unknown, thisArg?: any): S;
  find(predicate: (value: E, index: number, array: this) => unknown, thisArg?: any): E | undefined;
  findIndex(predicate: (value: E, index: number, array: this) => unknown, thisArg?: any): number;
  findLast(predicate: (value: E, index: number, array: this) => unknown, thisArg?: any): E | undefined;
  findLastIndex(predicate: (value: E, index: number, array: this) => unknown, thisArg?: any): number;
  forEach(callback: (value: E, index: number, array: this) => void, thisArg?: any): void;
  includes(element: E, from?: number): boolean;
  indexOf(element: E, from?: number): number;
  lastIndexOf(element: E, from?: number): number;
  join(separator?: string): string;
  map(callback: (value: E, index: number, array: this) => E, thisArg?: any): S;
  reduce(callback: (previous: E, current: E, index: number, array: this) => E): E;
  reduce(callback: (previous: E, current: E, index: number, array: this) => E, initial: E): E;
  reduce<U>(callback: (previous: U, current: E, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: E, current: E, index: number, array: this) => E): E;
  reduceRight<U>(callback: (previous: U, current: E, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<E>, offset?: number): void;
  slice(start?: number, end?: number): S;
  some(predicate: (value: E, index: number, array: this) => unknown, thisArg?: any): boolean;
  sort(compare?: (a: E, b: E) => number): this;
  toReversed(): S;
  toSorted(compare?: (a: E, b: E) => number): S;
  with(index: number, value: E): S;
  toString(): string;
  toLocaleString(): string;
  keys(): ArrayIterator<number>;
  values(): ArrayIterator<E>;
  entries(): ArrayIterator<[number, E]>;
  [Symbol.iterator](): ArrayIterator<E>;
}

interface Int8Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Int8Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Int8Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Int8Array<B>;
}
interface Int8ArrayConstructor {
  readonly prototype: Int8Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Int8Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Int8Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Int8Array<B>;
  of(...items: number[]): Int8Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Int8Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Int8Array<ArrayBuffer>;
}
declare var Int8Array: Int8ArrayConstructor;
interface Base64Options {
  alphabet?: "base64" | "base64url";
  lastChunkHandling?: "loose" | "strict" | "stop-before-partial";
}
interface Uint8Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Uint8Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Uint8Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Uint8Array<B>;
  toBase64(options?: { alphabet?: "base64" | "base64url"; omitPadding?: boolean }): string;
  toHex(): string;
  setFromBase64(text: string, options?: Base64Options): { read: number; written: number };
  setFromHex(text: string): { read: number; written: number };
}
interface Uint8ArrayConstructor {
  readonly prototype: Uint8Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Uint8Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Uint8Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Uint8Array<B>;
  of(...items: number[]): Uint8Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Uint8Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Uint8Array<ArrayBuffer>;
  fromBase64(text: string, options?: Base64Options): Uint8Array<ArrayBuffer>;
  fromHex(text: string): Uint8Array<ArrayBuffer>;
}
declare var Uint8Array: Uint8ArrayConstructor;
interface Uint8ClampedArray<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Uint8ClampedArray<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Uint8ClampedArray";
  readonly buffer: B;
  subarray(start?: number, end?: number): Uint8ClampedArray<B>;
}
interface Uint8ClampedArrayConstructor {
  readonly prototype: Uint8ClampedArray;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Uint8ClampedArray<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Uint8ClampedArray<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Uint8ClampedArray<B>;
  of(...items: number[]): Uint8ClampedArray<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Uint8ClampedArray<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Uint8ClampedArray<ArrayBuffer>;
}
declare var Uint8ClampedArray: Uint8ClampedArrayConstructor;
interface Int16Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Int16Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Int16Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Int16Array<B>;
}
interface Int16ArrayConstructor {
  readonly prototype: Int16Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Int16Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Int16Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Int16Array<B>;
  of(...items: number[]): Int16Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Int16Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Int16Array<ArrayBuffer>;
}
declare var Int16Array: Int16ArrayConstructor;
interface Uint16Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Uint16Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Uint16Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Uint16Array<B>;
}
interface Uint16ArrayConstructor {
  readonly prototype: Uint16Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Uint16Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Uint16Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Uint16Array<B>;
  of(...items: number[]): Uint16Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Uint16Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Uint16Array<ArrayBuffer>;
}
declare var Uint16Array: Uint16ArrayConstructor;
interface Int32Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Int32Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Int32Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Int32Array<B>;
}
interface Int32ArrayConstructor {
  readonly prototype: Int32Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Int32Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Int32Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Int32Array<B>;
  of(...items: number[]): Int32Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Int32Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Int32Array<ArrayBuffer>;
}
declare var Int32Array: Int32ArrayConstructor;
interface Uint32Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Uint32Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Uint32Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Uint32Array<B>;
}
interface Uint32ArrayConstructor {
  readonly prototype: Uint32Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Uint32Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Uint32Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Uint32Array<B>;
  of(...items: number[]): Uint32Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Uint32Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Uint32Array<ArrayBuffer>;
}
declare var Uint32Array: Uint32ArrayConstructor;
interface Float16Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Float16Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Float16Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Float16Array<B>;
}
interface Float16ArrayConstructor {
  readonly prototype: Float16Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Float16Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Float16Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Float16Array<B>;
  of(...items: number[]): Float16Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Float16Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Float16Array<ArrayBuffer>;
}
declare var Float16Array: Float16ArrayConstructor;
interface Float32Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Float32Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Float32Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Float32Array<B>;
}
interface Float32ArrayConstructor {
  readonly prototype: Float32Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Float32Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Float32Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Float32Array<B>;
  of(...items: number[]): Float32Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Float32Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Float32Array<ArrayBuffer>;
}
declare var Float32Array: Float32ArrayConstructor;
interface Float64Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<number, Float64Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "Float64Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): Float64Array<B>;
}
interface Float64ArrayConstructor {
  readonly prototype: Float64Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): Float64Array<ArrayBuffer>;
  new (source: ArrayLike<number> | Iterable<number>): Float64Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): Float64Array<B>;
  of(...items: number[]): Float64Array<ArrayBuffer>;
  from(source: ArrayLike<number> | Iterable<number>): Float64Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => number): Float64Array<ArrayBuffer>;
}
declare var Float64Array: Float64ArrayConstructor;
interface BigInt64Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<bigint, BigInt64Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "BigInt64Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): BigInt64Array<B>;
}
interface BigInt64ArrayConstructor {
  readonly prototype: BigInt64Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): BigInt64Array<ArrayBuffer>;
  new (source: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): BigInt64Array<B>;
  of(...items: bigint[]): BigInt64Array<ArrayBuffer>;
  from(source: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => bigint): BigInt64Array<ArrayBuffer>;
}
declare var BigInt64Array: BigInt64ArrayConstructor;
interface BigUint64Array<B extends ArrayBufferLike = ArrayBufferLike> extends TypedArray<bigint, BigUint64Array<ArrayBuffer>> {
  readonly [Symbol.toStringTag]: "BigUint64Array";
  readonly buffer: B;
  subarray(start?: number, end?: number): BigUint64Array<B>;
}
interface BigUint64ArrayConstructor {
  readonly prototype: BigUint64Array;
  readonly BYTES_PER_ELEMENT: number;
  new (length?: number): BigUint64Array<ArrayBuffer>;
  new (source: ArrayLike<bigint> | Iterable<bigint>): BigUint64Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, offset?: number, length?: number): BigUint64Array<B>;
  of(...items: bigint[]): BigUint64Array<ArrayBuffer>;
  from(source: ArrayLike<bigint> | Iterable<bigint>): BigUint64Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, callback: (value: T, index: number) => bigint): BigUint64Array<ArrayBuffer>;
}
declare var BigUint64Array: BigUint64ArrayConstructor;

interface TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}
declare var TextEncoder: { new (): TextEncoder; readonly prototype: TextEncoder };
interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
declare var TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder; readonly prototype: TextDecoder };
declare function atob(text: string): string;
declare function btoa(text: string): string;
