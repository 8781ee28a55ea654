"""Types as written to types of the language."""

from __future__ import annotations

from typing import Final, assert_never

from plait.frontend import syntax
from plait.frontend.check.types import (
    BOOLEAN,
    ERROR_OBJECT,
    INT,
    INVALID,
    NUMBER,
    TEXT,
    UNKNOWN,
    VOID,
    ArrayOf,
    PromiseOf,
    Type,
)
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.words import words
from plait.source import Span

_SIMPLE: Final[dict[str, Type]] = {
    "number": NUMBER,
    "int": INT,
    "boolean": BOOLEAN,
    "string": TEXT,
    "void": VOID,
    "Error": ERROR_OBJECT,
}
_UNSUPPORTED: Final = words(
    "any unknown never object symbol bigint undefined null long RangeError TypeError ReferenceError Map "
    "Set Date Function Object String Number Boolean ReadonlyArray Record Partial Uint8Array Int32Array "
    "Float64Array"
)
_KNOWN: Final = "the types are number, int, boolean, string, void, Error, T[] and Promise<T>"


def resolve_type(diagnostics: Diagnostics, written: syntax.TypeSyntax) -> Type:
    """The type that is written; what is wrong is reported."""
    match written:
        case syntax.BadType():
            return INVALID
        case syntax.ArrayTypeSyntax(span=span, element=element):
            return _array(diagnostics, span, element)
        case syntax.NamedType(span=span, name=name, arguments=arguments):
            if name in ("Array", "Promise"):
                if len(arguments) != 1:
                    diagnostics.report(
                        Code.UNKNOWN_TYPE, span, f"`{name}` takes one type argument", f"write {name}<number>"
                    )
                    return INVALID
                if name == "Array":
                    return _array(diagnostics, span, arguments[0])
                return _promise(diagnostics, written, arguments[0])
            if name in _SIMPLE and not arguments:
                return _SIMPLE[name]
            if name in _UNSUPPORTED:
                diagnostics.report(Code.TYPE, span, f"the type `{name}` is not supported", _KNOWN)
            else:
                diagnostics.report(Code.UNKNOWN_TYPE, span, f"there is no type `{name}`", _KNOWN)
            return INVALID
    assert_never(written)


def _array(diagnostics: Diagnostics, span: Span, written: syntax.TypeSyntax) -> Type:
    element = resolve_type(diagnostics, written)
    if element is VOID or element is UNKNOWN:
        diagnostics.report(Code.TYPE, span, f"an array of {element} is not supported", _KNOWN)
        return INVALID
    return ArrayOf(element)


def _promise(diagnostics: Diagnostics, written: syntax.NamedType, argument: syntax.TypeSyntax) -> Type:
    result = resolve_type(diagnostics, argument)
    if isinstance(result, PromiseOf):
        diagnostics.report(Code.TYPE, written.span, "a promise of a promise does not exist", f"write {result}")
        return INVALID
    return PromiseOf(result)
