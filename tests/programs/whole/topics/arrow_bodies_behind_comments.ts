// Objects as the bodies of arrow functions, with comments between the parenthesis and the object.
const f = (k: string) => (
  // why (
  /* and */ { [k]: 1 }
);
const g = (k: string) => ( /* x */ { a: k });
const h = (k: string) => (
  // one
  // two "http://x"

  { a: k }
);
console.log(f("a"), g("b"), h("c"));
