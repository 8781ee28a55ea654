"""Types as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from plait.frontend.next.syntax.names import Identifier, PropertyName
from plait.frontend.next.syntax.node import node

if TYPE_CHECKING:
    from plait.frontend.next.syntax.expressions import Expression
    from plait.frontend.next.syntax.functions import Parameter


@node
class TypeParameterDeclaration:
    """`in out const T extends C = D`."""

    start: int
    end: int
    name: Identifier
    constraint: TypeNode | None
    default: TypeNode | None
    is_const: bool


@node
class KeywordType:
    """`any unknown never void undefined null string number boolean bigint symbol object`, or `intrinsic`."""

    start: int
    end: int
    name: str


@node
class ThisType:
    """`this`."""

    start: int
    end: int


@node
class LiteralType:
    """A literal as a type; the expression is a literal, or one with a minus before it."""

    start: int
    end: int
    literal: Expression


@node
class TypeReference:
    """`A.B<T>`. `arguments` is None where none are written."""

    start: int
    end: int
    names: tuple[Identifier, ...]
    arguments: tuple[TypeNode, ...] | None


@node
class TypeQuery:
    """`typeof a.b<T>`."""

    start: int
    end: int
    expression: Expression
    arguments: tuple[TypeNode, ...] | None


@node
class ArrayTypeNode:
    """`T[]`."""

    start: int
    end: int
    element: TypeNode


@node
class TupleMember:
    """`name?: T`, `...T[]` among the elements of a tuple type."""

    start: int
    end: int
    name: Identifier | None
    type: TypeNode
    is_optional: bool
    is_rest: bool


@node
class TupleTypeNode:
    """`[A, b?: B, ...C[]]`."""

    start: int
    end: int
    members: tuple[TupleMember, ...]


@node
class UnionTypeNode:
    """`A | B`."""

    start: int
    end: int
    constituents: tuple[TypeNode, ...]


@node
class IntersectionTypeNode:
    """`A & B`."""

    start: int
    end: int
    constituents: tuple[TypeNode, ...]


@node
class FunctionTypeNode:
    """`<T>(a: A) => R`; with `new` before it if it `is_constructor`."""

    start: int
    end: int
    type_parameters: tuple[TypeParameterDeclaration, ...]
    this_type: TypeNode | None
    parameters: tuple[Parameter, ...]
    result: TypeNode
    is_constructor: bool
    is_abstract: bool


@node
class TypeLiteral:
    """`{ a: A; b(): B }`."""

    start: int
    end: int
    members: tuple[TypeMember, ...]


@node
class MappedTypeNode:
    """`{ readonly [K in C as N]?: T }`. Modifiers are `+`, `-`, or empty where they are not written."""

    start: int
    end: int
    parameter: TypeParameterDeclaration
    name_type: TypeNode | None
    type: TypeNode | None
    readonly_modifier: str
    optional_modifier: str


@node
class IndexedAccessTypeNode:
    """`T[K]`."""

    start: int
    end: int
    object: TypeNode
    index: TypeNode


@node
class ConditionalTypeNode:
    """`A extends B ? C : D`."""

    start: int
    end: int
    check: TypeNode
    extends: TypeNode
    true_type: TypeNode
    false_type: TypeNode


@node
class InferType:
    """`infer T extends C`."""

    start: int
    end: int
    parameter: TypeParameterDeclaration


@node
class TypeOperator:
    """`keyof T`, `readonly T[]`, `unique symbol`."""

    start: int
    end: int
    operator: str
    type: TypeNode


@node
class TemplateLiteralTypeNode:
    """A template of types: one more text than types."""

    start: int
    end: int
    texts: tuple[str, ...]
    types: tuple[TypeNode, ...]


@node
class ImportType:
    """`import("./m").A<T>`, with `typeof` before it if it `is_query`."""

    start: int
    end: int
    module: str
    names: tuple[Identifier, ...]
    arguments: tuple[TypeNode, ...] | None
    is_query: bool


@node
class TypePredicateNode:
    """`x is T`, `asserts x`, `asserts x is T`; the name may be `this`."""

    start: int
    end: int
    name: str
    type: TypeNode | None
    is_assertion: bool


@node
class PropertySignature:
    """`readonly name?: T`."""

    start: int
    end: int
    name: PropertyName
    type: TypeNode | None
    is_optional: bool
    is_readonly: bool


@node
class MethodSignature:
    """`name?<T>(a: A): R`; `accessor` is `get` or `set` for accessors, else empty."""

    start: int
    end: int
    name: PropertyName
    type_parameters: tuple[TypeParameterDeclaration, ...]
    this_type: TypeNode | None
    parameters: tuple[Parameter, ...]
    result: TypeNode | None
    is_optional: bool
    accessor: str


@node
class CallSignature:
    """`<T>(a: A): R`; with `new` before it if it `is_constructor`."""

    start: int
    end: int
    type_parameters: tuple[TypeParameterDeclaration, ...]
    this_type: TypeNode | None
    parameters: tuple[Parameter, ...]
    result: TypeNode | None
    is_constructor: bool


@node
class IndexSignature:
    """`readonly [key: K]: T`."""

    start: int
    end: int
    parameter: Identifier
    key: TypeNode
    type: TypeNode
    is_readonly: bool
    is_static: bool


TypeMember: TypeAlias = PropertySignature | MethodSignature | CallSignature | IndexSignature

TypeNode: TypeAlias = (
    KeywordType
    | ThisType
    | LiteralType
    | TypeReference
    | TypeQuery
    | ArrayTypeNode
    | TupleTypeNode
    | UnionTypeNode
    | IntersectionTypeNode
    | FunctionTypeNode
    | TypeLiteral
    | MappedTypeNode
    | IndexedAccessTypeNode
    | ConditionalTypeNode
    | InferType
    | TypeOperator
    | TemplateLiteralTypeNode
    | ImportType
    | TypePredicateNode
)
