// reference
;;;
{}
{{}}
if (true) {} else {}
label: {}
if (1 > 2) console.log("no"); else if (2 > 1) console.log("yes"); else console.log("no");
if (1 < 2) if (2 < 1) console.log("no"); else console.log("dangling");
for (const x of [1]) ;
1 + 1;
"use nothing";
[1, 2];
(3);
let $dollar = 1;
let _under = 2;
let über = 3;
let async = 4;
let of = 5;
let type = 6;
let from = 7;
let get = 8;
let number = 9;
console.log($dollar, _under, über, async, of, type, from, get, number);
function int(x: number): number { return x; }
console.log(int(5));
function empty() {}
empty();
const π = 3.14;
console.log(π);
