"""`plait init`: what it writes lets the TypeScript compiler accept what plait has, and refuse what it lacks."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Final

from .conftest import Plait

COMPILER: Final = Path(__file__).parent.parent / "oracle" / "node_modules" / "typescript" / "bin" / "tsc"

HAS: Final = """\
function named(value: () => void, context: ClassMethodDecoratorContext): void {}
class Counted {
  accessor count = 0;
  @named m(): void {}
}
async function all(): Promise<void> {
  for await (const one of [1n, 2n]) console.log(one, new Counted().count);
  using stack = new DisposableStack();
  await Promise.all([sleep(1), structuredClone(stack.disposed)]);
}
await all();
console.table([...new Map([["a", new Uint8Array(2)]])], ["0"]);
console.log(new URL("http://a.b/?c").searchParams, new Date().toLocaleDateString("en-US"), /a/v.exec("a")?.indices);
setTimeout(() => console.log(Iterator.from([1]).toArray(), Reflect.ownKeys({}), new Set([1]).union(new Set([2]))));
"""

TYPED: Final = """\
const small: int = 3 | 0;
const channel = new Channel<int>(1);
await channel.send(small);
console.log(await channel.receive(), new Mutex().tryLock());
const large: long = 1n << 40n;
await using group = new TaskGroup();
const task: Task<number> = group.start((n: int) => n * 2, small);
const [one, two] = await Task.all([task, withTimeout(100, async () => large)]);
console.log(one + 1, two + 1n, new AtomicCounter(1).increment());
using permit = await new Semaphore(1).acquire();
const got = await select({ channel, other: new Channel<string>(1).sending("x") }, { timeout: 1 });
if (got.from === "channel" && !got.isClosed) console.log(got.value + 1);
try {
  Task.throwIfCancelled();
} catch (error) {
  if (error instanceof CancelledError || error instanceof TimeoutError) permit.release();
}
"""

LACKS: Final = """\
new Intl.NumberFormat("de");
new SharedArrayBuffer(1);
Atomics.load;
new Proxy({}, {});
eval("1");
new Function("return 1");
document.title;
process.exit();
require("fs");
Buffer.from("");
RegExp.$1;
fetch("");
[1].first;
"".size;
"""


def _complaints(folder: Path) -> list[str]:
    """The places of what the TypeScript compiler has against the files of a folder."""
    command = ["node", str(COMPILER), "--pretty", "false", "-p", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=120, cwd=folder)
    return re.findall(r"^(\S+\(\d+),\d+\): error", done.stdout, re.MULTILINE) + re.findall(r"^error.*", done.stdout)


def test_the_compiler_goes_by_what_is_written(plait_here: Plait, tmp_path: Path) -> None:
    assert plait_here("init", tmp_path).code == 0
    (tmp_path / "has.ts").write_text(HAS, encoding="utf-8")
    (tmp_path / "typed.ts").write_text(TYPED, encoding="utf-8")
    (tmp_path / "lacks.ts").write_text(LACKS, encoding="utf-8")
    wanted = [f"lacks.ts({line + 1}" for line in range(len(LACKS.splitlines()))]
    assert sorted(set(_complaints(tmp_path))) == sorted(wanted)
    assert plait_here("check", tmp_path / "has.ts", tmp_path / "typed.ts").messages == ""


def test_what_is_there_stays(plait_here: Plait, tmp_path: Path) -> None:
    own = tmp_path / "tsconfig.json"
    assert plait_here("init", tmp_path).messages == ""
    assert json.loads(own.read_text())["compilerOptions"]["noLib"] is True
    assert plait_here("init", tmp_path).messages == ""
    own.write_text("{}")
    (tmp_path / "plait.d.ts").write_text("old")
    ended = plait_here("init", tmp_path)
    assert ended.code == 0
    assert "is there already" in ended.messages
    assert own.read_text() == "{}"
    assert "interface Array<T>" in (tmp_path / "plait.d.ts").read_text()


def test_a_folder_is_needed(plait_here: Plait, tmp_path: Path) -> None:
    assert plait_here("init", tmp_path / "none").code == 2
