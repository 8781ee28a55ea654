// expect: P3016 line 3
function f(): void {}
f<number>();
