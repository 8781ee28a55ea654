// reference
// The error is that of Node, whatever the type of the variable.
function read(): number {
  return later;
}
try {
  console.log(read());
} catch (e) {
  if (e instanceof ReferenceError) console.log(e.message);
}
let later = 5;
console.log(read());
