"""Symbols: what a name stands for, and the scopes in which names are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from plait.frontend.next import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

Declaration: TypeAlias = (
    syntax.VariableDeclarator
    | syntax.PatternElement
    | syntax.Parameter
    | syntax.Function
    | syntax.Class
    | syntax.InterfaceDeclaration
    | syntax.TypeAliasDeclaration
    | syntax.EnumDeclaration
    | syntax.EnumMember
    | syntax.ModuleDeclaration
    | syntax.TypeParameterDeclaration
    | syntax.ImportSpecifier
    | syntax.ImportAlias
    | syntax.CatchClause
    | syntax.ExportDefault
    | syntax.Module
)
"""What declares a name."""


class SymbolFlags:
    """What a symbol is; one that is declared several times may be several things."""

    VAR = 1
    """A variable of `var`, or a parameter."""
    BLOCK_VARIABLE = 2
    """A variable of `let`, `const` or `using`, or of a `catch`."""
    FUNCTION = 4
    CLASS = 8
    INTERFACE = 16
    ALIAS = 32
    ENUM = 64
    ENUM_MEMBER = 128
    NAMESPACE = 256
    """A namespace with values in it."""
    NAMESPACE_OF_TYPES = 512
    """A namespace with nothing but types in it."""
    TYPE_PARAMETER = 1024
    IMPORT = 2048

    PARAMETER = 4096
    """Besides VAR."""
    CONSTANT = 8192
    """Besides BLOCK_VARIABLE: `const` or `using`."""
    AMBIENT = 16384
    """Declared by `declare`, or in the library: the value is somewhere else."""


VARIABLE: Final = SymbolFlags.VAR | SymbolFlags.BLOCK_VARIABLE
VALUE: Final = (
    VARIABLE
    | SymbolFlags.FUNCTION
    | SymbolFlags.CLASS
    | SymbolFlags.ENUM
    | SymbolFlags.ENUM_MEMBER
    | SymbolFlags.NAMESPACE
    | SymbolFlags.IMPORT
)
TYPE: Final = (
    SymbolFlags.CLASS
    | SymbolFlags.INTERFACE
    | SymbolFlags.ALIAS
    | SymbolFlags.ENUM
    | SymbolFlags.ENUM_MEMBER
    | SymbolFlags.TYPE_PARAMETER
    | SymbolFlags.IMPORT
)
NAMESPACES: Final = SymbolFlags.NAMESPACE | SymbolFlags.NAMESPACE_OF_TYPES | SymbolFlags.ENUM | SymbolFlags.IMPORT

_MERGES: Final = {
    SymbolFlags.VAR: SymbolFlags.VAR
    | SymbolFlags.INTERFACE
    | SymbolFlags.ALIAS
    | SymbolFlags.NAMESPACE_OF_TYPES
    | SymbolFlags.TYPE_PARAMETER,
    SymbolFlags.BLOCK_VARIABLE: SymbolFlags.INTERFACE
    | SymbolFlags.ALIAS
    | SymbolFlags.NAMESPACE_OF_TYPES
    | SymbolFlags.TYPE_PARAMETER,
    SymbolFlags.FUNCTION: SymbolFlags.FUNCTION
    | SymbolFlags.INTERFACE
    | SymbolFlags.ALIAS
    | SymbolFlags.NAMESPACE
    | SymbolFlags.NAMESPACE_OF_TYPES
    | SymbolFlags.CLASS,
    SymbolFlags.CLASS: SymbolFlags.INTERFACE
    | SymbolFlags.NAMESPACE
    | SymbolFlags.NAMESPACE_OF_TYPES
    | SymbolFlags.FUNCTION,
    SymbolFlags.INTERFACE: SymbolFlags.INTERFACE
    | SymbolFlags.CLASS
    | VARIABLE
    | SymbolFlags.FUNCTION
    | SymbolFlags.NAMESPACE
    | SymbolFlags.NAMESPACE_OF_TYPES,
    SymbolFlags.ALIAS: VARIABLE | SymbolFlags.FUNCTION | SymbolFlags.NAMESPACE | SymbolFlags.NAMESPACE_OF_TYPES,
    SymbolFlags.ENUM: SymbolFlags.ENUM | SymbolFlags.NAMESPACE | SymbolFlags.NAMESPACE_OF_TYPES,
    SymbolFlags.NAMESPACE: SymbolFlags.NAMESPACE
    | SymbolFlags.NAMESPACE_OF_TYPES
    | SymbolFlags.FUNCTION
    | SymbolFlags.CLASS
    | SymbolFlags.ENUM
    | SymbolFlags.INTERFACE
    | SymbolFlags.ALIAS,
    SymbolFlags.NAMESPACE_OF_TYPES: SymbolFlags.NAMESPACE
    | SymbolFlags.NAMESPACE_OF_TYPES
    | VARIABLE
    | SymbolFlags.FUNCTION
    | SymbolFlags.CLASS
    | SymbolFlags.ENUM
    | SymbolFlags.INTERFACE
    | SymbolFlags.ALIAS,
    SymbolFlags.TYPE_PARAMETER: VARIABLE,
    SymbolFlags.IMPORT: 0,
    SymbolFlags.ENUM_MEMBER: 0,
}
"""With what else a symbol of a kind may share its name, as TypeScript's declaration merging has it."""

KINDS: Final = 4095
"""All flags that say what a symbol is."""


class Symbol:
    """What a name stands for in one scope: all declarations of the name there.

    `exports` are the names that a namespace, enum or module gives. `scope` is where it is declared, None for members
    of enums. `last_assignment` is the offset behind which no assignment to the variable stands, -1 if it is never
    assigned but where it is declared; `function` the innermost function around the declaration, None at the top
    level. `is_captured`: a function inside of that one uses it.
    """

    __slots__ = (
        "declarations",
        "exports",
        "flags",
        "function",
        "is_captured",
        "is_exported",
        "last_assignment",
        "name",
        "parent",
        "scope",
    )

    def __init__(self, name: str, flags: int, scope: Scope | None, function: syntax.Function | None) -> None:
        self.name = name
        self.flags = flags
        self.declarations: list[Declaration] = []
        self.exports: dict[str, Symbol] = {}
        self.parent: Symbol | None = None
        self.scope = scope
        self.function = function
        self.is_captured = False
        self.is_exported = False
        self.last_assignment = -1

    def __repr__(self) -> str:
        return f"Symbol({self.name})"

    def admits(self, flags: int) -> bool:
        """Whether a declaration of another kind may share the name."""
        return all(not (flags & kind and self.flags & KINDS & ~others) for kind, others in _MERGES.items())


class Scope:
    """The names declared in a block, function, class, namespace or module.

    `function` is the innermost function around, None at the top level; `is_function` says that `var` declares here.
    `symbol` is the namespace whose exports are seen here as well. `node` is what opens the scope.
    """

    __slots__ = ("function", "is_function", "names", "node", "parent", "symbol")

    def __init__(
        self,
        parent: Scope | None,
        function: syntax.Function | None,
        is_function: bool,
        symbol: Symbol | None = None,
        node: object = None,
    ) -> None:
        self.parent = parent
        self.function = function
        self.is_function = is_function
        self.symbol = symbol
        self.node = node
        self.names: dict[str, Symbol] = {}

    def find(self, name: str, meaning: int) -> Symbol | None:
        """The innermost symbol of the name that has one of the meanings."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.names.get(name)
            if found is not None and found.flags & meaning:
                return found
            if scope.symbol is not None:
                found = scope.symbol.exports.get(name)
                if found is not None and found.flags & meaning:
                    return found
            scope = scope.parent
        return None

    def all_names(self) -> Iterator[str]:
        """All names that can be used here."""
        scope: Scope | None = self
        while scope is not None:
            yield from scope.names
            scope = scope.parent
