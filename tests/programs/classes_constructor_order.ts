// reference
const log: string[] = [];
function note(s: string): number { log.push(s); return log.length; }
class A { a = note("A.a"); constructor() { note("A()"); } }
class B extends A { b = note("B.b"); constructor() { note("before super"); super(); note("B()"); } c = note("B.c"); }
const b = new B(); console.log(log.join(","), b.a, b.b, b.c);
