// Decorators as programs have them: typed, made by functions, as methods of objects.
function logged<This, Args extends unknown[], Result>(
  target: (this: This, ...args: Args) => Result,
  context: ClassMethodDecoratorContext<This, (this: This, ...args: Args) => Result>,
): (this: This, ...args: Args) => Result {
  const name = String(context.name);
  return function (this: This, ...args: Args): Result {
    console.log(`> ${name}(${args.join(", ")})`);
    const result = target.call(this, ...args);
    console.log(`< ${name}: ${String(result)}`);
    return result;
  };
}

function bound<This extends object>(_target: (this: This, ...args: any[]) => unknown, context: ClassMethodDecoratorContext<This>): void {
  if (context.private) throw new Error("private");
  context.addInitializer(function (this: This) {
    const self = this as Record<PropertyKey, unknown>;
    self[context.name] = (self[context.name] as (...args: unknown[]) => unknown).bind(this);
  });
}

function atLeast(least: number) {
  return function <This>(target: ClassAccessorDecoratorTarget<This, number>, context: ClassAccessorDecoratorContext<This, number>): ClassAccessorDecoratorResult<This, number> {
    return {
      set(value) {
        if (value < least) throw new RangeError(`${String(context.name)} is less than ${least}`);
        target.set.call(this, value);
      },
      init(value) {
        return Math.max(value, least);
      },
    };
  };
}

const registry = new Map<string, new (...args: any[]) => object>();
function register(name: string) {
  return function <T extends new (...args: any[]) => object>(target: T, _context: ClassDecoratorContext<T>): void {
    registry.set(name, target);
  };
}

class Counter {
  counts: Record<string, number> = {};
  count(_value: unknown, context: ClassMemberDecoratorContext): void {
    this.counts[context.kind] = (this.counts[context.kind] ?? 0) + 1;
  }
  named(label: string): (value: unknown, context: ClassMemberDecoratorContext) => void {
    return (_value, context) => {
      console.log(label, context.kind, this.counts[context.kind]);
    };
  }
}
const counter = new Counter();

function doubled(_value: undefined, _context: ClassFieldDecoratorContext<unknown, number>): (initial: number) => number {
  return (initial) => initial * 2;
}

function memoized<This extends object, T>(getter: (this: This) => T, context: ClassGetterDecoratorContext<This, T>): (this: This) => T {
  const known = new WeakMap<This, T>();
  return function (this: This): T {
    if (!known.has(this)) known.set(this, getter.call(this));
    console.log("asked", context.access.has(this), known.has(this));
    return known.get(this)!;
  };
}

@register("account")
class Account {
  @doubled @counter.count balance = 50;
  @atLeast(1) accessor interest = 0;
  @counter.count @counter.named("owner") accessor owner = "nobody";

  @logged
  deposit(amount: number, note: string = "none"): number {
    this.balance += amount;
    return this.balance + note.length;
  }

  @bound
  show(): string {
    return `${this.owner}: ${this.balance}`;
  }

  @(memoized) get expensive(): number {
    console.log("computing");
    return this.balance * 100;
  }

  @logged static async transfer(from: string, to: string): Promise<string> {
    await null;
    return from + to;
  }

  @logged *[Symbol.iterator](): Generator<number> {
    yield this.balance;
  }
}

const account = new Account();
console.log(account.balance, account.interest, account.owner);
console.log(account.deposit(5), account.deposit(6, "more"));
account.owner = "Ann";
const show = account.show;
console.log(show());
console.log(account.expensive, account.expensive);
try {
  account.interest = 0;
} catch (error) {
  console.log(String(error));
}
account.interest = 3;
console.log(account.interest, counter.counts, [...registry.keys()], registry.get("account") === Account);
console.log([...account]);
console.log(await Account.transfer("a", "b"));
console.log(account, Object.keys(account));
