function describe(value: string | number | boolean | undefined | null | symbol | (() => string) | object): string {
  if (typeof value === "string") return "string of " + value.length;
  if (typeof value === "number") return "number " + value.toFixed(1);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "undefined") return "nothing";
  if (typeof value === "symbol") return value.toString();
  if (typeof value === "function") return "function giving " + value();
  if (value === null) return "null";
  return "object with " + Object.keys(value).length;
}
const samples = ["four", 4, true, false, undefined, null, Symbol("s"), () => "f", { a: 1, b: 2 }, [1]];
for (const sample of samples) console.log(describe(sample));
function twice(value: string | number) {
  return typeof value === "number" ? value * 2 : value + value;
}
console.log(twice(4), twice("ab"));
function pad(padding: number | string, text: string): string {
  if (typeof padding !== "string") {
    return " ".repeat(padding) + text;
  }
  return padding + text;
}
console.log(pad(3, "x"), pad("--", "x"));
const kind = typeof samples[0];
switch (typeof samples[1]) {
  case "string":
    console.log("s", kind);
    break;
  case "number":
    console.log("n", kind);
    break;
  default:
    console.log("other");
}
