"""Variables: loads, stores, beginnings, and the checks of those that may not have their value yet."""

from __future__ import annotations

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import Symbol, SymbolFlags
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.program_tables import captured_type
from plait.frontend.next.represent.held import MACHINE, Held
from plait.frontend.next.represent.units import Storage, Variable


def held_as(variable: Variable) -> Held:
    """How a variable is held."""
    return variable.held or Held.WORD


def is_own(code: Code, variable: Variable) -> bool:
    """Whether the variable belongs to the unit that is being written."""
    return variable.owner is code.unit


def local_of(code: Code, variable: Variable) -> int:
    """The local of a variable of this unit, or of its cell."""
    local = code.locals.get(variable)
    if local is None:
        local = code.locals[variable] = code.take(captured_type(variable))
    return local


def steady_local(code: Code, node: syntax.Node) -> int | None:
    """The local in which the value of an expression, a word, stands for good; None if it has to be computed."""
    if isinstance(node, syntax.This):
        own = code.unit.this
        is_late = own is not None and own.storage is Storage.CELL and not code.is_static
        return None if is_late else code.this_local
    variable = code.table.variable_of(node) if isinstance(node, syntax.Identifier) else None
    if variable is None or not is_own(code, variable) or variable.storage is not Storage.LOCAL:
        return None
    if variable.is_late or not variable.is_constant or held_as(variable) is not Held.WORD:
        return None
    flows = code.program.flows_in(code.table)
    is_elsewhere = variable in flows.directs or flows.constants.value(variable) is not None
    return None if is_elsewhere or variable is code.unit.own_name else local_of(code, variable)


def load_variable(code: Code, variable: Variable, node: syntax.Node | None = None) -> Held:
    """Write the load of a variable; a check, if it may not have its value yet."""
    flows = code.program.flows_in(code.table)
    direct = flows.directs.get(variable)
    if direct is not None:
        code.emit("LOAD_GLOBAL", code.program.function_value(direct))
        return Held.FUNCTION
    constant = flows.constants.value(variable)
    if constant is None:
        return _load_stored(code, variable, node)
    if variable.is_late and held_as(variable) is Held.WORD:
        _load_stored(code, variable, node)
        code.emit("POP")
    if isinstance(constant, str):
        code.text(constant)
        return Held.STRING
    code.emit("CONST_F64", constant)
    return Held.NUMBER


def _load_stored(code: Code, variable: Variable, node: syntax.Node | None) -> Held:
    """Write the load of a variable from where it is stored; a check, if it may not have its value yet."""
    held = held_as(variable)
    if variable.storage is Storage.GLOBAL:
        code.emit("LOAD_GLOBAL", code.program.global_of(variable))
    elif variable is code.unit.own_name:
        code.emit("LOAD_LOCAL", 0)
        return Held.FUNCTION
    else:
        load_place(code, variable)
        if variable.storage is Storage.CELL:
            code.emit("CELL_GET")
    if variable.is_late and held is Held.WORD:
        check_ready(code, variable, node)
    return held


def load_this(code: Code) -> Held:
    """Write the load of `this`; a check, if `super(...)` may not have given it yet."""
    own = code.unit.this
    if own is not None and own.storage is Storage.CELL and not code.is_static:
        _load_late_this(code, own)
        return Held.WORD
    if code.this_local is not None:
        code.load(code.this_local)
        return Held.WORD
    if own is not None or code.unit.parent is None:
        code.undefined()
        return Held.WORD
    captured = next((variable for variable in code.unit.captures if variable.is_this), None)
    if captured is None:
        code.undefined()
    elif captured.storage is Storage.CELL:
        _load_late_this(code, captured)
    else:
        load_place(code, captured)
    return Held.WORD


def _load_late_this(code: Code, variable: Variable) -> None:
    ready = code.label()
    load_place(code, variable)
    code.emit("CELL_GET")
    code.absent_test()
    code.jump("JUMP_IF_FALSE", ready)
    code.throws("superNotCalled")
    code.place(ready)


def give_this(code: Code, self: int) -> None:
    """Write what `super(...)` does: `this` becomes the object in the local. It throws when it is there already."""
    own = code.unit.this
    if own is None or own.storage is not Storage.CELL:
        if own is not None and code.this_local is not None:
            code.load(self)
            code.store(code.this_local)
        return
    first = code.label()
    load_place(code, own)
    code.emit("CELL_GET")
    code.native("value.isAbsent")
    code.jump("JUMP_IF_TRUE", first)
    code.throws("superCalledTwice")
    code.place(first)
    load_place(code, own)
    code.load(self)
    code.emit("CELL_SET")


def is_derived(code: Code) -> bool:
    """Whether the constructor of a derived class is being written, which gives the object that it has made."""
    function = code.unit.function
    node = None if function is None else code.table.classes.get(function)
    return node is not None and node.base is not None and isinstance(code.unit.node, syntax.Function)


def load_place(code: Code, variable: Variable) -> None:
    """Write the load of a variable's value, or of its cell."""
    if variable.owner is code.unit or variable in code.locals:
        code.load(local_of(code, variable))
    else:
        code.emit("LOAD_CAPTURED", code.first_capture + code.unit.captures[variable])


def check_ready(code: Code, variable: Variable, node: syntax.Node | None) -> None:
    """Write the check that the word on top, a variable's, is there."""
    ready = code.label()
    code.absent_test()
    code.jump("JUMP_IF_FALSE", ready)
    if node is not None:
        code.at(node)
    code.throws("notInitialized", variable.name)
    code.place(ready)


def store_variable(code: Code, variable: Variable) -> None:
    """Write the assignment of the top of the stack, held as the variable is."""
    held = held_as(variable)
    if variable.storage is Storage.GLOBAL:
        code.emit("STORE_GLOBAL", code.program.global_of(variable))
    elif variable.storage is Storage.CELL:
        with code.temporary(held) as value:
            code.store(value)
            load_place(code, variable)
            code.load(value)
        code.emit("CELL_SET")
    else:
        code.store(local_of(code, variable))


def assign_variable(code: Code, variable: Variable, held: Held, node: syntax.Node) -> None:
    """Write an assignment of the top of the stack in the program's text."""
    symbol = variable.symbol
    code.convert(held, held_as(variable))
    if variable.is_late and held_as(variable) is Held.WORD:
        load_variable(code, variable, node)
        code.emit("POP")
    if symbol is not None and _is_protected(symbol, node):
        code.emit("POP")
        code.at(node)
        code.throws("constantAssigned", variable.name)
        return
    store_variable(code, variable)


def _is_protected(symbol: Symbol, node: syntax.Node) -> bool:
    """Whether an assignment to the symbol is an error: to a constant, to the name that a function expression or a
    class has inside of it.
    """
    if symbol.flags & SymbolFlags.CONSTANT:
        return True
    match symbol.declarations[0]:
        case syntax.Function(kind=syntax.FunctionKind.EXPRESSION):
            return True
        case syntax.Class(start=start, end=end):
            return start <= node.start < end
        case _:
            return False


def begin_variable(code: Code, variable: Variable) -> None:
    """Write the beginning of a variable whose value is the top of the stack, held as the variable is."""
    if variable.storage is Storage.CELL and not variable.is_late:
        code.emit("NEW_CELL", code.type_index(MACHINE[held_as(variable)]))
        code.store(local_of(code, variable))
    else:
        store_variable(code, variable)


def make_late(code: Code, variable: Variable) -> None:
    """Write that a variable of a block is not there yet, where somebody may look at it before it is."""
    if not variable.is_late or variable.owner is not code.unit:
        return
    if variable.storage is Storage.GLOBAL:
        if held_as(variable) is Held.WORD:
            code.native("value.absent")
            code.emit("STORE_GLOBAL", code.program.global_of(variable))
    elif variable.storage is Storage.CELL:
        code.native("value.absent")
        code.emit("NEW_CELL", code.type_index(MACHINE[Held.WORD]))
        code.store(local_of(code, variable))
    elif held_as(variable) is Held.WORD:
        code.native("value.absent")
        code.store(local_of(code, variable))


def begin_undefined(code: Code, variable: Variable) -> None:
    """Write the beginning of a variable that holds undefined."""
    code.undefined()
    code.convert(Held.WORD, held_as(variable))
    begin_variable(code, variable)


def load_for_capture(code: Code, variable: Variable) -> None:
    """Write the load of what an inner unit captures of a variable."""
    if variable.is_this and (code.is_static or variable.storage is not Storage.CELL):
        load_this(code)
        if variable.storage is Storage.CELL:
            code.emit("NEW_CELL", code.type_index(MACHINE[Held.WORD]))
    elif variable is code.unit.own_name:
        code.emit("LOAD_LOCAL", 0)
    else:
        load_place(code, variable)
