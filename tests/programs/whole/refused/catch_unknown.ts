// tsc: 18046 line 5
try {
  throw new Error("x");
} catch (e) {
  console.log(e.message);
}
