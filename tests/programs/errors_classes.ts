// Classes of errors: built-in ones, subclasses with fields, name, message, cause, instanceof.
class AppError extends Error {
  constructor(
    message: string,
    readonly code: number,
  ) {
    super(message);
    this.name = "AppError";
  }
  describe(): string {
    return `${this.name}[${this.code}]: ${this.message}`;
  }
}
class NotFound extends AppError {
  override name = "NotFound";
  constructor(what: string) {
    super(what + " not found", 404);
  }
}
class Plain extends RangeError {}
class WithField extends TypeError {
  detail = "d";
}

function attempt(which: number): void {
  if (which === 0) throw new AppError("broken", 500);
  if (which === 1) throw new NotFound("page");
  if (which === 2) throw new Plain("out");
  if (which === 3) throw new WithField("typed");
  if (which === 4) throw new RangeError("range");
  if (which === 5) throw new TypeError();
  if (which === 6) throw new Error("outer", { cause: new NotFound("inner") });
  console.log("fine");
}
for (let i = 0; i < 8; i++) {
  try {
    attempt(i);
  } catch (e) {
    if (e instanceof NotFound) console.log("not found", e.describe(), e.code);
    else if (e instanceof AppError) console.log("app", e.describe());
    else if (e instanceof WithField) console.log(e.detail, e.name, e.message);
    else if (e instanceof RangeError) console.log("range", e.name, e.message, e instanceof Plain);
    else if (e instanceof Error) {
      console.log(e.name, e.message === "", e instanceof TypeError);
      const cause = e.cause;
      if (cause instanceof NotFound) console.log("cause", cause.message, cause.code);
    }
  }
}
const error = new Error("text");
error.message += "!";
error.name = "Custom";
console.log(error.name, error.message, `${error}`, String(new Plain("p")), String(new NotFound("q")));
console.log(error instanceof Error, new Plain("x") instanceof RangeError, error.cause === undefined);
const stack = new AppError("s", 1).stack;
console.log(stack === undefined ? "none" : stack.length > 0);
const any: Error = new NotFound("z");
console.log(any.message, any instanceof AppError ? any.code : 0);
throw new NotFound("end");
