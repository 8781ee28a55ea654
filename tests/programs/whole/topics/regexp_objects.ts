// Regular expressions as objects: copies, subclasses, methods of one's own, how they are shown.
const original = /a(b)?/gi;
const copy = new RegExp(original);
console.log(copy !== original, String(copy), String(new RegExp(original, "m")), RegExp(original) === original);
console.log(original, [/a/, /b/g], { pattern: /x\/y/u });
console.log(/a(?<n>b)/.exec("ab"), "xab".match(/a/));
const marked = Object.assign(/a/, { note: 1 });
console.log(marked);

class Counting extends RegExp {
  count = 0;
  exec(text: string): RegExpExecArray | null {
    this.count++;
    return super.exec(text);
  }
}
const counting = new Counting("a", "g");
console.log("banana".replace(counting, "o"), counting.count, counting.lastIndex, counting instanceof RegExp);
console.log("banana".match(counting), counting.count, "banana".split(counting), counting.test("a"), counting.count);
console.log(counting.flags, counting.source, String(counting));

const splitter = {
  [Symbol.split](text: string, limit?: number): string[] {
    return [text, String(limit)];
  },
};
console.log("abc".split(splitter, 3));
const replacer = {
  [Symbol.replace](text: string, replacement: string): string {
    return `${text}:${replacement}`;
  },
};
console.log("abc".replace(replacer, "x"));
const searcher = { [Symbol.search]: (text: string) => text.length };
console.log("abc".search(searcher));

const own = /b/;
own.exec = () => null;
console.log(own.test("b"), "abc".match(own), "abc".replace(own, "x"));
console.log(/x/g[Symbol.replace]("axbx", "-"), /x/[Symbol.split]("axb"), /x/[Symbol.search]("ax"), /x/[Symbol.match]("ax")?.index);
console.log(Object.prototype.toString.call("a".matchAll(/a/g)), structuredClone(/a/gi));
console.log(RegExp.name, RegExp.length, RegExp.prototype.toString(), RegExp.prototype.source, RegExp.prototype.flags, RegExp.prototype.global);
