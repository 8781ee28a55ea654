// expect: P1001 line 6
// expect: P1001 line 7
// expect: P1001 line 8
const u: number | null = Math.sqrt(4) > 1 ? 1 : null;
console.log(u ?? (u && 2), (u || u) ?? 3, u ?? u ?? 3);
console.log((u && u ?? 1) === 1);
console.log(u ?? u || 2);
if (u) ;
