class TreeNode {
  left: TreeNode | null = null;
  right?: TreeNode;
  constructor(public key: number, public label: string | null = null) {}
  child(isLeft: boolean): TreeNode | null { return isLeft ? this.left : this.right ?? null; }
}
interface Config { server?: { host?: string; port: number | null } | null; name: string }
function leftmost(n: TreeNode | null): number { while (n?.left) n = n.left; return n?.key ?? -1; }
function rightmost(n: TreeNode | undefined): number { while (n?.right) { n = n.right; } return n ? n.key : -1; }
function both(n: TreeNode | null): string {
  if (n?.left !== null && n?.left !== undefined) return `${n.label}${n.left.key}`;
  if (n?.left === null) return "no left of " + n.key;
  return "nothing";
}
function deep(n: TreeNode | null): number {
  if (n?.left?.left) return n.left.left.key + n.left.key + n.key;
  if (!n?.left) return n === null ? -1 : n.key;
  return n.left.key * 10;
}
function host(c: Config | null): string {
  if (c?.server?.host) return c.server.host + ":" + (c.server.port ?? 80) + c.name;
  if (c?.server?.port === 8080) return c.name + c.server.port.toFixed(1);
  if (typeof c?.server?.port === "number") return "port " + c.server.port;
  return c?.name ?? "none";
}
function label(n: TreeNode | null, other: string | null): string {
  if (n?.label && n.label.length > 2) return n.label.toUpperCase();
  if (n?.label === "ab") return n.label + n.key;
  const text = n?.label ?? other;
  if (text) return text;
  return n?.left ? n.left.key.toString() : "end";
}
function notThis(a: TreeNode | null): string { return (a ?? undefined) === undefined ? `${a === null}` : "there"; }
function far(x: TreeNode): string { return x.child(true)?.left?.label ? "yes" : "no"; }
const root = new TreeNode(8, "root");
root.left = new TreeNode(4, "ab"); root.left.left = new TreeNode(2); root.right = new TreeNode(12); root.right.right = new TreeNode(14);
console.log(leftmost(root), leftmost(null), rightmost(root), rightmost(undefined));
console.log(both(root), both(root.right), both(null), deep(root), deep(root.left), deep(root.right), deep(null));
console.log(host(null), host({ name: "a" }), host({ name: "b", server: null }), host({ name: "c", server: { host: "h", port: null } }), host({ name: "d", server: { port: 8080 } }), host({ name: "e", server: { port: 1 } }));
console.log(label(root, null), label(root.left, null), label(root.right, null), label(root.right, "x"), label(null, null), notThis(null), notThis(root), far(root));
class Holder { #node: TreeNode | null = root; tail(): string { if (this.#node?.left?.label) { return this.#node.left.label + this.#node.key; } return ""; } drop(): void { while (this.#node?.left) this.#node = this.#node.left; } }
const h = new Holder(); console.log(h.tail()); h.drop(); console.log(h.tail() === "");
