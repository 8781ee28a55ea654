"""The units of a file: what becomes one function of the machine, and which variables each unit uses of those around it.

A unit is a function, the field initialisers of a class, or the top level of a file. A variable belongs to the unit that
declares it. One that an inner unit uses is captured: by its value, if it has its final value before the unit is made,
else in a cell. Those of a file's top level are globals instead.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, TypeAlias

from plait.frontend.next import syntax
from plait.frontend.next.bind.bound import BoundModule
from plait.frontend.next.bind.symbols import VALUE, Symbol, SymbolFlags
from plait.frontend.next.represent.held import Held

UnitNode: TypeAlias = syntax.Function | syntax.Class | syntax.Module


class Storage(Enum):
    """Where a variable lives."""

    LOCAL = auto()
    GLOBAL = auto()
    CELL = auto()


class Variable:
    """A variable of the source, or one that the lowering needs: `this`, a class's base, an object literal.

    It has its value from the offset `ready_at` on; `is_constant` says that it never gets another. `users` are the inner
    units that use it. `is_late`: some use may come before it has its value, which is checked there.
    """

    __slots__ = (
        "held",
        "is_constant",
        "is_exported",
        "is_late",
        "name",
        "owner",
        "ready_at",
        "storage",
        "symbol",
        "users",
    )

    def __init__(self, name: str, owner: Unit, symbol: Symbol | None, ready_at: int, is_constant: bool) -> None:
        self.name = name
        self.owner = owner
        self.symbol = symbol
        self.ready_at = ready_at
        self.is_constant = is_constant
        self.users: dict[Unit, None] = {}
        self.storage = Storage.LOCAL
        self.is_late = False
        self.is_exported = False
        self.held: Held | None = None

    def __repr__(self) -> str:
        return f"Variable({self.name})"

    @property
    def is_this(self) -> bool:
        """Whether it is what `this` means in its owner."""
        return self is self.owner.this


class Namespace:
    """All that a file exports, by name."""

    __slots__ = ("members", "name", "table")

    def __init__(self, name: str, table: UnitTable) -> None:
        self.name = name
        self.table = table
        self.members: dict[str, Variable | Namespace] = {}


class Unit:
    """What becomes one function. `made_at` is the offset of the text where it is made, for a declaration that of the
    block around it. `captures` are the variables of other units that it needs, those for its inner units too.
    """

    __slots__ = ("captures", "made_at", "node", "own_name", "parent", "this")

    def __init__(self, node: UnitNode, parent: Unit | None, made_at: int) -> None:
        self.node = node
        self.parent = parent
        self.made_at = made_at
        self.captures: dict[Variable, int] = {}
        self.this: Variable | None = None
        self.own_name: Variable | None = None

    @property
    def function(self) -> syntax.Function | None:
        """The function that it is."""
        return self.node if isinstance(self.node, syntax.Function) else None

    @property
    def is_coroutine(self) -> bool:
        """Whether it is run by a coroutine: generators and async functions."""
        function = self.function
        return function is not None and (function.is_async or function.is_generator)


class Parts(Enum):
    """What the lowering keeps in variables of its own."""

    BASE = "base"
    """Of a class: what it extends."""
    FIELDS = "fields"
    """Of a class: the function that initialises the fields of an object."""
    KEY = "key"
    """Of a member with a computed name that is used later: its key."""
    DECORATIONS = "decorations"
    """Of a class with decorators: the list of them and of what they have added."""
    STORAGE = "storage"
    """Of a static `accessor`: the list that holds its value."""
    HOME = "home"
    """Of an object literal whose methods use `super`: the object."""


class UnitTable:
    """The units and variables of a file.

    `classes` gives the class of each constructor, `parts` are the variables of the lowering's own by the node they are
    for, `private_keys` the keys of private names, `supers` the class or object literal that `super` belongs to,
    `static_supers` those in static members, `arguments` the variables of the functions that use `arguments`,
    `arguments_names` what each such name means, `new_targets` the variables of the functions that use `new.target`,
    `new_target_names` what it means at each place, `uses` the uses of a symbol's variable. `imported` says what
    imported names mean, `default` is the variable of a default export without a name. `called_imports` gives for each
    `import(...)` the files to run before, and what it gives.
    """

    __slots__ = (
        "arguments",
        "arguments_names",
        "bound",
        "by_node",
        "by_owner",
        "by_symbol",
        "called_imports",
        "classes",
        "default",
        "import_calls",
        "imported",
        "is_linked",
        "main",
        "new_target_names",
        "new_targets",
        "parts",
        "private_keys",
        "static_supers",
        "supers",
        "uses",
    )

    def __init__(self, bound: BoundModule) -> None:
        self.bound = bound
        self.main = Unit(bound.module, None, 0)
        self.main.this = Variable("this", self.main, None, 0, True)
        self.by_node: dict[Any, Unit] = {bound.module: self.main}
        self.by_symbol: dict[Symbol, Variable] = {}
        self.by_owner: dict[Unit, list[tuple[Symbol, Variable]]] = {}
        self.classes: dict[syntax.Function, syntax.Class] = {}
        self.parts: dict[tuple[Any, Parts], Variable] = {}
        self.private_keys: dict[syntax.PrivateName, str] = {}
        self.supers: dict[syntax.Super, syntax.Class | syntax.ObjectLiteral | None] = {}
        self.static_supers: set[syntax.Super] = set()
        self.arguments: dict[Unit, Variable] = {}
        self.arguments_names: dict[syntax.Identifier, Variable] = {}
        self.new_targets: dict[Unit, Variable] = {}
        self.new_target_names: dict[syntax.MetaProperty, Variable] = {}
        self.uses: dict[Symbol, list[syntax.Identifier]] = {}
        self.imported: dict[Symbol, Variable | Namespace] = {}
        self.is_linked = False
        self.default: Variable | None = None
        self.import_calls: list[syntax.ImportCall] = []
        self.called_imports: dict[syntax.ImportCall, tuple[tuple[UnitTable, ...], Namespace]] = {}

    def symbol_of(self, name: syntax.Identifier) -> Symbol | None:
        """The symbol that a name means, declared or used."""
        return self.bound.symbols.get(name) or self.bound.resolved.get(name)

    def variable_of(self, name: syntax.Identifier) -> Variable | None:
        """The variable that a name means, declared or used; None for what the library declares and for namespaces."""
        symbol = self.symbol_of(name)
        if symbol is None:
            return self.arguments_names.get(name)
        found = self.by_symbol.get(symbol)
        if found is None:
            imported = self.imported.get(symbol)
            return imported if isinstance(imported, Variable) else None
        return found

    def symbols_of(self, unit: Unit) -> list[tuple[Symbol, Variable]]:
        """The symbols that a unit declares, with their variables."""
        if not self.by_owner:
            for symbol, variable in self.by_symbol.items():
                self.by_owner.setdefault(variable.owner, []).append((symbol, variable))
        return self.by_owner.get(unit, [])

    def namespace_of(self, name: syntax.Identifier) -> Namespace | None:
        """The file whose exports an imported name means."""
        symbol = self.symbol_of(name)
        imported = None if symbol is None else self.imported.get(symbol)
        return imported if isinstance(imported, Namespace) else None

    def is_type(self, node: Any) -> bool:
        """Whether an expression is a name that means a type alone, declared here or imported."""
        symbol = self.symbol_of(node) if isinstance(node, syntax.Identifier) else None
        if symbol is None:
            return False
        if symbol.flags & SymbolFlags.IMPORT:
            return self.is_linked and symbol not in self.imported
        return not symbol.flags & VALUE

    def means_value(self, node: syntax.ImportAlias) -> bool:
        """Whether `import a = b.c` gives a value, and one that is used or exported."""
        own = self.bound.symbols.get(node.name)
        if own is None or not (self.is_used(own) or own.is_exported):
            return False
        symbol = self.bound.resolved.get(node.names[0]) if node.names else None
        for name in node.names[1:]:
            symbol = None if symbol is None else symbol.exports.get(name.name)
        return symbol is None or bool(symbol.flags & VALUE)

    def is_used(self, symbol: Symbol | None) -> bool:
        """Whether a symbol is used as a value, or exported."""
        return symbol is not None and symbol in self.uses


def may_construct(function: syntax.Function) -> bool:
    """Whether `new` may call a function."""
    kinds = (syntax.FunctionKind.DECLARATION, syntax.FunctionKind.EXPRESSION, syntax.FunctionKind.CONSTRUCTOR)
    return function.kind in kinds and not function.is_async and not function.is_generator


def capture(variable: Variable, unit: Unit) -> None:
    """Let a unit use a variable: it and the units around it up to the owner's capture it."""
    current: Unit | None = unit
    while current is not None and current is not variable.owner and current.own_name is not variable:
        current.captures.setdefault(variable, len(current.captures))
        variable.users[current] = None
        current = current.parent


def is_live_export(table: UnitTable, variable: Variable) -> bool:
    """Whether a namespace exports the variable, which may change: the namespace's object reads and writes it."""
    symbol = variable.symbol
    return (
        symbol is not None
        and symbol.is_exported
        and symbol.scope is not table.bound.scope
        and bool(symbol.flags & (SymbolFlags.VAR | SymbolFlags.BLOCK_VARIABLE))
        and not symbol.flags & SymbolFlags.CONSTANT
    )


def decide_storage(table: UnitTable) -> None:
    """Say where each variable lives."""
    for variable in table.by_symbol.values():
        if is_live_export(table, variable):
            variable.storage = Storage.CELL
        if not variable.users:
            continue
        is_late = variable.is_late or any(unit.made_at < variable.ready_at for unit in _made_by_owner(variable))
        if variable.symbol is not None and variable.symbol.scope is table.bound.scope:
            variable.storage = Storage.GLOBAL
            variable.is_late = is_late
        elif is_late or not variable.is_constant or _is_made_behind_users(variable):
            variable.storage = Storage.CELL
            variable.is_late = is_late
    for unit in table.by_node.values():
        captured = [item for item in unit.captures if item.storage is not Storage.GLOBAL]
        unit.captures = {item: index for index, item in enumerate(captured)}


def _is_made_behind_users(variable: Variable) -> bool:
    """Whether it is a declared function that some declared function of its block uses which is not made behind it."""
    declared = [] if variable.symbol is None else [item for item in variable.symbol.declarations if _is_function(item)]
    return any(
        unit.made_at == variable.ready_at and _is_function(unit.node) and unit.node.start <= function.start
        for function in declared
        for unit in _made_by_owner(variable)
    )


def _is_function(node: Any) -> bool:
    return isinstance(node, syntax.Function) and node.kind is syntax.FunctionKind.DECLARATION


def _made_by_owner(variable: Variable) -> list[Unit]:
    """The users that the owner itself makes."""
    return [unit for unit in variable.users if unit.parent is variable.owner]
