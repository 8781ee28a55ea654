// Timers in variables of type number, as programs for browsers hold them, and by the type of what makes them.
let ticks = 0;
let clock: number | undefined;
clock = setInterval(() => {
  if (++ticks === 3) clearInterval(clock);
}, 1);
const late: number = setTimeout(() => console.log("never"), 50);
clearTimeout(late);
let waiting: ReturnType<typeof setTimeout> | null = setTimeout(() => console.log("ticks", ticks), 30);
class Debounced {
  #timer?: ReturnType<typeof setTimeout>;
  constructor(private readonly call: (text: string) => void) {}
  push(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.call, 2, text);
  }
}
const debounced = new Debounced((text) => console.log("last", text));
for (const text of ["a", "b", "c"]) debounced.push(text);
setTimeout(() => {
  if (waiting !== null) clearTimeout(waiting);
  waiting = null;
  console.log(waiting, ticks);
}, 15);
