// URL: parsing, relative references, hosts, errors, setters, what objects look like.
function parts(url: URL): string {
  return JSON.stringify([url.href, url.origin, url.protocol, url.username, url.password, url.host, url.hostname, url.port, url.pathname, url.search, url.hash]);
}

function attempt(text: string, base?: string): void {
  try {
    console.log(JSON.stringify(text), base ?? "", parts(new URL(text, base)));
  } catch (error) {
    const failure = error as Error & { code: string; input: string; base?: string };
    console.log(JSON.stringify(text), base ?? "", failure instanceof TypeError, failure.message, failure.code, failure.input, failure.base, Object.keys(failure).join());
  }
}

const absolute = [
  "http://example.com", "HTTP://User:Pa%20ss@EXAMPLE.com:80/a/./b/../c?x=1#y", "https:\\\\example.com\\a\\b", "http:example.com", "https:////example.com/",
  "ws://h:81/", "wss://h:443", "ftp://h:21/x", "  http://h/ a b \t", "ht\ntp://h/\ra\tb", "http://h/%7Ba}?'q'#`f`", "http://h/ü?ü#ü", "http://u:p@q:r@h/",
  "http://:@h", "http://@/x", "http://u@", "http://", "http:///", "http://h:", "http://h:65536", "http://h:8x", "http://h:00080", "http://:80", "http://a b", "http://a%2fb",
  "http://%45xample.com", "http://a_b.c", "http://h\ud800", "http://h/\ud800?\udc00#\ud83d\ude00", "foo://H/a/../b?'", "foo://h ost/", "foo:///x", "foo:/x/../y", "foo:/.//p",
  "foo:opaque path ?q#f", "mailto:a@b", "data:text/plain,a b", "javascript:alert(1)", "blob:https://a.b:80/uuid", "blob:foo", "about:blank", "1http://h", "", "nothing", "//h", "foo:",
  "http://h/%2e/%2E%2e/a/%2e%2e/b/..", "http://h/.../..a", "http://h?a?b#c#d", "http://h/" + "a/../".repeat(20),
];
for (const text of absolute) attempt(text);

const hosts = [
  "1", "1.2", "1.2.3", "1.2.3.4", "1.2.3.4.", "1.2.3.4.5", "256", "1.256.3.4", "0x7f.1", "0X7F.0.0.1", "0x", "010.011.1.1", "09", "4294967295", "4294967296", "a.1", "a.0x", "1.a",
  "[::]", "[::1]", "[1::]", "[1:2:3:4:5:6:7:8]", "[1:0:0:2:0:0:0:3]", "[1:0:2:0:3:0:4:0]", "[::1.2.3.4]", "[::FFFF:1.2.3.4]", "[::1.2.3]", "[::01.2.3.4]", "[1:2]", "[1::2::3]", "[12345::]",
  "[::1", "[g::]", "[:1]", "[1:]", "[]", "[::1]:8080", "[::1]8080", "xn--bcher-kva.de", "xn--", "xn--0", "a..b", ".", "a.", "localhost",
];
for (const host of hosts) attempt(`http://${host}/`);
for (const host of ["[::1]", "1.2", "%41", "a%zz", "a^b"]) attempt(`foo://${host}/`);

const files = ["file:", "file:x", "file:/x", "file://x", "file:///x", "file://localhost/x", "file:///C|/x/../..", "file:C:/x", "file://C:/x", "file:///c:\\x", "file://h:80/x", "file:////x", "file://[::1]/x"];
for (const text of files) attempt(text);

const references = ["", "?", "#", "?q", "#f", "a", "./a", "../a", "../../../a", "/a", "//h", "//h/a", "///a", "\\a", "\\\\h\\a", "a:b", "http:a", "https:a", ".", "..", "C|/a", "/C:/a", "%2e%2e/a", "a b", "/.."];
for (const base of ["http://u:p@b:81/d/e/f?q#f", "file:///C:/d/e", "file://s/d/e"]) for (const reference of references) attempt(reference, base);
for (const reference of ["", "#f", "a", "//h/a"]) for (const base of ["mailto:x", "foo://b", "foo:/d/e", "bad"]) if (base !== "mailto:x" || reference !== "a") attempt(reference, base);

type Part = "href" | "protocol" | "username" | "password" | "host" | "hostname" | "port" | "pathname" | "search" | "hash";
const values: Record<Part, string[]> = {
  href: ["http://z/", " foo:x ", "bad"],
  protocol: ["http", "https:", "foo", "file", "ws:rest", "ht\ttp", "1x", ""],
  username: ["", "a:b@ü"],
  password: ["", "a:b@ü"],
  host: ["", "x", "X:90", "x:443", "x:8a", "x:a", "x:", "x/y", "x\\y", "a b", "[::2]:5", "1.2", "x:99999"],
  hostname: ["", "x", "x:90", "x?y", "[::2]", "localhost"],
  port: ["", "443", "80", "8a", "99999", "\t9"],
  pathname: ["", "a b", "/../x", "?#", "\\a", "//a", "C|/x"],
  search: ["", "?", "a b'", "??x#y", "\n?x"],
  hash: ["", "#", "a b`", "##x", "\t#x"],
};
for (const base of ["http://u:p@h:81/p?s#f", "https://h/", "file:///p", "foo:op ", "ws://[::1]:90/a"]) {
  for (const part of Object.keys(values) as Part[]) {
    for (const value of values[part]) {
      const url = new URL(base);
      try {
        url[part] = value;
        console.log(base, part, JSON.stringify(value), url.href);
      } catch (error) {
        console.log(base, part, value, (error as Error).message, (error as Error & { code: string }).code);
      }
    }
  }
}

console.log(URL.canParse("x"), URL.canParse("x", "http://h"), URL.parse("x"), URL.parse("x", "http://h")?.href, URL.length, URL.canParse.length);
const shown = new URL("https://u:p@example.com:8080/p/a?x=1&y=%20#h");
console.log(shown, [new URL("foo:bar")], { deep: { deeper: { url: shown } } }, { deep: { url: shown } });
console.log(String(shown), JSON.stringify({ shown }), Object.prototype.toString.call(shown), shown + "", new URL(shown).href === shown.href);
console.log(Object.keys(URL.prototype), Object.keys(shown), Object.keys(URL).includes("canParse"));
console.log(Object.getOwnPropertyDescriptor(URL.prototype, Symbol.toStringTag), Object.getOwnPropertyDescriptor(URL.prototype, "origin"));
class Address extends URL {
  get secure(): boolean {
    return this.protocol === "https:";
  }
}
console.log(new Address("https://h").secure, new Address("//x", "http://h").href, new Address("http://h") instanceof URL);
for (const f of [() => (URL as any)("http://h"), () => new (URL as any)(), () => new URL(Symbol() as any), () => Object.getOwnPropertyDescriptor(URL.prototype, "href")!.get!.call(new Address("http://q")), () => new URL({ toString: () => "http://object/" } as any).href]) {
  try {
    console.log(f());
  } catch (error) {
    console.log((error as Error).message, (error as Error & { code: string }).code);
  }
}
