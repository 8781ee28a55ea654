// reference
type Options = { width: number; title?: string; depth?: number };
function show(o: Options): string { return `${o.width} ${o.title ?? "untitled"} ${o.depth === undefined ? "-" : o.depth}`; }
console.log(show({ width: 1 })); console.log(show({ width: 2, title: "T" })); console.log(show({ width: 3, depth: 0 }));
