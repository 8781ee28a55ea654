// tsc: 2322 line 6
interface Tree {
  value: number;
  children: Tree[];
}
const t: Tree = { value: 1, children: [{ value: 2, children: [] }, { value: "3", children: [] }] };
console.log(t);
