for (const bad of ["{bad", "[1, 2", '{"a":}', "xyz", '{"a":1}}']) {
  try {
    JSON.parse(bad);
  } catch (e) {
    console.log(bad, "->", (e as Error).name);
  }
}
function safeParse<T>(text: string, fallback: T): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return fallback;
  }
}
console.log(safeParse("[1,2]", [] as number[]), safeParse("[1,2", [0]), safeParse("{}", null));
