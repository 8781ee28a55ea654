// Makes, walks and drops many binary trees: allocation and the collector.

class TreeNode {
  left: TreeNode | null;
  right: TreeNode | null;

  constructor(left: TreeNode | null, right: TreeNode | null) {
    this.left = left;
    this.right = right;
  }

  check(): number {
    const left = this.left;
    const right = this.right;
    if (left === null || right === null) return 1;
    return 1 + left.check() + right.check();
  }
}

function bottomUp(depth: number): TreeNode {
  if (depth > 0) return new TreeNode(bottomUp(depth - 1), bottomUp(depth - 1));
  return new TreeNode(null, null);
}

const minDepth = 4;
const maxDepth = 16;

const stretchDepth = maxDepth + 1;
console.log(`stretch tree of depth ${stretchDepth}, check: ${bottomUp(stretchDepth).check()}`);

const longLived = bottomUp(maxDepth);

for (let depth = minDepth; depth <= maxDepth; depth += 2) {
  const iterations = 2 ** (maxDepth - depth + minDepth);
  let check = 0;
  for (let i = 0; i < iterations; i++) check += bottomUp(depth).check();
  console.log(`${iterations} trees of depth ${depth}, check: ${check}`);
}

console.log(`long lived tree of depth ${maxDepth}, check: ${longLived.check()}`);
