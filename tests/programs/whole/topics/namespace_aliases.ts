// Names for namespaces and what is in them, and such names that a namespace exports.
namespace Geo { export namespace Deep { export const x = 1; export interface P { x: number } export function f(p: P = { x: 2 }): number { return p.x; } export class K { v = 2; static s = "st"; } export enum E { A, B } } export let counter = 0; export function inc() { return ++counter; } export import D2 = Deep; export type T = string; }
import D = Geo.Deep; import K = Geo.Deep.K; import P = Geo.Deep.P; import E = Geo.Deep.E; import OnlyType = Geo.T;
const p: P = { x: 5 }; const t: OnlyType = "t";
console.log(D.x, D.f(), D.f(p), new K().v, K.s, E.B, E[0], t, Geo.D2.x, new Geo.D2.K());
Geo.inc(); console.log(Geo.counter, typeof D, D === Geo.Deep);
function inner() { return D.f({ x: 9 }) + new K().v; } console.log(inner(), [1, 2].map((n) => D.f({ x: n })));
namespace Outer { import I = Geo.Deep; export const y = I.x + 1; export namespace In { import G = Geo; export const z = G.Deep.f() + y; } } console.log(Outer.y, Outer.In.z, Outer);
