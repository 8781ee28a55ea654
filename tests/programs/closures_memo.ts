// reference
function memo(f: (n: number) => number): (n: number) => number { const keys: number[] = []; const values: number[] = []; return (n) => { const at = keys.indexOf(n); if (at >= 0) return values[at]; const v = f(n); keys.push(n); values.push(v); return v; }; }
let calls = 0; const sq = memo((n) => { calls++; return n * n; }); console.log(sq(4), sq(4), sq(5), calls);
