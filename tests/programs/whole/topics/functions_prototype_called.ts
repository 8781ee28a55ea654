// @ts-nocheck
// Function.prototype is a function, and what looks at the caller throws.
console.log(typeof Function.prototype, Function.prototype(1,2), Object.getPrototypeOf(Function.prototype) === Object.prototype);
console.log(Function.prototype, [Function.prototype], Function.prototype.name === "", Function.prototype.length);
console.log(Function.prototype instanceof Function, Function.prototype instanceof Object, String(Function.prototype));
console.log(Object.getPrototypeOf(class {}) === Function.prototype, (() => 1).__proto__ === Function.prototype);
try { new Function.prototype() } catch (e) { console.log(String(e)) }
console.log([1,2].map(Function.prototype), Function.prototype.hasOwnProperty("call"));
function f() {}
console.log(f.call.name, f.bind(null).name, "prototype" in Function.prototype, 'x' in f);
Function.prototype.extra = function () { return this.name; };
console.log(f.extra(), (class A {}).extra(), Object.keys(Function.prototype), parseInt.extra(), [].map.extra());
for (const k in f) console.log(k);
delete Function.prototype.extra;
console.log(f.extra, Object.getOwnPropertyNames(Function.prototype).sort().join());
console.log(Object.prototype.toString.call(Function.prototype), Function.prototype === Function.__proto__, Function.prototype.constructor === Function);
async function g(){} 
console.log(Object.getPrototypeOf(Object.getPrototypeOf(g)) === Function.prototype, g instanceof Function, g.call === f.call);
class E extends Function.prototype.constructor {}
try { class Z extends Function.prototype {} } catch (e) { console.log(e.message) }
const o = Object.create(Function.prototype); console.log(typeof o, o.call === f.call, o instanceof Function);
const m = Object.create(f); console.log(typeof m, m.name, m.call === f.call);

const d = Object.getOwnPropertyDescriptor(Function.prototype, "caller");
const callee = (function () { return Object.getOwnPropertyDescriptor(arguments, "callee"); })();
const args = Object.getOwnPropertyDescriptor(Function.prototype, "arguments");
console.log(d.get === d.set, callee.get === callee.set, callee.get === d.get, args.get === d.get, Object.isFrozen(callee.get), callee.get.name === "", callee.get.length, callee.enumerable, callee.configurable, d.configurable, d.enumerable);
try { callee.get(); } catch (e) { console.log(String(e)); }
try { (function f() { return f.caller })(); } catch (e) { console.log(String(e)); }
try { (() => 1).arguments; } catch (e) { console.log(String(e)); }
try { (class {}).caller = 3; } catch (e) { console.log(String(e)); }
(function () { try { arguments.callee; } catch (e) { console.log(String(e)); } })();
console.log(Object.getOwnPropertyNames(callee.get), Object.getPrototypeOf(callee.get) === Function.prototype);
