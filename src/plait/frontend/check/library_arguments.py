"""The arguments of functions and methods of the library."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import assign
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.types import INT, NUMBER, Type, has_invalid
from plait.frontend.codes import Code
from plait.frontend.syntax import BinaryOperator


class Arguments:
    """The arguments of a method of the library."""

    def __init__(self, context: Context, node: syntax.Call, name: str, check: Check) -> None:
        self._context = context
        self._node = node
        self._name = name
        self._check = check

    def take(self, *wanted: Type, least: int | None = None) -> list[typed.Expression] | None:
        """The arguments, each of its type; those from `least` on may be left out. None if something is wrong."""
        context, nodes = self._context, self._node.arguments
        least = len(wanted) if least is None else least
        if not least <= len(nodes) <= len(wanted):
            count = f"{least}" if least == len(wanted) else f"{least} to {len(wanted)}"
            plural = "s" * (count != "1")
            context.report(
                Code.ARGUMENT_COUNT,
                self._node.span,
                f"`{self._name}` takes {count} argument{plural}, not {len(nodes)}",
            )
            return None
        values = [
            assign(context, context.value(self._check(context, node, type_)), type_)
            for node, type_ in zip(nodes, wanted, strict=False)
        ]
        return None if any(has_invalid(value.type) for value in values) else values


def as_index(context: Context, value: typed.Expression) -> typed.Expression:
    """A number as a position: an int, whatever it is."""
    if context.fits_int(value):
        return value if value.type is INT else typed.ToInt(value.span, INT, value)
    return call_prelude(context, value.span, "integer", NUMBER, (value,))


def as_word(value: typed.Expression) -> typed.Expression:
    """A number as the bitwise operators take it: an int, the number modulo 2^32."""
    return typed.Bitwise(value.span, INT, BinaryOperator.OR, value, typed.Constant(value.span, NUMBER, 0.0))
