"""Classes and object types: their members, found by name. Types of members are resolved when they are first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from plait.frontend.check.spelling import spell_shape
from plait.frontend.compilation import deeper, spend

if TYPE_CHECKING:
    from plait.frontend.check.context import FunctionSymbol
    from plait.frontend.check.typed import Variable
    from plait.frontend.check.types import Type
    from plait.source import Span


class Access(Enum):
    """Who may name a member."""

    PUBLIC = "public"
    PROTECTED = "protected"
    PRIVATE = "private"


class MemberKind(Enum):
    """What a member is."""

    FIELD = "property"
    METHOD = "method"
    ACCESSOR = "accessor"

    @property
    def described(self) -> str:
        """The kind with its article."""
        return f"{'an' if self is MemberKind.ACCESSOR else 'a'} {self.value}"


@dataclass(slots=True, eq=False)
class Member:
    """A member of a class or object type. The name of a `#private` one begins with `#`.

    `resolve` gives its type: of a method the `FunctionOf`, of an accessor that of its value. `function` is the method
    of a class; `gives_this` finds out whether its result is the object itself, whatever its class. `getter` and
    `setter` are those of an accessor. A field `is_bare` whose declaration has no value, and `is_late` if it may be read
    before it has one: then reading it asks.
    """

    name: str
    kind: MemberKind
    resolve: Callable[[], Type]
    span: Span | None = None
    owner: ClassInfo | None = None
    access: Access = Access.PUBLIC
    is_readonly: bool = False
    is_static: bool = False
    is_optional: bool = False
    is_abstract: bool = False
    is_bare: bool = False
    is_late: bool = False
    gives_this: Callable[[], bool] | None = None
    function: FunctionSymbol | None = None
    getter: FunctionSymbol | None = None
    setter: FunctionSymbol | None = None
    _type: Type | None = None
    _returns_this: bool | None = None

    @property
    def type(self) -> Type:
        """The type of its value; a method's is that of its function. An optional member's includes undefined."""
        if self._type is None:
            with deeper():
                self._type = self.resolve()
        return self._type

    @property
    def returns_this(self) -> bool:
        """Whether it is a method whose result is the object itself. One that is asked about itself says no."""
        if self._returns_this is None:
            self._returns_this = False
            self._returns_this = self.gives_this is not None and self.gives_this()
        return self._returns_this


@dataclass(slots=True, eq=False)
class ClassInfo:
    """A class. `members` and `statics` are its own ones, in the order of the text; those of `base` are not repeated.

    `number` is its number in the module: -1 until all is checked. `variable` stands for the class where it matters
    whether its declaration has run. `is_word_in_arrays`: see `held.element_type`. `resolve_interfaces` gives the
    interfaces that it says it implements.
    """

    name: str
    span: Span | None
    number: int = -1
    base: ClassInfo | None = None
    is_abstract: bool = False
    members: dict[str, Member] = field(default_factory=dict)
    statics: dict[str, Member] = field(default_factory=dict)
    constructor: FunctionSymbol | None = None
    constructor_access: Access = Access.PUBLIC
    variable: Variable | None = None
    is_word_in_arrays: bool = False
    resolve_interfaces: Callable[[], tuple[Shape, ...]] | None = None
    _interfaces: tuple[Shape, ...] | None = None

    @property
    def interfaces(self) -> tuple[Shape, ...]:
        """The interfaces that the class says it implements; those of its base are not repeated."""
        if self._interfaces is None:
            self._interfaces = () if self.resolve_interfaces is None else self.resolve_interfaces()
        return self._interfaces

    @property
    def is_builtin(self) -> bool:
        """Whether the machine has the class without definition."""
        return self.span is None

    def ancestors(self) -> Iterator[ClassInfo]:
        """The class itself, its base, and so on."""
        current: ClassInfo | None = self
        while current is not None:
            yield current
            current = current.base

    def inherits(self, other: ClassInfo) -> bool:
        """Whether it is the other class or inherits from it."""
        return any(info is other for info in self.ancestors())

    def find(self, name: str) -> Member | None:
        """The instance member with a name, own or inherited."""
        return next((info.members[name] for info in self.ancestors() if name in info.members), None)

    def find_static(self, name: str) -> Member | None:
        """The static member with a name, own or inherited."""
        return next((info.statics[name] for info in self.ancestors() if name in info.statics), None)

    def all_members(self) -> dict[str, Member]:
        """All instance members by name, inherited ones first."""
        found: dict[str, Member] = {}
        for info in reversed(list(self.ancestors())):
            found.update(info.members)
        spend(len(found) // 4)
        return found

    def __repr__(self) -> str:
        return f"ClassInfo({self.name})"


@dataclass(slots=True, eq=False)
class EnumInfo:
    """An enum: its members are numbers, or strings."""

    name: str
    members: dict[str, float | str] = field(default_factory=dict)

    @property
    def is_text(self) -> bool:
        """Whether its members are strings."""
        return isinstance(next(iter(self.members.values()), None), str)

    def __repr__(self) -> str:
        return f"EnumInfo({self.name})"


@dataclass(slots=True, eq=False)
class Shape:
    """The members of an interface or object type; `name` is None for one that is written out.

    `number` is the number of the module's interface for it: -1 until all is checked. `is_word_in_arrays`: see
    `held.element_type`. `is_open` says that the members are being found; `check` is called once they are.
    """

    name: str | None
    resolve: Callable[[], dict[str, Member]]
    check: Callable[[], None] | None = None
    number: int = -1
    is_word_in_arrays: bool = False
    is_open: bool = False
    _members: dict[str, Member] | None = None

    @property
    def members(self) -> dict[str, Member]:
        """The members by name, in the order of the text, inherited ones first."""
        if self._members is None:
            self.is_open = True
            with deeper():
                self._members = self.resolve()
            self.is_open = False
            if self.check is not None:
                self.check()
        return self._members

    def __str__(self) -> str:
        return spell_shape(self)

    def __repr__(self) -> str:
        return f"Shape({self.name or '...'})"
