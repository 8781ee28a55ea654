// reference
class Node { next: Node | null = null; constructor(public value: number) {} }
class List { private head: Node | null = null; size = 0; push(v: number): void { const n = new Node(v); if (this.head === null) { this.head = n; } else { let c = this.head; while (c.next !== null) c = c.next; c.next = n; } this.size++; } reverse(): void { let prev: Node | null = null; let cur = this.head; while (cur !== null) { const next: Node | null = cur.next; cur.next = prev; prev = cur; cur = next; } this.head = prev; } show(): string { let s = ""; let c = this.head; while (c !== null) { s += c.value + " "; c = c.next; } return s; } }
const l = new List(); for (let i = 0; i < 6; i++) l.push(i * i); console.log(l.show(), l.size); l.reverse(); console.log(l.show());
