"""A function of Python that goes into native code and back by itself: what Python holds between its steps is nothing.

It is for calls of programs that last so short a time that Python's global lock is held meanwhile. It makes bytes of a
tuple of arguments, lets a kernel work on these, and makes a value of the bytes that the kernel leaves. From when it has
seen that the kernel may run until it has taken the result no Python code can run: no other thread, no signal handler,
no finaliser.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from plait.kernel.python_functions import FORM, HEAD, load_fields, python_function

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


_SYMBOL: Final = "plait_call_from_python"


@cache
def _text() -> str:
    none = NOT_BEGUN
    return f"""{HEAD}
define ptr @{_SYMBOL}(ptr %self, ptr %arguments) {{
entry:
  %call = call ptr @PyCapsule_GetPointer(ptr %self, ptr null)
{load_fields(Call, "%call")}  %base.at = getelementptr i64, ptr %gate, i64 1
  %was_open = load i64, ptr %gate
  %may = icmp ne i64 %was_open, 0
  br i1 %may, label %write, label %nothing_is
write:
  %written = call ptr @PyMarshal_WriteObjectToString(ptr %arguments, i32 {FORM})
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
  %told = call ptr (ptr, ...) @Py_BuildValue(ptr @number_form, i64 %number)
  ret ptr %told
}}
"""


def calling_function(call: Call, keeps: object) -> Callable[..., Any]:
    """A function for what is said in a `Call`. It keeps that, and another object; the gate has to be kept elsewhere.

    It gives the value of the kernel's result, which is no tuple; or a tuple of `NOT_BEGUN`, or of the number below zero
    that the kernel gave: then it has closed the gate.
    """
    return python_function(_text(), _SYMBOL, call, keeps)
