"""The store of types: makes them, each once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from plait.frontend.compilation import current
from plait.frontend.next.numbers import number_text
from plait.frontend.next.types.members import Members, Parameter, Signature
from plait.frontend.next.types.model import (
    Anonymous,
    Conditional,
    ConditionalRoot,
    Declared,
    ElementKind,
    F,
    IndexedAccess,
    Intersection,
    Intrinsic,
    KeyOf,
    Literal,
    Origin,
    OriginKind,
    Reference,
    StringMapping,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
    UniqueSymbol,
)

if TYPE_CHECKING:
    from plait.frontend.next.bind.symbols import Symbol
    from plait.frontend.next.types.resolver import Resolver

NOTHING: Final = 0

_LITERAL_FLAGS: Final = {str: F.STRING_LITERAL, bool: F.BOOLEAN_LITERAL, float: F.NUMBER_LITERAL, int: F.BIGINT_LITERAL}


class TypeStore:
    """All types of one compilation, their caches, and what is asked of the checker.

    The tables belong to the compilation: strangers' programs leave nothing behind.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.next_id = 1
        self._compilation = current()
        self.instantiation_depth = 0
        self.any = self._intrinsic(F.ANY, "any")
        self.opaque = self._intrinsic(F.OPAQUE, "unknown type")
        self.unknown = self._intrinsic(F.UNKNOWN, "unknown")
        self.never = self._intrinsic(F.NEVER, "never")
        self.void = self._intrinsic(F.VOID, "void")
        self.undefined = self._intrinsic(F.UNDEFINED, "undefined")
        self.null = self._intrinsic(F.NULL, "null")
        self.string = self._intrinsic(F.STRING, "string")
        self.number = self._intrinsic(F.NUMBER, "number")
        self.bigint = self._intrinsic(F.BIGINT, "bigint")
        self.symbol = self._intrinsic(F.SYMBOL, "symbol")
        self.non_primitive = self._intrinsic(F.NON_PRIMITIVE, "object")
        self.int = self._intrinsic(F.NUMBER | F.INTEGER, "int")
        self.long = self._intrinsic(F.BIGINT | F.INTEGER, "long")
        self.has_integers = False
        """Whether the program names `int` or `long`."""
        self.silent_never = self._intrinsic(F.NEVER, "never")
        self.unreachable = self._intrinsic(F.NEVER, "never")
        """The type of what execution does not come to."""
        self.skipped = self._intrinsic(F.OPAQUE, "unknown type")
        """The type of a function that is left out as long as the types of its parameters are not known."""
        self.auto = self._intrinsic(F.ANY, "any")
        """The type of a variable whose type comes with its assignments."""
        self.literals: dict[tuple[type, str], Literal] = {}
        self.unions: dict[tuple[int, ...], Union] = {}
        self.intersections: dict[tuple[int, ...], Type] = {}
        self.references: dict[tuple[int, ...], Reference] = {}
        self.recursive: dict[tuple[int, ...], Reference] = {}
        self.tuples: dict[tuple[Any, ...], TupleShape] = {}
        self.anonymous: dict[tuple[int, ...], Anonymous] = {}
        self.keyofs: dict[int, KeyOf] = {}
        self.accesses: dict[tuple[int, int], IndexedAccess] = {}
        self.conditionals: dict[tuple[int, ...], Conditional] = {}
        self.conditional_results: dict[tuple[int, ...], Type] = {}
        self.templates: dict[tuple[Any, ...], Template] = {}
        self.free_parameters: dict[int, TypeParameter] = {}
        self.mappings: dict[tuple[str, int], StringMapping] = {}
        self.relations: dict[tuple[int, int, int], bool] = {}
        self.symbol_keys: dict[str, UniqueSymbol] = {}
        self.mentions: dict[int, frozenset[int] | None] = {}
        """The type parameters in each type by their ids; None where one that leads back to itself stands in it."""
        self.false = self.literal(False)
        self.true = self.literal(True)
        self.boolean = self.raw_union((self.false, self.true), F.BOOLEAN)
        self.empty_object = self.synthetic(Members({}))

    def spend(self, steps: int = 1) -> None:
        """Count work of the compilation that the store belongs to. Raises `TooMuchError` beyond its limit."""
        self._compilation.spend(steps)

    @property
    def steps(self) -> int:
        """How much work was counted so far."""
        return self._compilation.steps

    def new_id(self) -> int:
        """The next number."""
        self.next_id += 1
        return self.next_id

    def _intrinsic(self, flags: int, name: str) -> Intrinsic:
        return Intrinsic(self.new_id(), flags, name)

    # Literals.

    def literal(self, value: str | float | bool | int) -> Literal:
        """The type of a value: a string, number (`float`), boolean, or bigint (`int`)."""
        kind = type(value)
        text = value if isinstance(value, str) else repr(value)
        key = kind, text
        found = self.literals.get(key)
        if found is None:
            found = self.literals[key] = Literal(self.new_id(), _LITERAL_FLAGS[kind], value, None)
            self._make_fresh(found)
        return found

    def _make_fresh(self, regular: Literal) -> None:
        fresh = Literal(self.new_id(), regular.flags, regular.value, regular.member)
        fresh.regular = regular
        fresh.fresh = fresh
        regular.fresh = fresh

    def enum_literal(self, value: str | float | None, member: Symbol) -> Literal:
        """The type of a member of an enum."""
        flags = F.ENUM | (F.STRING_LITERAL if isinstance(value, str) else F.NUMBER_LITERAL)
        made = Literal(self.new_id(), flags, value, member)
        self._make_fresh(made)
        return made

    def unique_symbol(self, symbol: Symbol | None, name: str) -> UniqueSymbol:
        """The type of the symbol that a constant holds."""
        return UniqueSymbol(self.new_id(), symbol, name)

    def well_known_symbol(self, name: str) -> UniqueSymbol:
        """The type of `Symbol.iterator` and its kin."""
        key = "@@" + name
        if key not in self.symbol_keys:
            self.symbol_keys[key] = self.unique_symbol(None, name)
        return self.symbol_keys[key]

    def key_of(self, type: Type) -> str | None:
        """The key of the property that an index of this type names; None if it is no unit."""
        if isinstance(type, Literal):
            if isinstance(type.value, str):
                return type.value
            if isinstance(type.value, float):
                return number_text(type.value)
        elif isinstance(type, UniqueSymbol):
            if type.symbol is None:
                return "@@" + type.name
            key = f"@@{type.name}#{type.id}"
            self.symbol_keys[key] = type
            return key
        return None

    # Parameters and declarations.

    def type_parameter(
        self, name: str, symbol: Symbol | None = None, declaration: Any = None, owner: Declared | None = None
    ) -> TypeParameter:
        """A new type parameter."""
        return TypeParameter(self.new_id(), name, symbol, declaration, owner)

    def unconstrained(self, parameter: TypeParameter) -> TypeParameter:
        """A type parameter in place of another one, of which nothing is known."""
        found = self.free_parameters.get(parameter.id)
        if found is None:
            found = self.free_parameters[parameter.id] = self.type_parameter(parameter.name)
            found.constraint_known = True
        return found

    def declared(self, name: str, symbol: Symbol | None, is_class: bool) -> Declared:
        """A new class or interface."""
        made = Declared(self.new_id(), name, symbol, is_class)
        made.this = self.type_parameter("this", symbol, None, made)
        return made

    def reference(self, target: Declared | TupleShape, arguments: tuple[Type, ...]) -> Reference:
        """A class, interface or tuple with type arguments."""
        key = (target.id, *[argument.id for argument in arguments])
        found = self.references.get(key)
        if found is None:
            found = self.references[key] = Reference(self.new_id(), target, arguments)
        return found

    def tuple_shape(self, kinds: tuple[int, ...], labels: tuple[str | None, ...], is_readonly: bool) -> TupleShape:
        """The form of a tuple."""
        key = kinds, labels, is_readonly
        found = self.tuples.get(key)
        if found is None:
            found = self.tuples[key] = TupleShape(self.new_id(), kinds, labels, is_readonly)
        return found

    def fixed_tuple(self, elements: tuple[Type, ...], is_readonly: bool = False) -> Reference:
        """A tuple whose elements are all required."""
        shape = self.tuple_shape((ElementKind.REQUIRED,) * len(elements), (None,) * len(elements), is_readonly)
        return self.reference(shape, elements)

    def array(self, element: Type) -> Type:
        """`element[]`."""
        return self.resolver.library_type("Array", (element,))

    def readonly_array(self, element: Type) -> Type:
        """`readonly element[]`."""
        return self.resolver.library_type("ReadonlyArray", (element,))

    def promise(self, result: Type) -> Type:
        """`Promise<result>`."""
        return self.resolver.library_type("Promise", (result,))

    # Anonymous objects.

    def origin(self, kind: OriginKind, node: Any, symbol: Symbol | None, outer: tuple[TypeParameter, ...]) -> Origin:
        """Where the members of anonymous object types come from."""
        return Origin(self.new_id(), kind, node, symbol, outer)

    def anonymous_of(self, origin: Origin, arguments: tuple[Type, ...]) -> Anonymous:
        """The object type of an origin with type arguments for the parameters around it."""
        key = (origin.id, *[argument.id for argument in arguments])
        found = self.anonymous.get(key)
        if found is None:
            found = self.anonymous[key] = Anonymous(self.new_id(), origin, arguments)
        return found

    def synthetic(
        self,
        members: Members,
        outer: tuple[TypeParameter, ...] = (),
        kind: OriginKind = OriginKind.SYNTHETIC,
        node: Any = None,
    ) -> Anonymous:
        """An object type with members that the checker made, in terms of the type parameters in scope."""
        origin = self.origin(kind, node, None, outer)
        origin.members = members
        made = self.anonymous_of(origin, outer)
        made.members = members
        return made

    def signature(
        self,
        parameters: tuple[Parameter, ...],
        result: Type | None,
        type_parameters: tuple[TypeParameter, ...] = (),
        this: Type | None = None,
        declaration: Any = None,
    ) -> Signature:
        """A new signature."""
        return Signature(self.new_id(), type_parameters, this, parameters, result, declaration)

    # Compound types, as they are: `unions` and others simplify.

    def raw_union(self, constituents: tuple[Type, ...], extra: int = NOTHING) -> Union:
        """A union of types that are none, sorted by id, at least two."""
        key = tuple([item.id for item in constituents])
        found = self.unions.get(key)
        if found is None:
            found = self.unions[key] = Union(self.new_id(), F.UNION | extra, constituents)
        return found

    def raw_intersection(self, constituents: tuple[Type, ...]) -> Intersection:
        """An intersection of types that are none."""
        return Intersection(self.new_id(), constituents)

    def raw_keyof(self, type: Type) -> KeyOf:
        """`keyof T`, not evaluated."""
        found = self.keyofs.get(type.id)
        if found is None:
            found = self.keyofs[type.id] = KeyOf(self.new_id(), type)
        return found

    def raw_access(self, object: Type, index: Type) -> IndexedAccess:
        """`T[K]`, not evaluated."""
        key = object.id, index.id
        found = self.accesses.get(key)
        if found is None:
            found = self.accesses[key] = IndexedAccess(self.new_id(), object, index)
        return found

    def raw_conditional(
        self, root: ConditionalRoot, arguments: tuple[Type, ...], check: Type, extends: Type
    ) -> Conditional:
        """A conditional type, not decided."""
        key = (root.id, *[argument.id for argument in arguments])
        found = self.conditionals.get(key)
        if found is None:
            found = self.conditionals[key] = Conditional(self.new_id(), root, arguments, check, extends)
        return found

    def raw_template(self, texts: tuple[str, ...], types: tuple[Type, ...]) -> Template:
        """A template, as it is."""
        key = (texts, *[item.id for item in types])
        found = self.templates.get(key)
        if found is None:
            found = self.templates[key] = Template(self.new_id(), texts, types)
        return found

    def raw_mapping(self, name: str, type: Type) -> StringMapping:
        """`Uppercase<T>` and its kin, as it is."""
        key = name, type.id
        found = self.mappings.get(key)
        if found is None:
            found = self.mappings[key] = StringMapping(self.new_id(), name, type)
        return found

    def number_literal(self, value: float) -> Literal:
        """The type of a number; of NaN and the infinities too."""
        return self.literal(0.0 if value == 0 and not math.isnan(value) else float(value))
