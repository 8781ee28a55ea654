"""Classes and their members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.expressions import ExpressionParser
from plait.frontend.next.parse.scanner import NAMES, WORDS
from plait.frontend.words import words


@dataclass(slots=True)
class _Words:
    """The words before a member."""

    access: str = ""
    is_static: bool = False
    is_readonly: bool = False
    is_abstract: bool = False
    is_override: bool = False
    is_declare: bool = False
    is_accessor: bool = False
    is_async: bool = False


class ClassParser(ExpressionParser):
    """Reads classes."""

    __slots__ = ()

    def decorators(self) -> tuple[syntax.Decorator, ...]:
        """Those that stand here."""
        found: list[syntax.Decorator] = []
        while self.kind == "@":
            found.append(self.decorator())
        return tuple(found)

    def class_expression(self, decorators: tuple[syntax.Decorator, ...], start: int) -> syntax.Class:
        is_abstract = self.accept("abstract")
        self.expect("class")
        name = None
        if self.kind in NAMES and not (self.kind == "implements" and self.next_is(WORDS)):
            name = self.identifier()
        type_parameters = self.type_parameters()
        base: syntax.Expression | None = None
        arguments: tuple[syntax.TypeNode, ...] | None = None
        interfaces: list[syntax.TypeNode] = []
        while self.kind == "extends" or self.kind == "implements":
            if self.kind == "extends":
                if base is not None:
                    self.unexpected()
                self.advance()
                base, arguments = self._base()
            else:
                self.advance()
                interfaces.append(self.type_reference())
                while self.accept(","):
                    interfaces.append(self.type_reference())
        members = self._members()
        return syntax.Class(
            start,
            self.last_end,
            name,
            type_parameters,
            base,
            arguments,
            tuple(interfaces),
            members,
            is_abstract,
            decorators,
        )

    def _base(self) -> tuple[syntax.Expression, tuple[syntax.TypeNode, ...] | None]:
        at = self.start
        base = self.suffixed()
        if isinstance(base, syntax.Instantiation) and base.start == at:
            return base.expression, base.type_arguments
        arguments = self.type_arguments() if self.kind == "<" else None
        return base, arguments

    # Members

    def _members(self) -> tuple[syntax.ClassMember, ...]:
        self.expect("{")
        self.deepen()
        outer = self.surroundings
        self.inside(outer.awaits, outer.yields)
        self.surroundings.is_top = outer.is_top
        found: list[syntax.ClassMember] = []
        while self.kind != "}":
            if self.kind == ";":
                self.advance()
                continue
            found.append(self._member_of_class())
        self.surroundings = outer
        self.depth -= 1
        self.advance()
        return tuple(found)

    def _member_of_class(self) -> syntax.ClassMember:
        outer_start = self.start
        decorators = self.decorators()
        start = self.start
        found = self._modifiers()
        if self.kind == "static" and self.next_is(_BRACE):
            self.advance()
            outer = self.inside(False, False)
            body = self.block()
            self.surroundings = outer
            return syntax.StaticBlock(start, self.last_end, body)
        if self.kind == "@":
            decorators += self.decorators()
            self._modifiers(found)
        kind = syntax.FunctionKind.METHOD
        if (self.kind == "get" or self.kind == "set") and self._is_accessor():
            kind = syntax.FunctionKind.GETTER if self.kind == "get" else syntax.FunctionKind.SETTER
            self.advance()
        if self.kind == "[" and kind is syntax.FunctionKind.METHOD and self.ahead(self.is_index_signature):
            signature = self.index_signature(start, found.is_readonly, found.is_static)
            self.semicolon()
            return signature
        is_generator = kind is syntax.FunctionKind.METHOD and self.accept("*")
        is_computed = self.kind == "["
        name = self.property_name()
        is_optional = self.accept("?")
        if is_generator or kind is not syntax.FunctionKind.METHOD or self.kind == "(" or self.kind == "<":
            is_constructor = _is_constructor(name, found.is_static, is_computed)
            if is_constructor and kind is syntax.FunctionKind.METHOD and not is_generator:
                kind = syntax.FunctionKind.CONSTRUCTOR
            made = self.function(start, kind, name, found.is_async, is_generator, needs_body=False)
            modifiers = _modifiers_of(start, found, decorators)
            member = syntax.MethodDeclaration(start, self.last_end, modifiers, name, made, is_optional)
            if made.body is None:
                self.semicolon()
            return member
        return self._property(outer_start, found, decorators, name, is_optional)

    def _property(
        self,
        start: int,
        found: _Words,
        decorators: tuple[syntax.Decorator, ...],
        name: syntax.PropertyName,
        is_optional: bool,
    ) -> syntax.PropertyDeclaration:
        if found.is_async:
            self.unexpected()
        is_definite = not is_optional and not self.line_before and self.accept("!")
        written = self.annotation()
        outer = self.inside(False, False)
        value = self.default()
        self.surroundings = outer
        end = self.last_end
        self.semicolon()
        modifiers = _modifiers_of(start, found, decorators)
        return syntax.PropertyDeclaration(start, end, modifiers, name, written, value, is_optional, is_definite)

    def _is_accessor(self) -> bool:
        return self.next_is(_ACCESSOR_NAME)

    def _modifiers(self, found: _Words | None = None) -> _Words:
        found = found or _Words()
        while self.kind in _MODIFIERS:
            kind = self.kind
            if kind == "static":
                if found.is_static or not self.next_is(_AFTER_STATIC):
                    break
            elif not self.next_is(_AFTER_MODIFIER, same_line=True):
                break
            self.advance()
            match kind:
                case "static":
                    found.is_static = True
                case "readonly":
                    found.is_readonly = True
                case "abstract":
                    found.is_abstract = True
                case "override":
                    found.is_override = True
                case "declare":
                    found.is_declare = True
                case "accessor":
                    found.is_accessor = True
                case "async":
                    found.is_async = True
                case _:
                    if found.access:
                        self.unexpected()
                    found.access = kind
        return found


def _modifiers_of(start: int, found: _Words, decorators: tuple[syntax.Decorator, ...]) -> syntax.Modifiers:
    return syntax.Modifiers(
        start,
        start,
        found.access,
        found.is_static,
        found.is_readonly,
        found.is_abstract,
        found.is_override,
        found.is_declare,
        found.is_accessor,
        decorators,
    )


def _is_constructor(name: syntax.PropertyName, is_static: bool, is_computed: bool) -> bool:
    is_named = isinstance(name, syntax.Identifier | syntax.LiteralName) and name.name == "constructor"
    return is_named and not is_static and not is_computed


_BRACE: Final = frozenset({"{"})
_MODIFIERS: Final = words("static readonly abstract override declare accessor async public private protected")
_AFTER_MODIFIER: Final = WORDS | words("text digits hash [ { * ... @")
_AFTER_STATIC: Final = WORDS | words("text digits hash [ * ... @")
_ACCESSOR_NAME: Final = WORDS | words("text digits hash [")
