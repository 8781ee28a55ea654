// `typeof` of names that nothing declares, and names whose errors are suppressed.
function host(): string {
  // @ts-ignore
  return typeof theBrowser !== "undefined" ? "browser" : typeof theServer === "undefined" ? "neither" : "server";
}
console.log(host());

function attempt(label: string, f: () => unknown): void {
  try {
    console.log(label, f());
  } catch (error) {
    console.log(label, String(error));
  }
}

attempt("read", () => {
  // @ts-ignore
  return nowhere + 1;
});
attempt("call", () => {
  // @ts-ignore
  return nowhere(1);
});
attempt("new", () => {
  // @ts-ignore
  return new Nowhere();
});
attempt("assign", () => {
  // @ts-ignore
  nowhere = 1;
});
attempt("update", () => {
  // @ts-ignore
  return nowhere++;
});
attempt("compound", () => {
  // @ts-ignore
  nowhere += 1;
});
attempt("shorthand", () => {
  // @ts-ignore
  return { nowhere };
});
attempt("tag", () => {
  // @ts-ignore
  return nowhere`x`;
});
attempt("property of typeof", () => {
  // @ts-ignore
  return typeof nowhere.x;
});
attempt("loop", () => {
  // @ts-ignore
  for (nowhere of [1]) console.log("never");
});
attempt("pattern", () => {
  // @ts-ignore
  [nowhere] = [1];
});
