// Base64 in its variants, and beside it Base32, hexadecimal and data URLs.
interface Codec {
  readonly name: string;
  encode(bytes: readonly number[]): string;
  decode(text: string): number[];
}

class DecodeError extends Error {
  override readonly name = "DecodeError";
  constructor(readonly codec: string, readonly position: number, what: string) {
    super(`${codec}: ${what} at ${position}`);
  }
}

interface RadixOptions {
  alphabet: string;
  bits: number;
  padding?: string;
  name: string;
}

class RadixCodec implements Codec {
  readonly name: string;
  private readonly values: ReadonlyMap<string, number>;
  private readonly group: number;

  constructor(private readonly options: RadixOptions) {
    this.name = options.name;
    if (options.alphabet.length !== 2 ** options.bits) throw new RangeError(`${options.name}: alphabet of ${options.alphabet.length}`);
    this.values = new Map([...options.alphabet].map((c, i) => [c, i]));
    let group = 8;
    while (group % options.bits !== 0) group += 8;
    this.group = group / options.bits;
  }

  encode(bytes: readonly number[]): string {
    const { alphabet, bits, padding } = this.options;
    let out = "";
    let buffer = 0;
    let held = 0;
    for (const byte of bytes) {
      buffer = ((buffer << 8) | (byte & 0xff)) & 0xffff;
      held += 8;
      while (held >= bits) {
        held -= bits;
        out += alphabet[(buffer >> held) & (2 ** bits - 1)];
      }
    }
    if (held > 0) out += alphabet[(buffer << (bits - held)) & (2 ** bits - 1)];
    if (padding !== undefined) while (out.length % this.group !== 0) out += padding;
    return out;
  }

  decode(text: string): number[] {
    const { bits, padding } = this.options;
    const bytes: number[] = [];
    let buffer = 0;
    let held = 0;
    let end = text.length;
    if (padding !== undefined) {
      if (text.length % this.group !== 0) throw new DecodeError(this.name, text.length, "wrong length");
      while (end > 0 && text[end - 1] === padding) end--;
    }
    for (let i = 0; i < end; i++) {
      const value = this.values.get(text[i]);
      if (value === undefined) throw new DecodeError(this.name, i, `unexpected '${text[i]}'`);
      buffer = ((buffer << bits) | value) & 0xffff;
      held += bits;
      if (held >= 8) {
        held -= 8;
        bytes.push((buffer >> held) & 0xff);
      }
    }
    if ((buffer & (2 ** held - 1)) !== 0) throw new DecodeError(this.name, end, "bits left over");
    return bytes;
  }
}

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LETTERS = UPPER + UPPER.toLowerCase();
const DIGITS = "0123456789";
const base64 = new RadixCodec({ name: "base64", alphabet: LETTERS + DIGITS + "+/", bits: 6, padding: "=" });
const base64url = new RadixCodec({ name: "base64url", alphabet: LETTERS + DIGITS + "-_", bits: 6 });
const base32 = new RadixCodec({ name: "base32", alphabet: UPPER + DIGITS.slice(2, 8), bits: 5, padding: "=" });
const hex = new RadixCodec({ name: "hex", alphabet: DIGITS + "abcdef", bits: 4 });

function toBytes(text: string): number[] {
  return [...text].flatMap((c) => {
    const code = c.codePointAt(0)!;
    const count = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    if (count === 0) return [code];
    const tail = Array.from({ length: count }, (_, i) => 0x80 | ((code >> (6 * (count - 1 - i))) & 0x3f));
    return [((0xf00 >> count) & 0xff) | (code >> (6 * count)), ...tail];
  });
}

function fromBytes(bytes: readonly number[]): string {
  let out = "";
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++];
    const count = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = count === 0 ? first : first & (0x3f >> count);
    for (let k = 0; k < count; k++) code = (code << 6) | (bytes[i++] & 0x3f);
    out += String.fromCodePoint(code);
  }
  return out;
}

const texts = ["", "f", "fo", "foo", "foob", "fooba", "foobar", "Man is distinguished", "ñ é 漢字 😀", "\u0000\u007f"];
for (const codec of [base64, base64url, base32, hex] as Codec[]) {
  const encoded = texts.map((t) => codec.encode(toBytes(t)));
  console.log(codec.name, encoded.slice(0, 7).join(" "));
  console.log(encoded.every((e, i) => fromBytes(codec.decode(e)) === texts[i]), encoded[8]);
}
const all = Array.from({ length: 256 }, (_, i) => i);
console.log(base64.encode(all).length, base64.decode(base64.encode(all)).every((b, i) => b === i), base64url.encode([251, 255, 254]), base64.encode([251, 255, 254]));
for (const bad of ["abc", "ab!=", "a===", "Zh==", "    "]) {
  try {
    console.log(base64.decode(bad));
  } catch (e) {
    if (e instanceof DecodeError) console.log(e.message, e.position);
    else throw e;
  }
}
try {
  new RadixCodec({ name: "bad", alphabet: "abc", bits: 2 });
} catch (e) {
  console.log(String(e));
}

interface DataUrl {
  type: string;
  parameters: Record<string, string>;
  content: string;
}
function parseDataUrl(url: string): DataUrl | null {
  if (!url.startsWith("data:")) return null;
  const comma = url.indexOf(",");
  if (comma < 0) return null;
  const [type, ...rest] = url.slice(5, comma).split(";");
  const encoded = rest.at(-1) === "base64" && rest.pop() !== undefined;
  const body = url.slice(comma + 1);
  return {
    type: type || "text/plain",
    parameters: Object.fromEntries(rest.map((p) => p.split("=", 2))),
    content: encoded ? fromBytes(base64.decode(body)) : body,
  };
}
console.log(parseDataUrl(`data:text/html;charset=utf-8;base64,${base64.encode(toBytes("<b>é</b>"))}`));
console.log(parseDataUrl("data:,plain"), parseDataUrl("http://x"), parseDataUrl("data:none"));
