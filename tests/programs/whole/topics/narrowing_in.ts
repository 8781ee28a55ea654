interface Bird {
  fly(): string;
}
interface Fish {
  swim(): string;
  depth?: number;
}
function move(animal: Bird | Fish): string {
  if ("fly" in animal) return animal.fly();
  return animal.swim() + ("depth" in animal ? " at " + animal.depth : "");
}
console.log(move({ fly: () => "flap" }));
console.log(move({ swim: () => "splash" }), move({ swim: () => "dive", depth: 10 }));
function size(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value === "object" && value !== null && "size" in value && typeof value.size === "number") return value.size;
  if (typeof value === "object" && value !== null && "length" in value) return Number(value.length);
  return -1;
}
console.log(size("abc"), size([1, 2]), size(new Set([1])), size({ size: "large", length: "7" }), size(null), size({}));
const key = "b";
const record: Record<string, number> = { a: 1, b: 2 };
console.log(key in record, "c" in record, "toString" in record, 0 in ["x"], 1 in ["x"]);
class Private {
  #secret = 1;
  static is(value: object): value is Private {
    return #secret in value;
  }
  reveal() {
    return this.#secret;
  }
}
const candidates: object[] = [new Private(), {}];
for (const c of candidates) console.log(Private.is(c) ? c.reveal() : "no");
