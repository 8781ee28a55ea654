// Lines that end without `;` where the next one begins with brackets, with a name like an operator, or with a type.
interface Handler { run: (n: number) => number }
const handler = { run: (n: number) => n } as unknown
const seen: string[] = []
;(handler as Handler).run = (n) => {
  seen.push(`first ${n}`)
  return n + 1
}
(handler as Handler).run(1)
const pair = () => { return [1, 2] }
[3, 4].forEach((x) => { seen.push(`each ${x}`) })
console.log((handler as Handler).run(5), pair(), seen)

const in_ = { in2: 1, in$: 2 }
let total = in_.in2
in_.in$ = 5
total += in_.in$
console.log(total)

type Call = {
  <A extends Array<unknown>>(a: A): number
  <A, B = Array<A>>(a: A, b: B): string
  in?: number
  instanceof?: string
}
const call = ((...args: unknown[]) => args.length === 1 ? 1 : "two") as Call
call.in = 3
console.log(call([1]), call(1, [2]), call.in)

function fail(kind: string): never {
  if (kind === "a") throw (
    new TypeError("a line break may stand behind the bracket")
  )
  throw (new RangeError(kind))
}
for (const kind of ["a", "b"]) {
  try { fail(kind) } catch (error) { console.log(String(error)) }
}

abstract class Shape {
  abstract area(): number
  abstract [Symbol.toPrimitive](hint: string): string | number
}
class Square extends Shape {
  constructor(readonly side: number) { super() }
  area() { return this.side ** 2 }
  [Symbol.toPrimitive](hint: string) { return hint === "number" ? this.area() : `square of ${this.side}` }
}
console.log(`${new Square(3)}`, +new Square(3))

const tag = <T,>(texts: TemplateStringsArray, ...values: T[]) => texts.join("_") + values.length
console.log(tag<{ a: unknown }>`x${{ a: 1 }}y`, tag<never | unknown>`z`)
