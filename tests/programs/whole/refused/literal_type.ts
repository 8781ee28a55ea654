// tsc: 2322 line 2
let d: "up" | "down" = "left";
console.log(d);
