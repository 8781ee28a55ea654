"""What the kernel compiler refuses, and where it says the mistake is."""

from __future__ import annotations

import re
from typing import Any

import pytest

import plait.kernel
from plait.kernel import Kernel, KernelError, as_kernel, i64, kernel, load_i64, store_i64

from . import samples

NAMESPACE = {**vars(plait.kernel), **vars(samples), "samples": samples, "text": "x", "table": [1, 2]}


def _refused(body: str, head: str = "a: i64, x: f64, n: u64, s: Node, b: bool", result: str = "i64") -> KernelError:
    lines = "\n".join(f"    {line}" for line in body.split("; "))
    source = f"def bad({head}) -> {result}:\n{lines}\n"
    made = Kernel.from_source(source, "bad", NAMESPACE, "<bad>")
    with pytest.raises(KernelError) as caught:
        _ = made.definition
    return caught.value


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("return a / a", 2, "no operation / on i64"),
        ("return a // a", 2, "no operation FloorDiv"),
        ("return a << 1", 2, "no operation LShift"),
        ("return a + x", 2, "do not mix"),
        ("return a + n", 2, "do not mix"),
        ("return n + n", 2, "no operation [+] on u64"),
        ("return a + b", 2, "do not mix"),
        ("return x & x", 2, "no operation & on f64"),
        ("return -n", 2, "this sign"),
        ("return -s", 2, "this sign"),
        ("pass; return x", 3, "i64 is needed, this is f64"),
        ("pass; return s", 3, "i64 is needed, this is Node"),
        ("return Buffer(a)", 2, "i64 is needed, this is Buffer"),
        ("y: u8 = 256; return a", 2, "256 does not fit u8"),
        ("y: u8 = -1; return a", 2, "-1 does not fit u8"),
        ("return 9223372036854775808", 2, "does not fit i64"),
        ("return 18446744073709551616", 2, "does not fit 64 bits"),
        ("y: i8 = 1; z: u8 = y - 200; return a", 3, "never fits u8"),
        ("if a: return a; return a", 2, "condition must be bool"),
        ("return a and a", 2, "condition must be bool"),
        ("return y", 2, "y is not defined"),
        ("if b:;     y = 1; return y", 4, "y may be used before it is assigned"),
        ("while a > 0:;     y = 1;     break; return y", 5, "y may be used before"),
        ("for i in range(3): pass; return i", 3, "i may be used before"),
        ("return y; y = 1", 2, "y may be used before"),
        ("y = 1; y = x; return y", 3, "i64 is needed, this is f64"),
        ("a: u8 = 1; return a", 2, "a has a type already"),
        ("if b:;     return a", 1, "can end without returning"),
        ("while a > 0: return a", 1, "can end without returning"),
        ("while True:;     if b: break", 1, "can end without returning"),
        ("return a, a", 2, "2 values are returned"),
        ("return", 2, "0 values are returned"),
        ("return text", 2, "text is not a value"),
        ("return table[0]", 2, "only a ConstantTable"),
        ("return s.nothing", 2, "Node has no field nothing"),
        ("return a.length", 2, "i64 has no attributes"),
        ("s.byte = 300; return a", 2, "300 does not fit u8"),
        ("s.next = Buffer(0); return a", 2, "Node is needed, this is Buffer"),
        ("return bool_to_i32(s == Buffer(0))", 2, "do not mix"),
        ("return bool_to_i32(s < s)", 2, "no such comparison"),
        ("return bool_to_i32(1 < a + 1 < 3)", 2, "middle of a chained comparison"),
        ("fibonacci(1, 2); return a", 2, "takes 1 arguments, not 2"),
        ("fibonacci(n=1); return a", 2, "by position only"),
        ("fibonacci(x); return a", 2, "i32 is needed, this is f64"),
        ("return nothing(a, a)", 2, "no result"),
        ("return swapped(1, 2)", 2, "several results"),
        ("p, q, r = swapped(1, 2); return a", 2, "2 results for 3 targets"),
        ("p, p = swapped(1, 2); return a", 2, "are the same"),
        ("p, q = a; return a", 2, "only the results of a call"),
        ("print(a); return a", 2, "cannot be called in a kernel"),
        ("a + 1; return a", 2, "must be a call"),
        ("samples.missing(a); return a", 2, "has no attribute missing"),
        ("return Color.BLUE", 2, "has no attribute BLUE"),
        ("for i in table: pass; return a", 2, "over range"),
        ("for i in range(1, 2, a): pass; return a", 2, "constant other than zero"),
        ("for i in range(1, 2, 0): pass; return a", 2, "constant other than zero"),
        ("for b in range(3): pass; return a", 2, "target of a loop is i64"),
        ("match a:;     case 1: pass;     case 1: pass; return a", 4, "matched twice"),
        ("match a:;     case y: pass; return a", 3, "a pattern must be"),
        ("match a:;     case 1 if b: pass; return a", 3, "cannot have a condition"),
        ("match x:;     case 1: pass; return a", 2, "an integer is needed"),
        ("import os; return a", 2, "Import is not supported"),
        ("with s: pass; return a", 2, "With is not supported"),
        ("return [a]", 2, "List is not supported"),
        ("return (lambda: a)()", 2, "cannot be called"),
        ("x = y = 1.0; return a", 2, "Assign is not supported"),
        ("table[0] = 1; return a", 2, "only locals and struct attributes"),
        ("__t0 = a; return a", 2, "two underscores"),
        ("Node(a + 8).byte += 1; return a", 2, "must be a local or an attribute"),
        ("return offset_of(Node, 'nothing')", 2, "not the name of a field"),
        ("return size_of(table)", 2, "not a struct class"),
        ("return shift_left(a, 64)", 2, "64 does not fit shift_count"),
        ("return address(a)", 2, "address takes a struct"),
        ("unreachable(a)", 2, "takes a string constant"),
        ("break", 2, "Break is not supported"),
    ],
)
def test_refused(body: str, line: int, message: str) -> None:
    """The message names the mistake, the place is that of the expression."""
    error = _refused(body)
    assert (error.file, error.line) == ("<bad>", line), error

    assert re.search(message, str(error)), error
    assert str(error).startswith(f"<bad>:{line}: ")


@pytest.mark.parametrize(
    ("head", "result", "message"),
    [
        ("a", "i64", "parameter a has no annotation"),
        ("a: int", "i64", "int is neither a machine type nor a struct"),
        ("a: i64 = 3", "i64", "without defaults"),
        ("*a: i64", "i64", "only plain parameters"),
        ("a: Missing", "i64", "Missing is not defined"),
        ("a: i64", "tuple[i64]", "at least two"),
        ("a: i64", "list[i64]", "neither a machine type"),
    ],
)
def test_refused_signatures(head: str, result: str, message: str) -> None:
    """Of parameters and results."""
    error = _refused("return 1", head, result)
    assert message in str(error)
    assert error.line == 1


def test_other_sources() -> None:
    """Texts that are not one function."""
    for source, message in (
        ("def f(:", "<f>:1: "),
        ("x = 1\n", "one function"),
        ("def f():\n    return\n", "no annotation"),
    ):
        with pytest.raises(KernelError, match=message):
            _ = Kernel.from_source(source, "f", {}, "<f>").definition


def test_errors_of_functions_in_files() -> None:
    """File and line are those of this file."""

    @kernel
    def wrong(a: plait.kernel.i64) -> plait.kernel.i64:
        return a / 2  # type: ignore[return-value]

    with pytest.raises(KernelError, match=r"test_errors\.py:\d+: "):
        _ = as_kernel(wrong).definition


def test_no_kernels() -> None:
    """What is not a kernel is refused."""
    plain: Any = len
    with pytest.raises(KernelError, match="is not a kernel"):
        as_kernel(plain)
    with pytest.raises(KernelError, match="is not a function"):
        kernel(plain)
    with pytest.raises(KernelError, match="only be one of inline, cold and reads"):
        kernel(inline=True, cold=True)(test_no_kernels)


@kernel
def writing(place: i64) -> i64:
    """Writes memory."""
    store_i64(place, 1)
    return place


def test_kernels_that_only_read_are_checked() -> None:
    """What LLVM is told of them is true of them and of all that they call."""

    @kernel(reads=True)
    def stores(place: i64) -> i64:
        store_i64(place, 1)
        return place

    @kernel(reads=True)
    def calls(place: i64) -> i64:
        return writing(place)

    @kernel(reads=True)
    def loads(place: i64) -> i64:
        total = 0
        for index in range(8):
            total += load_i64(place + 8 * index)
        return total

    with pytest.raises(KernelError, match="stores writes memory: store i64"):
        _ = as_kernel(stores).text
    with pytest.raises(KernelError, match=r"calls calls .*writing, which may write memory"):
        _ = as_kernel(calls).text
    assert "memory(read)" in as_kernel(loads).text.rest
