"""A function of Python that answers calls of the host that a program makes, and lets the program go on between them.

It makes a tuple of the bytes that a kernel leaves, calls a function of Python on it, and hands the bytes of the result
to another kernel. While kernels run Python's global lock is held; they run for a moment only.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from plait.kernel.python_functions import FORM, HEAD, load_fields, python_function


class Answers(ctypes.Structure):
    """What answers the calls of the host that wait in one memory: three kernels on the stack that ends at `stack`.

    `ask(base, signature)` puts the bytes of the arguments of the call that waits to `small_place` or `large_place`, as
    for a `Call`; `answer(base, size, signature)` takes the bytes of the result from there; `go(base)` runs until
    something is needed, which is `host_call` if it is a call of the host. The number of the function called stands at
    `number_place` (u32); `table` has the function of Python and its signature for each of the `count` numbers.
    """

    _fields_ = (
        ("ask", ctypes.c_void_p),
        ("answer", ctypes.c_void_p),
        ("go", ctypes.c_void_p),
        ("switch", ctypes.c_void_p),
        ("stack", ctypes.c_void_p),
        ("base", ctypes.c_int64),
        ("small_place", ctypes.c_int64),
        ("small_size", ctypes.c_int64),
        ("large_place", ctypes.c_int64),
        ("large_size", ctypes.c_int64),
        ("number_place", ctypes.c_int64),
        ("host_call", ctypes.c_int64),
        ("table", ctypes.c_void_p),
        ("count", ctypes.c_int64),
    )


class AnswerEntry(ctypes.Structure):
    """A function of Python, or null if its calls are answered in another way, and its signature."""

    _fields_ = (("function", ctypes.c_void_p), ("signature", ctypes.c_int64))


HAS_ANSWERED: Final = -1
"""The number when the call has been answered, but the host has to look before the program goes on."""

HAS_VALUE: Final = -2
"""The number before the value that the function has given, which is to be taken in another way."""

IS_TIRED: Final = -3
"""The number when so many calls have been answered that others are to have their turn; one waits."""

MOST_ANSWERS: Final = 256


_SYMBOL: Final = "plait_answer_from_python"


@cache
def _text() -> str:
    return f"""{HEAD}
define ptr @{_SYMBOL}(ptr %self, ptr %nothing) {{
entry:
  %call = call ptr @PyCapsule_GetPointer(ptr %self, ptr null)
{load_fields(Answers, "%call")}  %host_number = add i64 %base, %number_place
  %host_number.at = inttoptr i64 %host_number to ptr
  %small = add i64 %base, %small_place
  %small.at = inttoptr i64 %small to ptr
  %large = add i64 %base, %large_place
  %large.at = inttoptr i64 %large to ptr
  br label %next
next:
  %turn = phi i64 [0, %entry], [%following, %went]
  %following = add i64 %turn, 1
  %over = icmp sge i64 %turn, {MOST_ANSWERS}
  br i1 %over, label %ends, label %look
look:
  %index32 = load i32, ptr %host_number.at
  %index = zext i32 %index32 to i64
  %known = icmp ult i64 %index, %count
  br i1 %known, label %find, label %ends
find:
  %place = shl i64 %index, 1
  %function.at = getelementptr i64, ptr %table, i64 %place
  %function = load ptr, ptr %function.at
  %signature.at = getelementptr i64, ptr %function.at, i64 1
  %signature = load i64, ptr %signature.at
  %is_other = icmp eq ptr %function, null
  br i1 %is_other, label %ends, label %asks
asks:
  %size = call i64 %switch(ptr %ask, ptr %stack, i64 %base, i64 %signature, i64 0, i64 0)
  %is_asked = icmp sge i64 %size, 0
  br i1 %is_asked, label %take, label %ends
take:
  %size.small = icmp sle i64 %size, %small_size
  %from.at = select i1 %size.small, ptr %small.at, ptr %large.at
  ; Making values may let other code run: the bytes are Python's own by then.
  %bytes = call ptr @PyBytes_FromStringAndSize(ptr %from.at, i64 %size)
  %no_bytes = icmp eq ptr %bytes, null
  br i1 %no_bytes, label %raise, label %read
read:
  %bytes.at = call ptr @PyBytes_AsString(ptr %bytes)
  %arguments = call ptr @PyMarshal_ReadObjectFromString(ptr %bytes.at, i64 %size)
  call void @Py_DecRef(ptr %bytes)
  %no_arguments = icmp eq ptr %arguments, null
  br i1 %no_arguments, label %raise, label %calls
calls:
  %value = call ptr @PyObject_CallObject(ptr %function, ptr %arguments)
  call void @Py_DecRef(ptr %arguments)
  %is_raised = icmp eq ptr %value, null
  br i1 %is_raised, label %raise, label %write
raise:
  ret ptr null
write:
  %written = call ptr @PyMarshal_WriteObjectToString(ptr %value, i32 {FORM})
  %is_other_value = icmp eq ptr %written, null
  br i1 %is_other_value, label %failed, label %measure
failed:
  call void @PyErr_Clear()
  br label %gives
measure:
  %written.size = call i64 @PyBytes_Size(ptr %written)
  %fits = icmp sle i64 %written.size, %large_size
  br i1 %fits, label %copy, label %leave
leave:
  call void @Py_DecRef(ptr %written)
  br label %gives
copy:
  %written.small = icmp sle i64 %written.size, %small_size
  %to.at = select i1 %written.small, ptr %small.at, ptr %large.at
  %written.at = call ptr @PyBytes_AsString(ptr %written)
  call void @llvm.memcpy.p0.p0.i64(ptr %to.at, ptr %written.at, i64 %written.size, i1 false)
  call void @Py_DecRef(ptr %written)
  %done = call i64 %switch(ptr %answer, ptr %stack, i64 %base, i64 %written.size, i64 %signature, i64 0)
  %is_answered = icmp ne i64 %done, 0
  br i1 %is_answered, label %answered, label %gives
gives:
  %told = call ptr (ptr, ...) @Py_BuildValue(ptr @number_and_value_form, i64 {HAS_VALUE}, ptr %value)
  ret ptr %told
answered:
  ; Letting go of the value may let other code run, which may call into the program.
  call void @Py_DecRef(ptr %value)
  %is_ready = icmp eq i64 %done, 1
  br i1 %is_ready, label %goes, label %ends
goes:
  %came = call i64 %switch(ptr %go, ptr %stack, i64 %base, i64 0, i64 0, i64 0)
  br label %went
went:
  %calls_again = icmp eq i64 %came, %host_call
  br i1 %calls_again, label %next, label %ends
ends:
  %number = phi i64 [{IS_TIRED}, %next], [%host_call, %look], [%host_call, %find], [%host_call, %asks],
    [{HAS_ANSWERED}, %answered], [%came, %went]
  %ended = call ptr (ptr, ...) @Py_BuildValue(ptr @number_form, i64 %number)
  ret ptr %ended
}}
"""


def answering_function(answers: Answers, keeps: object) -> Callable[..., Any]:
    """A function for what is said in `Answers`. It keeps that, and another object.

    It gives a tuple of the number that `go` gave last; of that of a call of the host if one waits that is to be
    answered in another way; or of one of the numbers above. It raises what a function of Python has raised.
    """
    return python_function(_text(), _SYMBOL, answers, keeps)
