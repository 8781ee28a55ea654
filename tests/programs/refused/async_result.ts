// expect: P2021 line 2
async function f(): number { return 1; }
