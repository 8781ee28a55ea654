// expect: P3002 line 4
// expect: P3002 line 5
// expect: P3002 line 6
for (const x in [1]) console.log(x);
debugger;
class C<T> {}
