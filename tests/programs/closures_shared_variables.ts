// reference
function make(): [() => void, () => number] { let v = 0; return [() => { v++; }, () => v]; }
const [inc, get] = make(); inc(); inc(); const [inc2, get2] = make(); inc2(); console.log(get(), get2());
const handlers: (() => string)[] = []; for (const name of ["x", "y"]) for (let i = 0; i < 2; i++) handlers.push(() => name + i); console.log(handlers.map((h) => h()).join(" "));
