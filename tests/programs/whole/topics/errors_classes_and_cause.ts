class AppError extends Error {
  readonly code: string;
  constructor(message: string, code = "E0", options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}
class DbError extends AppError {
  constructor(readonly query: string, cause?: unknown) {
    super(`query failed: ${query}`, "EDB", { cause });
  }
}
function low() {
  throw new TypeError("socket closed");
}
function middle() {
  try {
    low();
  } catch (e) {
    throw new DbError("SELECT 1", e);
  }
}
try {
  middle();
} catch (e) {
  for (let error: unknown = e, depth = 0; error instanceof Error; error = error.cause, depth++) {
    console.log("  ".repeat(depth) + `${error.name}: ${error.message}`, "code" in error ? error.code : "");
  }
  console.log(e instanceof DbError, e instanceof AppError, e instanceof Error, e instanceof TypeError, Object.keys(e as object));
}
const plain = new Error("m", { cause: "why" });
console.log(plain.cause, "cause" in plain, "cause" in new Error("x"), plain.message, plain.name, Object.hasOwn(plain, "message"), Object.hasOwn(new Error(), "message"));
for (const E of [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError]) {
  const e = new E("msg");
  console.log(e.name, String(e), e instanceof Error, Object.prototype.toString.call(e), E.prototype.name, e.constructor === E);
}
console.log(String(new Error("")), String(new Error()), new Error(undefined).message === "", new Error(5 as any).message, (Error as any)("no new") instanceof Error);
const custom: any = new Error("a");
custom.name = "";
console.log(String(custom), Error.prototype.toString.call({ name: "N", message: "M" }), Error.prototype.toString.call({}));
const agg = new AggregateError([new Error("1"), "2"], "many");
console.log(agg.errors.length, agg.message, agg.name);
console.log(JSON.stringify(new Error("hidden")), Object.keys(new Error("x")), typeof new Error("x").stack, new Error("first line").stack!.split("\n")[0]);
class Silent extends Error {
  get message() {
    return "computed message";
  }
}
console.log(String(new Silent()), new Silent().message);
console.log(new AppError("x").stack!.split("\n")[0]);
