// `arguments`: all that a function was given, of the innermost function around that is no arrow.
function count(): number {
  return arguments.length;
}
const loose: any = count;
console.log(count(), loose(1), loose(1, 2, 3, 4, 5, 6, 7));

function at(a: any, b?: any): any {
  return [arguments[0], arguments[1], arguments[5], a, b];
}
console.log(at(1, 2), (at as any)(1, 2, 3, 4, 5, 6));

function all(this: any): any[] {
  const seen: any[] = [];
  for (const x of arguments) seen.push(x);
  return [seen, [...arguments], Array.from(arguments), Array.prototype.slice.call(arguments, 1)];
}
console.log((all as any)(1, "a", null, undefined, { b: 2 }));

function shown(...rest: any[]): void {
  console.log(arguments, rest, typeof arguments, Array.isArray(arguments));
  console.log(Object.prototype.toString.call(arguments), Object.keys(arguments), JSON.stringify(arguments));
  console.log(Object.getOwnPropertyNames(arguments), arguments instanceof Object, String(arguments));
}
shown();
shown(1, [2], "x");

// It is an object of its own: parameters and elements do not follow each other.
function apart(a: any): any {
  arguments[0] = "changed";
  const first = a;
  a = "other";
  return [first, a, arguments[0], arguments.length];
}
console.log(apart(1));

function changed(): any {
  arguments.length = 1;
  (arguments as any).more = true;
  return [[...arguments], arguments];
}
console.log((changed as any)(1, 2, 3));

// Arrows use that of the function around.
function outer(a: any): any {
  const inner: any = (b: any) => [arguments[0], arguments.length, b, (() => arguments[1])()];
  return inner(3);
}
console.log((outer as any)(1, 2));

function nested(a: any): any {
  function inside(b: any): any {
    return [arguments[0], arguments.length];
  }
  return [(inside as any)(9, 8), arguments[0]];
}
console.log(nested(1));

// In defaults, methods, accessors, constructors, generators and async functions.
function defaults(a: any = arguments.length, b: any = arguments[0]): any {
  return [a, b];
}
console.log(defaults(), defaults(5), defaults(undefined, 6));

class Of {
  given: any;
  constructor(a?: any) {
    this.given = arguments;
  }
  method(a: any): any {
    return [arguments.length, arguments[0]];
  }
  set it(x: any) {
    console.log("set", arguments.length, arguments[0]);
  }
  get it(): any {
    return arguments.length;
  }
  static of(): any {
    return [...arguments];
  }
}
class Below extends Of {
  constructor() {
    super(...(arguments as any));
    console.log("below", arguments.length);
  }
}
const of = new Of(1);
console.log(of.given, of.method("m"), of.it, (Of as any).of(1, 2));
of.it = 4;
console.log(new (Below as any)(1, 2, 3).given.length);

function* generated(a: any): any {
  yield* arguments;
  yield arguments.length;
}
console.log([...(generated as any)(1, 2, 3, 4, 5)]);

async function later(a: any): Promise<any> {
  await null;
  return Array.from(arguments);
}
console.log(await (later as any)(1, 2));

const literal: any = {
  method() {
    return arguments;
  },
};
console.log(literal.method(1), { arguments: 1 }.arguments, literal.method.call(null, 2, 3).length);

function passed(): any {
  return (at as any).apply(null, arguments);
}
console.log((passed as any)(1, 2));

const early: any = function (): any {
  try {
    return arguments.callee;
  } catch (e: any) {
    return e.name;
  }
};
console.log(early());

function shadowed(): any {
  const f: any = (args: any) => args.length;
  return f(arguments);
}
console.log((shadowed as any)(1, 2, 3));
