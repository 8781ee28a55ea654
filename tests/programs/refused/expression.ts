// expect: P3003 line 4
declare function seal(target: unknown, context: unknown): void;
@seal class A {}
function f(): number { return arguments.length; }
new A();
f();
