// tsc: 2322 line 2
const f: (a: string | number) => void = (a: string) => console.log(a);
f(1);
