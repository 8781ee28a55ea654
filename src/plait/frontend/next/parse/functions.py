"""Functions: their type parameters, parameters with patterns, results and bodies; and the members of object types."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.cursor import Surroundings
from plait.frontend.next.parse.literals import PROPERTY_NAMES
from plait.frontend.next.parse.scanner import NAMES, WORDS
from plait.frontend.next.parse.types import MODIFIERS, TypeParser
from plait.frontend.words import words


class Signature:
    """What functions, methods and signatures share."""

    __slots__ = ("parameters", "result", "this_type", "type_parameters")

    def __init__(
        self,
        type_parameters: tuple[syntax.TypeParameterDeclaration, ...],
        parameters: tuple[syntax.Parameter, ...],
        this_type: syntax.TypeNode | None,
        result: syntax.TypeNode | None,
    ) -> None:
        self.type_parameters = type_parameters
        self.parameters = parameters
        self.this_type = this_type
        self.result = result


class FunctionParser(TypeParser):
    """Reads functions and what is like them."""

    __slots__ = ()

    @abstractmethod
    def decorator(self) -> syntax.Decorator:
        """`@expression`."""

    # Type parameters

    def type_parameters(self) -> tuple[syntax.TypeParameterDeclaration, ...]:
        """`<T, const U extends V = W>`; nothing if there are none."""
        if self.kind != "<":
            return ()
        self.advance()
        found: list[syntax.TypeParameterDeclaration] = []
        while self.kind != ">" or not found:
            found.append(self._type_parameter())
            if not self.accept(","):
                break
        self.expect(">")
        return tuple(found)

    def _type_parameter(self) -> syntax.TypeParameterDeclaration:
        start = self.start
        is_const = False
        while self.kind in ("in", "const") or (self.kind == "out" and self.next_is(NAMES)):
            is_const = is_const or self.kind == "const"
            self.advance()
        name = self.identifier()
        constraint = self.type_with_conditional(True) if self.accept("extends") else None
        default = self.type_with_conditional(True) if self.accept("=") else None
        return syntax.TypeParameterDeclaration(start, self.last_end, name, constraint, default, is_const)

    # Patterns

    def binding(self) -> syntax.BindingTarget:
        """A name that is declared, or a pattern of such names."""
        if self.kind == "[":
            return self._array_pattern()
        if self.kind == "{":
            return self._object_pattern()
        return self.identifier()

    def _array_pattern(self) -> syntax.ArrayPattern:
        self.deepen()
        start = self.start
        self.advance()
        elements: list[syntax.PatternElement | None] = []
        while self.kind != "]":
            if self.accept(","):
                elements.append(None)
                continue
            elements.append(self._array_element())
            if not self.accept(","):
                break
        self.expect("]")
        self.depth -= 1
        return syntax.ArrayPattern(start, self.last_end, tuple(elements))

    def _array_element(self) -> syntax.PatternElement:
        start = self.start
        if self.accept("..."):
            target = self.binding()
            return syntax.PatternElement(start, self.last_end, None, target, None, True)
        target = self.binding()
        default = self.default()
        return syntax.PatternElement(start, self.last_end, None, target, default, False)

    def default(self) -> syntax.Expression | None:
        """`= value`, if there is one."""
        if self.kind != "=":
            return None
        self.advance()
        around = self.surroundings
        outer, around.no_in = around.no_in, False
        value = self.assignment()
        around.no_in = outer
        return value

    def _object_pattern(self) -> syntax.ObjectPattern:
        self.deepen()
        start = self.start
        self.advance()
        elements: list[syntax.PatternElement] = []
        while self.kind != "}":
            elements.append(self._object_element())
            if not self.accept(","):
                break
        self.expect("}")
        self.depth -= 1
        return syntax.ObjectPattern(start, self.last_end, tuple(elements))

    def _object_element(self) -> syntax.PatternElement:
        start = self.start
        if self.accept("..."):
            rest = self.identifier()
            return syntax.PatternElement(start, self.last_end, None, rest, None, True)
        is_name = self.kind in NAMES
        name = self.property_name()
        target: syntax.BindingTarget
        if self.accept(":"):
            target = self.binding()
        elif is_name and isinstance(name, syntax.Identifier):
            target = name
        else:
            self.unexpected()
        default = self.default()
        return syntax.PatternElement(start, self.last_end, name, target, default, False)

    # Parameters

    def parameters(self) -> tuple[tuple[syntax.Parameter, ...], syntax.TypeNode | None]:
        """The parameters in parentheses, and the type of a parameter `this`."""
        self.expect("(")
        around = self.surroundings
        outer, around.no_in = around.no_in, False
        found: list[syntax.Parameter] = []
        this_type: syntax.TypeNode | None = None
        while self.kind != ")":
            if self.kind == "this":
                at = self.start
                self.advance()
                this_type = self.annotation() or syntax.KeywordType(at, self.last_end, "any")
            else:
                found.append(self._parameter())
            if not self.accept(","):
                break
        around.no_in = outer
        self.expect(")")
        for parameter in found[:-1]:
            if parameter.is_rest:
                self.report(parameter.start, parameter.end, "a rest parameter is the last one")
        return tuple(found), this_type

    def _parameter(self) -> syntax.Parameter:
        start = self.start
        decorators: list[syntax.Decorator] = []
        while self.kind == "@":
            decorators.append(self.decorator())
        access = ""
        is_readonly = False
        while self.kind in _PARAMETER_MODIFIERS and self.next_is(_BINDING, same_line=True):
            if self.kind == "readonly":
                is_readonly = True
            elif self.kind != "override":
                access = self.kind
            self.advance()
        is_rest = self.accept("...")
        target = self.binding()
        is_optional = self.accept("?")
        written = self.annotation()
        default = self.default()
        if is_rest and (default is not None or is_optional):
            self.report(start, self.last_end, "a rest parameter has no default value and is not optional")
        return syntax.Parameter(
            start,
            self.last_end,
            target,
            written,
            default,
            is_optional,
            is_rest,
            access,
            is_readonly,
            tuple(decorators),
        )

    def skip_parameter_start(self) -> bool:
        """Pass over what may be the name of a parameter or its pattern; whether it was one."""
        while self.kind in MODIFIERS and self.next_is(_BINDING | {"this"}, same_line=True):
            self.advance()
        if self.kind in NAMES or self.kind == "this":
            self.advance()
            return True
        if self.kind == "[" or self.kind == "{":
            self.binding()
            return True
        return False

    def signature(self, sign: str = ":") -> Signature:
        """Type parameters, parameters, and the type of the result if it is written behind the sign."""
        type_parameters = self.type_parameters()
        parameters, this_type = self.parameters()
        result = self.result(sign) if self.kind == sign or sign == "=>" else None
        return Signature(type_parameters, parameters, this_type, result)

    # Bodies

    def inside(self, is_async: bool, is_generator: bool) -> Surroundings:
        """Begin a function: what words mean in it. Gives what they meant outside of it, for `surroundings`."""
        outer = self.surroundings
        self.surroundings = Surroundings(awaits=is_async, yields=is_generator, is_top=False)
        return outer

    def function(
        self,
        start: int,
        kind: syntax.FunctionKind,
        name: syntax.PropertyName | None,
        is_async: bool,
        is_generator: bool,
        needs_body: bool = True,
    ) -> syntax.Function:
        """A function from its type parameters on. Without a body it is a signature, unless that is needed."""
        outer = self.inside(is_async, is_generator)
        own = self.signature()
        body: syntax.Block | None = None
        if self.kind == "{" or needs_body:
            body = self.block()
        self.surroundings = outer
        return syntax.Function(
            start,
            self.last_end,
            kind,
            name,
            own.type_parameters,
            own.this_type,
            own.parameters,
            own.result,
            body,
            is_async,
            is_generator,
        )

    # Types of functions

    def function_type(self) -> syntax.FunctionTypeNode:
        """The type of a function or constructor."""
        start = self.start
        is_abstract = self.accept("abstract")
        is_constructor = self.accept("new")
        own = self.signature("=>")
        self._without_defaults(own)
        assert own.result is not None
        return syntax.FunctionTypeNode(
            start,
            self.last_end,
            own.type_parameters,
            own.this_type,
            own.parameters,
            own.result,
            is_constructor,
            is_abstract,
        )

    def _without_defaults(self, own: Signature) -> None:
        for parameter in own.parameters:
            if parameter.default is not None:
                at = parameter.default
                self.report(at.start, at.end, "a parameter of a type has no default value", "write `name?: T`")

    def type_members(self) -> tuple[syntax.TypeMember, ...]:
        """The members of an object type, in braces."""
        self.expect("{")
        found: list[syntax.TypeMember] = []
        while self.kind != "}":
            found.append(self._type_member())
            if not self.accept(",") and not self.accept(";") and self.kind != "}" and not self.line_before:
                self.unexpected()
        self.advance()
        return tuple(found)

    def _type_member(self) -> syntax.TypeMember:
        start = self.start
        if self.kind == "(" or self.kind == "<":
            return self._call_signature(start, False)
        if self.kind == "new" and self.next_is(_SIGNATURE):
            self.advance()
            return self._call_signature(start, True)
        is_readonly = False
        while self.kind in MODIFIERS and self.next_is(_AFTER_MODIFIER, same_line=True):
            if self.kind != "readonly":
                self.unexpected()
            is_readonly = True
            self.advance()
        accessor = ""
        if (self.kind == "get" or self.kind == "set") and self.next_is(PROPERTY_NAMES - {"hash"}):
            accessor = self.kind
            self.advance()
        if self.kind == "[" and not accessor and self.ahead(self.is_index_signature):
            return self.index_signature(start, is_readonly, False)
        if self.kind == "hash":
            self.unexpected()
        name = self.property_name()
        is_optional = self.accept("?")
        if accessor or self.kind == "(" or self.kind == "<":
            own = self.signature()
            return syntax.MethodSignature(
                start,
                self.last_end,
                name,
                own.type_parameters,
                own.this_type,
                own.parameters,
                own.result,
                is_optional,
                accessor,
            )
        written = self.annotation()
        return syntax.PropertySignature(start, self.last_end, name, written, is_optional, is_readonly)

    def _call_signature(self, start: int, is_constructor: bool) -> syntax.CallSignature:
        own = self.signature()
        return syntax.CallSignature(
            start, self.last_end, own.type_parameters, own.this_type, own.parameters, own.result, is_constructor
        )

    def is_index_signature(self) -> bool:
        """Whether a `[` opens an index signature, not a computed name."""
        self.advance()
        if self.kind not in NAMES:
            return False
        self.advance()
        return self.kind == ":"

    def index_signature(self, start: int, is_readonly: bool, is_static: bool) -> syntax.IndexSignature:
        """`[key: K]: T`."""
        self.expect("[")
        name = self.identifier()
        self.expect(":")
        key = self.type_with_conditional(True)
        self.expect("]")
        written = self.annotation() or syntax.KeywordType(self.last_end, self.last_end, "any")
        return syntax.IndexSignature(start, self.last_end, name, key, written, is_readonly, is_static)


_PARAMETER_MODIFIERS: Final = words("public private protected readonly override")
_BINDING: Final = NAMES | {"[", "{", "..."}
_SIGNATURE: Final = frozenset({"(", "<"})
_AFTER_MODIFIER: Final = WORDS | {"text", "digits", "hash", "[", "{", "*", "..."}
