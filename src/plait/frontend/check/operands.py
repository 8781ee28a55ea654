"""What is inside an expression."""

from __future__ import annotations

from plait.frontend.check import typed


def operands(expression: typed.Expression) -> tuple[typed.Expression, ...]:
    """The expressions directly inside, in the order of their evaluation."""
    match expression:
        case (
            typed.Constant() | typed.Read() | typed.OldValue() | typed.Nothing() | typed.ReadStatic() | typed.Invalid()
        ):
            return ()
        case typed.Store(value=value) | typed.PostfixUpdate(value=value) | typed.StoreStatic(value=value):
            return (value,)
        case (
            typed.StoreElement(array=array, index=index, value=value)
            | typed.UpdateElement(array=array, index=index, value=value)
        ):
            return (array, index, value)
        case (
            typed.Arithmetic(left=left, right=right)
            | typed.Bitwise(left=left, right=right)
            | typed.Compare(left=left, right=right)
            | typed.Logical(left=left, right=right)
            | typed.Concatenate(left=left, right=right)
        ):
            return (left, right)
        case typed.Comma(first=first, second=second):
            return (first, second)
        case typed.Choose(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case (
            typed.Negate(operand=operand)
            | typed.Complement(operand=operand)
            | typed.Not(operand=operand)
            | typed.Truthy(operand=operand)
            | typed.ToText(operand=operand)
            | typed.ToNumber(operand=operand)
            | typed.ToInt(operand=operand)
            | typed.Length(operand=operand)
            | typed.Await(operand=operand)
            | typed.Convert(operand=operand)
            | typed.InstanceOf(operand=operand)
            | typed.IsOf(operand=operand)
            | typed.IsNothing(operand=operand)
            | typed.TypeOf(operand=operand)
        ):
            return (operand,)
        case typed.NewArray(elements=elements):
            return elements
        case typed.FilledArray(length=length, value=value):
            return (length, value)
        case typed.Element(array=array, index=index):
            return (array, index)
        case typed.Push(array=array, values=values):
            return (array, *values)
        case typed.Call(arguments=arguments) | typed.MathCall(arguments=arguments) | typed.Log(arguments=arguments):
            return arguments
        case typed.NewObject(arguments=arguments) | typed.CallHost(arguments=arguments):
            return arguments
        case typed.Closure():
            return ()
        case typed.CallValue(callee=callee, arguments=arguments):
            return (callee, *arguments)
        case typed.NewTuple(elements=elements) | typed.Machine(operands=elements):
            return elements
        case typed.ReadPlace(tuple=tuple_):
            return (tuple_,)
        case typed.StorePlace(tuple=tuple_, value=value):
            return (tuple_, value)
        case typed.WaitAll(tasks=tasks):
            return tasks
        case typed.Inline(value=value):
            return (value,)
        case typed.NewLiteral(values=values):
            return tuple(value for _, value in values)
        case (
            typed.SuperConstruct(object=object_, arguments=arguments)
            | typed.CallMethod(object=object_, arguments=arguments)
        ):
            return (object_, *arguments)
        case typed.ReadField(object=object_):
            return (object_,)
        case typed.StoreField(object=object_, value=value):
            return (object_, value)
        case typed.Let(value=value, body=body):
            return (value, body)
        case typed.IfPresent(object=object_, then=then, otherwise=otherwise):
            return (object_, then, otherwise)
