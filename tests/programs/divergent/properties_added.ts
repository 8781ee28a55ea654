// An object has the properties that its class or literal gives it; through an interface no other can be added.
interface Size { width?: number; name: string }
class Named { name = "named"; }
const size: Size = new Named();
console.log(size.width);
// output: undefined
try {
  size.width = 3;
} catch (e) {
  if (e instanceof TypeError) console.log(e.message);
}
// output: Cannot add property width, object is not extensible
class Counted { count = 1; name = "counted"; }
interface Open { count: number | string; name: string }
const open: Open = new Counted();
try {
  open.count = "many";
} catch (e) {
  if (e instanceof TypeError) console.log(e.message);
}
// output: the value is not of the type that is asked for
class Wide extends Named { width = "wide"; }
const named: Named = new Wide();
const other: Size = named;
try {
  console.log(other.width);
} catch (e) {
  if (e instanceof TypeError) console.log(e.message);
}
// output: the property width has not the type that is asked for
