"""Calling native code on another stack than the thread's.

How large the stack of a thread is, and how much of it is left, is the choice of whoever made the thread and came here.
So guest code runs on stacks of known size. One function does the switch: it keeps the frame pointer, so that a walk
along the frames finds its way back.
"""

from __future__ import annotations

import platform

from plait.errors import PlaitError

SYMBOL = "plait_on_stack"
"""The function `(callee, top of the stack, a, b, c, d)`, which gives what the callee makes of `(a, b, c, d)`."""

PLACE_SYMBOL = "plait_stack_place"
"""The function that says where the stack is on which it is called."""

ARGUMENTS = 4
"""How many arguments the callee can take."""

_X86_64 = (
    "pushq %rbp",
    "movq %rsp, %rbp",
    "movq %rsi, %rsp",
    "movq %rdi, %rax",
    "movq %rdx, %rdi",
    "movq %rcx, %rsi",
    "movq %r8, %rdx",
    "movq %r9, %rcx",
    "callq *%rax",
    "movq %rbp, %rsp",
    "popq %rbp",
    "retq",
)

_AARCH64 = (
    "stp x29, x30, [sp, #-16]!",
    "mov x29, sp",
    "mov sp, x1",
    "mov x9, x0",
    "mov x0, x2",
    "mov x1, x3",
    "mov x2, x4",
    "mov x3, x5",
    "blr x9",
    "mov sp, x29",
    "ldp x29, x30, [sp], #16",
    "ret",
)

_CODE = {"x86_64": _X86_64, "amd64": _X86_64, "aarch64": _AARCH64, "arm64": _AARCH64}


def stack_switch_text() -> str:
    """The LLVM IR of the functions. Raises `PlaitError` on a processor that plait does not know."""
    machine = platform.machine().lower()
    if machine not in _CODE:
        raise PlaitError(f"plait does not run on {machine} processors: only on x86-64 and aarch64")
    lines = "\\0A".join(_CODE[machine])
    return (
        f"define i64 @{SYMBOL}(ptr %callee, ptr %top, i64 %a, i64 %b, i64 %c, i64 %d) naked noinline nounwind {{\n"
        f'  call void asm sideeffect "{lines}", ""()\n'
        "  unreachable\n"
        "}\n"
        "declare ptr @llvm.frameaddress.p0(i32)\n"
        f"define i64 @{PLACE_SYMBOL}() noinline nounwind {{\n"
        "  %frame = call ptr @llvm.frameaddress.p0(i32 0)\n"
        "  %place = ptrtoint ptr %frame to i64\n"
        "  ret i64 %place\n"
        "}\n"
    )
