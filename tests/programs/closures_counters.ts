// reference
function counter(start: number, step = 1): { next: () => number; reset: () => void } { let n = start; return { next: () => { n += step; return n; }, reset: () => { n = start; } }; }
const a = counter(0); const b = counter(10, 5); console.log(a.next(), a.next(), b.next(), a.next(), b.next()); a.reset(); console.log(a.next(), b.next());
