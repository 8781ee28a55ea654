// URLSearchParams: parsing and writing, methods, iteration, the link to a URL.
for (const text of ["", "?", "a", "a=", "=a", "=", "&&a=1&&b", "?a=1&a=2", "??a", "a=b=c", "a+b=c+d", "%61=%C3%BC", "a=%zz%4", "a=%FF%C3", "a=%F0%9F%98%80", "ü=😀", "\ud800=x", "a=%00", "+=+", "a%26=b%3D", "%EF%BB%BFa=1", "a=%e4%bd%a0x%E5"]) {
  const params = new URLSearchParams(text);
  console.log(JSON.stringify(text), params.toString(), JSON.stringify([...params]), params.size);
}
console.log(new URLSearchParams({ plain: "a b", marks: "*-._~!'()", signs: "&=+%#?/", other: "é漢😀\0\n" }).toString());

const params = new URLSearchParams([["b", "1"], ["a", "2"], ["b", "3"]]);
params.append("c", "4");
console.log(params.get("b"), params.get("z"), params.getAll("b"), params.getAll("z"), params.has("a"), params.has("a", "3"), params.has("b", "3"));
params.set("b", "5");
params.set("d", "6");
console.log(params.toString());
params.append("a", "7");
params.delete("a", "2");
console.log(params.toString());
params.delete("a");
params.append("B", "8");
params.append("b", "0");
params.append("é", "9");
params.append("😀", "x");
params.append("\uffff", "y");
params.sort();
console.log(params.toString(), params.size);
params.forEach(function (this: unknown, value, key, parent) { console.log(value, key, parent === params, this); }, "self");
console.log([...params.keys()].join(), [...params.values()].join(), [...params.entries()].length, Object.fromEntries(params));

const walked = new URLSearchParams("a=1&b=2&c=3");
const seen: string[] = [];
for (const [key] of walked) {
  seen.push(key);
  if (key === "a") walked.delete("a");
  if (key === "c") walked.append("d", "4");
}
console.log(seen.join(), walked.toString());

console.log(new URLSearchParams(new Map([["m", "1"], ["n", "2"]])).toString(), new URLSearchParams(params).size, new URLSearchParams(new Set([new Set(["x", "y"])]) as any).toString());
console.log(new URLSearchParams({ a: 1, b: null, c: [1, 2]} as any).toString(), new URLSearchParams(12 as any).toString(), new URLSearchParams(null as any).size);
function* pairs() {
  yield ["g", "1"];
  yield ["h", "2"];
}
console.log(new URLSearchParams(pairs()).toString());

const url = new URL("https://h/p?a=1#f");
const linked = url.searchParams;
linked.append("b", "x y");
console.log(url.href, url.searchParams === linked);
url.search = "?c=3&d=4";
console.log(linked.toString(), linked.size);
linked.delete("c");
linked.set("d", "ü");
console.log(url.search, url.href);
linked.delete("d");
console.log(url.href, url.search === "");
url.href = "http://other/?q=%20";
console.log(linked.get("q"), JSON.stringify(url));
linked.sort();
console.log(url.href, url);
for (let i = 0; i < 2000; i++) url.searchParams.append("k" + i, "v");
console.log(url.href.length, linked.size);

console.log(new URLSearchParams(), new URLSearchParams("a=1&b=it's"), [new URLSearchParams("x=y")], [[[new URLSearchParams("x=y")]]], linked.keys().next(), new URLSearchParams("a=1&b=2").entries(), new URLSearchParams("a=1").values());
console.log(new URLSearchParams(Array.from({ length: 12 }, (_, i) => ["key" + i, "value" + i])), { in: new URLSearchParams(Array.from({ length: 8 }, (_, i) => ["key" + i, "value" + i])) });
const steps = new URLSearchParams("a=1&b=2").keys();
steps.next();
console.log(steps, Object.prototype.toString.call(steps), Object.prototype.toString.call(params), [...steps], steps.next());
console.log(Object.keys(URLSearchParams.prototype).sort(), URLSearchParams.prototype[Symbol.iterator] === URLSearchParams.prototype.entries, URLSearchParams.length);
console.log(["append", "delete", "get", "getAll", "has", "set", "sort", "forEach", "keys"].map((name) => (URLSearchParams.prototype as any)[name].length).join());
class Query extends URLSearchParams {
  first(): string {
    return [...this.values()][0]!;
  }
}
console.log(new Query("a=1").first(), new Query("a=1"));
const failing: (() => unknown)[] = [
  () => new URLSearchParams({ [Symbol()]: 1 } as any), () => new URLSearchParams([null] as any), () => linked.keys().next.call({} as any), () => url.searchParams.append("x", Symbol() as any),
  () => (URLSearchParams as any)(), () => new URLSearchParams([["a"]]), () => new URLSearchParams([1] as any), () => new URLSearchParams({ [Symbol.iterator]: 1 } as any), () => (params as any).append("a"),
  () => (params as any).get(), () => params.forEach(1 as any), () => params.get(Symbol() as any), () => URLSearchParams.prototype.get.call({} as any, "a"), () => URLSearchParams.prototype.size,
];
for (const f of failing) {
  try {
    console.log(f());
  } catch (error) {
    console.log((error as Error).message, (error as Error & { code: string }).code);
  }
}
