const partial = (f: (a: number, b: number, c?: number) => number, a: number) => (b: number, c?: number) => f(a, b, c);
console.log(partial((a, b, c = 5) => a + b + c, 1)(2), partial((a, b, c = a * 10) => a + b + c, 1)(2, 3));
interface Options { width?: number; render: (text: string, indent?: number, mark?: string | null) => string }
const plain: Options = { render: (text, indent = 2, mark = "-") => " ".repeat(indent) + (mark ?? "none") + text };
console.log(plain.render("a"), plain.render("b", 0), plain.render("c", undefined, null));
