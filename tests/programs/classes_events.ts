// Events: callbacks in object literals, methods that return this.
class EventEmitter {
  private listeners: { name: string; fn: (x: number) => void; once: boolean }[] = [];
  on(name: string, fn: (x: number) => void): this { this.listeners.push({ name, fn, once: false }); return this; }
  once(name: string, fn: (x: number) => void): this { this.listeners.push({ name, fn, once: true }); return this; }
  emit(name: string, x: number): number {
    let n = 0;
    const rest: { name: string; fn: (x: number) => void; once: boolean }[] = [];
    for (const l of this.listeners) {
      if (l.name === name) { l.fn(x); n++; if (!l.once) rest.push(l); } else rest.push(l);
    }
    this.listeners = rest;
    return n;
  }
}
class Button extends EventEmitter { label = "b"; click(): void { this.emit("click", this.label.length); } }
const b = new Button().on("click", (x) => console.log("a", x)).once("click", (x) => { console.log("once", x); });
b.click(); b.click();
console.log(b.emit("click", 9), b.emit("none", 1), b.label);
let acc: ((n: number) => number) | undefined;

acc = (n) => n * 2;
console.log(acc(4), acc?.(5));
