// `!` is a suffix like `.name`: it binds tighter than every operator.
const w: string | null = "four" as string | null;
const n: number | undefined = 3 as number | undefined;
const m: string | undefined = "ab" as string | undefined;
const rows: (string | null)[] = ["abc"];
console.log(10 + w!.length);
console.log(0 || n! + 2, n! || 7, 1 << n! + 2);
console.log(typeof w!.length, -m!.length, !w!.length);
let j = 0;
while (j < rows[0]!.length) j++;
console.log(j, n! - n!, n! * 2 - n! ** 2);
console.log(n! && n! > 2, w! + m! + n!, m! === w!);

class Node2 {
  next: Node2 | null = null;
  count: number | null = 1;
}
const node = new Node2();
node.next = new Node2();
node.next!.count! += 2;
const counts: (number | null)[] = [1, 2];
counts[1]! += 5;
counts[0]!++;
console.log(node.next!.count! + counts[1]! * counts[0]!, node?.next!.count!);

function make(): (() => number[]) | null {
  return () => [5, 6];
}
console.log(make()!()[1]! + make()!().length);

// Words that mean something elsewhere are names.
const unique = [1, 2, 3];
const keyof = "key";
let unknown = 0;
for (let i = 0; i < unique.length; i++) unknown += unique[i];
const type = (of: number): number => of * 2;
const as = 4;
const never = { infer: 1, abstract: 2 };
console.log(unknown < keyof.length, type(unknown), as < unique.length, never.infer < never.abstract, as as number);
