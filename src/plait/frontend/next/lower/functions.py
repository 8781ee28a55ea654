"""The code of units: parameters, bodies, coroutines, constructors, wrappers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, assert_never

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.lower.calls import check_base, initialize_fields, set_parameter_properties, take_result
from plait.frontend.next.lower.classes import initializer
from plait.frontend.next.lower.code import Code, Lowerings
from plait.frontend.next.lower.descriptions import INTERMEDIATE
from plait.frontend.next.lower.expected_calls import enter_with_all, expected_class
from plait.frontend.next.lower.guarded import write_return
from plait.frontend.next.lower.literals import named_value
from plait.frontend.next.lower.names import load_namespace
from plait.frontend.next.lower.patterns import PART, Origin, declare_pattern
from plait.frontend.next.lower.program_tables import (
    COROUTINE_CAPTURES,
    Pending,
    PendingConstructor,
    PendingGetter,
    PendingImport,
    PendingLive,
    PendingUnit,
    PendingWrapper,
    ProgramTables,
    captured_type,
    default_captures,
)
from plait.frontend.next.lower.statements import statements
from plait.frontend.next.lower.variables import (
    begin_undefined,
    begin_variable,
    held_as,
    is_derived,
    load_this,
    load_variable,
    make_late,
)
from plait.frontend.next.represent.flows import Direct
from plait.frontend.next.represent.held import CONSTRUCTION, DIRECT_ARGUMENTS, GENERAL, MACHINE, Held
from plait.frontend.next.represent.units import Namespace, Unit, UnitTable, may_construct

THIS, FIRST_ARGUMENT, MORE, COUNT = 1, 2, 6, 7
"""Locals of a function value's code: `this`, the first four arguments, the list of the others, their number."""


def lower_pending(program: ProgramTables, pending: Pending, lowerings: Lowerings) -> None:
    """Write the code of what is pending."""
    match pending:
        case PendingUnit():
            _unit(program, pending, lowerings)
        case PendingConstructor():
            _default_constructor(program, pending, lowerings)
        case PendingWrapper():
            _wrapper(program, pending)
        case PendingImport():
            _import(program, pending, lowerings)
        case PendingGetter():
            _getter(program, pending, lowerings)
        case PendingLive():
            _live(program, pending, lowerings)
        case _:
            assert_never(pending)


def new_code(
    program: ProgramTables, table: UnitTable, unit: Unit, index: int, lowerings: Lowerings, result: Held | None
) -> Code:
    """The code of a function in the making."""
    is_library = table in program.flows_of
    code = Code(program, table, unit, program.module.function(index), lowerings, result)
    code.is_library = is_library
    code.has_place = not is_library
    return code


def _unit(program: ProgramTables, pending: PendingUnit, lowerings: Lowerings) -> None:
    unit = pending.unit
    direct = program.flows_in(pending.table).by_unit.get(unit) if pending.is_direct else None
    result = (None if direct.gives_nothing else direct.result.held or Held.WORD) if direct is not None else Held.WORD
    code = new_code(program, pending.table, unit, pending.index, lowerings, result)
    code.direct = direct
    if pending.is_coroutine_body:
        _coroutine_body(code)
        return
    if direct is None and unit.is_coroutine:
        _coroutine_start(code, pending)
        return
    if direct is None and unit.this is not None:
        code.this_local = THIS
    if unit.function is not None and unit.function.kind is syntax.FunctionKind.CONSTRUCTOR:
        _begin_construction(code, code.table.classes[unit.function])
    _begin(code, lambda: code.load(0))
    if direct is None:
        _general_parameters(code, code.load)
    else:
        _direct_parameters(code, direct)
    _body(code)


def _begin(code: Code, load_function: Callable[[], None]) -> None:
    """Write what comes before a function's parameters: its name, variables of `var` and those looked at too early."""
    table, unit = code.table, code.unit
    if unit.this is not None:
        make_late(code, unit.this)
    for symbol, variable in table.symbols_of(unit):
        make_late(code, variable)
        is_var = symbol.flags & SymbolFlags.VAR and not symbol.flags & SymbolFlags.PARAMETER
        if is_var and not (symbol.flags & SymbolFlags.FUNCTION):
            begin_undefined(code, variable)
    function = unit.function
    if function is None or function.kind is not syntax.FunctionKind.EXPRESSION or unit.own_name is not None:
        return
    own = table.variable_of(function.name) if isinstance(function.name, syntax.Identifier) else None
    if own is not None and own.owner is unit:
        load_function()
        code.convert(Held.FUNCTION, held_as(own))
        begin_variable(code, own)


# Parameters.


def _general_parameters(code: Code, load: Any) -> None:
    """Write the beginning of the parameters of a function value; `load` writes the load of one of its locals."""
    function = code.unit.function
    if function is None:
        return
    arguments = code.table.arguments.get(code.unit)
    if arguments is not None:
        _rest(code, 0, load)
        code.library("makeArguments")
        begin_variable(code, arguments)
    target = code.table.new_targets.get(code.unit)
    if target is not None:
        _new_target(code)
        begin_variable(code, target)
    for index, parameter in enumerate(function.parameters):
        if parameter.is_rest:
            _rest(code, index, load)
            declare_pattern(code, parameter.target, Held.LIST, PART)
            continue
        if index < DIRECT_ARGUMENTS:
            load(FIRST_ARGUMENT + index)
        else:
            load(MORE)
            code.emit("BOX_REF")
            code.emit("CONST_F64", float(index - DIRECT_ARGUMENTS))
            code.library("laterArgument")
        _parameter(code, parameter, Held.WORD)


def _new_target(code: Code) -> None:
    """Write the load of `new.target` in a function that `new` may call."""
    called, done = code.label(), code.label()
    _is_construction(code)
    code.jump("JUMP_IF_FALSE", called)
    code.load(THIS)
    code.library("newTarget")
    code.jump("JUMP", done)
    code.place(called)
    code.undefined()
    code.place(done)


def _rest(code: Code, index: int, load: Any) -> None:
    code.emit("CONST_F64", float(index))
    load(COUNT)
    function = code.unit.function
    if function is not None and may_construct(function):
        code.integer(~CONSTRUCTION)
        code.emit("IAND")
    code.emit("I32_TO_F64")
    for slot in range(FIRST_ARGUMENT, FIRST_ARGUMENT + DIRECT_ARGUMENTS):
        load(slot)
    load(MORE)
    code.emit("BOX_REF")
    code.library("restArguments")


def _parameter(code: Code, parameter: syntax.Parameter, held: Held) -> None:
    """Write the beginning of a parameter whose argument is on the stack."""
    if parameter.default is not None and held is Held.WORD:
        given = code.label()
        code.emit("DUP")
        code.undefined()
        code.emit("ANY_EQ")
        code.jump("JUMP_IF_FALSE", given)
        code.emit("POP")
        name = parameter.target.name if isinstance(parameter.target, syntax.Identifier) else ""
        code.convert(named_value(code, parameter.default, name), Held.WORD)
        code.place(given)
    declare_pattern(code, parameter.target, held, Origin() if parameter.default is None else Origin(INTERMEDIATE * 3))


def _direct_parameters(code: Code, direct: Direct) -> None:
    function = code.unit.function
    if function is None:
        return
    for index, (parameter, slot) in enumerate(zip(function.parameters, direct.parameters, strict=True)):
        code.load(index)
        _parameter(code, parameter, slot.held or Held.WORD)


# Bodies.


def _body(code: Code) -> None:
    node = code.unit.node
    if isinstance(node, syntax.Class):
        initializer(code, node)
    elif isinstance(node, syntax.Module):
        statements(code, node.statements)
    else:
        _function_body(code, node)
    finish(code)


def _function_body(code: Code, function: syntax.Function) -> None:
    if function.kind is syntax.FunctionKind.CONSTRUCTOR and code.table.classes[function].base is None:
        assert code.this_local is not None
        set_parameter_properties(code, code.this_local)
    body = function.body
    if isinstance(body, syntax.Block):
        statements(code, body.statements)
    else:
        held = code.value(body)
        write_return(code, held)


def finish(code: Code) -> None:
    """Write the return at the end of a function."""
    if code.reachable:
        if is_derived(code):
            load_this(code)
            code.emit("RETURN")
        elif code.result is None:
            code.emit("RETURN_VOID")
        else:
            code.undefined()
            write_return(code, Held.WORD)


def _begin_construction(code: Code, node: syntax.Class) -> None:
    """Write what comes before the parameters of a constructor."""
    _check_new(code)
    if node.base is None:
        initialize_fields(code, node, THIS)


def _check_new(code: Code) -> None:
    """Write the error of a class that is called without `new`. Classes of the library have no `this` then, and decide
    for themselves what such a call means.
    """
    constructed = code.label()
    _is_construction(code)
    code.jump("JUMP_IF_TRUE", constructed)
    if code.is_library:
        code.undefined()
        code.store(THIS)
    else:
        code.load(0)
        code.convert(Held.FUNCTION, Held.WORD)
        code.throws("classCalled")
    code.place(constructed)


def _is_construction(code: Code) -> None:
    code.load(COUNT)
    code.integer(0)
    code.emit("ILT")


def _default_constructor(program: ProgramTables, pending: PendingConstructor, lowerings: Lowerings) -> None:
    """The constructor of a class that writes none: passes its arguments to the base's, then initialises the fields."""
    node = pending.node
    unit = Unit(node, pending.table.by_node[node].parent, node.start)
    captured = default_captures(pending.table, node)
    unit.captures = {variable: index for index, variable in enumerate(captured)}
    code = new_code(program, pending.table, unit, pending.index, lowerings, Held.WORD)
    code.this_local = THIS
    _check_new(code)
    if node.base is not None:
        with code.temporary() as base:
            code.emit("LOAD_CAPTURED", 2)
            code.store(base)
            check_base(code, node, base, node)
            code.load(base)
        code.emit("UNBOX_REF", code.type_index(GENERAL))
        for parameter in range(THIS, COUNT + 1):
            code.load(parameter)
        enter_with_all(code, node, expected_class(code, node.base))
        take_result(code, THIS)
    initialize_fields(code, node, THIS)
    if code.reachable and node.base is not None:
        code.load(THIS)
        code.emit("RETURN")
    finish(code)


# Coroutines.


def _coroutine_start(code: Code, pending: PendingUnit) -> None:
    """The function value of a generator or async function: starts the body, which captures all that it needs."""
    unit = code.unit
    function = unit.function
    if function is None:
        raise AssertionError("a coroutine is a function")
    captured = tuple(captured_type(variable) for variable in unit.captures)
    index = code.program.closure_function(code.builder.name, (*COROUTINE_CAPTURES, *captured))
    code.program.pending.append(PendingUnit(index, code.table, unit, False, is_coroutine_body=True))
    code.word_text("m0:")
    for slot in range(THIS, COUNT + 1):
        code.load(slot)
    code.load(0)
    for number in range(len(captured)):
        code.emit("LOAD_CAPTURED", code.first_capture + number)
    code.emit("MAKE_CLOSURE", index, 1 + len(COROUTINE_CAPTURES) + len(captured))
    code.emit("BOX_REF")
    if not function.is_generator:
        code.library("startAsync")
    else:
        code.load(0)
        code.emit("BOX_REF")
        code.library("makeAsyncGenerator" if function.is_async else "makeGenerator")
    code.emit("RETURN")


def _coroutine_body(code: Code) -> None:
    code.first_capture = 1 + len(COROUTINE_CAPTURES)
    if code.unit.this is not None:
        code.this_local = code.take(MACHINE[Held.WORD])
        code.emit("LOAD_CAPTURED", THIS)
        code.store(code.this_local)
    _begin(code, lambda: code.emit("LOAD_CAPTURED", len(COROUTINE_CAPTURES)))
    _general_parameters(code, lambda slot: code.emit("LOAD_CAPTURED", slot))
    function = code.unit.function
    if function is not None and function.is_generator:
        code.library("generatorReady")
    _body(code)


# Function values of functions that are called directly.


def _wrapper(program: ProgramTables, pending: PendingWrapper) -> None:
    direct = pending.direct
    function = direct.unit.function
    if function is None:
        raise AssertionError("a function is called directly")
    table = table_of(program, direct)
    code = Code(program, table, direct.unit, program.module.function(pending.index), _NO_LOWERINGS, Held.WORD)
    code.has_place = False
    for index, (parameter, slot) in enumerate(zip(function.parameters, direct.parameters, strict=True)):
        if parameter.is_rest:
            _rest(code, index, code.load)
            continue
        if index < DIRECT_ARGUMENTS:
            code.load(FIRST_ARGUMENT + index)
        else:
            code.load(MORE)
            code.emit("BOX_REF")
            code.emit("CONST_F64", float(index - DIRECT_ARGUMENTS))
            code.library("laterArgument")
        code.convert(Held.WORD, slot.held or Held.WORD)
    code.emit("CALL", program.direct_function(direct, table), len(function.parameters))
    if direct.gives_nothing:
        code.undefined()
    else:
        code.convert(direct.result.held or Held.WORD, Held.WORD)
    code.emit("RETURN")


def table_of(program: ProgramTables, direct: Direct) -> UnitTable:
    """The file, or declaration of the library, of a function that is called directly."""
    for table, flows in program.flows_of.items():
        if direct.unit in flows.by_unit:
            return table
    return program.table_of(direct)


# Imports.


def _import(program: ProgramTables, pending: PendingImport, lowerings: Lowerings) -> None:
    code = new_code(program, pending.table, pending.table.main, pending.index, lowerings, Held.WORD)
    for table in pending.tables:
        code.emit("CALL", program.run_function(table), 0)
        code.emit("POP")
    load_namespace(code, pending.namespace)
    code.emit("RETURN")


def _getter(program: ProgramTables, pending: PendingGetter, lowerings: Lowerings) -> None:
    code = new_code(program, pending.table, pending.table.main, pending.index, lowerings, Held.WORD)
    if isinstance(pending.member, Namespace):
        load_namespace(code, pending.member)
    else:
        code.convert(load_variable(code, pending.member), Held.WORD)
    code.emit("RETURN")


def _live(program: ProgramTables, pending: PendingLive, lowerings: Lowerings) -> None:
    code = new_code(program, pending.table, pending.table.main, pending.index, lowerings, Held.WORD)
    code.emit("LOAD_CAPTURED", 1)
    if pending.is_setter:
        code.load(FIRST_ARGUMENT)
        code.emit("CELL_SET")
        code.undefined()
    else:
        code.emit("CELL_GET")
    code.emit("RETURN")


_NO_LOWERINGS = Lowerings({}, {}, {}, {})
