"""Random programs of tasks that wait for each other, in TypeScript: what they print shows the order of their turns.

Every promise is either awaited where it is made or has a `catch` at once, so that no rejection goes unhandled. What
mutexes and channels give is awaited at once: by other ways it comes a turn later than a promise that is resolved. All
timers run for the same time, so that their order is that of their making.
"""

from __future__ import annotations

from random import Random

HEAD = """\
let shared = 0;
let budget = 1500;
function say(text: string): void {
  if (--budget > 0) console.log(text);
}
function told(error: unknown): string {
  return error instanceof Error ? error.message : typeof error;
}
class Account {
  total = 0;
  readonly guard = new Mutex();
  async add(n: number): Promise<number> {
    await this.guard.lock();
    const before = this.total;
    await null;
    this.total = before + n;
    this.guard.unlock();
    return this.total;
  }
}
const account = new Account();
async function pump(channel: Channel<number>): Promise<void> {
  for (let round = 0; round < 9; round++) {
    await sleep(1);
    if (channel.length > 0) say("pumped " + (await channel.receive()));
  }
  channel.close();
}
"""


class TaskWriter:
    """Writes one program of tasks."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._lines: list[str] = []
        self._indent = ""
        self._count = 0
        self._mutexes = [f"m{index}" for index in range(random.randint(1, 2))]
        self._channels = [f"c{index}" for index in range(random.randint(1, 2))]
        self._functions: list[str] = []
        self._holds: list[str] = []

    def program(self) -> str:
        """The text."""
        for name in self._mutexes:
            self._add(f"const {name} = new Mutex();")
        for name in self._channels:
            self._add(f"const {name} = new Channel<number>({self._random.randrange(3)});")
            self._add(f"pump({name}).catch((e) => say(told(e)));")
        for index in range(self._random.randint(2, 5)):
            name = f"w{index}"
            self._add(f"async function {name}(n: number): Promise<number> {{")
            self._body(["n"], [], 2)
            self._add("}")
            self._functions.append(name)
        numbers: list[str] = []
        promises: list[str] = []
        self._add("try {")
        self._indent = "  "
        self._steps(numbers, promises, self._random.randint(4, 10), 2)
        self._indent = ""
        self._add("} catch (e) {")
        self._add("  say(told(e));")
        self._add("}")
        self._add('say("end " + shared + " " + account.total);')
        return HEAD + "\n".join(self._lines) + "\n"

    def _add(self, line: str) -> None:
        self._lines.append(self._indent + line)

    def _name(self, stem: str) -> str:
        self._count += 1
        return f"{stem}{self._count}"

    def _number(self, numbers: list[str]) -> str:
        choices = [str(self._random.randrange(9)), "shared", *numbers, *numbers]
        value = self._random.choice(choices)
        return value if self._random.random() < 0.7 else f"({value} + {self._random.choice(choices)})"

    def _promise(self, numbers: list[str], promises: list[str]) -> str:
        """A promise of a number that is awaited at once."""
        forms = [f"Promise.resolve({self._number(numbers)})", f"account.add({self._number(numbers)})", *promises]
        forms += 3 * [f"{name}({self._number(numbers)})" for name in self._functions]
        found = self._random.choice(forms)
        match self._random.randrange(8):
            case 0:
                return f"{found}.then((x) => x + {self._number(numbers)})"
            case 1:
                return f"{found}.finally(() => say({self._tag()}))"
            case 2:
                return f"{found}.then(async (x) => {{ await null; say({self._tag()}); return x; }})"
            case _:
                return found

    def _handled(self, numbers: list[str], promises: list[str]) -> str:
        """A promise that is not awaited yet: its error is caught."""
        value = self._number(numbers)
        return f"{self._promise(numbers, promises)}.catch((e) => {{ say(told(e)); return {value}; }})"

    def _tag(self) -> str:
        self._count += 1
        return f'"t{self._count}"'

    def _body(self, numbers: list[str], promises: list[str], depth: int) -> None:
        holds, self._holds = self._holds, []
        self._indent += "  "
        self._steps(numbers, promises, self._random.randint(1, 4), depth)
        forms = [self._number(numbers), self._number(numbers), f"await {self._promise(numbers, promises)}"]
        forms.append(self._promise(numbers, promises))
        self._add(f"return {self._random.choice(forms)};")
        self._indent = self._indent[2:]
        self._holds = holds

    def _nested(self, numbers: list[str], promises: list[str], depth: int) -> None:
        self._indent += "  "
        self._steps(numbers[:], promises[:], self._random.randint(1, 3), depth - 1)
        self._indent = self._indent[2:]

    def _steps(self, numbers: list[str], promises: list[str], count: int, depth: int) -> None:
        """Statements; they add to the numbers and promises that are known."""
        small = (self._say, self._say, self._wait, self._start, self._start, self._add_up, self._channel, self._chain)
        large = (self._locked, self._locked, self._guarded, self._loop, self._together, self._closure, self._tried)
        for _ in range(count):
            if depth <= 0 or self._random.random() < 0.65:
                self._random.choice(small)(numbers, promises)
            else:
                self._random.choice(large)(numbers, promises, depth)

    def _say(self, numbers: list[str], promises: list[str]) -> None:
        self._add(f"say({self._tag()} + {self._number(numbers)});")

    def _wait(self, numbers: list[str], promises: list[str]) -> None:
        forms = (
            "await null;",
            "await sleep(1);",
            f"await {self._promise(numbers, promises)};",
            "await Promise.resolve();",
        )
        self._add(self._random.choice(forms))

    def _start(self, numbers: list[str], promises: list[str]) -> None:
        if self._random.random() < 0.5:
            name = self._name("x")
            self._add(f"const {name} = await {self._promise(numbers, promises)};")
            numbers.append(name)
        else:
            name = self._name("p")
            self._add(f"const {name} = {self._handled(numbers, promises)};")
            promises.append(name)

    def _add_up(self, numbers: list[str], promises: list[str]) -> None:
        value = f"await {self._promise(numbers, promises)}" if self._random.random() < 0.5 else self._number(numbers)
        self._add(f"shared {self._random.choice(('+=', '-=', '='))} {value};")

    def _channel(self, numbers: list[str], promises: list[str]) -> None:
        channel = self._random.choice(self._channels)
        match self._random.randrange(4):
            case 0:
                self._add(f"await {channel}.send({self._number(numbers)});")
            case 1:
                name = self._name("x")
                self._add(f"const {name} = (await {channel}.receive()) ?? -1;")
                numbers.append(name)
            case 2:
                self._add(f"say({self._tag()} + {channel}.length + {channel}.isClosed);")
            case _:
                self._add(f"if (shared > {self._random.randrange(30)}) {channel}.close();")

    def _chain(self, numbers: list[str], promises: list[str]) -> None:
        if not promises:
            return self._say(numbers, promises)
        promise = self._random.choice(promises)
        forms = (
            f"{promise}.then((x) => say({self._tag()} + x));",
            f"{promise}.finally(() => say({self._tag()}));",
            f"{promise}.then((x) => {{ if (x > 3) throw new Error({self._tag()}); }}).catch((e) => say(told(e)));",
            f"{promise}.then(async () => await sleep(1)).then(() => say({self._tag()}));",
        )
        self._add(self._random.choice(forms))
        return None

    def _locked(self, numbers: list[str], promises: list[str], depth: int) -> None:
        """A stretch with a mutex. No mutex is asked for by whom it holds already."""
        free = [name for name in self._mutexes if name not in self._holds]
        if not free or (self._indent and self._random.random() < 0.3):
            return self._guarded(numbers, promises, depth)
        mutex = self._random.choice(free)
        self._holds.append(mutex)
        if self._random.random() < 0.25:
            self._add(f"if ({mutex}.tryLock()) {{")
            self._nested(numbers, promises, depth)
            self._add(f"  {mutex}.unlock();")
            self._add(f"}} else say({self._tag()});")
        else:
            self._add(f"await {mutex}.lock();")
            self._add("try {")
            self._nested(numbers, promises, depth)
            self._add("} finally {")
            self._add(f"  {mutex}.unlock();")
            self._add("}")
        self._holds.pop()
        return None

    def _guarded(self, numbers: list[str], promises: list[str], depth: int) -> None:
        self._add("try {")
        self._nested(numbers, promises, depth)
        self._add(f"  if ({self._number(numbers)} % 2 === 0) throw new Error({self._tag()});")
        self._add("} catch (e) {")
        self._add("  say(told(e));")
        self._nested(numbers, promises, depth)
        self._add("}")

    def _tried(self, numbers: list[str], promises: list[str], depth: int) -> None:
        self._add("try {")
        self._nested(numbers, promises, depth)
        self._add("} finally {")
        self._nested(numbers, promises, depth)
        self._add("}")

    def _loop(self, numbers: list[str], promises: list[str], depth: int) -> None:
        name = self._name("i")
        self._add(f"for (let {name} = 0; {name} < {self._random.randint(1, 3)}; {name}++) {{")
        self._nested([*numbers, name], promises, depth)
        self._add("}")

    def _together(self, numbers: list[str], promises: list[str], depth: int) -> None:
        count = self._random.randint(2, 4)
        parts = [self._promise(numbers, promises) for _ in range(count)]
        name = self._name("all")
        self._add(f"const {name} = await Promise.all([{', '.join(parts)}]);")
        numbers.append(f"{name}[{self._random.randrange(count)}]")

    def _closure(self, numbers: list[str], promises: list[str], depth: int) -> None:
        name = self._name("f")
        self._add(f"const {name} = async (k: number): Promise<number> => {{")
        self._body([*numbers, "k"], promises[:], depth - 1)
        self._add("};")
        promise = self._name("p")
        self._add(f"const {promise} = {name}({self._number(numbers)}).catch((e) => {{ say(told(e)); return 0; }});")
        promises.append(promise)


def random_tasks(seed: int) -> str:
    """The text of a program of tasks."""
    return TaskWriter(Random(seed)).program()
