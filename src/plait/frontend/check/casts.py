"""`value as T`."""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.adapters import adapted
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import convert
from plait.frontend.check.relations import Relation, relate
from plait.frontend.check.types import INT, INVALID, NEVER, NUMBER, VOID, Type, has_invalid, members_of
from plait.frontend.codes import Code
from plait.source import Span


def as_type(context: Context, span: Span, operand: typed.Expression, wanted: Type) -> typed.Expression:
    """`operand as wanted`: a wider type, or a narrower one, which is checked when the program runs."""
    operand = context.value(operand)
    if has_invalid(operand.type) or has_invalid(wanted):
        return typed.Invalid(span, INVALID)
    if operand.type == wanted and wanted is not VOID:
        return operand
    if wanted is INT and operand.type is NUMBER:
        if isinstance(operand, typed.Constant) and not context.fits_int(operand):
            return context.invalid(
                Code.NUMBER_TO_INT, span, "this number is no int", "an int is an integer from -2147483648 to 2147483647"
            )
        return typed.ToInt(span, INT, operand)
    if wanted is NUMBER and operand.type is INT:
        return typed.ToNumber(span, NUMBER, operand)
    found = max(
        (max(relate(member, wanted), relate(wanted, member)) for member in members_of(operand.type)),
        default=Relation.NO,
    )
    if relate(operand.type, wanted) is Relation.YES:
        return convert(operand, wanted)
    if found is Relation.YES and wanted not in (VOID, NEVER):
        return typed.Convert(span, wanted, operand)
    function = adapted(context, operand, wanted)
    if function is not None:
        return convert(function, wanted)
    return context.invalid(
        Code.EXPRESSION,
        span,
        f"`as` cannot make {wanted} of {operand.type}",
        "`as` makes a type wider or narrower, and converts between number and int",
    )
