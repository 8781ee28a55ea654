// reference
try {
  throw new Error("first");
} finally {
  console.log("cleanup");
}
