function thrower(kind: number): never {
  switch (kind) {
    case 0:
      throw new Error("plain");
    case 1:
      throw "text";
    case 2:
      throw 42;
    case 3:
      throw { code: "E1", message: "object" };
    case 4:
      throw null;
    case 5:
      throw undefined;
    case 6:
      throw ["a", "list"];
    case 7:
      throw () => "function";
    default:
      throw new RangeError("range " + kind);
  }
}
for (let i = 0; i < 9; i++) {
  try {
    thrower(i);
  } catch (e: any) {
    console.log(i, typeof e, e?.message, e?.code, e?.length, e instanceof Error, typeof e === "function" ? e() : String(e));
  }
}
try {
  thrower(0);
} catch {
  console.log("no binding");
}
try {
  (null as any).f();
} catch ({ name, message }: any) {
  console.log(name, message);
}
function unknownCatch(kind: number): string {
  try {
    thrower(kind);
  } catch (e) {
    if (typeof e === "string") return e.toUpperCase();
    if (e instanceof RangeError) return "range";
    if (e && typeof e === "object" && "code" in e) return String(e.code);
    return "?";
  }
}
console.log(unknownCatch(1), unknownCatch(8), unknownCatch(3), unknownCatch(4));
