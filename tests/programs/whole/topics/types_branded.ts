type Brand<T, B extends string> = T & { readonly __brand?: B };
type UserId = Brand<number, "UserId">;
type Email = string & { readonly __email: unique symbol };
function email(text: string): Email {
  if (!text.includes("@")) throw new Error("no email: " + text);
  return text as Email;
}
const id: UserId = 5;
const send = (to: Email, from: UserId) => `${from} -> ${to.toUpperCase()}`;
console.log(send(email("a@b"), id), typeof id, id + 1);
try {
  email("nope");
} catch (e) {
  console.log((e as Error).message);
}
type Meters = number & { readonly unit: "m" };
type Feet = number & { readonly unit: "ft" };
const m = (n: number) => n as Meters;
const toFeet = (n: Meters) => (n * 3.25) as Feet;
console.log(toFeet(m(4)), m(1) + m(2), (m(5) as any).unit);
class Id<T> {
  declare private readonly _phantom: T;
  constructor(readonly value: number) {}
  equals(other: Id<T>) {
    return this.value === other.value;
  }
}
class Car {}
const c1 = new Id<Car>(1);
console.log(c1.equals(new Id<Car>(1)), c1, Object.keys(c1));
type NonEmpty<T> = [T, ...T[]];
const head = <T>(xs: NonEmpty<T>): T => xs[0];
const isNonEmpty = <T>(xs: T[]): xs is NonEmpty<T> => xs.length > 0;
const list: string[] = ["h", "t"];
if (isNonEmpty(list)) console.log(head(list));
declare const validated: unique symbol;
type Validated<T> = T & { [validated]: true };
const validate = <T extends { age: number }>(v: T): Validated<T> | null => (v.age >= 0 ? (v as Validated<T>) : null);
console.log(validate({ age: 3 }), validate({ age: -1 }));
