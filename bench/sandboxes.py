"""Sandboxes that Python can have beside plait, each with the same handful of things to do."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from importlib.metadata import version
from typing import Any, Final

import plait

Work = Callable[[], Any]

JAVASCRIPT: Final = """
function nothing() {}
function add(a, b) { return a + b }
function take(x) { return 0 }
function repeat(n) { let s = 0; for (let i = 0; i < n; i++) s += back(i); return s }
let kept;
function keep(x) { kept = x; return 0 }
function give() { return kept }
"""

TYPESCRIPT: Final = """
export function nothing() {}
export function add(a: number, b: number) { return a + b }
export function take(x: any) {}
export function callBack(back: (x: number) => number, n: number) {
  let s = 0;
  for (let i = 0; i < n; i++) s += back(i);
  return s;
}
let kept: any;
export function keep(x: any) { kept = x }
export function give() { return kept }
"""


class Sandbox:
    """One of them. Methods give what is to be measured, or None for what the sandbox does not have."""

    package: str
    """What `pip` calls it."""
    remark: str = ""

    @property
    def name(self) -> str:
        """Its name and version; raises `ImportError` when it is not installed."""
        return f"{self.package} {version(self.package)}"

    def __init__(self) -> None:
        self.closing = ExitStack()

    def call(self) -> Work | None:
        """A call of a function without arguments, prepared as far as can be."""
        return None

    def add(self) -> Work | None:
        """One with two numbers, which gives their sum."""
        return None

    def back(self, count: int) -> Work | None:
        """A call of a function that calls a function of Python's so many times."""
        return None

    def fresh(self) -> Work | None:
        """A context in which nothing of others can be seen, of a program that is compiled as far as can be."""
        return None

    def execute(self) -> Work | None:
        """The run of a small program in such a context."""
        return None

    def take(self, value: Any) -> Work | None:
        """A call to which data is given."""
        return None

    def give(self, value: Any) -> Work | None:
        """A call that gives data."""
        return None


class Plait(Sandbox):
    package = "plait"

    def __init__(self) -> None:
        super().__init__()
        self._vm = plait.Vm()
        self._module = plait.compile(TYPESCRIPT, "bench.ts")
        self._context = self._vm.load(self._module)
        self._small = plait.compile("1 + 1;", "small.ts")

    @property
    def name(self) -> str:
        return f"plait {plait.__version__}"

    def call(self) -> Work:
        return self._context.prepare("nothing")

    def add(self) -> Work:
        function = self._context.prepare("add")
        return lambda: function(1, 2)

    def back(self, count: int) -> Work:
        function = self._context.prepare("callBack")
        return lambda: function(lambda x: x, count)

    def fresh(self) -> Work:
        return lambda: self._vm.load(self._module).close()

    def execute(self) -> Work:
        return lambda: self._vm.execute(self._small)

    def take(self, value: Any) -> Work:
        function = self._context.prepare("take")
        return lambda: function(value)

    def give(self, value: Any) -> Work:
        self._context.call("keep", value)
        return self._context.prepare("give")


class MiniRacer(Sandbox):
    package = "mini-racer"
    remark = "V8; data as JSON; functions of Python are asynchronous there, which is another thing"

    def __init__(self) -> None:
        super().__init__()
        self._make = import_module("py_mini_racer").MiniRacer
        self._context = self._make()
        self._context.eval(JAVASCRIPT)

    def call(self) -> Work:
        return lambda: self._context.eval("nothing()")

    def add(self) -> Work:
        return lambda: self._context.call("add", 1, 2)

    def fresh(self) -> Work:
        return lambda: self._make().close()

    def execute(self) -> Work:
        def work() -> None:
            context = self._make()
            context.eval("1 + 1")
            context.close()

        return work

    def take(self, value: Any) -> Work:
        return lambda: self._context.call("take", value)

    def give(self, value: Any) -> Work:
        self._context.call("keep", value)
        return lambda: self._context.call("give")


class QuickJs(Sandbox):
    package = "quickjs-ng"
    remark = "data as JSON"

    def __init__(self) -> None:
        super().__init__()
        self._make = import_module("quickjs").Context
        self._context = self._make()
        self._context.add_callable("back", lambda x: x)
        self._context.eval(JAVASCRIPT)

    def call(self) -> Work:
        function: Work = self._context.get("nothing")
        return function

    def add(self) -> Work:
        function = self._context.get("add")
        return lambda: function(1, 2)

    def back(self, count: int) -> Work:
        function = self._context.get("repeat")
        return lambda: function(count)

    def fresh(self) -> Work:
        return lambda: self._make().eval(JAVASCRIPT)

    def execute(self) -> Work:
        return lambda: self._make().eval("1 + 1")

    def take(self, value: Any) -> Work:
        function = self._context.get("take")
        return lambda: function(self._context.parse_json(json.dumps(value)))

    def give(self, value: Any) -> Work:
        self._context.get("keep")(self._context.parse_json(json.dumps(value)))
        function = self._context.get("give")
        return lambda: json.loads(function().json())


class Lupa(Sandbox):
    package = "lupa"
    remark = "LuaJIT, which bounds neither time nor what a program reaches in Python by itself"

    def __init__(self) -> None:
        super().__init__()
        self._make = import_module("lupa.luajit21").LuaRuntime
        self._context = self._make()
        self._globals = self._context.globals()
        self._globals.back = lambda x: x
        self._context.execute(
            "function nothing() end function add(a, b) return a + b end function take(x) end "
            "function again(n) local s = 0 for i = 1, n do s = s + back(i) end return s end "
            "function keep(x) kept = x end function give() return kept end"
        )

    def call(self) -> Work:
        function: Work = self._globals.nothing
        return function

    def add(self) -> Work:
        function = self._globals.add
        return lambda: function(1, 2)

    def back(self, count: int) -> Work:
        function = self._globals.again
        return lambda: function(count)

    def fresh(self) -> Work:
        make: Work = self._make
        return make

    def execute(self) -> Work:
        return lambda: self._make().eval("1 + 1")

    def take(self, value: Any) -> Work:
        function = self._globals.take
        return lambda: function(self._context.table_from(value, recursive=True))

    def give(self, value: Any) -> Work:
        self._globals.keep(self._context.table_from(value, recursive=True))
        function = self._globals.give
        if isinstance(value, list):
            return lambda: list(function().values())
        return lambda: {key: dict(inner.items()) for key, inner in function().items()}


class Wasmtime(Sandbox):
    package = "wasmtime"
    remark = "numbers only; an array is bytes that are written to memory and read from it"

    def __init__(self) -> None:
        super().__init__()
        self._wasmtime = import_module("wasmtime")
        self._engine = self._wasmtime.Engine()
        self._module = self._wasmtime.Module(
            self._engine,
            '(module (import "" "back" (func $back (param f64) (result f64))) (memory (export "memory") 1)'
            ' (func (export "nothing")) (func (export "add") (param f64 f64) (result f64)'
            " (f64.add (local.get 0) (local.get 1)))"
            ' (func (export "again") (param $n i32) (result f64) (local $s f64) (loop $more'
            " (local.set $s (f64.add (local.get $s) (call $back (f64.convert_i32_s (local.get $n)))))"
            " (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1))))) (local.get $s)))",
        )
        self._store, self._exports = self._instance()

    def _instance(self) -> tuple[Any, Any]:
        wasmtime = self._wasmtime
        store = wasmtime.Store(self._engine)
        number = wasmtime.ValType.f64()
        back = wasmtime.Func(store, wasmtime.FuncType([number], [number]), lambda x: x)
        return store, wasmtime.Instance(store, self._module, [back]).exports(store)

    def call(self) -> Work:
        function = self._exports["nothing"]
        return lambda: function(self._store)

    def add(self) -> Work:
        function = self._exports["add"]
        return lambda: function(self._store, 1.0, 2.0)

    def back(self, count: int) -> Work:
        function = self._exports["again"]
        return lambda: function(self._store, count)

    def fresh(self) -> Work:
        return self._instance

    def execute(self) -> Work:
        def work() -> Any:
            store, exports = self._instance()
            return exports["add"](store, 1.0, 1.0)

        return work

    def take(self, value: Any) -> Work | None:
        if not isinstance(value, list):
            return None
        memory, function = self._exports["memory"], self._exports["nothing"]

        def work() -> None:
            memory.write(self._store, struct.pack(f"<{len(value)}d", *value), 0)
            function(self._store)

        return work

    def give(self, value: Any) -> Work | None:
        if not isinstance(value, list):
            return None
        memory, function = self._exports["memory"], self._exports["nothing"]
        memory.write(self._store, struct.pack(f"<{len(value)}d", *value), 0)

        def work() -> Any:
            function(self._store)
            return list(struct.unpack(f"<{len(value)}d", memory.read(self._store, 0, 8 * len(value))))

        return work


class Monty(Sandbox):
    package = "pydantic-monty"
    remark = "Python in a process of its own, which stays; what is called is a line of text"

    def __init__(self) -> None:
        super().__init__()
        self._pool = self.closing.enter_context(import_module("pydantic_monty").Monty())
        limits = {"max_suspensions": 1_000_000_000}
        self._session = self.closing.enter_context(self._pool.checkout(limits=limits))
        self._run = self._session.feed_run
        self._run("def nothing():\n    pass\ndef add(a, b):\n    return a + b\ndef take(x):\n    pass")

    def call(self) -> Work:
        return lambda: self._run("nothing()")

    def add(self) -> Work:
        return lambda: self._run("add(1, 2)")

    def back(self, count: int) -> Work:
        return lambda: self._run(f"s = 0\nfor i in range({count}):\n    s += back(i)", external_lookup=BACK)

    def fresh(self) -> Work:
        def work() -> None:
            with self._pool.checkout():
                pass

        return work

    def execute(self) -> Work:
        def work() -> None:
            with self._pool.checkout() as session:
                session.feed_run("1 + 1")

        return work

    def take(self, value: Any) -> Work:
        return lambda: self._run("take(given)", inputs={"given": value})

    def give(self, value: Any) -> Work:
        self._run("kept = given", inputs={"given": value})
        return lambda: self._run("kept")


BACK: Final = {"back": lambda x: x}


class Zapcode(Sandbox):
    package = "zapcode"
    remark = "has no calls: each is a run of a program; a call of Python's stops it and goes on with a snapshot"

    def __init__(self) -> None:
        super().__init__()
        self._make = import_module("zapcode").Zapcode

    def call(self) -> Work:
        program = self._make("undefined")
        return lambda: program.run()["output"]

    def add(self) -> Work:
        program = self._make("a + b", inputs=["a", "b"])
        return lambda: program.run({"a": 1, "b": 2})["output"]

    def back(self, count: int) -> Work:
        text = f"let s = 0; for (let i = 0; i < {count}; i++) s += await back(i); s"
        program = self._make(text, external_functions=["back"])

        def work() -> Any:
            state = program.start()
            while state.get("suspended"):
                state = state["snapshot"].resume(state["args"][0])
            return state["output"]

        return work

    def fresh(self) -> Work:
        return lambda: self._make("undefined")

    def execute(self) -> Work:
        return lambda: self._make("1 + 1").run()["output"]

    def take(self, value: Any) -> Work:
        program = self._make("undefined", inputs=["given"])
        return lambda: program.run({"given": value})["output"]

    def give(self, value: Any) -> Work:
        program = self._make(f"({json.dumps(value)})")
        return lambda: program.run()["output"]


SANDBOXES: Final[tuple[type[Sandbox], ...]] = (Plait, MiniRacer, QuickJs, Lupa, Wasmtime, Monty, Zapcode)
