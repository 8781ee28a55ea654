"""Collecting what flows into the places of a file: one walk over it."""

from __future__ import annotations

from typing import Any, Final, get_args

from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import UNREACHABLE
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.represent.flows import LOGICAL, Direct, Flows, LoopValue, Value, is_raw_allowed
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.units import Unit, UnitTable, Variable, is_live_export

_TYPE_NODES: Final = get_args(syntax.TypeNode)
_WORD: Final = Value(None, None, Held.WORD)
_NUMBER: Final = Value(None, None, Held.NUMBER)
_STRING: Final = Value(None, None, Held.STRING)
_FUNCTION: Final = Value(None, None, Held.FUNCTION)


def find_directs(table: UnitTable, flows: Flows) -> None:
    """Find the functions of the top level that can be called directly.

    They capture nothing, and use neither `this` nor `arguments`.
    """
    for variable in table.by_symbol.values():
        function = _function_of(table, variable)
        if function is None:
            continue
        unit = table.by_node.get(function)
        if unit is None or unit.is_coroutine or unit.captures or _uses_this(unit) or unit in table.arguments:
            continue
        direct = Direct(variable, unit, len(function.parameters))
        flows.directs[variable] = direct
        flows.by_unit[unit] = direct


def _function_of(table: UnitTable, variable: Variable) -> syntax.Function | None:
    """The function that a variable of the top level always is."""
    symbol = variable.symbol
    if symbol is None or symbol.scope is not table.bound.scope or not variable.is_constant or variable.is_late:
        return None
    bodies = [item for item in symbol.declarations if isinstance(item, syntax.Function) and item.body is not None]
    if len(bodies) == 1 and not symbol.flags & SymbolFlags.NAMESPACE:
        return bodies[0]
    match symbol.declarations:
        case [
            syntax.VariableDeclarator(target=syntax.Identifier(), value=syntax.FunctionExpression(function=function))
        ]:
            return function if symbol.flags & SymbolFlags.CONSTANT and function.name is None else None
        case _:
            return None


def _uses_this(unit: Unit) -> bool:
    return (unit.this is not None and bool(unit.this.users)) or _mentions_this(unit.node)


def _mentions_this(node: Any) -> bool:
    """Whether `this`, `super` or `new.target` stands in a function, those inside of it left out but for arrows."""
    pending = [node]
    while pending:
        current = pending.pop()
        if isinstance(current, syntax.This | syntax.Super | syntax.MetaProperty):
            return True
        for child in syntax.children(current):
            if isinstance(child, syntax.Function) and child.kind is not syntax.FunctionKind.ARROW:
                continue
            if not isinstance(child, _TYPE_NODES):
                pending.append(child)
    return False


def collect(table: UnitTable, flows: Flows) -> None:
    """Note what flows into every variable, parameter and result of a file."""
    collector = _Collector(table, flows)
    for variable in table.by_symbol.values():
        collector.declare(variable)
        flows.constants.add(table, variable)
        if is_live_export(table, variable):
            flows.fix(variable, Held.WORD)
        direct = flows.directs.get(variable)
        if direct is not None and variable.symbol is not None and variable.symbol.is_exported:
            make_value(flows, direct)
    collector.visit(table.bound.module)


class _Collector:
    def __init__(self, table: UnitTable, flows: Flows) -> None:
        self.table = table
        self.flows = flows
        self.unit = table.main

    def flow(self, variable: Variable | None, value: Value) -> None:
        """Let a value flow into a variable."""
        if variable is not None:
            self.flows.add(variable, value)

    def declare(self, variable: Variable) -> None:
        """What a variable holds by its declaration."""
        symbol = variable.symbol
        if symbol is None:
            return
        words = SymbolFlags.CLASS | SymbolFlags.ENUM | SymbolFlags.NAMESPACE | SymbolFlags.IMPORT
        if symbol.flags & words or not is_raw_allowed(variable):
            self.flow(variable, _WORD)
        elif symbol.flags & SymbolFlags.FUNCTION:
            self.flow(variable, _FUNCTION)
        elif symbol.flags & SymbolFlags.VAR and not symbol.flags & SymbolFlags.PARAMETER:
            self.flow(variable, _WORD)

    def visit(self, node: Any) -> None:
        """Go over a node and all below it; None is none."""
        kind = type(node)
        if node is None:
            return
        if kind in _VISITORS:
            _VISITORS[kind](self, node)
        elif not isinstance(node, _TYPE_NODES):
            self.children(node)

    def children(self, node: Any) -> None:
        """Go over the nodes below a node."""
        for child in syntax.children(node):
            self.visit(child)

    def value(self, expression: Any) -> Value:
        """An expression of this file."""
        return Value(self.table, expression)

    def unknown_target(self, target: Any) -> None:
        """All variables of a pattern, or one, get words."""
        place = syntax.assigned_place(target)
        match place:
            case syntax.Identifier():
                self.flow(self.table.variable_of(place), _WORD)
            case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
                for element in elements:
                    if element is not None:
                        self.unknown_target(element.target)
            case _:
                pass


def _declarator(c: _Collector, node: syntax.VariableDeclarator) -> None:
    if isinstance(node.target, syntax.Identifier):
        c.flow(c.table.variable_of(node.target), _WORD if node.value is None else c.value(node.value))
    else:
        c.unknown_target(node.target)
    c.children(node)


def _for_of(c: _Collector, node: syntax.ForOf | syntax.ForIn) -> None:
    given = _STRING
    if isinstance(node, syntax.ForOf):
        given = _WORD if node.is_await else c.value(LoopValue(node.iterable))
    match node.variable:
        case syntax.VariableStatement(declarators=declarators):
            for declarator in declarators:
                if isinstance(declarator.target, syntax.Identifier):
                    c.flow(c.table.variable_of(declarator.target), given)
                else:
                    c.unknown_target(declarator.target)
                    c.children(declarator.target)
        case target:
            c.unknown_target(target)
            c.visit(target)
    c.visit(node.object if isinstance(node, syntax.ForIn) else node.iterable)
    c.visit(node.body)


def _assignment(c: _Collector, node: syntax.Assignment) -> None:
    target = syntax.assigned_place(node.target)
    if isinstance(target, syntax.Identifier):
        variable = c.table.variable_of(target)
        operator = node.operator[:-1]
        if node.operator == "=" or operator in LOGICAL:
            c.flow(variable, c.value(node.value))
        elif target in c.flows.numbers.targets:
            c.flow(variable, Value(None, None, c.flows.numbers.targets[target]))
        else:
            c.flow(variable, c.value(node))
    elif isinstance(target, syntax.ObjectPattern | syntax.ArrayPattern):
        c.unknown_target(target)
    c.children(node)


def _update(c: _Collector, node: syntax.Update) -> None:
    operand = syntax.assigned_place(node.operand)
    if isinstance(operand, syntax.Identifier):
        kind = c.flows.numbers.targets.get(operand)
        c.flow(c.table.variable_of(operand), _NUMBER if kind is None else Value(None, None, kind))
    c.children(node)


def _catch(c: _Collector, node: syntax.CatchClause) -> None:
    c.unknown_target(node.target)
    c.children(node)


def _function(c: _Collector, node: syntax.Function) -> None:
    unit = c.table.by_node.get(node)
    if unit is None:
        return
    outer, c.unit = c.unit, unit
    direct = c.flows.by_unit.get(unit)
    for index, parameter in enumerate(node.parameters):
        _parameter(c, parameter, None if direct is None else direct, index)
    if direct is not None:
        _result(c, direct, node)
    c.children(node)
    c.unit = outer


def _parameter(c: _Collector, node: syntax.Parameter, direct: Direct | None, index: int) -> None:
    if direct is not None:
        slot = direct.parameters[index]
        if node.is_rest:
            c.flows.add(slot, Value(None, None, Held.LIST))
    if not isinstance(node.target, syntax.Identifier):
        c.unknown_target(node.target)
    elif node.is_rest:
        c.flow(c.table.variable_of(node.target), Value(None, None, Held.LIST))
    elif (kind := _typed_parameter(c, node)) is not None:
        c.flow(c.table.variable_of(node.target), Value(None, None, kind))
    elif direct is None or node.default is not None or node.is_property:
        c.flow(c.table.variable_of(node.target), _WORD)
    else:
        c.flow(c.table.variable_of(node.target), Value(None, direct.parameters[index]))


def _typed_parameter(c: _Collector, node: syntax.Parameter) -> Held | None:
    """INT or LONG for a parameter of such a type."""
    if node.is_optional and node.default is None:
        return None
    numbers = c.flows.numbers.parameters
    return numbers.get(node if node.type is None else node.type)


def _result(c: _Collector, direct: Direct, node: syntax.Function) -> None:
    if isinstance(node.body, syntax.Block):
        if c.table.bound.ends.get(node) is not None and c.table.bound.ends[node] is not UNREACHABLE:
            c.flows.add(direct.result, _WORD)
    elif node.body is not None:
        direct.gives_nothing = False
        c.flows.add(direct.result, c.value(node.body))


def _return(c: _Collector, node: syntax.Return) -> None:
    direct = c.flows.by_unit.get(c.unit)
    if direct is not None:
        if node.expression is None:
            c.flows.add(direct.result, _WORD)
        else:
            direct.gives_nothing = False
            c.flows.add(direct.result, c.value(node.expression))
    c.children(node)


def _call(c: _Collector, node: syntax.Call) -> None:
    variable = c.table.variable_of(node.callee) if isinstance(node.callee, syntax.Identifier) else None
    direct = None if variable is None else c.flows.directs.get(variable)
    if direct is None or node.is_optional or any(isinstance(item, syntax.Spread) for item in node.arguments):
        c.children(node)
        return
    function = direct.unit.function
    for index, slot in enumerate(direct.parameters):
        if function is not None and function.parameters[index].is_rest:
            break
        c.flows.add(slot, c.value(node.arguments[index]) if index < len(node.arguments) else _WORD)
    for argument in node.arguments:
        c.visit(argument)


def _identifier(c: _Collector, node: syntax.Identifier) -> None:
    """A function that is used other than by a call can be called with anything."""
    variable = c.table.variable_of(node)
    direct = None if variable is None else c.flows.directs.get(variable)
    if direct is not None and node not in c.table.bound.symbols:
        make_value(c.flows, direct)


def make_value(flows: Flows, direct: Direct) -> None:
    """Note that a function is used as a value."""
    function = direct.unit.function
    if direct.is_value or function is None:
        return
    direct.is_value = True
    for parameter, slot in zip(function.parameters, direct.parameters, strict=True):
        if not parameter.is_rest:
            flows.add(slot, _WORD)


def _nothing(c: _Collector, node: Any) -> None:
    del c, node


_VISITORS: Final[dict[type, Any]] = {
    syntax.VariableDeclarator: _declarator,
    syntax.ForOf: _for_of,
    syntax.ForIn: _for_of,
    syntax.Assignment: _assignment,
    syntax.Update: _update,
    syntax.CatchClause: _catch,
    syntax.Function: _function,
    syntax.Return: _return,
    syntax.Call: _call,
    syntax.Identifier: _identifier,
    syntax.Ambient: _nothing,
    syntax.InterfaceDeclaration: _nothing,
    syntax.TypeAliasDeclaration: _nothing,
    syntax.Import: _nothing,
}
