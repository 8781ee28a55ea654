// expect: P3002 line 2
class A {}
