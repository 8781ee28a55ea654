type Action<T extends string = string, P = any> = { type: T; payload?: P };
type Reducer<S, A> = (state: S | undefined, action: A) => S;
type Store<S> = { getState(): S; dispatch: Dispatch; subscribe(f: () => void): () => void };
type Thunk<S> = (dispatch: Dispatch, getState: () => S) => any;
type Dispatch = (a: Action | Thunk<any>) => any;
type Middleware<S> = (api: { getState(): S; dispatch: Dispatch }) => (next: Dispatch) => Dispatch;
function createStore<S>(reducer: Reducer<S, Action>, ...middleware: Middleware<S>[]): Store<S> {
  let state = reducer(undefined, { type: "@@init" });
  let running = false;
  const listeners: (() => void)[] = [];
  let dispatch: Dispatch = (a) => {
    if (typeof a === "function") throw new Error("plain actions only");
    if (running) throw new Error("reducers may not dispatch");
    try { running = true; state = reducer(state, a); } finally { running = false; }
    for (const l of [...listeners]) l();
    return a;
  };
  const api = { getState: () => state, dispatch: (a: Action | Thunk<any>) => dispatch(a) };
  dispatch = middleware.map((m) => m(api)).reduceRight((next, m) => m(next), dispatch);
  return { ...api, subscribe(f) { listeners.push(f); return () => void listeners.splice(listeners.indexOf(f), 1); } };
}
const combine = <S extends Record<string, any>>(rs: { [K in keyof S]: Reducer<S[K], Action> }): Reducer<S, Action> => (state, action) => { let changed = state === undefined; const next = {} as S; for (const k in rs) { next[k] = rs[k](state?.[k], action); changed ||= next[k] !== state?.[k]; } return changed ? next : state!; };
const count: Reducer<number, Action> = (s = 0, a) => (a.type === "add" ? s + a.payload : a.type === "reset" ? 0 : s);
const todos: Reducer<readonly { id: number; text: string; done: boolean }[], Action> = (s = [], a) => { switch (a.type) { case "todo/add": return [...s, { id: s.length + 1, text: a.payload, done: false }]; case "todo/toggle": return s.map((t) => (t.id === a.payload ? { ...t, done: !t.done } : t)); default: return s; } };
const log: string[] = [];
type Root = { count: number; todos: readonly { id: number; text: string; done: boolean }[] };
const logger: Middleware<Root> = ({ getState }) => (next) => (a) => { const before = getState(); const r = next(a); log.push(`${(a as Action).type}: ${before === getState() ? "same" : "changed"}`); return r; };
const thunk: Middleware<Root> = ({ dispatch, getState }) => (next) => (a) => (typeof a === "function" ? a(dispatch, getState) : next(a));
const guard: Middleware<Root> = () => (next) => (a) => { if ((a as Action).type === "forbidden") throw new Error("forbidden"); return next(a); };
const store = createStore(combine<Root>({ count, todos }), thunk, logger, guard);
let notified = 0;
const stop = store.subscribe(() => notified++);
store.dispatch({ type: "add", payload: 5 });
store.dispatch({ type: "unknown" });
console.log(store.dispatch((d, get) => { d({ type: "todo/add", payload: "write" }); d({ type: "todo/toggle", payload: 1 }); return get().todos.length; }));
console.log(store.getState(), notified, log);
try { store.dispatch({ type: "forbidden" }); } catch (e) { console.log((e as Error).message, log.length); }
stop();
await store.dispatch(async (d) => { await null; d({ type: "add", payload: 1 }); });
console.log(store.getState().count, notified);
const bad = createStore<number>((s = 0, a) => { if (a.type === "x") bad.dispatch({ type: "y" }); return s + 1; });
try { bad.dispatch({ type: "x" }); } catch (e) { console.log((e as Error).message); }
console.log(bad.dispatch({ type: "z" }), bad.getState());
const select = <R, D extends unknown[]>(deps: (s: Root) => D, f: (...d: D) => R) => { let last: D | undefined, value: R; let runs = 0; return Object.assign((s: Root) => { const d = deps(s); if (!last || d.some((x, i) => x !== last![i])) { value = f(...d); runs++; } last = d; return value; }, { runs: () => runs }); };
const doneCount = select((s): [Root["todos"]] => [s.todos], (t) => t.filter((x) => x.done).length);
console.log(doneCount(store.getState()), doneCount(store.getState()), doneCount.runs(), (store.dispatch({ type: "todo/toggle", payload: 1 }), doneCount(store.getState())), doneCount.runs());
