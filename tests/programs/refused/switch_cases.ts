// expect: P2012 line 5
// expect: P2017 line 7
// expect: P1001 line 16
// expect: P2012 line 19
function f(x: number): string {
  switch (x) {
    case "a":
      return "a";
    case 1:
      return "b";
  }
}
switch (1 < 2) {
  default:
    break;
  default:
    break;
}
function g(x: number): number {
  switch (x) {
    case 1:
      return 1;
  }
}
