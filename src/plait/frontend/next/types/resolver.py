"""What the type model asks of the checker: the one place where a lower layer calls a higher one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plait.frontend.next.types.members import Mapper, Members, Parameter, Predicate, Property, Signature
    from plait.frontend.next.types.model import (
        ConditionalRoot,
        Declared,
        Literal,
        Origin,
        Template,
        TupleShape,
        Type,
        TypeParameter,
    )


class Resolver(ABC):
    """Finds out what declarations mean, when it is asked for the first time."""

    @abstractmethod
    def declared_members(self, declared: Declared) -> Members:
        """The members of a class or interface, inherited ones included, in terms of its own type parameters."""

    @abstractmethod
    def origin_members(self, origin: Origin) -> Members:
        """The members of an anonymous object type, in terms of the type parameters around it."""

    @abstractmethod
    def property_type(self, declared: Property) -> Type:
        """The type of a declared property when it is read."""

    @abstractmethod
    def property_write_type(self, declared: Property) -> Type:
        """The type of a declared property when it is assigned."""

    @abstractmethod
    def parameter_type(self, parameter: Parameter) -> Type:
        """The type of a declared parameter."""

    @abstractmethod
    def signature_result(self, signature: Signature) -> Type:
        """What a declared function gives."""

    @abstractmethod
    def signature_predicate(self, signature: Signature) -> Predicate | None:
        """What a declared function tells about its arguments."""

    @abstractmethod
    def constraint(self, parameter: TypeParameter) -> Type | None:
        """The written constraint of a type parameter."""

    @abstractmethod
    def default(self, parameter: TypeParameter) -> Type | None:
        """The written default of a type parameter."""

    @abstractmethod
    def written_type(self, node: Any) -> Type:
        """The type that is written at a node."""

    @abstractmethod
    def library_type(self, name: str, arguments: tuple[Type, ...]) -> Type:
        """A type of the library, such as `Array<T>`, `String` or `Promise<T>`."""

    @abstractmethod
    def base_types(self, declared: Declared) -> tuple[Type, ...]:
        """What a class or interface extends, in terms of its own type parameters."""

    # What the type model's own upper parts give its lower ones.

    @abstractmethod
    def keyof_type(self, type: Type) -> Type:
        """`keyof T`, evaluated as far as `T` is known."""

    @abstractmethod
    def access_type(self, object: Type, index: Type) -> Type:
        """`T[K]`, evaluated as far as both are known."""

    @abstractmethod
    def conditional_type(self, root: ConditionalRoot, mapper: Mapper) -> Type:
        """A conditional type, decided if its operands are known."""

    @abstractmethod
    def mapped_type(self, origin: Origin, mapper: Mapper) -> Type:
        """A mapped type with arguments for the type parameters around it."""

    @abstractmethod
    def mapped_members(self, origin: Origin, mapper: Mapper) -> Members:
        """The members of a mapped type whose keys are known."""

    @abstractmethod
    def unified(self, source: Signature, target: Signature) -> Signature:
        """A generic signature with the type arguments that make it fit another one."""

    @abstractmethod
    def fits_template(self, source: Type, target: Type) -> bool:
        """Whether a string type fits a template type."""

    @abstractmethod
    def template_parts(self, source: Type, target: Template) -> list[Type] | None:
        """The types that stand for those of a template in a string type; None if it does not match."""

    @abstractmethod
    def tuple_type(self, shape: TupleShape, elements: tuple[Type, ...]) -> Type:
        """A tuple, with variadic elements that are known spread into it."""

    @abstractmethod
    def enum_of(self, member: Literal) -> Type:
        """The enum of a member."""

    @abstractmethod
    def fits(self, source: Type, target: Type) -> bool:
        """Whether a value of one type may be assigned where another is wanted."""

    @abstractmethod
    def variances(self, declared: Declared) -> tuple[int, ...] | None:
        """How references to a declaration vary with each type parameter; None while that is being found out."""
