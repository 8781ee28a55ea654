// The types that the language itself speaks of, and the utility types.

type int = intrinsic;
type long = intrinsic;

type Uppercase<S extends string> = intrinsic;
type Lowercase<S extends string> = intrinsic;
type Capitalize<S extends string> = intrinsic;
type Uncapitalize<S extends string> = intrinsic;
type NoInfer<T> = intrinsic;

type PropertyKey = string | number | symbol;

type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<F extends (...args: any) => any> = F extends (...args: infer P) => any ? P : never;
type ConstructorParameters<C extends abstract new (...args: any) => any> = C extends abstract new (...args: infer P) => any
  ? P
  : never;
type ReturnType<F extends (...args: any) => any> = F extends (...args: any) => infer R ? R : any;
type InstanceType<C extends abstract new (...args: any) => any> = C extends abstract new (...args: any) => infer R
  ? R
  : any;
type ThisParameterType<F> = F extends (this: infer U, ...args: never) => any ? U : unknown;
type OmitThisParameter<F> = unknown extends ThisParameterType<F>
  ? F
  : F extends (...args: infer A) => infer R
    ? (...args: A) => R
    : F;
type Awaited<T> = T extends null | undefined
  ? T
  : T extends object & { then(onfulfilled: infer F, ...args: infer _): any }
    ? F extends (value: infer V, ...args: infer _) => any
      ? Awaited<V>
      : never
    : T;
interface ThisType<T> {}

interface Object {
  constructor: Function;
  toString(): string;
  toLocaleString(): string;
  valueOf(): Object;
  hasOwnProperty(key: PropertyKey): boolean;
  isPrototypeOf(value: Object): boolean;
  propertyIsEnumerable(key: PropertyKey): boolean;
}

interface PropertyDescriptor {
  configurable?: boolean;
  enumerable?: boolean;
  value?: any;
  writable?: boolean;
  get?(): any;
  set?(value: any): void;
}

interface TypedPropertyDescriptor<T> {
  configurable?: boolean;
  enumerable?: boolean;
  value?: T;
  writable?: boolean;
  get?: () => T;
  set?: (value: T) => void;
}

interface PropertyDescriptorMap {
  [key: PropertyKey]: PropertyDescriptor;
}

interface ObjectConstructor {
  new (value?: any): Object;
  (): any;
  (value: any): any;
  readonly prototype: Object;
  getPrototypeOf(value: any): any;
  setPrototypeOf(value: any, prototype: object | null): any;
  getOwnPropertyNames(value: any): string[];
  getOwnPropertySymbols(value: any): symbol[];
  getOwnPropertyDescriptor(value: any, key: PropertyKey): PropertyDescriptor | undefined;
  getOwnPropertyDescriptors<T>(
    value: T,
  ): { [P in keyof T]: TypedPropertyDescriptor<T[P]> } & { [key: string]: PropertyDescriptor };
  create(prototype: object | null, properties?: PropertyDescriptorMap & ThisType<any>): any;
  defineProperty<T>(value: T, key: PropertyKey, descriptor: PropertyDescriptor & ThisType<any>): T;
  defineProperties<T>(value: T, properties: PropertyDescriptorMap & ThisType<any>): T;
  seal<T>(value: T): T;
  freeze<F extends Function>(value: F): F;
  freeze<T extends { [index: string]: U | null | undefined | object }, U extends string | bigint | number | boolean | symbol>(
    value: T,
  ): Readonly<T>;
  freeze<T>(value: T): Readonly<T>;
  preventExtensions<T>(value: T): T;
  isSealed(value: any): boolean;
  isFrozen(value: any): boolean;
  isExtensible(value: any): boolean;
  keys(value: {}): string[];
  values<T>(value: { [key: string]: T } | ArrayLike<T>): T[];
  values(value: {}): any[];
  entries<T>(value: { [key: string]: T } | ArrayLike<T>): [string, T][];
  entries(value: {}): [string, any][];
  fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [key: string]: T };
  fromEntries(entries: Iterable<readonly any[]>): any;
  assign<T extends {}, U>(target: T, source: U): T & U;
  assign<T extends {}, U, V>(target: T, first: U, second: V): T & U & V;
  assign<T extends {}, U, V, W>(target: T, first: U, second: V, third: W): T & U & V & W;
  assign(target: object, ...sources: any[]): any;
  is(left: any, right: any): boolean;
  hasOwn(value: object, key: PropertyKey): boolean;
  groupBy<K extends PropertyKey, T>(items: Iterable<T>, key: (item: T, index: number) => K): Partial<Record<K, T[]>>;
}
declare var Object: ObjectConstructor;

declare var Reflect: {
  apply<T, A extends readonly any[], R>(target: (this: T, ...values: A) => R, self: T, values: Readonly<A>): R;
  apply(target: Function, self: any, values: ArrayLike<any>): any;
  construct<A extends readonly any[], R>(target: new (...values: A) => R, values: Readonly<A>, newTarget?: Function): R;
  construct(target: Function, values: ArrayLike<any>, newTarget?: Function): any;
  defineProperty(target: object, key: PropertyKey, descriptor: PropertyDescriptor & ThisType<any>): boolean;
  deleteProperty(target: object, key: PropertyKey): boolean;
  get<T extends object, P extends PropertyKey>(target: T, key: P, self?: unknown): P extends keyof T ? T[P] : any;
  getOwnPropertyDescriptor<T extends object, P extends PropertyKey>(
    target: T,
    key: P,
  ): TypedPropertyDescriptor<P extends keyof T ? T[P] : any> | undefined;
  getPrototypeOf(target: object): object | null;
  has(target: object, key: PropertyKey): boolean;
  isExtensible(target: object): boolean;
  ownKeys(target: object): (string | symbol)[];
  preventExtensions(target: object): boolean;
  set<T extends object, P extends PropertyKey>(
    target: T,
    key: P,
    value: P extends keyof T ? T[P] : any,
    self?: any,
  ): boolean;
  set(target: object, key: PropertyKey, value: any, self?: any): boolean;
  setPrototypeOf(target: object, prototype: object | null): boolean;
};

interface Function {
  apply(this: Function, thisArg: any, args?: any): any;
  call(this: Function, thisArg: any, ...args: any[]): any;
  bind(this: Function, thisArg: any, ...args: any[]): any;
  toString(): string;
  prototype: any;
  readonly length: number;
  readonly name: string;
  arguments: any;
  caller: Function;
  [Symbol.hasInstance](value: any): boolean;
}

// Functions are made of no texts.
interface FunctionConstructor {
  new (text: never): Function;
  (text: never): Function;
  readonly prototype: Function;
}
declare var Function: FunctionConstructor;

interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {
  [index: number]: any;
  length: number;
  callee: Function;
  [Symbol.iterator](): ArrayIterator<any>;
}

interface Boolean {
  valueOf(): boolean;
}
interface BooleanConstructor {
  new (value?: any): Boolean;
  <T>(value?: T): boolean;
  readonly prototype: Boolean;
}
declare var Boolean: BooleanConstructor;

interface Symbol {
  toString(): string;
  valueOf(): symbol;
  readonly description: string | undefined;
  [Symbol.toPrimitive](hint: string): symbol;
}
interface SymbolConstructor {
  readonly prototype: Symbol;
  (description?: string | number): symbol;
  for(key: string): symbol;
  keyFor(symbol: symbol): string | undefined;
  readonly iterator: unique symbol;
  readonly asyncIterator: unique symbol;
  readonly hasInstance: unique symbol;
  readonly isConcatSpreadable: unique symbol;
  readonly match: unique symbol;
  readonly matchAll: unique symbol;
  readonly replace: unique symbol;
  readonly search: unique symbol;
  readonly species: unique symbol;
  readonly split: unique symbol;
  readonly toPrimitive: unique symbol;
  readonly toStringTag: unique symbol;
  readonly unscopables: unique symbol;
  readonly dispose: unique symbol;
  readonly asyncDispose: unique symbol;
  readonly metadata: unique symbol;
}
declare var Symbol: SymbolConstructor;

interface Error {
  name: string;
  message: string;
  stack?: string;
  cause?: unknown;
}
interface ErrorOptions {
  cause?: unknown;
}
interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
  (message?: string, options?: ErrorOptions): Error;
  readonly prototype: Error;
  captureStackTrace(target: object, constructor?: Function): void;
  isError(value: unknown): value is Error;
}
declare var Error: ErrorConstructor;

interface EvalError extends Error {}
interface EvalErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): EvalError;
  (message?: string, options?: ErrorOptions): EvalError;
  readonly prototype: EvalError;
}
declare var EvalError: EvalErrorConstructor;
interface RangeError extends Error {}
interface RangeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): RangeError;
  (message?: string, options?: ErrorOptions): RangeError;
  readonly prototype: RangeError;
}
declare var RangeError: RangeErrorConstructor;
interface ReferenceError extends Error {}
interface ReferenceErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): ReferenceError;
  (message?: string, options?: ErrorOptions): ReferenceError;
  readonly prototype: ReferenceError;
}
declare var ReferenceError: ReferenceErrorConstructor;
interface SyntaxError extends Error {}
interface SyntaxErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): SyntaxError;
  (message?: string, options?: ErrorOptions): SyntaxError;
  readonly prototype: SyntaxError;
}
declare var SyntaxError: SyntaxErrorConstructor;
interface TypeError extends Error {}
interface TypeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): TypeError;
  (message?: string, options?: ErrorOptions): TypeError;
  readonly prototype: TypeError;
}
declare var TypeError: TypeErrorConstructor;
interface URIError extends Error {}
interface URIErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): URIError;
  (message?: string, options?: ErrorOptions): URIError;
  readonly prototype: URIError;
}
declare var URIError: URIErrorConstructor;
interface AggregateError extends Error {
  errors: any[];
}
interface AggregateErrorConstructor extends ErrorConstructor {
  new (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError;
  (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError;
  readonly prototype: AggregateError;
}
declare var AggregateError: AggregateErrorConstructor;
interface SuppressedError extends Error {
  error: any;
  suppressed: any;
}
interface SuppressedErrorConstructor extends ErrorConstructor {
  new (error: any, suppressed: any, message?: string): SuppressedError;
  (error: any, suppressed: any, message?: string): SuppressedError;
  readonly prototype: SuppressedError;
}
declare var SuppressedError: SuppressedErrorConstructor;

declare var NaN: number;
declare var Infinity: number;
declare function isNaN(value: number): boolean;
declare function isFinite(value: number): boolean;
declare function parseInt(text: string, radix?: number): number;
declare function parseFloat(text: string): number;
declare function encodeURIComponent(value: string | number | boolean): string;
declare function decodeURIComponent(text: string): string;
declare function encodeURI(text: string): string;
declare function decodeURI(text: string): string;
