"""`Module` and its parts: frozen data, as a compiler makes it and as the binary form holds it.

Nothing here is checked beyond what the Python types say: a `Module` may be nonsense. Only the verifier's
`VerifiedModule` is known to be safe to run.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import is_

from plait.isa.value_types import ValueType


@dataclass(frozen=True, slots=True)
class SourcePosition:
    """From the instruction at byte `offset` on, the code is from this line and column (from 1) of the source."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Function:
    """A function. `local_types` are the locals after the parameters; `result` is None for a function without result.

    `positions` is sorted by offset and may be empty. `code` is the encoded instructions.

    `captures` is None for a function that is called by name. For the body of a closure it gives the types of what the
    closure has captured; the first parameter is then the closure itself, and only `MAKE_CLOSURE` names the function.
    """

    name: str
    parameter_types: tuple[ValueType, ...]
    result: ValueType | None
    local_types: tuple[ValueType, ...]
    code: bytes
    positions: tuple[SourcePosition, ...] = ()
    captures: tuple[ValueType, ...] | None = None

    def position_at(self, offset: int) -> SourcePosition | None:
        """Where the instruction at an offset comes from; None when that is not known."""
        found = bisect_right(self.positions, offset, key=lambda position: position.offset) - 1
        return self.positions[found] if found >= 0 else None


@dataclass(frozen=True, slots=True)
class Global:
    """A global variable. Numbers start as 0, bools as false, `any` as undefined, references as null."""

    name: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a class or interface. Numbers start as 0, bools as false, `any` as undefined, references as null."""

    name: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class Method:
    """A method: its name and the index of its function, whose first parameter is the object."""

    name: str
    function: int


@dataclass(frozen=True, slots=True)
class ClassDefinition:
    """A class. `base` is the number of the class it inherits from: a built-in one, or one that stands before it.

    `fields` are its own; an object has those of `base` before them. A method with the name of an inherited one takes
    its place in the method table; others follow the inherited ones. `statics` are variables, `static_methods` functions
    without receiver. `constructor` is a function without result whose first parameter is the object; None takes that
    of `base`. `interfaces` are those that it implements, beside those of `base`.
    """

    name: str
    base: int | None = None
    fields: tuple[Field, ...] = ()
    methods: tuple[Method, ...] = ()
    statics: tuple[Field, ...] = ()
    static_methods: tuple[Method, ...] = ()
    constructor: int | None = None
    interfaces: tuple[int, ...] = ()
    is_abstract: bool = False


@dataclass(frozen=True, slots=True)
class MethodSignature:
    """What an interface asks of a method; the object is not among the parameters."""

    name: str
    parameter_types: tuple[ValueType, ...]
    result: ValueType | None


@dataclass(frozen=True, slots=True)
class InterfaceDefinition:
    """An interface: fields and methods that the classes which implement it have, by name and exact type.

    `extends` are interfaces (that stand before it) whose members are asked for as well; they are not repeated in
    `fields` and `methods`, and member immediates count this interface's own alone.
    """

    name: str
    extends: tuple[int, ...] = ()
    fields: tuple[Field, ...] = ()
    methods: tuple[MethodSignature, ...] = ()


@dataclass(frozen=True, slots=True)
class HostImport:
    """A function of the embedding program. `NATIVE_CALL` reaches import `n` by the id `FIRST_HOST_ID + n`."""

    name: str
    parameter_types: tuple[ValueType, ...]
    result: ValueType | None


FIRST_HOST_ID = 0x8000
"""The first id of the range of native ids that stand for a module's imports from the host."""


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """A module that others begin with, such as a library: only types, strings, globals, functions and imports.

    What is found out about it is kept in the process by its identity, and on disk by its `key` ("" for not at all).
    """

    module: Module
    key: str


@dataclass(frozen=True, slots=True)
class Module:
    """A program. `types` and `strings` are what type and string immediates index.

    `classes` are numbered from `isa.builtin_classes.FIRST_MODULE_CLASS` on, wherever a class is named by number.

    Strings and names are UTF-16: lone surrogates are allowed, but two that form a pair are one character.

    `main` is the index of the function, without parameters, that `execute` runs; None when there is none.

    `base`: the types, strings, globals, functions and imports begin with those of its module, the same objects. It says
    nothing that the tables do not say; whoever finds it saves the work of looking at that part again.
    """

    name: str
    types: tuple[ValueType, ...]
    strings: tuple[str, ...]
    globals: tuple[Global, ...]
    functions: tuple[Function, ...]
    main: int | None
    classes: tuple[ClassDefinition, ...] = ()
    interfaces: tuple[InterfaceDefinition, ...] = ()
    imports: tuple[HostImport, ...] = ()
    base: Base | None = field(default=None, compare=False, repr=False)

    @property
    def first_function(self) -> int:
        """The index of the first function that is not one of the base."""
        return 0 if self.base is None else len(self.base.module.functions)

    @property
    def first_global(self) -> int:
        """The index of the first global that is not one of the base."""
        return 0 if self.base is None else len(self.base.module.globals)

    def to_bytes(self) -> bytes:
        """The module in binary form: of what a base has, only what is used. Raises `FormatError` when something in it
        has no such form.
        """
        from plait.bytecode.binary import write_module
        from plait.bytecode.standalone import standalone

        return write_module(standalone(self))

    @classmethod
    def from_bytes(cls, data: bytes | bytearray | memoryview, check_integrity: bool = True) -> Module:
        """The module that `to_bytes` gave these bytes for. Raises `FormatError`, and nothing else, for all others."""
        from plait.bytecode.binary import read_module

        if not isinstance(data, bytes | bytearray | memoryview):
            raise TypeError(f"the bytes of a module are needed, not {type(data).__name__}")
        return read_module(bytes(data), check_integrity)


def begins_with_base(module: Module) -> bool:
    """Whether the module has a base, is what it says of it, and has nothing that a base leaves no room for."""
    if module.base is None or module.classes or module.interfaces:
        return False
    base = module.base.module
    return (
        all(
            len(own) >= len(first) and all(map(is_, own, first))
            for own, first in (
                (module.functions, base.functions),
                (module.types, base.types),
                (module.globals, base.globals),
                (module.imports, base.imports),
            )
        )
        and module.strings[: len(base.strings)] == base.strings
    )
