// reference
// The message of the error differs from Node's: "Cannot access 'later' before initialization".
function read(): number {
  return later;
}
try {
  console.log(read());
} catch (e) {
  if (e instanceof ReferenceError) console.log(e.message);
}
// output: a variable was used before its initialization
let later = 5;
console.log(read());
// output: 5
