"""Cancelling tasks: at everything that a task can wait for, in the middle of running, more than once."""

from __future__ import annotations

import pytest

import plait

from .running import MODES

PROGRAM = """
const m = new Mutex();
const c = new Channel<number>();
function text(e: unknown): string { return e instanceof Error ? `${e.name}: ${e.message}` : "other"; }
async function onSleep(): Promise<string> { try { await sleep(1000); return "no"; } catch (e) { return text(e);
  } finally { console.log("f sleep"); } }
async function onMutex(): Promise<string> { try { await m.lock(); return "no"; } catch (e) { return text(e);
  } finally { console.log("f mutex"); } }
async function onReceive(): Promise<string> { try { await c.receive(); return "no"; } catch (e) {
  return text(e); } }
async function onSend(): Promise<string> { const d = new Channel<string>(); try { await d.send("a");
  return "no"; } catch (e) { return text(e); } }
async function slow(): Promise<number> { await sleep(50); console.log("slow done"); return 7; }
const s = slow();
async function onTask(): Promise<string> { try { return `${await s}`; } catch (e) { return text(e); } }
async function onAll(): Promise<string> { try { const r = await Promise.all([s, s]); return `${r[0]}`;
  } catch (e) { return text(e); } }
async function onLoop(): Promise<void> { let n = 0; while (true) { n++; await Promise.resolve(n); } }
async function plain(): Promise<number> { await sleep(100); return 1; }
await m.lock();
const tasks = [onSleep(), onMutex(), onReceive(), onSend(), onTask(), onAll()];
for (const t of tasks) console.log(t.isDone, t.isCancelled, t.cancel(), t.cancel(), t.isCancelled, t.isDone);
for (const t of tasks) console.log(await t, t.isDone, t.cancel(), t.isCancelled);
const l = onLoop();
console.log(l.cancel());
try { await l; } catch (e) { console.log(text(e)); }
const p = plain(); p.cancel();
try { await p; } catch (e) { console.log(text(e)); }
try { await Promise.all([plain(), p]); } catch (e) { console.log("all", text(e)); }
m.unlock();
console.log(m.tryLock());
plain().cancel();
// cancel in finally awaiting
async function careful(): Promise<void> { try { await sleep(1000); } finally { console.log("closing");
  await sleep(5); console.log("closed"); } }
const k = careful(); k.cancel();
try { await k; } catch (e) { console.log(text(e)); }
// cancel oneself through a child
async function parent(): Promise<void> { const t = child(); await t; console.log("parent"); }
async function child(): Promise<void> { await sleep(5); console.log("child survives"); }
const par = parent(); par.cancel();
try { await par; } catch (e) { console.log(text(e)); }
await sleep(20);
// pause: cancel before it starts to wait (running, by a timer)
let me: Task<void> | null = null;
async function self(): Promise<void> { await Promise.resolve(1);
  if (me !== null) console.log("self", me.cancel()); console.log("still"); await sleep(1); console.log("never"); }
me = self();
try { await me; } catch (e) { console.log(text(e)); }
// mutex handed over to a cancelled task
const m2 = new Mutex();
await m2.lock();
async function w2(n: number): Promise<void> { await m2.lock(); console.log("has", n); m2.unlock(); }
const a = w2(1), b = w2(2);
m2.unlock(); a.cancel();
try { await a; } catch (e) { console.log(text(e)); }
await b;
console.log(m2.isLocked);
// channel value delivered to a cancelled receiver
const d = new Channel<number>();
async function rec(n: number): Promise<void> { console.log("got", n, await d.receive()); }
const r1 = rec(1), r2 = rec(2);
const s1 = d.send(1); r1.cancel();
try { await r1; } catch (e) { console.log(text(e)); }
const s2 = d.send(2);
await s1; await s2; await r2;
"""

OUTPUT = """\
false false true true true false
false false true true true false
false false true true true false
false false true true true false
false false true true true false
false false true true true false
f sleep
f mutex
Error: the task was cancelled true false true
Error: the task was cancelled true false true
Error: the task was cancelled true false true
Error: the task was cancelled true false true
Error: the task was cancelled true false true
Error: the task was cancelled true false true
true
Error: the task was cancelled
Error: the task was cancelled
all Error: the task was cancelled
true
closing
closed
Error: the task was cancelled
Error: the task was cancelled
child survives
self true
still
Error: the task was cancelled
has 1
has 2
false
got 1 1
got 2 2
slow done
"""


@pytest.mark.parametrize("mode", MODES)
def test_a_cancelled_task_is_told_where_it_waits(mode: str) -> None:
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(**MODES[mode]), write=pieces.append, clock=plait.MockClock())
    vm.execute(plait.compile(PROGRAM, "cancel.ts"))
    assert "".join(pieces) == OUTPUT
