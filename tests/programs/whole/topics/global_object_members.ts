// The global object has what the library declares.
const g: any = globalThis;
console.log(typeof g.Reflect, typeof g.Math, typeof g.JSON, typeof g.Map, typeof g.setTimeout, typeof g.parseInt);
console.log(typeof g["Promise"], "Symbol" in g, "Nothing" in g, typeof (globalThis as any).console, typeof g.Nothing);
console.log(g.Reflect.ownKeys({ a: 1 }), g.Math.max(1, 2), new g.Map([[1, 2]]), g.JSON.stringify([1]), g.parseInt("12px"));
console.log(g.Map === Map, g.Math === Math, g.parseInt === parseInt, globalThis === g, g.globalThis === g);
g.mine = 5;
console.log(g.mine, (globalThis as any).mine, Object.getOwnPropertyDescriptor(g, "Math")?.enumerable);
console.log([g.Reflect]);
