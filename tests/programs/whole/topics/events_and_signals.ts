// EventTarget, Event, AbortController and AbortSignal, DOMException.
const target = new EventTarget();
target.addEventListener("x", (event) => console.log("first", event.type, event.target === target, event.eventPhase));
target.addEventListener("x", { handleEvent(event) { console.log("object", event.defaultPrevented); event.preventDefault(); } }, { once: true });
console.log(target.dispatchEvent(new Event("x", { cancelable: true })), target.dispatchEvent(new Event("x")));

const order: string[] = [];
const second = () => order.push("second");
const stopping = (event: Event) => { order.push("stopping"); event.stopImmediatePropagation(); };
target.addEventListener("y", stopping);
target.addEventListener("y", second);
target.addEventListener("y", second);
target.dispatchEvent(new Event("y"));
target.removeEventListener("y", stopping);
target.dispatchEvent(new Event("y"));
console.log(order.join());

class Moved extends Event {
  constructor(readonly distance: number) { super("moved"); }
}
target.addEventListener("moved", (event) => console.log(event instanceof Moved, (event as Moved).distance));
target.dispatchEvent(new Moved(7));

const controller = new AbortController();
controller.signal.addEventListener("abort", () => console.log("listener", controller.signal.aborted));
controller.signal.onabort = (event) => console.log("handler", event.type, event.isTrusted);
target.addEventListener("z", () => console.log("z"), { signal: controller.signal });
target.dispatchEvent(new Event("z"));
controller.abort();
controller.abort();
target.dispatchEvent(new Event("z"));
const reason: any = controller.signal.reason;
console.log(reason.name, reason.message, reason.code, String(reason), reason instanceof Error, reason instanceof DOMException);
try {
  controller.signal.throwIfAborted();
} catch (error) {
  console.log(error === reason);
}
console.log(AbortSignal.abort("why").reason, AbortSignal.any([new AbortController().signal, AbortSignal.abort(3)]).reason);
const later = new AbortController();
const any = AbortSignal.any([later.signal]);
any.addEventListener("abort", () => console.log("follows", any.reason));
later.abort("because");

async function wait(milliseconds: number, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve("done"), milliseconds);
    signal.addEventListener("abort", () => { clearTimeout(timer); reject(signal.reason); }, { once: true });
  });
}
try {
  console.log(await wait(10000, AbortSignal.timeout(5)));
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
console.log(await wait(1, new AbortController().signal));
console.log(new AbortController(), new DOMException("m", "TimeoutError").code, DOMException.ABORT_ERR);
console.log(crypto.randomUUID().length, crypto.getRandomValues(new Uint8Array(4)).length, /^[0-9a-f-]{14}4[0-9a-f]{3}-[89ab]/.test(crypto.randomUUID()));
