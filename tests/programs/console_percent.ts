function show(label: string, value: number): void {
  console.log(label, value);
}
show("plain", 1);
show("100%", 2);
show("5 % 3", 2);
show("", 3);
console.log("50% of", 4, "%d", true);
const s = "x" + "%";
console.log(s, s, `${s}d`);
