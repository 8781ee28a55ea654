"""The walk that finds the units of a file, its variables, and what each unit uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, get_args

from plait.frontend.next import syntax
from plait.frontend.next.bind.bound import BoundModule
from plait.frontend.next.bind.symbols import Symbol, SymbolFlags
from plait.frontend.next.represent.decorated import has_decorated_objects, is_accessor, is_decorated
from plait.frontend.next.represent.derived import ThisState, this_state
from plait.frontend.next.represent.units import (
    Parts,
    Storage,
    Unit,
    UnitTable,
    Variable,
    capture,
    decide_storage,
    may_construct,
)

_SKIPPED: Final = (
    *get_args(syntax.TypeNode),
    syntax.InterfaceDeclaration,
    syntax.TypeAliasDeclaration,
    syntax.Ambient,
    syntax.Import,
    syntax.TypeParameterDeclaration,
)
_BLOCKS: Final = (syntax.Block, syntax.Switch, syntax.For, syntax.ForIn, syntax.ForOf, syntax.CatchClause)
_HOISTED: Final = SymbolFlags.FUNCTION | SymbolFlags.AMBIENT | SymbolFlags.ENUM_MEMBER
_NAMED: Final = (syntax.MethodDeclaration, syntax.PropertyDeclaration)
_METHODS: Final = (
    syntax.FunctionKind.METHOD,
    syntax.FunctionKind.GETTER,
    syntax.FunctionKind.SETTER,
    syntax.FunctionKind.CONSTRUCTOR,
)


@dataclass(frozen=True, slots=True, eq=False)
class _Use:
    """A use of a symbol, in a unit, and in clauses of `switch` statements."""

    symbol: Symbol
    unit: Unit
    name: syntax.Identifier
    cases: tuple[syntax.Case, ...]


def find_units(bound: BoundModule) -> UnitTable:
    """The units of a file, with what they capture and where variables live."""
    table = UnitTable(bound)
    finder = _Finder(table)
    finder.visit(bound.module)
    finder.resolve()
    decide_storage(table)
    return table


class _Finder:
    """The state of the walk: the unit, the block, the classes and object literals around the place."""

    def __init__(self, table: UnitTable) -> None:
        self.table = table
        self.bound = table.bound
        self.unit = table.main
        self.block_start = 0
        self.classes: list[syntax.Class] = []
        self.home: syntax.Class | syntax.ObjectLiteral | None = None
        self.literal: syntax.ObjectLiteral | None = None
        self.is_static = False
        self.declared: dict[Symbol, Unit] = {}
        self.used: list[_Use] = []
        self.head: Any = None
        self.heads: dict[Symbol, Any] = {}
        self.cases: tuple[syntax.Case, ...] = ()
        self.cases_of: dict[Symbol, tuple[syntax.Case, ...]] = {}
        self.block_of: dict[syntax.Function, int] = {}
        self.arguments = frozenset(name for name in self.bound.unresolved if name.name == "arguments")

    def resolve(self) -> None:
        """Make the variables, and capture those that inner units use."""
        early = {use.symbol for use in self.used if self._is_early(use)}
        for symbol, owner in self.declared.items():
            ready_at = max((self._ready_at(item) for item in symbol.declarations), default=0)
            if symbol in self.heads:
                ready_at = max(ready_at, int(self.heads[symbol].end))
            is_constant = symbol.last_assignment < 0 and ready_at >= 0 and _has_value(symbol)
            variable = Variable(symbol.name, owner, symbol, ready_at, is_constant)
            variable.is_late = symbol in early
            self.table.by_symbol[symbol] = variable
        for unit in self.table.by_node.values():
            self._find_own_name(unit)
        for use in self.used:
            used = self.table.by_symbol.get(use.symbol)
            if used is not None:
                capture(used, use.unit)

    def _find_own_name(self, unit: Unit) -> None:
        function = unit.function
        if function is None or not isinstance(function.name, syntax.Identifier) or unit.is_coroutine:
            return
        if function.kind in (syntax.FunctionKind.DECLARATION, syntax.FunctionKind.EXPRESSION):
            variable = self.table.variable_of(function.name)
            if variable is not None and variable.is_constant:
                unit.own_name = variable

    def _ready_at(self, declaration: Any) -> int:
        """From which offset on a declared name has its value."""
        match declaration:
            case syntax.Function():
                return self.block_of.get(declaration, 0)
            case syntax.PatternElement():
                source = self.bound.sources.get(declaration)
                return declaration.end if source is None else int(source.end)
            case syntax.CatchClause():
                return declaration.start if declaration.target is None else int(declaration.target.end)
            case _:
                return int(declaration.end)

    def _is_early(self, use: _Use) -> bool:
        """Whether a use comes before the variable's declaration in the same unit: the variable has no value there."""
        symbol = use.symbol
        is_var = symbol.flags & SymbolFlags.VAR and not symbol.flags & SymbolFlags.PARAMETER
        if is_var or symbol.flags & _HOISTED or self.declared.get(symbol) is not use.unit:
            return False
        cases, head = self.cases_of[symbol], self.heads.get(symbol)
        if head is not None and head.start <= use.name.start < head.end:
            return True
        return use.cases[: len(cases)] != cases or all(self._is_before(use.name, item) for item in symbol.declarations)

    def _is_before(self, node: syntax.Identifier, declaration: Any) -> bool:
        match declaration:
            case syntax.Class(base=base, members=members, decorators=decorators):
                named = [item for item in members if isinstance(item, _NAMED)]
                keys = [item.name for item in named if isinstance(item.name, syntax.ComputedName)]
                parts = [base, *keys, *decorators, *(one for item in named for one in item.modifiers.decorators)]
                is_inside = any(part is not None and part.start <= node.start < part.end for part in parts)
                return node.start < declaration.start or is_inside
            case syntax.EnumDeclaration() | syntax.ModuleDeclaration():
                return node.start < int(declaration.start)
            case syntax.PatternElement():
                source = self.bound.sources.get(declaration)
                is_in_source = source is not None and source.start <= node.start < source.end
                return node.start < declaration.end or is_in_source
            case _:
                return node.start < self._ready_at(declaration)

    def visit(self, node: Any) -> None:
        """Go over a node and all below it; None is none."""
        if node is None:
            return
        if isinstance(node, syntax.Identifier):
            self._identifier(node)
        elif isinstance(node, syntax.Function):
            self._function(node)
        elif isinstance(node, syntax.Class):
            self._class(node)
        elif isinstance(node, syntax.This):
            self._this()
        elif isinstance(node, syntax.MetaProperty):
            self._new_target(node)
        elif isinstance(node, syntax.Super):
            self._super(node)
        elif isinstance(node, syntax.PrivateName):
            self._private(node)
        elif isinstance(node, syntax.ImportCall):
            self.table.import_calls.append(node)
            self._children(node)
        elif isinstance(node, _BLOCKS):
            outer, self.block_start = self.block_start, node.start
            if isinstance(node, syntax.ForOf | syntax.ForIn):
                self._for_of(node)
            else:
                self._children(node)
            self.block_start = outer
        elif isinstance(node, syntax.Case):
            outer_cases, self.cases = self.cases, (*self.cases, node)
            self._children(node)
            self.cases = outer_cases
        elif isinstance(node, syntax.ObjectLiteral):
            outer_literal, self.literal = self.literal, node
            self._children(node)
            self.literal = outer_literal
        elif not isinstance(node, _SKIPPED):
            self._children(node)

    def _children(self, node: Any) -> None:
        for child in syntax.children(node):
            self.visit(child)

    def _identifier(self, node: syntax.Identifier) -> None:
        symbol = self.bound.symbols.get(node)
        if symbol is not None:
            self._declare(symbol, self.unit)
            return
        symbol = self.bound.resolved.get(node)
        if symbol is not None:
            self.used.append(_Use(symbol, self.unit, node, self.cases))
            self.table.uses.setdefault(symbol, []).append(node)
        elif node in self.arguments:
            self._arguments(node)

    def _declare(self, symbol: Symbol, unit: Unit) -> None:
        if not symbol.flags & (SymbolFlags.AMBIENT | SymbolFlags.ENUM_MEMBER):
            self.declared.setdefault(symbol, unit)
            self.cases_of.setdefault(symbol, self.cases)
            if self.head is not None:
                self.heads.setdefault(symbol, self.head)

    def _for_of(self, node: syntax.ForOf | syntax.ForIn) -> None:
        """A loop whose variables have no value yet in what it goes over."""
        source = node.iterable if isinstance(node, syntax.ForOf) else node.object
        outer, self.head = self.head, source
        self.visit(node.variable)
        self.head = outer
        self.visit(source)
        self.visit(node.body)

    # Functions and classes.

    def _function(self, node: syntax.Function) -> None:
        if node.body is None:
            return
        is_declaration = node.kind is syntax.FunctionKind.DECLARATION
        unit = Unit(node, self.unit, self.block_start if is_declaration else node.start)
        self.table.by_node[node] = unit
        if is_declaration:
            self.block_of[node] = self.block_start
        if node.kind in _METHODS:
            self.visit(node.name)
            if self.classes and self.home is self.classes[-1] and self.literal is None:
                unit.made_at = self.classes[-1].start
        elif isinstance(node.name, syntax.Identifier):
            symbol = self.bound.symbols.get(node.name)
            if symbol is not None:
                self._declare(symbol, self.unit if is_declaration else unit)
        self._inside(unit, node)

    def _inside(self, unit: Unit, node: syntax.Function) -> None:
        outer = self.unit, self.block_start, self.home, self.literal, self.head
        self.head = None
        if node.kind is not syntax.FunctionKind.ARROW:
            unit.this = Variable("this", unit, None, 0, True)
            self.home = self.literal if self.literal is not None and node.kind in _METHODS else self.home
            if node.kind not in _METHODS:
                self.home = None
        self.unit, self.block_start, self.literal = unit, node.start, None
        for parameter in node.parameters:
            self._children(parameter)
        body = node.body
        if isinstance(body, syntax.Block):
            self.block_start = body.start
            self._children(body)
        else:
            self.visit(body)
        self.unit, self.block_start, self.home, self.literal, self.head = outer

    def _class(self, node: syntax.Class) -> None:
        if node.name is not None:
            self.visit(node.name)
        for decorator in node.decorators:
            self.visit(decorator)
        if node.base is not None:
            self.visit(node.base)
            self.table.parts[node, Parts.BASE] = Variable("base", self.unit, None, node.start, True)
        outer_home, outer_literal, outer_block = self.home, self.literal, self.block_start
        self.classes.append(node)
        self.home, self.literal, self.block_start = node, None, node.start
        fields = Unit(node, self.unit, node.start)
        fields.this = Variable("this", fields, None, 0, True)
        self.table.by_node[node] = fields
        self.table.parts[node, Parts.FIELDS] = Variable("fields", self.unit, None, node.start, True)
        if is_decorated(node):
            decorations = Variable("decorations", self.unit, None, node.start, True)
            self.table.parts[node, Parts.DECORATIONS] = decorations
            if has_decorated_objects(node):
                capture(decorations, fields)
        was_static = self.is_static
        for member in node.members:
            self.is_static = isinstance(member, syntax.StaticBlock) or (
                not isinstance(member, syntax.IndexSignature) and member.modifiers.is_static
            )
            self._member(node, member, fields)
        self.is_static = was_static
        self.classes.pop()
        self.home, self.literal, self.block_start = outer_home, outer_literal, outer_block

    def _member(self, node: syntax.Class, member: syntax.ClassMember, fields: Unit) -> None:
        if isinstance(member, _NAMED):
            for decorator in member.modifiers.decorators:
                self.visit(decorator)
        match member:
            case syntax.MethodDeclaration(name=name, function=function):
                if function.body is None:
                    return
                self.visit(function)
                is_kept = is_decorated(node) or any(map(_is_computed_field, node.members))
                if isinstance(name, syntax.ComputedName) and is_kept:
                    self.table.parts[member, Parts.KEY] = Variable("key", self.unit, None, node.start, True)
                if function.kind is syntax.FunctionKind.CONSTRUCTOR:
                    self._constructor(node, function, self.table.by_node[function])
            case syntax.PropertyDeclaration(name=name, value=value, modifiers=modifiers):
                self.visit(name)
                if _is_computed_field(member):
                    key = Variable("key", self.unit, None, node.start, True)
                    self.table.parts[member, Parts.KEY] = key
                    if not modifiers.is_static:
                        capture(key, fields)
                if modifiers.is_accessor and modifiers.is_static:
                    storage = Variable("storage", self.unit, None, node.start, True)
                    self.table.parts[member, Parts.STORAGE] = storage
                if value is not None and not modifiers.is_static:
                    outer, self.unit = self.unit, fields
                    self.visit(value)
                    self.unit = outer
                else:
                    self.visit(value)
            case syntax.StaticBlock(body=body):
                self.visit(body)
            case _:
                pass

    def _constructor(self, node: syntax.Class, function: syntax.Function, unit: Unit) -> None:
        """A constructor calls that of the base, and initialises the fields."""
        self.table.classes[function] = node
        if node.base is not None and unit.this is not None and this_state(function) is ThisState.CHECKED:
            unit.this.storage, unit.this.is_late = Storage.CELL, True
        capture(self.table.parts[node, Parts.FIELDS], unit)
        if node.base is not None:
            capture(self.table.parts[node, Parts.BASE], unit)

    # What belongs to the function or class around.

    def _this(self) -> None:
        unit: Unit | None = self.unit
        while unit is not None and unit.this is None:
            unit = unit.parent
        if unit is not None and unit.this is not None:
            capture(unit.this, self.unit)

    def _arguments(self, node: syntax.Identifier) -> None:
        """`arguments`: a variable of the innermost function around that is no arrow."""
        unit = self._function_around()
        if unit is None:
            return
        variable = self.table.arguments.get(unit)
        if variable is None:
            variable = self.table.arguments[unit] = Variable("arguments", unit, None, 0, True)
        self.table.arguments_names[node] = variable
        capture(variable, self.unit)

    def _new_target(self, node: syntax.MetaProperty) -> None:
        """`new.target`: a variable of the innermost function around that is no arrow, undefined in others."""
        unit = self._function_around()
        if unit is None or unit.function is None or not may_construct(unit.function):
            return
        variable = self.table.new_targets.get(unit)
        if variable is None:
            variable = self.table.new_targets[unit] = Variable("new.target", unit, None, 0, True)
        self.table.new_target_names[node] = variable
        capture(variable, self.unit)

    def _function_around(self) -> Unit | None:
        unit: Unit | None = self.unit
        while unit is not None and unit.function is not None and unit.function.kind is syntax.FunctionKind.ARROW:
            unit = unit.parent
        return None if unit is None or unit.function is None else unit

    def _super(self, node: syntax.Super) -> None:
        self._this()
        self.table.supers[node] = self.home
        if self.is_static:
            self.table.static_supers.add(node)
        match self.home:
            case syntax.Class() as home:
                if home.base is not None:
                    capture(self.table.parts[home, Parts.BASE], self.unit)
                if (home, Parts.FIELDS) in self.table.parts:
                    capture(self.table.parts[home, Parts.FIELDS], self.unit)
            case syntax.ObjectLiteral() as home:
                variable = self.table.parts.get((home, Parts.HOME))
                if variable is None:
                    owner = self._owner_of_literal()
                    variable = self.table.parts[home, Parts.HOME] = Variable("home", owner, None, home.start, True)
                capture(variable, self.unit)
            case None:
                pass

    def _owner_of_literal(self) -> Unit:
        """The unit in which the object literal stands whose method uses `super`."""
        unit = self.unit
        while unit.function is not None and unit.function.kind is syntax.FunctionKind.ARROW and unit.parent is not None:
            unit = unit.parent
        return unit.parent or unit

    def _private(self, node: syntax.PrivateName) -> None:
        for number in range(len(self.classes) - 1, -1, -1):
            declared = private_member(self.classes[number], node.name)
            if declared is not None:
                self.table.private_keys[node] = _private_key(self.classes[number], node.name, declared)
                return
        self.table.private_keys[node] = node.name


def _is_computed_field(member: syntax.ClassMember) -> bool:
    """Whether a member is a field whose name is computed when the class is made, and used later."""
    return isinstance(member, syntax.PropertyDeclaration) and isinstance(member.name, syntax.ComputedName)


def private_member(node: syntax.Class, name: str) -> syntax.MethodDeclaration | syntax.PropertyDeclaration | None:
    """The member of a class that declares a private name."""
    for member in node.members:
        if not isinstance(member, syntax.MethodDeclaration | syntax.PropertyDeclaration):
            continue
        if isinstance(member.name, syntax.PrivateName) and member.name.name == name:
            return member
    return None


def _private_key(node: syntax.Class, name: str, member: syntax.MethodDeclaration | syntax.PropertyDeclaration) -> str:
    """The key of a private member. That of a method or accessor says, too, what has it."""
    key = f"{name}@{node.start}"
    if isinstance(member, syntax.PropertyDeclaration) and not is_accessor(member):
        return key
    owner = f"class {'anonymous' if node.name is None else node.name.name}"
    return f"{key}:{owner if member.modifiers.is_static else f'an instance of {owner}'}"


def _has_value(symbol: Symbol) -> bool:
    """Whether every declaration of the symbol gives it a value."""
    if symbol.flags & SymbolFlags.CONSTANT:
        return True
    return all(not (isinstance(item, syntax.VariableDeclarator) and item.value is None) for item in symbol.declarations)
