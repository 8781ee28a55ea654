"""Calls: 0x6b, 0x6c, 0x70 to 0x7f. The arguments stand on the stack in order; the count must be the callee's."""

from __future__ import annotations

from plait.isa.instruction import Immediate, Special, special

special(0x70, Special.CALL, "Calls the function; pushes its result.", Immediate.FUNCTION, Immediate.COUNT, fuel=2)
special(0x71, Special.RETURN, "Returns the top of the stack.")
special(0x72, Special.RETURN_VOID, "Returns from a function without result.")
special(0x73, Special.NATIVE_CALL, "Calls the library function with this id.", Immediate.NATIVE, Immediate.COUNT)
special(
    0x7F,
    Special.NATIVE_OR_CALL,
    "Calls the library function, or, where that declines, the function with the same arguments; pushes the result,"
    " unless that says no more than which of them it was.",
    Immediate.NATIVE,
    Immediate.FUNCTION,
    fuel=2,
)
special(
    0x74,
    Special.CALL_METHOD,
    "Calls the method that the object's own class has in the slot; the object stands below the arguments.",
    Immediate.CLASS,
    Immediate.SLOT,
    Immediate.COUNT,
    fuel=3,
)
special(
    0x75,
    Special.CALL_INTERFACE,
    "Calls the method by which the object's class implements the interface's; the object stands below the arguments.",
    Immediate.INTERFACE,
    Immediate.MEMBER,
    Immediate.COUNT,
    fuel=4,
)
special(0x76, Special.CALL_CLOSURE, "Calls the closure that stands below the arguments.", Immediate.COUNT, fuel=3)
special(
    0x7E,
    Special.CALL_EXPECTED,
    "As CALL_CLOSURE; the closure is probably one of the function, which has its signature.",
    Immediate.FUNCTION,
    Immediate.COUNT,
    fuel=3,
)
special(
    0x6B,
    Special.CALL_GENERAL,
    "Calls the closure on top, of the general signature, with `this` and so many arguments below it, at most four.",
    Immediate.COUNT,
    fuel=4,
)
special(
    0x6C,
    Special.CALL_GENERAL_EXPECTED,
    "As CALL_GENERAL; the closure is probably one of the function.",
    Immediate.FUNCTION,
    Immediate.COUNT,
    fuel=4,
)
special(
    0x77,
    Special.CALL_CONSTRUCTOR,
    "Makes an object of the class and calls its nearest constructor with the arguments; pushes the object.",
    Immediate.CLASS,
    Immediate.COUNT,
    fuel=10,
)
special(
    0x78,
    Special.CALL_SUPER,
    "Calls the method that the named class has in the slot; the object stands below the arguments.",
    Immediate.CLASS,
    Immediate.SLOT,
    Immediate.COUNT,
    fuel=2,
)
special(
    0x79,
    Special.CALL_STATIC,
    "Calls the static method of the class.",
    Immediate.CLASS,
    Immediate.STATIC,
    Immediate.COUNT,
    fuel=2,
)
special(
    0x7A,
    Special.MAKE_CLOSURE,
    "Pops what the function captures; pushes a closure of it.",
    Immediate.FUNCTION,
    Immediate.COUNT,
    fuel=8,
)
