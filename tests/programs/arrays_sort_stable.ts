// reference
class R { constructor(public k: number, public id: string) {} }
const rs = [new R(2, "a"), new R(1, "b"), new R(2, "c"), new R(1, "d"), new R(0, "e")]; rs.sort((x, y) => x.k - y.k); console.log(rs.map((r) => r.id).join(""));
const words = ["pear", "fig", "apple"]; words.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)); console.log(words.join(" ")); words.sort((a, b) => a.length - b.length); console.log(words.join(" "));
