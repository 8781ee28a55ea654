interface Command {
  readonly name: string;
  run(): void;
  undo(): void;
}
class Document {
  private text = "";
  insert(at: number, s: string) {
    this.text = this.text.slice(0, at) + s + this.text.slice(at);
  }
  remove(at: number, n: number): string {
    const cut = this.text.slice(at, at + n);
    this.text = this.text.slice(0, at) + this.text.slice(at + n);
    return cut;
  }
  toString() {
    return this.text;
  }
}
class Insert implements Command {
  readonly name = "insert";
  constructor(private doc: Document, private at: number, private s: string) {}
  run() {
    this.doc.insert(this.at, this.s);
  }
  undo() {
    this.doc.remove(this.at, this.s.length);
  }
}
class Remove implements Command {
  readonly name = "remove";
  private cut = "";
  constructor(private doc: Document, private at: number, private n: number) {}
  run() {
    this.cut = this.doc.remove(this.at, this.n);
  }
  undo() {
    this.doc.insert(this.at, this.cut);
  }
}
class History {
  private done: Command[] = [];
  private undone: Command[] = [];
  run(c: Command) {
    c.run();
    this.done.push(c);
    this.undone = [];
    return this;
  }
  undo(): boolean {
    const c = this.done.pop();
    if (!c) return false;
    c.undo();
    this.undone.push(c);
    return true;
  }
  redo(): boolean {
    const c = this.undone.pop();
    c?.run();
    if (c) this.done.push(c);
    return c !== undefined;
  }
  get names() {
    return this.done.map((c) => c.name).join();
  }
}
const doc = new Document();
const h = new History().run(new Insert(doc, 0, "hello world")).run(new Remove(doc, 0, 6)).run(new Insert(doc, 5, "!"));
console.log(`${doc}`, h.names);
console.log(h.undo(), String(doc), h.undo(), String(doc), h.redo(), String(doc), h.undo(), h.undo(), h.undo(), `[${doc}]`);
while (h.redo());
console.log(doc + "", h.names);
