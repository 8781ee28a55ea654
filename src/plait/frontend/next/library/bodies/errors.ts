// Error and its classes. What an Error record keeps inside is the machine's error, which knows where it was thrown.

class Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(Error, [message, options]);
    initializeError(this, message, options);
  }

  toString() {
    if (!$value_isObject(this)) throw incompatible("Error.prototype.toString", this);
    return errorText(this);
  }

  get stack() {
    return errorStack(this);
  }

  set stack(value) {
    $property_define(this, "stack", value, IS_WRITABLE | IS_CONFIGURABLE);
  }

  static isError(value) {
    return $value_kind(value) === KIND_RECORD && $value_kind($record_inner(value)) === KIND_ERROR;
  }

  static captureStackTrace(target, without) {
    if (!$value_isObject(target)) throw new TypeError("Invalid argument");
    $property_define(target, "stack", errorText(target) + "\n    at <anonymous>", IS_WRITABLE | IS_CONFIGURABLE);
  }

  static {
    describeErrors(Error, "Error");
  }
}

class TypeError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(TypeError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(TypeError, "TypeError");
  }
}

class RangeError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(RangeError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(RangeError, "RangeError");
  }
}

class ReferenceError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(ReferenceError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(ReferenceError, "ReferenceError");
  }
}

class SyntaxError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(SyntaxError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(SyntaxError, "SyntaxError");
  }
}

class EvalError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(EvalError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(EvalError, "EvalError");
  }
}

class URIError extends Error {
  constructor(message, options = undefined) {
    if (this === undefined) return construct(URIError, [message, options]);
    super(message, options);
  }

  static {
    describeErrors(URIError, "URIError");
  }
}

class AggregateError extends Error {
  constructor(errors, message, options = undefined) {
    if (this === undefined) return construct(AggregateError, [errors, message, options]);
    super(message, options);
    $property_define(this, "errors", listOf(errors), IS_WRITABLE | IS_CONFIGURABLE);
  }

  static {
    describeErrors(AggregateError, "AggregateError");
  }
}

class SuppressedError extends Error {
  constructor(error, suppressed, message, options = undefined) {
    if (this === undefined) return construct(SuppressedError, [error, suppressed, message, options]);
    super(message, options);
    $property_define(this, "error", error, IS_WRITABLE | IS_CONFIGURABLE);
    $property_define(this, "suppressed", suppressed, IS_WRITABLE | IS_CONFIGURABLE);
  }

  static {
    describeErrors(SuppressedError, "SuppressedError");
  }
}

// The getter and setter of every error's own `stack`.
const stackAccessors: $List = [
  function () {
    return errorStack(this);
  },
  function (value) {
    $property_define(this, "stack", value, IS_WRITABLE | IS_CONFIGURABLE);
  },
];

function describeErrors(C, name: string): void {
  $property_define(C.prototype, "name", name, IS_WRITABLE | IS_CONFIGURABLE);
  $property_define(C.prototype, "message", "", IS_WRITABLE | IS_CONFIGURABLE);
}

function initializeError(error, message, options): void {
  $record_setInner(error, $error_new("Error", ""));
  $property_define(error, "stack", stackAccessors, IS_ACCESSOR | IS_CONFIGURABLE);
  if (message !== undefined) $property_define(error, "message", toText(message), IS_WRITABLE | IS_CONFIGURABLE);
  if ($value_isObject(options) && hasProperty("cause", options)) {
    $property_define(error, "cause", options.cause, IS_WRITABLE | IS_CONFIGURABLE);
  }
}

function isError(x): boolean {
  return $value_kind($record_inner(x)) === KIND_ERROR;
}

// Name and message, as `Error.prototype.toString` has them.
function errorText(error): string {
  const givenName = error.name;
  const givenMessage = error.message;
  const name = givenName === undefined ? "Error" : toText(givenName);
  const message = givenMessage === undefined ? "" : toText(givenMessage);
  if (name === "") return message;
  return message === "" ? name : name + ": " + message;
}

// The stack's text is made when it is first asked for, by the name and message of that time.
function errorStack(error): any {
  const inner = $record_inner(error);
  if ($value_kind(inner) !== KIND_ERROR) return undefined;
  $error_setText(inner, errorText(error), "");
  let text = $error_stack(inner);
  if ($string_indexOf(text, "\n    at ", 0) < 0) text = text + "\n    at <anonymous>";
  $property_define(error, "stack", text, IS_WRITABLE | IS_CONFIGURABLE);
  return text;
}
