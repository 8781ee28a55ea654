// reference
console.log();
console.log("");
console.log("a", "b");
console.log("a", 1, true, "b", -0);
console.log(1, "a", 2);
console.log(1);
console.log(-0, 0);
console.log(true, false);
console.log("50%");
console.log("%d %s");
console.log(`${1}`, 2);
console.log("multi\nline", 3);
console.log(1, "%d", 2);
console.log(NaN, Infinity, 1e21);
let i: int = 5;
console.log(i, i * 2);
console.log("spaces  kept ", " x");
console.log(1 > 2 ? "a" : "b", 1);
