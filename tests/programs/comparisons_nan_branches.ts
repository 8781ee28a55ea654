// reference
let nan = 0 / 0;
let x = 1;
if (nan < x) console.log("less"); else console.log("not less");
if (!(nan < x)) console.log("not less"); else console.log("less");
if (nan >= x || nan < x) console.log("ordered"); else console.log("unordered");
if (!(nan >= x) && !(nan < x)) console.log("unordered");
if (nan !== nan) console.log("different");
while (!(x > 3)) x++;
console.log(x);
let count = 0;
for (let i = 0; !(i >= 3); i++) count++;
console.log(count, nan ? 1 : 2, !nan, !!nan, !x);
do count--; while (count > nan);
console.log(count);
