// tsc: 2678 line 4
function f(n: 1 | 2) {
  switch (n) {
    case 3:
      return "three";
  }
  return "other";
}
console.log(f(1));
