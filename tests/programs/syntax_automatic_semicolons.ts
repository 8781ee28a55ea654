// reference
let a = 1
let b = 2
let c = a
+ b
console.log(c)
let i = 0
a
++i
console.log(a, i)
function f(): number {
  return (
    5
  )
}
function g(): void {
  return
}
g()
console.log(f()); ;
{ a = 3 } b = 4
if (a) b = 5
else b = 6
console.log(a, b)
do a-- ; while (a > 0) b = 9
console.log(a, b)
for (let k = 0; k < 2; k++)
  ;
let s = `x`
let t = [1, 2, 3][1]
console.log(t, s)
/* comment */ console.log(/* in */ 1 /* between */, // end
  2)
// let hidden = 1
a = b /* divide? */ / 3 / 3
console.log(a)
