// Classes that share their names with namespaces of types.
declare namespace Scalar { interface Parsed extends Scalar { range: number } type T = 1 }
class Scalar<T = unknown> { value: T; constructor(v: T) { this.value = v; } static readonly PLAIN = "PLAIN"; }
namespace Opts { export interface A { x: number } }
class Opts { a: Opts.A = { x: 1 }; }
console.log(new Scalar(1).value, new Opts().a.x); const s: Scalar.T = 1; export type { Opts };
