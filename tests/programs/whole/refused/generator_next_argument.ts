// tsc: 2345 line 8
function* g(): Generator<number, void, string> {
  const s = yield 1;
  console.log(s.length);
}
const it = g();
it.next();
it.next(5);
