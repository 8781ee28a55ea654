// expect: P3020 line 3
declare function seal(target: unknown, context: unknown): void;
@seal class A {}
new A();
