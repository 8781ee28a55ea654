"""What object types have: properties, signatures, index signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from plait.frontend.next.types.model import Declared, Type, TypeParameter


class PropertyFlags:
    """What a property is: bits of an `int`."""

    OPTIONAL = 1
    READONLY = 2
    METHOD = 4
    GETTER = 8
    SETTER = 16
    PRIVATE = 32
    PROTECTED = 64
    STATIC = 128
    ABSTRACT = 256
    PARTIAL = 512
    """Of a union: not all constituents have it."""
    WRITTEN = 1024
    """Of an object literal with spreads: it stands in the literal itself."""


class Property:
    """A property. Its type is asked of the resolver when it is needed, by `declaration`; or it is that of `target`,
    instantiated by `mapper`; or it was given.

    `key` names it in the tables: its name, `#name` for private names, `@@name` for symbols. `owner` is the class or
    interface that declares it. `parts` are the properties of the constituents for one of a union or intersection.
    `undefined` is 1 where instantiating adds undefined to the type, -1 where it takes it away.
    """

    __slots__ = (
        "declaration",
        "declarations",
        "flags",
        "in_progress",
        "key",
        "mapper",
        "owner",
        "parts",
        "target",
        "type",
        "undefined",
        "write_type",
    )

    def __init__(
        self,
        key: str,
        flags: int,
        declaration: Any = None,
        owner: Declared | None = None,
        type: Type | None = None,
    ) -> None:
        self.key = key
        self.flags = flags
        self.declaration = declaration
        self.declarations: tuple[Any, ...] = () if declaration is None else (declaration,)
        self.owner = owner
        self.type = type
        self.write_type: Type | None = None
        self.target: Property | None = None
        self.mapper: Mapper | None = None
        self.parts: tuple[Property, ...] = ()
        self.in_progress = False
        self.undefined = 0

    @property
    def is_optional(self) -> bool:
        return bool(self.flags & PropertyFlags.OPTIONAL)

    @property
    def is_readonly(self) -> bool:
        return bool(self.flags & PropertyFlags.READONLY)


class Parameter:
    """A parameter of a signature; the type of one without a written type is asked of the resolver."""

    __slots__ = ("declaration", "is_optional", "is_rest", "mapper", "name", "target", "type")

    def __init__(
        self,
        name: str,
        type: Type | None,
        is_optional: bool = False,
        is_rest: bool = False,
        declaration: Any = None,
    ) -> None:
        self.name = name
        self.type = type
        self.is_optional = is_optional
        self.is_rest = is_rest
        self.declaration = declaration
        self.target: Parameter | None = None
        self.mapper: Mapper | None = None


class Predicate:
    """`x is T`, `asserts x`, `asserts x is T`: of a parameter by its position, of `this` if that is -1."""

    __slots__ = ("index", "is_assertion", "type")

    def __init__(self, index: int, is_assertion: bool, type: Type | None) -> None:
        self.index = index
        self.is_assertion = is_assertion
        self.type = type


class Signature:
    """How something is called. The result is asked of the resolver when it is needed, by `declaration`; or it is that
    of
    `target`, instantiated by `mapper`.

    `minimum` is how many arguments are needed. A signature that `is_method` compares its parameters both ways.
    """

    __slots__ = (
        "declaration",
        "id",
        "in_progress",
        "is_abstract",
        "is_construct",
        "is_method",
        "mapper",
        "minimum",
        "owner",
        "parameters",
        "parts",
        "predicate",
        "predicate_known",
        "result",
        "target",
        "this",
        "type_parameters",
    )

    def __init__(
        self,
        id: int,
        type_parameters: tuple[TypeParameter, ...],
        this: Type | None,
        parameters: tuple[Parameter, ...],
        result: Type | None,
        declaration: Any = None,
    ) -> None:
        self.id = id
        self.type_parameters = type_parameters
        self.this = this
        self.parameters = parameters
        self.result = result
        self.declaration = declaration
        self.predicate: Predicate | None = None
        self.predicate_known = False
        self.target: Signature | None = None
        self.mapper: Mapper | None = None
        self.is_construct = False
        self.is_abstract = False
        self.is_method = False
        self.in_progress = False
        self.owner: Declared | None = None
        self.parts: tuple[Signature, ...] = ()
        minimum = 0
        for index, parameter in enumerate(parameters):
            if not parameter.is_optional and not parameter.is_rest:
                minimum = index + 1
        self.minimum = minimum

    @property
    def has_rest(self) -> bool:
        return bool(self.parameters) and self.parameters[-1].is_rest


class IndexInfo:
    """An index signature: the type of its keys and of its values."""

    __slots__ = ("is_readonly", "key", "type")

    def __init__(self, key: Type, type: Type, is_readonly: bool) -> None:
        self.key = key
        self.type = type
        self.is_readonly = is_readonly


class Members:
    """All that an object type has."""

    __slots__ = ("calls", "constructs", "indexes", "properties")

    def __init__(
        self,
        properties: dict[str, Property],
        calls: tuple[Signature, ...] = (),
        constructs: tuple[Signature, ...] = (),
        indexes: tuple[IndexInfo, ...] = (),
    ) -> None:
        self.properties = properties
        self.calls = calls
        self.constructs = constructs
        self.indexes = indexes


EMPTY_MEMBERS: Final = Members({})


class Mapper:
    """What type parameters stand for, by their ids."""

    __slots__ = ("types",)

    def __init__(self, types: dict[int, Type]) -> None:
        self.types = types

    def get(self, parameter: TypeParameter) -> Type:
        """What a parameter stands for; itself if it is not mapped."""
        return self.types.get(parameter.id, parameter)
