// tsc: 2345 line 5
function each(items: number[], f: (n: number) => void) {
  items.forEach(f);
}
each([1], (s: string) => console.log(s));
