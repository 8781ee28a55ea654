"""Variables that functions share: captured values, cells, and variables reached before their declaration."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plait.frontend.check import typed
from plait.frontend.check.held import held
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.types import is_numeric
from plait.isa.builtin_classes import BuiltinClass
from plait.isa.value_types import ANY, BOOL, F64, I32, CellType, ValueType, is_reference
from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.lower.code import Code


def storage(ranges: Ranges, variable: typed.Variable) -> ValueType:
    """How the value of a variable is held."""
    if is_numeric(variable.type) and ranges.of_variable(variable) is not None:
        return I32
    return held(variable.type)


def capture_type(captures: typed.Captures, ranges: Ranges, variable: typed.Variable) -> ValueType:
    """How a variable is held where it is captured, and in a local of its own function if that is a cell."""
    found = storage(ranges, variable)
    return CellType(found) if variable in captures.cells else found


def load_shared(code: Code, variable: typed.Variable, span: Span) -> bool:
    """Write the load of a variable, if it is captured or held in a cell; whether it is."""
    if _is_own_closure(code, variable):
        code.emit("LOAD_LOCAL", 0)
        return True
    is_cell = variable in code.tables.captures.cells
    if not is_cell and variable not in code.captured:
        return False
    if variable in code.tables.captures.early:
        _check_ready(code, variable, span)
    push_shared(code, variable)
    if is_cell:
        code.emit("CELL_GET")
    return True


def _is_own_closure(code: Code, variable: typed.Variable) -> bool:
    return code.function is not None and code.tables.captures.selves.get(code.function) is variable


def store_shared(code: Code, variable: typed.Variable, span: Span) -> bool:
    """Write an assignment of the top of the stack, if the variable is held in a cell; whether it is."""
    if variable not in code.tables.captures.cells:
        return False
    if variable in code.tables.captures.early:
        _check_ready(code, variable, span)
    push_shared(code, variable)
    code.emit("SWAP")
    code.emit("CELL_SET")
    return True


def declare_shared(code: Code, variable: typed.Variable, has_value: bool) -> bool:
    """Write the beginning of a variable held in a cell, with the top of the stack as its value; whether it is."""
    if variable not in code.tables.captures.cells:
        return False
    if variable in code.tables.captures.early:
        if has_value:
            push_shared(code, variable)
            code.emit("SWAP")
            code.emit("CELL_SET")
        code.emit("LOAD_LOCAL", code.ready(variable))
        code.emit("CONST_TRUE")
        code.emit("CELL_SET")
        return True
    if not has_value:
        zero(code, code.storage(variable))
    code.emit("NEW_CELL", code.type_index(code.storage(variable)))
    code.emit("STORE_LOCAL", code.local(variable))
    return True


def push_shared(code: Code, variable: typed.Variable) -> None:
    """Push what stands for a variable where it is captured: its cell, or its value."""
    if _is_own_closure(code, variable):
        code.emit("LOAD_LOCAL", 0)
    elif variable in code.captured:
        code.emit("LOAD_CAPTURED", code.captured[variable])
    else:
        code.emit("LOAD_LOCAL", code.local(variable))


def push_captures(code: Code, function: int) -> int:
    """Push all that a function captures; how many values that are."""
    variables = code.tables.captures.variables[function]
    count = 0
    for variable in variables:
        push_shared(code, variable)
        count += 1
        if variable in code.tables.captures.early:
            push_ready(code, variable)
            count += 1
    return count


def push_ready(code: Code, variable: typed.Variable) -> None:
    """Push the cell that says whether an early variable has been declared."""
    if variable in code.captured_ready:
        code.emit("LOAD_CAPTURED", code.captured_ready[variable])
    else:
        code.emit("LOAD_LOCAL", code.ready(variable))


def begin_block(code: Code, statements: tuple[typed.Statement, ...]) -> None:
    """Write the cells of the variables of a block that functions may reach before their declaration."""
    for statement in statements:
        match statement:
            case typed.Declare(variable=variable) if variable in code.tables.captures.early:
                zero(code, code.storage(variable))
                code.emit("NEW_CELL", code.type_index(code.storage(variable)))
                code.emit("STORE_LOCAL", code.local(variable))
                code.emit("CONST_FALSE")
                code.emit("NEW_CELL", code.type_index(BOOL))
                code.emit("STORE_LOCAL", code.ready(variable))
            case typed.Block(statements=inner) if all(isinstance(part, typed.Declare) for part in inner):
                begin_block(code, inner)
            case _:
                pass


def renew(code: Code, variable: typed.Variable) -> None:
    """Write that the variable of a `for` goes into its next round: in a new cell, if it is held in one."""
    if variable in code.tables.captures.cells:
        code.emit("LOAD_LOCAL", code.local(variable))
        code.emit("CELL_GET")
        code.emit("NEW_CELL", code.type_index(code.storage(variable)))
        code.emit("STORE_LOCAL", code.local(variable))


def zero(code: Code, value_type: ValueType) -> None:
    """Push a first value of a type."""
    if value_type is I32:
        code.emit("CONST_I32", 0)
    elif value_type is F64:
        code.emit("CONST_F64", 0.0)
    elif value_type is BOOL:
        code.emit("CONST_FALSE")
    elif value_type is ANY:
        code.emit("CONST_UNDEFINED")
    elif is_reference(value_type):
        code.emit("CONST_NULL", code.type_index(value_type))
    else:
        raise AssertionError(f"no zero of {value_type}")


def _check_ready(code: Code, variable: typed.Variable, span: Span) -> None:
    """Throws a ReferenceError, as JavaScript does, where the declaration of a variable has not run yet."""

    def load() -> None:
        push_ready(code, variable)
        code.emit("CELL_GET")

    throw_unless_ready(code, variable, span, load)


def throw_unless_ready(code: Code, variable: typed.Variable, span: Span, load: Callable[[], None]) -> None:
    """Throws a ReferenceError unless what is loaded says that the variable has been declared."""
    ready = code.label()
    load()
    code.jump("JUMP_IF_TRUE", ready)
    code.at(span)
    code.text(f"Cannot access '{variable.name}' before initialization")
    code.emit("NEW_ERROR", int(BuiltinClass.REFERENCE_ERROR))
    code.emit("BOX_REF")
    code.emit("THROW")
    code.place(ready)
