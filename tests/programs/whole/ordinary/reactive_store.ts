// Signals, computed values and effects with automatic tracking, batches, and a store on top of them.
type Cleanup = () => void;
interface Source {
  readonly observers: Set<Computation>;
}

let active: Computation | undefined;
let batchDepth = 0;
const queue = new Set<Effect>();

class Signal<T> implements Source {
  readonly observers = new Set<Computation>();
  constructor(protected current: T, private readonly equals: (a: T, b: T) => boolean = Object.is) {}
  get value(): T {
    active?.track(this);
    return this.current;
  }
  set value(next: T) {
    if (this.equals(this.current, next)) return;
    this.current = next;
    batch(() => {
      for (const o of [...this.observers]) o.invalidate();
    });
  }
  peek(): T {
    return this.current;
  }
  update(f: (value: T) => T): void {
    this.value = f(this.current);
  }
}

abstract class Computation {
  private readonly sources = new Set<Source>();
  track(source: Source): void {
    this.sources.add(source);
    source.observers.add(this);
  }
  protected untrack(): void {
    for (const s of this.sources) s.observers.delete(this);
    this.sources.clear();
  }
  protected watch<T>(f: () => T): T {
    this.untrack();
    const outer = active;
    active = this;
    try {
      return f();
    } finally {
      active = outer;
    }
  }
  abstract invalidate(): void;
}

class Computed<T> extends Computation implements Source {
  readonly observers = new Set<Computation>();
  private cached: { value: T } | undefined;
  runs = 0;
  private computing = false;
  constructor(private readonly f: () => T) {
    super();
  }
  get value(): T {
    if (this.computing) throw new Error("cycle");
    active?.track(this);
    if (!this.cached) {
      this.computing = true;
      try {
        this.runs++;
        this.cached = { value: this.watch(this.f) };
      } finally {
        this.computing = false;
      }
    }
    return this.cached.value;
  }
  invalidate(): void {
    if (!this.cached) return;
    this.cached = undefined;
    for (const o of [...this.observers]) o.invalidate();
  }
}

class Effect extends Computation {
  private cleanup: Cleanup | undefined;
  private stopped = false;
  constructor(private readonly f: () => void | Cleanup) {
    super();
    this.run();
  }
  invalidate(): void {
    if (!this.stopped) queue.add(this);
  }
  run(): void {
    this.cleanup?.();
    this.cleanup = this.watch(this.f) ?? undefined;
  }
  stop(): void {
    this.stopped = true;
    this.cleanup?.();
    this.untrack();
    queue.delete(this);
  }
}

function batch<T>(f: () => T): T {
  batchDepth++;
  try {
    return f();
  } finally {
    try {
      if (batchDepth === 1) flush();
    } finally {
      batchDepth--;
    }
  }
}
function flush(): void {
  let rounds = 0;
  while (queue.size > 0) {
    const ready = [...queue];
    queue.clear();
    if (++rounds > 100) throw new Error("effects without end");
    for (const effect of ready) effect.run();
  }
}
const signal = <T>(value: T) => new Signal(value);
const computed = <T>(f: () => T) => new Computed(f);
function effect(f: () => void | Cleanup): () => void {
  const e = new Effect(f);
  return () => e.stop();
}

const first = signal("Ada");
const last = signal("Lovelace");
const short = signal(false);
const full = computed(() => (short.value ? first.value : `${first.value} ${last.value}`));
const size = computed(() => full.value.length);
const log: string[] = [];
const stop = effect(() => {
  log.push(`${full.value} (${size.value})`);
  return () => log.push("cleanup");
});
first.value = "Grace";
batch(() => {
  first.value = "Alan";
  last.value = "Turing";
});
short.value = true;
last.value = "unseen";
first.value = "Alan";
console.log(log, full.runs, size.runs);
stop();
first.value = "x";
console.log(log.length, full.value, full.runs, full.value, full.runs);

interface Todo {
  readonly id: number;
  readonly text: string;
  readonly done: boolean;
}
class TodoStore {
  private readonly items = new Signal<readonly Todo[]>([]);
  readonly filter = new Signal<"all" | "open" | "done">("all");
  private nextId = 1;
  readonly visible = computed(() => {
    const filter = this.filter.value;
    return this.items.value.filter((t) => filter === "all" || t.done === (filter === "done"));
  });
  readonly counts = computed(() => ({ total: this.items.value.length, done: this.items.value.filter((t) => t.done).length }));
  readonly summary = computed(() => `${this.counts.value.done}/${this.counts.value.total}`);
  add(...texts: string[]) {
    batch(() => texts.forEach((text) => this.items.update((list) => [...list, { id: this.nextId++, text, done: false }])));
    return this;
  }
  toggle = (id: number) => this.items.update((list) => list.map((t) => (t.id === id ? { ...t, done: !t.done } : t)));
  clear = () => this.items.update((list) => list.filter((t) => !t.done));
}
const store = new TodoStore();
const renders: string[] = [];
effect(() => void renders.push(`${store.summary.value} ${store.filter.value}: ${store.visible.value.map((t) => (t.done ? "x" : "-") + t.text).join(" ")}`));
store.add("milk", "bread", "tea").toggle(2);
store.filter.value = "open";
batch(() => {
  store.toggle(1);
  store.toggle(3);
  store.filter.value = "done";
});
store.clear();
console.log(renders.join("\n"));
const a: Computed<number> = computed(() => b.value + 1);
const b: Computed<number> = computed(() => a.value + 1);
try {
  a.value;
} catch (e) {
  console.log((e as Error).message);
}
const n = signal(0);
try {
  effect(() => n.update((x) => x + n.value + 1));
  console.log("ended", n.peek());
} catch (e) {
  console.log((e as Error).message, n.peek() > 1000 || n.peek());
}
const failing = computed(() => {
  if (n.value !== -1) throw new RangeError("bad n");
  return "fine";
});
for (let i = 0; i < 2; i++) {
  try {
    console.log(failing.value);
  } catch (e) {
    console.log(String(e));
  }
}
const point = new Signal({ x: 1, y: 1 }, (p, q) => p.x === q.x && p.y === q.y);
let moved = 0;
effect(() => {
  point.value;
  moved++;
});
point.value = { x: 1, y: 1 };
point.value = { x: 2, y: 1 };
console.log(moved);
