"""Object code, fragments for the JIT, the worker page, and what importing costs."""

from __future__ import annotations

import ctypes
import gc
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plait.kernel import (
    Kernel,
    as_kernel,
    enter_function,
    enter_general,
    enter_loop,
    function_compiled,
    general_compiled,
    i32,
    i64,
    kernel,
    loop_compiled,
    native_stack_short,
)
from plait.kernel.call_texts import CallTexts, IrFragment
from plait.kernel.emit_llvm import llvm_signature
from plait.kernel.emit_llvm_expression import llvm_name
from plait.kernel.memory_scopes import SCOPES
from plait.kernel.native import NativeLibrary, compile_object, load_kernels
from plait.kernel.reference import compile_reference
from plait.kernel.reference_memory import ReferenceMemory
from plait.kernel.worker_page import (
    BODY_TABLE,
    FUNCTION_TABLE,
    GENERAL_TABLE,
    LOOP_TABLE,
    STACK_LIMIT,
    WORKER_PAGE_SIZE,
)

from . import samples


@kernel
def enter(index: i64, loop: bool) -> i64:
    """Calls guest code if there is any."""
    if loop:
        if not loop_compiled(index):
            return -1
        first, second = enter_loop(index, 10, 20, 30)
        return first * 1000 + second
    if not function_compiled(index):
        return -2
    first, second = enter_function(index, 1, 2, 3)
    return first * 1000 + second


@kernel
def go_on(index: i64) -> i64:
    """Calls the general version of guest code if there is any."""
    if not general_compiled(index):
        return -3
    first, second = enter_general(index, 4, 5, 6, 7)
    return first * 1000 + second


@kernel
def is_short() -> bool:
    """Asks for the stack."""
    return native_stack_short()


GUEST = """
define { i64, i64 } @guest(ptr %base, i64 %frame, i64 %fuel, i64 %depth) {
  %a = add i64 %frame, %fuel
  %r0 = insertvalue { i64, i64 } poison, i64 %a, 0
  %r1 = insertvalue { i64, i64 } %r0, i64 %depth, 1
  ret { i64, i64 } %r1
}
define { i64, i64 } @general(ptr %base, i64 %frame, i64 %fuel, i64 %depth, i64 %at) {
  %a = add i64 %frame, %fuel
  %b = add i64 %depth, %at
  %r0 = insertvalue { i64, i64 } poison, i64 %a, 0
  %r1 = insertvalue { i64, i64 } %r0, i64 %b, 1
  ret { i64, i64 } %r1
}
"""


class _Page:
    """A memory with a worker page whose tables have two entries each."""

    def __init__(self) -> None:
        self._memory = (ctypes.c_char * (2 * WORKER_PAGE_SIZE))()
        self.base = ctypes.addressof(self._memory) + WORKER_PAGE_SIZE
        self.functions = (ctypes.c_uint64 * 2)()
        self.loops = (ctypes.c_uint64 * 2)()
        self.generals = (ctypes.c_uint64 * 2)()
        self._set(FUNCTION_TABLE, ctypes.addressof(self.functions))
        self._set(LOOP_TABLE, ctypes.addressof(self.loops))
        self._set(GENERAL_TABLE, ctypes.addressof(self.generals))
        self.set_limit(0)

    def _set(self, displacement: int, value: int) -> None:
        ctypes.c_uint64.from_address(self.base + displacement).value = value

    def set_limit(self, limit: int) -> None:
        self._set(STACK_LIMIT, limit)


def test_guest_code() -> None:
    """Found through the tables, called with its three arguments, and never there in the reference."""
    page = _Page()
    library = NativeLibrary.load(compile_object(GUEST), ["guest", "general"])
    run = load_kernels([enter]).function(enter)
    assert [run(page.base, index, loop) for index in (0, 1) for loop in (False, True)] == [-2, -1, -2, -1]
    page.functions[1] = library.address("guest")
    page.loops[0] = library.address("guest")
    assert [run(page.base, index, loop) for index in (0, 1) for loop in (False, True)] == [-2, 30030, 3003, -1]
    run_on = load_kernels([go_on]).function(go_on)
    page.generals[1] = library.address("general")
    assert [run_on(page.base, index) for index in (0, 1)] == [-3, 9013]
    reference = compile_reference([enter]).function(enter)
    assert reference(ReferenceMemory(bytearray(64), 0, 64), 1, False) == -2
    library.release()


def test_stack_limit() -> None:
    """The stack pointer is compared with the limit of the worker page."""
    page = _Page()
    run = load_kernels([is_short]).function(is_short)
    assert run(page.base) is False
    page.set_limit(2**64 - 1)
    assert run(page.base) is True
    assert len({FUNCTION_TABLE, LOOP_TABLE, STACK_LIMIT, BODY_TABLE, GENERAL_TABLE}) == 5


@kernel
def digits(a: i64, b: i64, c: i64) -> i64:
    return a * 100 + b * 10 + c


def test_another_stack() -> None:
    """The kernel runs on the stack that is given, with all its arguments."""
    stack = (ctypes.c_uint64 * 64)()
    page = _Page()
    kernels = load_kernels([digits, is_short])
    top = ctypes.addressof(stack) + ctypes.sizeof(stack) & ~15
    assert kernels.function_on_stack(digits)(top, page.base, 1, -2, 3) == 83
    assert any(stack)
    for limit, short in ((top, True), (ctypes.addressof(stack), False)):
        page.set_limit(limit)
        assert kernels.function_on_stack(is_short)(top, page.base) is short


def test_compiling_from_a_small_stack() -> None:
    """Whatever stack the thread has from which it is asked for; the size that the process has set stays."""
    results: list[object] = []

    def work() -> None:
        results.append(load_kernels([samples.fibonacci]).function(samples.fibonacci)(0, 10))

    before = threading.stack_size(64 << 10)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert results == [55]
        assert threading.stack_size() == 64 << 10
    finally:
        threading.stack_size(before)


def test_fragments() -> None:
    """Compiled code that inlines inline kernels and calls the others in the library of kernels."""
    kernels = load_kernels([samples.swapped, samples.tables, samples.constants])
    fragment = _fragment(samples.pair, samples.tables, samples.swapped)
    assert set(fragment.external) == {"kernel.samples.tables", "kernel.samples.swapped"}
    assert llvm_signature(as_kernel(samples.pair)) == (("ptr", "i32", "i32"), "{ i32, i64 }")
    swapped, inlined = (llvm_name(as_kernel(item)) for item in (samples.swapped, samples.pair))
    text = f"""
        {fragment.definitions}
        {fragment.declarations}
        define i64 @main(ptr %base, i32 %a, i32 %b) {{
          %p = call {{ i32, i64 }} @"{inlined}"(ptr %base, i32 %a, i32 %b)
          %q = call {{ i32, i64 }} @"{swapped}"(ptr %base, i32 %a, i32 %b)
          %x = extractvalue {{ i32, i64 }} %p, 1
          %y = extractvalue {{ i32, i64 }} %q, 1
          %s = add i64 %x, %y
          ret i64 %s
        }}
    """
    imports = {name: kernels.addresses[name] for name in fragment.external}
    library = NativeLibrary.load(compile_object(text), ["main"], imports)
    main = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_void_p, ctypes.c_int32, ctypes.c_int32)(library.address("main"))
    assert main(0, 6, 7) == 84


def test_fragments_reach_through_inline_kernels_only() -> None:
    """The tables and callees of inline kernels come along, those of ordinary ones do not."""
    table = _fragment(_inline("tables_inline", "return POWERS[0]"))
    assert "private unnamed_addr constant [20 x i64]" in table.definitions
    assert table.external == ()
    ordinary = _fragment(samples.tables)
    assert (ordinary.definitions, ordinary.external) == (SCOPES, ("kernel.samples.tables",))
    compared = _fragment(_inline("compared", "return to_u64(1 if compare_bytes(8, 16, 8) else 0)"))
    assert "@memcmp" in compared.declarations
    cold = _fragment(_inline("calls_cold", "p, q, r, s, t = triple(1, 2.0, True); return to_u64(p)"))
    assert cold.external == ("kernel.samples.triple",)


def _fragment(*kernels: Callable[..., object]) -> IrFragment:
    """The fragment for some kernels, by texts that have been stored."""
    texts = CallTexts()
    for item in kernels:
        texts.of(as_kernel(item))
    return CallTexts(texts.stored()).fragment(as_kernel(item).name for item in kernels)


def _inline(name: str, body: str) -> Kernel:
    import plait.kernel

    lines = "\n".join(f"    {line}" for line in body.split("; "))
    namespace = {**vars(plait.kernel), **vars(samples)}
    return Kernel.from_source(f"def {name}() -> u64:\n{lines}\n", name, namespace, f"<{name}>", inline=True)


def test_generated_sources_are_made_when_needed() -> None:
    """And once."""
    made: list[None] = []

    def source() -> str:
        made.append(None)
        return "def f(a: i64) -> i64:\n    return a + 1\n"

    generated = Kernel.from_source(source, "f", {}, "<f>")
    assert not made
    assert load_kernels([generated]).function(generated)(0, 1) == 2
    assert len(made) == 1


def test_functions_keep_their_code(capfd: pytest.CaptureFixture[str]) -> None:
    """A function outlives everything else that was loaded with it."""
    function = load_kernels([samples.fibonacci]).function(samples.fibonacci)
    gc.collect()
    for _ in range(20):
        load_kernels([samples.is_even])
    gc.collect()
    assert function(0, 20) == 6765
    assert capfd.readouterr().err == ""


def test_calls_release_the_global_lock() -> None:
    """Python goes on while native code runs."""
    function = load_kernels([samples.fibonacci]).function(samples.fibonacci)
    thread = threading.Thread(target=function, args=(0, 38))
    thread.start()
    turns = 0
    while thread.is_alive():
        turns += 1
        time.sleep(0.001)
    assert turns > 10


def test_compilation_in_threads() -> None:
    """Several threads may compile and load at once."""
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(5):
                assert load_kernels([samples.fibonacci]).function(samples.fibonacci)(0, 10) == 55
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_importing_is_cheap() -> None:
    """Neither Python's compiler nor LLVM is loaded by the import of modules with kernels."""
    source = Path(__file__).parent.parent.parent / "src"
    unneeded = ("ast", "inspect", "llvmlite", "plait.kernel.analyse", "plait.kernel.tree", "plait.kernel.native")
    script = (
        f"import sys; sys.path.insert(0, {str(source)!r}); import plait.kernel; "
        f"print([name for name in {unneeded} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_a_large_loop_compiles_in_linear_time() -> None:
    """An interpreter with many cases: analysis and emission take a fraction of LLVM's time."""

    def seconds(cases: int) -> float:
        arms = "".join(
            f"            case {n}:\n"
            f"                store_i32(frame + load_u16(pc + 2), wrap_i32(load_i32(frame + load_u16(pc + 4)) + {n}))\n"
            for n in range(cases)
        )
        source = (
            "def loop(frame: i64, pc: i64) -> i64:\n    while True:\n        pc += 8\n"
            f"        match load_u16(pc):\n{arms}            case _:\n                return pc\n"
        )
        import plait.kernel

        made = Kernel.from_source(source, f"loop{cases}", vars(plait.kernel), f"<loop{cases}>")
        start = time.perf_counter()
        _ = made.text
        compile_reference([made])
        return time.perf_counter() - start

    small = min(seconds(100) for _ in range(3))
    assert min(seconds(400) for _ in range(3)) < 12 * small


@kernel(cold=True)
def some_code(a: i32) -> i32:
    """Gives constants alone."""
    if a == 7:
        return 40
    return 3 if a < 0 else -2


@kernel(cold=True)
def any_code(a: i32) -> i32:
    """Gives something else, too."""
    return 3 if a < 0 else a


def test_callers_know_which_constants_a_kernel_returns() -> None:
    texts = CallTexts()
    assert texts.of(as_kernel(some_code)).declaration.startswith("declare range(i32 -2, 41) i32 @")
    assert texts.of(as_kernel(any_code)).declaration.startswith("declare i32 @")
    kernels = load_kernels([some_code])
    memory = bytearray(16)
    base = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    assert [kernels.function(some_code)(base, a) for a in (7, -1, 1)] == [40, 3, -2]
