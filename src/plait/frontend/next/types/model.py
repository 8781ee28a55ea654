"""The types of TypeScript: interned objects with an identity and flags. Nothing here knows how values are held.

Types are made by `store.TypeStore` alone, so that two types that are written alike are one object (those of object
literals and declarations excepted: each declaration and each literal is a type of its own).
"""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from plait.frontend.next.bind.symbols import Symbol
    from plait.frontend.next.types.members import Mapper, Members


class TypeFlags:
    """What a type is: bits of an `int`, for an enumeration takes five times as long to combine."""

    ANY = 1 << 0
    OPAQUE = 1 << 1
    """Cannot be told: everything goes with it, and nothing is reported of it. Also what stands for an error that was
    reported.
    """
    UNKNOWN = 1 << 2
    NEVER = 1 << 3
    VOID = 1 << 4
    UNDEFINED = 1 << 5
    NULL = 1 << 6
    STRING = 1 << 7
    NUMBER = 1 << 8
    BIGINT = 1 << 9
    SYMBOL = 1 << 10
    STRING_LITERAL = 1 << 11
    NUMBER_LITERAL = 1 << 12
    BIGINT_LITERAL = 1 << 13
    BOOLEAN_LITERAL = 1 << 14
    BOOLEAN = 1 << 15
    """Besides UNION: `boolean` itself."""
    UNIQUE_SYMBOL = 1 << 16
    ENUM = 1 << 17
    """Besides UNION or a literal flag: an enum, or a member of one."""
    NON_PRIMITIVE = 1 << 18
    """`object`."""
    OBJECT = 1 << 19
    UNION = 1 << 20
    INTERSECTION = 1 << 21
    TYPE_PARAMETER = 1 << 22
    KEYOF = 1 << 23
    INDEXED_ACCESS = 1 << 24
    CONDITIONAL = 1 << 25
    TEMPLATE = 1 << 26
    STRING_MAPPING = 1 << 27
    INTEGER = 1 << 28
    """Besides NUMBER or BIGINT: `int` or `long`."""


F: Final = TypeFlags
ANY_LIKE: Final = F.ANY | F.OPAQUE
NULLISH: Final = F.UNDEFINED | F.NULL
VOID_LIKE: Final = F.VOID | F.UNDEFINED
STRING_LIKE: Final = F.STRING | F.STRING_LITERAL | F.TEMPLATE | F.STRING_MAPPING
NUMBER_LIKE: Final = F.NUMBER | F.NUMBER_LITERAL
BIGINT_LIKE: Final = F.BIGINT | F.BIGINT_LITERAL
BOOLEAN_LIKE: Final = F.BOOLEAN | F.BOOLEAN_LITERAL
SYMBOL_LIKE: Final = F.SYMBOL | F.UNIQUE_SYMBOL
LITERAL: Final = F.STRING_LITERAL | F.NUMBER_LITERAL | F.BIGINT_LITERAL | F.BOOLEAN_LITERAL
UNIT: Final = LITERAL | F.UNIQUE_SYMBOL | NULLISH
PRIMITIVE: Final = STRING_LIKE | NUMBER_LIKE | BIGINT_LIKE | BOOLEAN_LIKE | SYMBOL_LIKE | NULLISH | F.VOID
STRUCTURED: Final = F.OBJECT | F.UNION | F.INTERSECTION
INSTANTIABLE: Final = F.TYPE_PARAMETER | F.KEYOF | F.INDEXED_ACCESS | F.CONDITIONAL | F.TEMPLATE | F.STRING_MAPPING
INSTANTIABLE_NON_PRIMITIVE: Final = F.TYPE_PARAMETER | F.INDEXED_ACCESS | F.CONDITIONAL


class Intrinsic:
    """A type with a name of the language: `string`, `any`, `never`."""

    __slots__ = ("flags", "id", "mentions", "name")

    def __init__(self, id: int, flags: int, name: str) -> None:
        self.id = id
        self.flags = flags
        self.mentions: bool = False
        self.name = name


class Literal:
    """The type of one value. A fresh one is that of a literal expression, which widens where a variable is inferred.

    `member` is the member of an enum that it is; one that is computed has no value.
    """

    __slots__ = ("flags", "fresh", "id", "member", "mentions", "regular", "value")

    def __init__(self, id: int, flags: int, value: str | float | int | bool | None, member: Symbol | None) -> None:
        self.id = id
        self.flags = flags
        self.mentions: bool = False
        self.value = value
        self.member = member
        self.fresh: Literal = self
        self.regular: Literal = self


class UniqueSymbol:
    """The type of one symbol, as a constant holds it."""

    __slots__ = ("flags", "id", "mentions", "name", "symbol")

    def __init__(self, id: int, symbol: Symbol | None, name: str) -> None:
        self.id = id
        self.flags = F.UNIQUE_SYMBOL
        self.mentions: bool = False
        self.symbol = symbol
        self.name = name


class TypeParameter:
    """A type parameter. `owner` is the class or interface whose `this` it is.

    `declaration` is where it is written; None for those that the checker makes. The constraint is asked of the
    resolver when it is needed first; that of a copy in an instantiated signature is the constraint of its `target`,
    instantiated by `mapper`.
    """

    __slots__ = (
        "constraint",
        "constraint_known",
        "declaration",
        "default",
        "flags",
        "id",
        "is_const",
        "mapper",
        "mentions",
        "name",
        "owner",
        "symbol",
        "target",
    )

    def __init__(self, id: int, name: str, symbol: Symbol | None, declaration: Any, owner: Declared | None) -> None:
        self.id = id
        self.flags = F.TYPE_PARAMETER
        self.mentions: bool = True
        self.name = name
        self.symbol = symbol
        self.declaration = declaration
        self.owner = owner
        self.constraint: Type | None = None
        self.constraint_known = False
        self.default: Type | None = None
        self.is_const = False
        self.target: TypeParameter | None = None
        self.mapper: Mapper | None = None


INDEPENDENT: Final = 0
COVARIANT: Final = 1
CONTRAVARIANT: Final = 2
UNRELIABLE: Final = 4
BIVARIANT_ONLY: Final = 8
"""How references to a declaration vary with a type parameter; the first two may be combined."""


class Declared:
    """A class or interface as it is declared; not a type itself: references to it with arguments are.

    `parameters` are those around it, then its own from `outer_count` on. `this` is what `this` stands for in it.
    """

    __slots__ = ("id", "is_class", "members", "name", "outer_count", "parameters", "symbol", "this", "variances")

    def __init__(self, id: int, name: str, symbol: Symbol | None, is_class: bool) -> None:
        self.id = id
        self.name = name
        self.symbol = symbol
        self.is_class = is_class
        self.parameters: tuple[TypeParameter, ...] = ()
        self.outer_count = 0
        self.this: TypeParameter | None = None
        self.members: Members | None = None
        self.variances: tuple[int, ...] | None = None


class ElementKind:
    """What an element of a tuple is."""

    REQUIRED = 1
    OPTIONAL = 2
    REST = 4
    """`...T[]`; the argument is `T`."""
    VARIADIC = 8
    """`...T`, where `T` is not known yet."""


class TupleShape:
    """The form of a tuple: what its elements are, but their types. Interned.

    There are at least `minimum` elements; their number is not bounded if it `has_rest`. `fixed` are how many stand
    before the first rest, `fixed_at_end` how many behind the last.
    """

    __slots__ = (
        "fixed",
        "fixed_at_end",
        "has_rest",
        "has_variadic",
        "id",
        "is_readonly",
        "kinds",
        "labels",
        "members",
        "minimum",
    )

    def __init__(self, id: int, kinds: tuple[int, ...], labels: tuple[str | None, ...], is_readonly: bool) -> None:
        self.id = id
        self.kinds = kinds
        self.labels = labels
        self.is_readonly = is_readonly
        self.members: Members | None = None
        open_ends = [index for index, kind in enumerate(kinds) if kind & (ElementKind.REST | ElementKind.VARIADIC)]
        self.minimum = sum(1 for kind in kinds if kind & (ElementKind.REQUIRED | ElementKind.VARIADIC))
        self.has_rest = bool(open_ends)
        self.has_variadic = any(kind & ElementKind.VARIADIC for kind in kinds)
        self.fixed = open_ends[0] if open_ends else len(kinds)
        self.fixed_at_end = len(kinds) - 1 - open_ends[-1] if open_ends else 0


class Reference:
    """An object of a class or interface, or a tuple, with type arguments. Interned by both.

    One that stands in the alias that it leads back to (`type Deep = (number | Deep)[]`) is `deferred`: its arguments
    are resolved when they are needed first. It `is_recursive` from then on: going into its arguments may lead to it.
    """

    __slots__ = ("arguments", "deferred", "flags", "id", "is_recursive", "members", "mentions", "target")

    arguments: tuple[Type, ...]
    mentions: bool

    def __init__(
        self,
        id: int,
        target: Declared | TupleShape,
        arguments: tuple[Type, ...] | None,
        deferred: Callable[[], tuple[Type, ...]] | None = None,
        mentions: bool = False,
    ) -> None:
        self.id = id
        self.target = target
        self.flags = F.OBJECT
        self.members: Members | None = None
        self.deferred = deferred
        self.is_recursive = deferred is not None
        self.mentions = mentions
        if arguments is not None:
            self.arguments = arguments
            self.mentions = any(argument.mentions for argument in arguments)

    def __getattr__(self, name: str) -> Any:
        # Called only for a slot without a value: the arguments of a deferred reference.
        if name != "arguments" or self.deferred is None:
            raise AttributeError(name)
        arguments = self.deferred()
        self.arguments = arguments
        self.deferred = None
        return arguments


class Mapping:
    """A mapped type `{ [P in C as N]: T }` as it is written, in terms of the type parameters around it and of P.

    The template T is resolved when it is needed first, for it may lead back to the type that is being resolved.
    `source` is the T of `keyof T`, if that is what the constraint says: then modifiers are those of T's properties.
    `readonly` and `optional` are 1 if the modifier is added, -1 if it is taken away.
    """

    __slots__ = (
        "constraint",
        "name_type",
        "optional",
        "parameter",
        "readonly",
        "source",
        "template",
        "template_node",
    )

    def __init__(
        self,
        parameter: TypeParameter,
        constraint: Type,
        name_type: Type | None,
        template_node: Any,
        readonly: int,
        optional: int,
        source: Type | None,
    ) -> None:
        self.parameter = parameter
        self.constraint = constraint
        self.name_type = name_type
        self.template: Type | None = None
        self.template_node = template_node
        self.readonly = readonly
        self.optional = optional
        self.source = source


class Origin:
    """Where the members of an anonymous object type come from: a node or symbol, and the type parameters in scope
    there.

    `members` are those in terms of these type parameters, once they are known.
    """

    __slots__ = ("id", "kind", "mapping", "members", "node", "outer", "symbol")

    def __init__(
        self, id: int, kind: OriginKind, node: Any, symbol: Symbol | None, outer: tuple[TypeParameter, ...]
    ) -> None:
        self.id = id
        self.kind = kind
        self.node = node
        self.symbol = symbol
        self.outer = outer
        self.members: Members | None = None
        self.mapping: Mapping | None = None


class OriginKind(IntFlag):
    """What an anonymous object type is made of."""

    TYPE_LITERAL = 1
    FUNCTION_TYPE = 2
    FUNCTION = 4
    """A declared function or function expression."""
    CLASS = 8
    """A class as a value."""
    ENUM = 16
    NAMESPACE = 32
    OBJECT_LITERAL = 64
    SYNTHETIC = 128
    """Members that the checker made."""
    MAPPED = 256


class Anonymous:
    """An object type without a name of its own, with type arguments for the parameters around its origin. Interned by
    both.

    Those of object literals are `is_fresh` where the literal stands, and `is_spread` if others were spread into it.
    Mapped types whose keys depend on type parameters have `has_unknown_keys`; it is None until somebody asks.
    """

    __slots__ = (
        "alias",
        "arguments",
        "flags",
        "has_unknown_keys",
        "id",
        "is_fresh",
        "is_spread",
        "members",
        "mentions",
        "origin",
        "regular",
    )

    def __init__(self, id: int, origin: Origin, arguments: tuple[Type, ...]) -> None:
        self.id = id
        self.flags = F.OBJECT
        self.origin = origin
        self.arguments = arguments
        self.mentions: bool = any(argument.mentions for argument in arguments)
        self.members: Members | None = None
        self.is_fresh = False
        self.is_spread = False
        self.has_unknown_keys: bool | None = None
        self.regular: Anonymous = self
        self.alias: Alias | None = None


class Union:
    """One of several types, in the order of their making. Interned."""

    __slots__ = ("alias", "by_id", "constituents", "flags", "id", "mentions", "resolved")

    def __init__(self, id: int, flags: int, constituents: tuple[Type, ...]) -> None:
        self.id = id
        self.flags = flags
        self.constituents = constituents
        self.by_id = frozenset([item.id for item in constituents])
        self.mentions: bool = any(item.mentions for item in constituents)
        self.alias: Alias | None = None
        self.resolved: dict[str, Any] = {}


class Intersection:
    """All of several types. Interned. `is_empty` says whether no value is of them all, None until somebody asks."""

    __slots__ = ("alias", "constituents", "flags", "id", "is_empty", "members", "mentions")

    def __init__(self, id: int, constituents: tuple[Type, ...]) -> None:
        self.id = id
        self.flags = F.INTERSECTION
        self.constituents = constituents
        self.mentions: bool = any(item.mentions for item in constituents)
        self.alias: Alias | None = None
        self.is_empty: bool | None = None
        self.members: Members | None = None


class KeyOf:
    """`keyof T` of a type that is not known yet."""

    __slots__ = ("flags", "id", "mentions", "type")

    def __init__(self, id: int, type: Type) -> None:
        self.id = id
        self.flags = F.KEYOF
        self.mentions: bool = type.mentions
        self.type = type


class IndexedAccess:
    """`T[K]` where one of them is not known yet."""

    __slots__ = ("flags", "id", "index", "mentions", "object")

    def __init__(self, id: int, object: Type, index: Type) -> None:
        self.id = id
        self.flags = F.INDEXED_ACCESS
        self.mentions: bool = object.mentions or index.mentions
        self.object = object
        self.index = index


def is_key_of(type: Type, flags: int) -> bool:
    """Whether it is of some kinds of keys, or of one of them with a mark: `string & { brand: "id" }`."""
    if isinstance(type, Intersection):
        return any(is_key_of(part, flags) for part in type.constituents)
    return bool(type.flags & flags)


class ConditionalRoot:
    """A conditional type as it is written. It distributes over the constituents of a bare type parameter."""

    __slots__ = ("check", "distributes_over", "extends", "id", "infers", "node", "outer")

    def __init__(
        self,
        id: int,
        node: Any,
        check: Type,
        extends: Type,
        outer: tuple[TypeParameter, ...],
        infers: tuple[TypeParameter, ...],
    ) -> None:
        self.id = id
        self.node = node
        self.check = check
        self.extends = extends
        self.outer = outer
        self.infers = infers
        self.distributes_over = check if isinstance(check, TypeParameter) else None


class Conditional:
    """`A extends B ? C : D` that is not decided yet. Interned by its root and the arguments for the parameters around
    it.
    """

    __slots__ = ("alias", "arguments", "check", "extends", "flags", "id", "mentions", "root")

    def __init__(self, id: int, root: ConditionalRoot, arguments: tuple[Type, ...], check: Type, extends: Type) -> None:
        self.id = id
        self.flags = F.CONDITIONAL
        self.mentions: bool = True
        self.root = root
        self.arguments = arguments
        self.check = check
        self.extends = extends
        self.alias: Alias | None = None


class Template:
    """A template of strings and types: one more text than types."""

    __slots__ = ("flags", "id", "mentions", "texts", "types")

    def __init__(self, id: int, texts: tuple[str, ...], types: tuple[Type, ...]) -> None:
        self.id = id
        self.flags = F.TEMPLATE
        self.mentions: bool = any(item.mentions for item in types)
        self.texts = texts
        self.types = types


class StringMapping:
    """`Uppercase<T>` and its kin, of a type that is no literal."""

    __slots__ = ("flags", "id", "mentions", "name", "type")

    def __init__(self, id: int, name: str, type: Type) -> None:
        self.id = id
        self.flags = F.STRING_MAPPING
        self.mentions: bool = type.mentions
        self.name = name
        self.type = type


class Alias:
    """The name under which a type was written, for messages."""

    __slots__ = ("arguments", "symbol")

    def __init__(self, symbol: Symbol, arguments: tuple[Type, ...]) -> None:
        self.symbol = symbol
        self.arguments = arguments


Type: TypeAlias = (
    Intrinsic
    | Literal
    | UniqueSymbol
    | TypeParameter
    | Reference
    | Anonymous
    | Union
    | Intersection
    | KeyOf
    | IndexedAccess
    | Conditional
    | Template
    | StringMapping
)
ObjectType: TypeAlias = Reference | Anonymous
