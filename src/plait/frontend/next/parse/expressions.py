"""Operands, and the suffixes behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.operators import OperatorParser
from plait.frontend.next.parse.scanner import NAMES, WORDS
from plait.frontend.parse.precedence import PRECEDENCE
from plait.frontend.words import words


class ExpressionParser(OperatorParser):
    """Reads operands and their suffixes."""

    __slots__ = ()

    # Suffixes

    def operand(self) -> syntax.Expression:
        start = self.start
        result = self.suffixed()
        if isinstance(result, syntax.PrivateName) and self.kind != "in":
            self.fault(f"`{result.name}` stands alone before `in` only", start=start)
        return result

    def suffixed(self) -> syntax.Expression:
        start = self.start
        return self._with_suffixes(start, self._unsuffixed())

    def _unsuffixed(self) -> syntax.Expression:
        """What suffixes stand behind."""
        if self.kind == "super":
            return self._super()
        return self._import() if self.kind == "import" else self._primary()

    def _with_suffixes(self, start: int, value: syntax.Expression) -> syntax.Expression:
        is_chain = False
        links = 0
        while True:
            links += 1
            self.bound(links)
            kind = self.kind
            if kind == ".":
                self.advance()
                value = self._member(start, value, False)
            elif kind == "(":
                value = self._call(start, value)
            elif kind == "[":
                if self.surroundings.in_decorator:
                    break
                value = self._element(start, value, False)
            elif kind == "?.":
                self.advance()
                is_chain = True
                value = self._optional(start, value)
            elif kind == "!":
                if self.line_before:
                    break
                self.advance()
                value = syntax.NonNull(start, self.last_end, value)
            elif kind == "`":
                if is_chain and not isinstance(value, syntax.Instantiation):
                    self.fault("a template with a tag cannot stand in an optional chain")
                value = self._tagged(start, value)
            elif (kind == "<" or kind == "<<") and (types := self._arguments_of_types()) is not None:
                if is_chain and self.kind != "(":
                    value = syntax.OptionalChain(start, value.end, value)
                    is_chain = False
                value = syntax.Instantiation(start, self.last_end, value, types)
            else:
                break
        self._is_place = True
        return syntax.OptionalChain(start, self.last_end, value) if is_chain else value

    def _member(self, start: int, value: syntax.Expression, is_optional: bool) -> syntax.Expression:
        if isinstance(value, syntax.Instantiation):
            self.fault("a property cannot follow type arguments", "put parentheses around what is before it")
        name = self.private_name() if self.kind == "hash" else self.word_name()
        return syntax.PropertyAccess(start, self.last_end, value, name, is_optional)

    def _element(self, start: int, value: syntax.Expression, is_optional: bool) -> syntax.Expression:
        self.advance()
        index = self._free(self.expression)
        self.expect("]")
        return syntax.ElementAccess(start, self.last_end, value, index, is_optional)

    def _call(self, start: int, value: syntax.Expression) -> syntax.Expression:
        types = None
        if isinstance(value, syntax.Instantiation) and value.start == start:
            types, value = value.type_arguments, value.expression
        arguments = self.arguments()
        return syntax.Call(start, self.last_end, value, types, arguments, False)

    def _optional(self, start: int, value: syntax.Expression) -> syntax.Expression:
        kind = self.kind
        if kind == "hash" or kind in WORDS:
            return self._member(start, value, True)
        if kind == "[":
            return self._element(start, value, True)
        types = self._arguments_of_types() if kind == "<" or kind == "<<" else None
        if self.kind != "(":
            self.unexpected()
        arguments = self.arguments()
        return syntax.Call(start, self.last_end, value, types, arguments, True)

    def arguments(self) -> tuple[syntax.Expression, ...]:
        """Expressions in parentheses."""
        self.advance()
        around = self.surroundings
        outer = around.no_in, around.in_decorator
        around.no_in = around.in_decorator = False
        found: list[syntax.Expression] = []
        while self.kind != ")":
            if self.kind == ",":
                self.fault("an argument is missing before a comma", "leave the comma out, or write `undefined`")
            found.append(self._spread_or_value())
            if self.kind != ",":
                break
            self.advance()
        around.no_in, around.in_decorator = outer
        self.expect(")")
        return tuple(found)

    def _spread_or_value(self) -> syntax.Expression:
        if self.kind != "...":
            return self.assignment()
        start = self.start
        self.advance()
        value = self.assignment()
        return syntax.Spread(start, self.last_end, value)

    def _tagged(self, start: int, tag: syntax.Expression) -> syntax.Expression:
        types = None
        if isinstance(tag, syntax.Instantiation) and tag.start == start:
            types, tag = tag.type_arguments, tag.expression
        template, inserted = self.template(self.expression)
        return syntax.TaggedTemplate(
            start, template.end, tag, types, tuple(template.cooked), tuple(template.raw), inserted
        )

    # Type arguments

    def _arguments_of_types(self) -> tuple[syntax.TypeNode, ...] | None:
        """Type arguments behind an operand, unless a `<` is an operator there."""
        if self.start in self.no_arguments:
            return None
        start = self.start
        found = self.attempt(self._types_in_expression)
        if found is None:
            self.no_arguments.add(start)
        return found

    def _types_in_expression(self) -> tuple[syntax.TypeNode, ...] | None:
        if self.kind == "<<":
            self.split_less()
        self.advance()
        found = [self.type_with_conditional(True)]
        while self.accept(","):
            found.append(self.type_with_conditional(True))
        if self.kind != ">":
            return None
        self.join_greater()
        if self.kind != ">":
            return None
        self.advance()
        return tuple(found) if self._follows_types() else None

    def _follows_types(self) -> bool:
        """Whether what stands here may follow type arguments in an expression."""
        kind = self.kind
        if kind == "(" or kind == "`":
            return True
        if kind in _NEVER_BEHIND_TYPES:
            return False
        if self.line_before:
            return True
        is_operator = kind in PRECEDENCE and not (kind == "in" and self.surroundings.no_in)
        return is_operator or not self.starts_expression()

    # Operands

    def _primary(self) -> syntax.Expression:
        kind = self.kind
        start = self.start
        if kind in NAMES:
            if kind == "async" and self.next_is(_FUNCTION, same_line=True):
                self.advance()
                return self._function(start, True)
            name = self.word
            self.advance()
            if "\\" in name or not name.isascii():
                return syntax.Identifier(start, self.last_end, self._spelled(name))
            return syntax.Identifier(start, self.last_end, name)
        match kind:
            case "digits":
                return self.number()
            case "text":
                return self.string()
            case "(":
                return self._parenthesized()
            case "[":
                return self._array()
            case "{":
                return self._object()
            case "`":
                return self._template()
            case "/" | "/=":
                return self.regular_expression()
            case "function":
                return self._function(start, False)
            case "new":
                return self._new()
            case "class":
                made = self.class_expression((), start)
                return syntax.ClassExpression(start, self.last_end, made)
            case "@":
                return self._decorated_class(start)
            case "hash":
                # Only before `in`; whoever asked for an operand sees to that.
                private: syntax.Expression = self.private_name()  # type: ignore[assignment]
                return private
            case _:
                return self._word(start, kind)

    def _word(self, start: int, kind: str) -> syntax.Expression:
        if kind not in _CONSTANTS:
            self.unexpected()
        self.advance()
        end = self.last_end
        match kind:
            case "this":
                return syntax.This(start, end)
            case "null":
                return syntax.NullLiteral(start, end)
            case _:
                return syntax.BooleanLiteral(start, end, kind == "true")

    def _decorated_class(self, start: int) -> syntax.Expression:
        decorators: list[syntax.Decorator] = []
        while self.kind == "@":
            decorators.append(self.decorator())
        if self.kind != "class":
            self.unexpected()
        made = self.class_expression(tuple(decorators), start)
        return syntax.ClassExpression(start, self.last_end, made)

    def decorator(self) -> syntax.Decorator:
        start = self.start
        self.expect("@")
        around = self.surroundings
        outer, around.in_decorator = around.in_decorator, True
        inner = self.suffixed()
        around.in_decorator = outer
        return syntax.Decorator(start, self.last_end, inner)

    def _parenthesized(self) -> syntax.Expression:
        self.advance()
        inner = self._free(self.expression)
        self.expect(")")
        if isinstance(inner, syntax.ArrayLiteral | syntax.ObjectLiteral | syntax.Assignment):
            self.closed.add(inner.start)
        return inner

    def _super(self) -> syntax.Expression:
        start = self.start
        self.advance()
        if self.kind not in ("(", ".", "["):
            self.fault("`super` stands before arguments, a property or an index only", start=start)
        return syntax.Super(start, self.last_end)

    def _import(self) -> syntax.Expression:
        start = self.start
        self.advance()
        if self.accept("."):
            if self.kind != "name" or self.word != "meta":
                self.unexpected()
            self.advance()
            return syntax.MetaProperty(start, self.last_end, "import.meta")
        if self.kind != "(":
            self.unexpected()
        arguments = self.arguments()
        if not 1 <= len(arguments) <= 2 or any(isinstance(value, syntax.Spread) for value in arguments):
            self.fault("`import(...)` takes the name of a module, and options", start=start)
        return syntax.ImportCall(start, self.last_end, arguments[0])

    def _new(self) -> syntax.Expression:
        """`new C<T>(a)`: the class is an operand with suffixes that are no calls."""
        start = self.start
        self.deepen()
        self.advance()
        if self.accept("."):
            if self.kind != "name" or self.word != "target":
                self.unexpected()
            self.advance()
            self.depth -= 1
            return syntax.MetaProperty(start, self.last_end, "new.target")
        at = self.start
        if self.kind == "import" and not self.next_is(_DOT):
            self.unexpected()
        callee = self._unsuffixed()
        types: tuple[syntax.TypeNode, ...] | None = None
        while True:
            kind = self.kind
            if kind == ".":
                self.advance()
                callee = self._member(at, callee, False)
            elif kind == "[" and not self.surroundings.in_decorator:
                callee = self._element(at, callee, False)
            elif kind == "!" and not self.line_before:
                self.advance()
                callee = syntax.NonNull(at, self.last_end, callee)
            elif kind == "`":
                callee = self._tagged(at, callee)
            elif (kind == "<" or kind == "<<") and (found := self._arguments_of_types()) is not None:
                callee = syntax.Instantiation(at, self.last_end, callee, found)
            else:
                break
        if isinstance(callee, syntax.PrivateName):
            self.unexpected()
        if isinstance(callee, syntax.Instantiation) and callee.start == at:
            types, callee = callee.type_arguments, callee.expression
        if self.kind == "?.":
            self.fault("an optional chain cannot stand behind `new`", "put parentheses around the class")
        arguments = self.arguments() if self.kind == "(" else ()
        self.depth -= 1
        return syntax.New(start, self.last_end, callee, types, arguments)

    def _template(self) -> syntax.Expression:
        template, inserted = self.template(self.expression)
        texts = template.texts(self)
        if not inserted:
            return syntax.StringLiteral(template.start, template.end, texts[0], True)
        return syntax.TemplateExpression(template.start, template.end, texts, inserted)

    def _function(self, start: int, is_async: bool) -> syntax.Expression:
        self.expect("function")
        is_generator = self.accept("*")
        outer = self.inside(is_async, is_generator)
        name = self.identifier() if self.kind in NAMES else None
        self.surroundings = outer
        kind = syntax.FunctionKind.EXPRESSION
        made = self.function(start, kind, name, is_async, is_generator)
        return syntax.FunctionExpression(start, self.last_end, made)

    def _array(self) -> syntax.Expression:
        start = self.start
        self.advance()
        around = self.surroundings
        outer = around.no_in, around.in_decorator
        around.no_in = around.in_decorator = False
        elements: list[syntax.Expression | None] = []
        while self.kind != "]":
            if self.kind == ",":
                self.advance()
                elements.append(None)
                continue
            elements.append(self._spread_or_value())
            if self.kind != ",":
                break
            self.advance()
        around.no_in, around.in_decorator = outer
        self.expect("]")
        return syntax.ArrayLiteral(start, self.last_end, tuple(elements))

    def _object(self) -> syntax.Expression:
        start = self.start
        self.advance()
        around = self.surroundings
        outer = around.no_in, around.in_decorator
        around.no_in = around.in_decorator = False
        members: list[syntax.ObjectMember] = []
        while self.kind != "}":
            members.append(self._object_member())
            if self.kind != ",":
                break
            self.advance()
        around.no_in, around.in_decorator = outer
        self.expect("}")
        return syntax.ObjectLiteral(start, self.last_end, tuple(members))

    def _object_member(self) -> syntax.ObjectMember:
        start = self.start
        if self.accept("..."):
            value = self.assignment()
            return syntax.SpreadProperty(start, self.last_end, value)
        is_async = self.kind == "async" and self.next_is(_METHOD_NAME, same_line=True)
        if is_async:
            self.advance()
        kind = syntax.FunctionKind.METHOD
        if (self.kind == "get" or self.kind == "set") and not is_async and self.next_is(_ACCESSOR_NAME):
            kind = syntax.FunctionKind.GETTER if self.kind == "get" else syntax.FunctionKind.SETTER
            self.advance()
        is_generator = kind is syntax.FunctionKind.METHOD and self.accept("*")
        is_name = self.kind in NAMES
        if self.kind == "hash":
            self.unexpected()
        name = self.property_name()
        if is_async or is_generator or kind is not syntax.FunctionKind.METHOD or self.kind == "(" or self.kind == "<":
            made = self.function(start, kind, name, is_async, is_generator)
            return syntax.ObjectMethod(start, self.last_end, name, made)
        if self.accept(":"):
            value = self.assignment()
            return syntax.PropertyAssignment(start, self.last_end, name, value)
        if not is_name or not isinstance(name, syntax.Identifier):
            self.unexpected()
        if self.kind == "=":
            return self._covered(start, name)
        return syntax.ShorthandProperty(start, self.last_end, name)

    def _covered(self, start: int, name: syntax.Identifier) -> syntax.ObjectMember:
        """`name = value`, which stands in patterns only."""
        default = self.default()
        assert default is not None
        self.report(start, self.last_end, "`name = value` stands in patterns only", "write `name: value`")
        self.covered[start] = self.reports[-1]
        target = syntax.PatternElement(start, self.last_end, name, name, default, False)
        covered: syntax.ObjectMember = target  # type: ignore[assignment]
        return covered

    def _free(self, parse: Callable[[], syntax.Expression]) -> syntax.Expression:
        """What stands in brackets: nothing around them matters for it."""
        around = self.surroundings
        outer = around.no_in, around.in_decorator
        around.no_in = around.in_decorator = False
        found = parse()
        around.no_in, around.in_decorator = outer
        return found


_NEVER_BEHIND_TYPES: Final = words("< > + -")
_CONSTANTS: Final = words("this null true false")
_FUNCTION: Final = frozenset({"function"})
_DOT: Final = frozenset({"."})
_METHOD_NAME: Final = WORDS | words("text digits [ *")
_ACCESSOR_NAME: Final = WORDS | words("text digits [")
