"""A function of Python that goes into native code and back by itself: what Python holds between its steps is nothing.

It is for calls of programs that last so short a time that Python's global lock is held meanwhile. Its code calls
functions of CPython, by which it makes bytes of a tuple of arguments, lets a kernel work on these, and makes a value of
the bytes that the kernel leaves. From when it has seen that the kernel may run until it has taken the result no Python
code can run: no other thread, no signal handler, no finaliser.

Other Pythons, and those without a global lock, do not have it.
"""

from __future__ import annotations

import ctypes
import sys
import sysconfig
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

import llvmlite  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from plait.kernel.cache import ObjectCache
    from plait.kernel.native import NativeLibrary

HAS_PYTHON_CALLS: Final = (
    sys.implementation.name == "cpython"
    and not sysconfig.get_config_var("Py_GIL_DISABLED")
    and not hasattr(sys, "gettotalrefcount")
    and hasattr(ctypes, "pythonapi")
    and ctypes.sizeof(ctypes.c_void_p) == 8
)
"""Whether this Python has what the code needs."""

NOT_BEGUN: Final = -1
"""The number when the kernel has not run, or has done nothing."""


class Gate(ctypes.Structure):
    """Whether the kernel may run on a memory now, and where that is: what all calls into one memory look at."""

    _fields_ = (("is_open", ctypes.c_int64), ("base", ctypes.c_uint64))
    is_open: int
    base: int


class Call(ctypes.Structure):
    """What one function calls: `kernel(base, first, second, size)` on the stack that ends at `stack`.

    The bytes of the arguments come to `small_place` from the base, or, when they are more than `small_size` and at most
    `large_size`, to `large_place`; so does the result.
    """

    _fields_ = (
        ("gate", ctypes.c_void_p),
        ("kernel", ctypes.c_void_p),
        ("switch", ctypes.c_void_p),
        ("stack", ctypes.c_void_p),
        ("first", ctypes.c_int64),
        ("second", ctypes.c_int64),
        ("small_place", ctypes.c_int64),
        ("small_size", ctypes.c_int64),
        ("large_place", ctypes.c_int64),
        ("large_size", ctypes.c_int64),
    )


class _Method(ctypes.Structure):
    """CPython's `PyMethodDef`."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("function", ctypes.c_void_p),
        ("flags", ctypes.c_int),
        ("text", ctypes.c_char_p),
    )


_TAKES_TUPLE: Final = 1
_SYMBOL: Final = "plait_call_from_python"
_FUNCTIONS: Final = {
    "PyCapsule_GetPointer": "ptr @PyCapsule_GetPointer(ptr, ptr)",
    "PyMarshal_WriteObjectToString": "ptr @PyMarshal_WriteObjectToString(ptr, i32)",
    "PyMarshal_ReadObjectFromString": "ptr @PyMarshal_ReadObjectFromString(ptr, i64)",
    "PyBytes_FromStringAndSize": "ptr @PyBytes_FromStringAndSize(ptr, i64)",
    "PyBytes_AsString": "ptr @PyBytes_AsString(ptr)",
    "PyBytes_Size": "i64 @PyBytes_Size(ptr)",
    "PyErr_Clear": "void @PyErr_Clear()",
    "Py_BuildValue": "ptr @Py_BuildValue(ptr, ...)",
    "Py_DecRef": "void @Py_DecRef(ptr)",
}
_FORM: Final = 4
"""The version of the form of `marshal`."""


def _field(name: str) -> str:
    """The type, and the index, of a field of `Call`."""
    names = [field[0] for field in Call._fields_]
    return f"getelementptr i64, ptr %call, i64 {names.index(name)}"


def _text() -> str:
    declared = "".join(f"declare {signature}\n" for signature in _FUNCTIONS.values())
    loads = "".join(
        f"  %{name}.at = {_field(name)}\n  %{name} = load {kind}, ptr %{name}.at\n"
        for name, kind in (
            *(("gate", "ptr"), ("kernel", "ptr"), ("switch", "ptr"), ("stack", "ptr"), ("first", "i64")),
            *(("second", "i64"), ("small_place", "i64"), ("small_size", "i64"), ("large_place", "i64")),
            ("large_size", "i64"),
        )
    )
    none = NOT_BEGUN
    return f"""{declared}
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)

@form = private constant [4 x i8] c"(L)\\00"

define ptr @{_SYMBOL}(ptr %self, ptr %arguments) {{
entry:
  %call = call ptr @PyCapsule_GetPointer(ptr %self, ptr null)
{loads}  %base.at = getelementptr i64, ptr %gate, i64 1
  %was_open = load i64, ptr %gate
  %may = icmp ne i64 %was_open, 0
  br i1 %may, label %write, label %nothing_is
write:
  %written = call ptr @PyMarshal_WriteObjectToString(ptr %arguments, i32 {_FORM})
  %no_bytes = icmp eq ptr %written, null
  br i1 %no_bytes, label %failed, label %measure
failed:
  call void @PyErr_Clear()
  br label %nothing_is
measure:
  %size = call i64 @PyBytes_Size(ptr %written)
  %fits = icmp sle i64 %size, %large_size
  ; Writing may have let other code run, which may have closed the gate.
  %is_open = load i64, ptr %gate
  %still = icmp ne i64 %is_open, 0
  %go = and i1 %fits, %still
  br i1 %go, label %run, label %leave
leave:
  call void @Py_DecRef(ptr %written)
  br label %nothing_is
run:
  %base = load i64, ptr %base.at
  %is_small = icmp sle i64 %size, %small_size
  %to = select i1 %is_small, i64 %small_place, i64 %large_place
  %target = add i64 %base, %to
  %target.at = inttoptr i64 %target to ptr
  %source = call ptr @PyBytes_AsString(ptr %written)
  call void @llvm.memcpy.p0.p0.i64(ptr %target.at, ptr %source, i64 %size, i1 false)
  call void @Py_DecRef(ptr %written)
  %given = call i64 %switch(ptr %kernel, ptr %stack, i64 %base, i64 %first, i64 %second, i64 %size)
  %has_result = icmp sge i64 %given, 0
  br i1 %has_result, label %take, label %note
note:
  %has_not_begun = icmp eq i64 %given, {none}
  br i1 %has_not_begun, label %nothing_is, label %shut
shut:
  store i64 0, ptr %gate
  br label %nothing_is
take:
  %result_is_small = icmp sle i64 %given, %small_size
  %from = select i1 %result_is_small, i64 %small_place, i64 %large_place
  %result = add i64 %base, %from
  %result.at = inttoptr i64 %result to ptr
  ; Making values may let other code run: the bytes are Python's own by then.
  %bytes = call ptr @PyBytes_FromStringAndSize(ptr %result.at, i64 %given)
  %no_memory = icmp eq ptr %bytes, null
  br i1 %no_memory, label %raise, label %read
raise:
  ret ptr null
read:
  %bytes.at = call ptr @PyBytes_AsString(ptr %bytes)
  %value = call ptr @PyMarshal_ReadObjectFromString(ptr %bytes.at, i64 %given)
  call void @Py_DecRef(ptr %bytes)
  ret ptr %value
nothing_is:
  %number = phi i64 [{none}, %entry], [{none}, %failed], [{none}, %leave], [%given, %note], [%given, %shut]
  %told = call ptr (ptr, ...) @Py_BuildValue(ptr @form, i64 %number)
  ret ptr %told
}}
"""


@cache
def _loaded(cache: ObjectCache | None) -> tuple[NativeLibrary, _Method]:
    """The code, and the method that it is, which are there for good."""
    from plait.kernel.native import NativeLibrary, compile_object, host_cpu

    text = _text()
    key = blake2b("\n".join((text, llvmlite.__version__, *host_cpu())).encode(), digest_size=24).hexdigest()
    code = None if cache is None else cache.load(f"python-{key}", bytes)
    if code is None:
        code = compile_object(text)
        if cache is not None:
            cache.put(f"python-{key}", code)
    addresses = {name: ctypes.cast(getattr(ctypes.pythonapi, name), ctypes.c_void_p).value or 0 for name in _FUNCTIONS}
    library = NativeLibrary.load(code, [_SYMBOL], addresses)
    return library, _Method(b"call", library.address(_SYMBOL), _TAKES_TUPLE, None)


def python_function(call: Call, keeps: object, cache: ObjectCache | None) -> Callable[..., Any]:
    """A function for what is said in a `Call`. It keeps that, and another object; the gate has to be kept elsewhere.

    It gives the value of the kernel's result, which is no tuple; or a tuple of `NOT_BEGUN`, or of the number below zero
    that the kernel gave: then it has closed the gate.
    """
    _, method = _loaded(cache)
    new_capsule = ctypes.pythonapi.PyCapsule_New
    new_capsule.restype = ctypes.py_object
    new_capsule.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    new_function = ctypes.pythonapi.PyCFunction_NewEx
    new_function.restype = ctypes.py_object
    new_function.argtypes = [ctypes.c_void_p, ctypes.py_object, ctypes.py_object]
    capsule = new_capsule(ctypes.addressof(call), None, None)
    made: Callable[..., Any] = new_function(ctypes.addressof(method), capsule, (call, keeps))
    return made
