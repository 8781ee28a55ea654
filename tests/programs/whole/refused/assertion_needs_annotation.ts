// tsc: 2775 line 5
const assert = (c: unknown): asserts c => {
  if (!c) throw new Error("no");
};
assert(1);
