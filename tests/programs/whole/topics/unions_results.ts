type Result<T, E = string> = { ok: true; value: T } | { ok: false; error: E };
const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
function parse(text: string): Result<number> {
  const n = Number(text);
  return text.trim() === "" || Number.isNaN(n) ? err(`"${text}" is no number`) : ok(n);
}
function divide(a: number, b: number): Result<number, "zero"> {
  if (b === 0) return err("zero" as const);
  return ok(a / b);
}
function chain<T, U, E, F>(r: Result<T, E>, f: (t: T) => Result<U, F>): Result<U, E | F> {
  return r.ok ? f(r.value) : r;
}
for (const text of ["12", "0", " ", "x1"]) {
  const r = chain(parse(text), (n) => divide(100, n));
  if (r.ok) console.log("value", r.value.toFixed(2));
  else console.log("error", r.error);
}
function all<T, E>(results: Result<T, E>[]): Result<T[], E> {
  const values: T[] = [];
  for (const r of results) {
    if (!r.ok) return r;
    values.push(r.value);
  }
  return ok(values);
}
console.log(all(["1", "2"].map(parse)), all(["1", "b", "c"].map(parse)));
