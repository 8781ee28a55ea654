"""`then`, `catch` and `finally` of promises: async functions of the library that wait as long as those do."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context
from plait.frontend.check.functions import check_function
from plait.frontend.check.library_functions import library_function_value
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.types import (
    INVALID,
    UNKNOWN,
    VOID,
    FunctionOf,
    PromiseOf,
    TupleOf,
    Type,
    has_invalid,
    union,
)
from plait.frontend.codes import Code


def check_promise_method(
    context: Context, node: syntax.Call, name: str, promise: typed.Expression, check: Check
) -> typed.Expression | None:
    """A method of a promise that takes functions; None if the name is that of another."""
    if not isinstance(promise.type, PromiseOf) or name not in ("then", "catch", "finally"):
        return None
    most = 2 if name == "then" else 1
    if not 1 <= len(node.arguments) <= most or any(isinstance(part, syntax.Spread) for part in node.arguments):
        count = "1 or 2 arguments" if most > 1 else "1 argument"
        return context.invalid(Code.ARGUMENT_COUNT, node.span, f"`{name}` takes {count}, not {len(node.arguments)}")
    value = promise.type.result
    given = () if value is VOID else (value,)
    parameters = {"then": (given, (UNKNOWN,)), "catch": ((UNKNOWN,),), "finally": ((),)}[name]
    handlers: list[typed.Expression] = []
    for argument, types in zip(node.arguments, parameters, strict=False):
        handler = _handler(context, argument, types, check)
        if handler is None:
            return typed.Invalid(node.span, INVALID)
        handlers.append(handler)
    return _called(context, node, name, promise, value, handlers)


def _handler(
    context: Context, node: syntax.Expression, parameters: tuple[Type, ...], check: Check
) -> typed.Expression | None:
    """A function that a promise calls; None if it is none, which is reported."""
    guide = FunctionOf(parameters, VOID)
    node = library_function_value(context, node, guide) or node
    if isinstance(node, syntax.FunctionExpression):
        value = check_function(context, node, guide, infers_result=True)
    else:
        value = context.value(check(context, node, guide))
    if has_invalid(value.type):
        return None
    if not isinstance(value.type, FunctionOf):
        context.report(
            Code.TYPE_MISMATCH, value.span, f"a value of type {value.type} cannot stand where a function is needed"
        )
        return None
    return value


def _result_of(handler: typed.Expression) -> Type:
    """What the promise holds that a handler leads to."""
    if not isinstance(handler.type, FunctionOf):
        raise AssertionError("a handler is a function")
    result = handler.type.result
    return result.result if isinstance(result, PromiseOf) else result


def _called(
    context: Context,
    node: syntax.Call,
    name: str,
    promise: typed.Expression,
    value: Type,
    handlers: list[typed.Expression],
) -> typed.Expression:
    """The call of the function of the library. Its types: T of the value, R of the result, F and G of the handlers."""
    results = [_result_of(handler) for handler in handlers]
    if name == "finally":
        results = [value]
    elif name == "catch":
        results.append(value)
    gives_nothing = VOID in results
    if len(handlers) == 2 or name == "catch":
        # What is void to TypeScript may be a value all the same: nobody can use it.
        is_mixed = gives_nothing and any(result is not VOID for result in results)
        if is_mixed and not (name == "catch" and results[0] is VOID):
            return context.invalid(
                Code.LIBRARY,
                node.span,
                "of what the promise may hold, some is a value and some is nothing",
                "give a value everywhere, or nowhere",
            )
    result = VOID if gives_nothing else union(results)
    wanted = [() if value is VOID else (value,), (UNKNOWN,)]
    if name != "then":
        wanted = [(UNKNOWN,) if name == "catch" else ()]
    types: dict[str, Type] = {"T": value, "R": result}
    for letter, handler, parameters in zip("FG", handlers, wanted, strict=False):
        if not isinstance(handler.type, FunctionOf):
            raise AssertionError("a handler is a function")
        types[letter] = FunctionOf(parameters, handler.type.result)
    function = name + "Both" * (len(handlers) == 2) + "Void" * (value is VOID if name == "then" else gives_nothing)
    return call_prelude(context, node.span, function, TupleOf(tuple(types.values())), (promise, *handlers), types)
