"""Expressions of operators and suffixes, grouped by the precedences of TypeScript.

The rules are those of the ECMAScript grammar (13.3 to 13.16 of ECMA-262) and, for `as`, `satisfies`, `!` and type
arguments, those that the TypeScript compiler follows: the first two bind as `<` does, `!` is a suffix like `.name`.
"""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.parse.functions import arrow
from plait.frontend.next.parse.names import as_type
from plait.frontend.next.parse.parts import Part, Source, has_line_end
from plait.frontend.next.parse.tokens import Tokens
from plait.frontend.parse.precedence import AFTER_NO_TYPE_ARGUMENTS, ASSIGNMENTS, POWER, PRECEDENCE, PREFIXES
from plait.frontend.words import words

_PREFIXES: Final = PREFIXES | {"type_arguments"}
"""`type_arguments` before an operand: `<T>x`."""

_PATTERNS: Final = words("array_pattern object_pattern")
_NO_OPERANDS: Final = words("arguments property_identifier array_pattern object_pattern arrow_function")
_END: Final = Part("", None, 0, 0, None)


def group(source: Source, tokens: Tokens) -> syntax.Expression:
    """The expression that tokens make; what cannot stand where it does is reported."""
    grouping = _Grouping(source, tokens.parts)
    result = grouping.sequence()
    grouping.end()
    return result


class _Grouping:
    """Groups tokens from left to right.

    `_is_place` says of the expression read last that no operator but suffixes made it, `_mixed` which expressions are
    of `&&` and `||` and stand in no parentheses.
    """

    __slots__ = ("_is_place", "_kind", "_mixed", "_next", "_source", "_tokens")

    def __init__(self, source: Source, tokens: list[Part]) -> None:
        self._source = source
        self._tokens = [*tokens, _END]
        self._next = 0
        self._kind = tokens[0].kind
        self._is_place = False
        self._mixed: list[syntax.Expression] = []

    # Tokens

    def _take(self) -> Part:
        token = self._tokens[self._next]
        if token is _END:
            self._unexpected()
            return self._tokens[-2]
        self._next += 1
        self._kind = self._tokens[self._next].kind
        return token

    @property
    def _end(self) -> int:
        """Where the token taken last ends."""
        return self._tokens[self._next - 1].end

    @property
    def _start(self) -> int:
        """Where the next token starts."""
        return self._tokens[self._next].start

    def _unexpected(self) -> syntax.ErrorExpression:
        """Report that the next token cannot stand where it does, and pass over all that is left."""
        token = self._tokens[min(self._next, len(self._tokens) - 2)]
        shown = self._source.text[token.start : token.end].split("\n")[0][:30]
        self._source.report(
            Code.SYNTAX,
            token.start,
            token.end,
            f"`{shown}` cannot stand here",
            "put parentheses around what belongs together",
        )
        self._next = len(self._tokens) - 1
        self._kind = ""
        return syntax.ErrorExpression(token.start, token.end)

    def _follows_line(self) -> bool:
        """Whether a line ends before the next token."""
        return has_line_end(self._source.text[self._end : self._start])

    def end(self) -> None:
        """Report what is left over."""
        if self._kind:
            self._unexpected()

    # From the loosest operator to the tightest

    def sequence(self) -> syntax.Expression:
        start = self._start
        result = self._assignment()
        while self._kind == ",":
            self._take()
            second = self._assignment()
            result = syntax.Sequence(start, self._end, result, second)
        return result

    def _assignment(self) -> syntax.Expression:
        start, kind = self._start, self._kind
        if kind == "arrow_function":
            return self._arrow()
        if kind == "yield":
            return self._yield()
        if kind in _PATTERNS and self._tokens[self._next + 1].kind == "=":
            return self._assigned(start, self._take().value)
        test = self._binary(0)
        kind = self._kind
        if not kind:
            return test
        if kind in ASSIGNMENTS and self._is_place:
            require_target(self._source, test)
            return self._assigned(start, test)
        if kind != "?":
            return test
        self._take()
        then = self._assignment()
        if self._kind != ":":
            return self._unexpected()
        self._take()
        otherwise = self._assignment()
        self._is_place = False
        return syntax.Conditional(start, self._end, test, then, otherwise)

    def _arrow(self) -> syntax.Expression:
        token = self._take()
        made = token.value
        if isinstance(made, syntax.FunctionExpression):
            result = made
        else:
            start = self._start
            body = self._assignment()
            result = arrow(made, Part("", "body", start, self._end, body))
        self._is_place = False
        return result

    def _yield(self) -> syntax.Expression:
        start = self._take().start
        is_delegating = self._kind == "*"
        if is_delegating:
            if self._follows_line():
                return self._unexpected()
            self._take()
        is_alone = self._kind in ("", ",", ":", "?") and not is_delegating
        value = None if is_alone else self._assignment()
        self._is_place = False
        return syntax.Yield(start, self._end, value, is_delegating)

    def _assigned(self, start: int, target: Any) -> syntax.Expression:
        operator = self._take().kind
        value = self._assignment()
        self._is_place = False
        return syntax.Assignment(start, self._end, operator, target, value)

    def _binary(self, above: int) -> syntax.Expression:
        """Operands of operators that bind tighter than a level."""
        start = self._start
        left = self._unary()
        while True:
            level = PRECEDENCE.get(self._kind, 0)
            if level <= above:
                return left
            if self._kind == "as" or self._kind == "satisfies":
                left = self._cast(start, left)
            else:
                operator = self._take()
                is_type_argument = isinstance(left, syntax.Binary) and left.operator == "<" and operator.kind == ">"
                if is_type_argument and self._kind == "template_string":
                    tagged = self._tagged_with_type(start, left)
                    if tagged is None:
                        return self._unexpected()
                    left = tagged
                    continue
                if is_type_argument and left.start == start and self._is_call_with_type(left):
                    return self._unexpected()
                right = self._binary(level - 1 if level == POWER else level)
                left = self._operation(start, operator, left, right)
            self._is_place = False

    def _is_call_with_type(self, left: Any) -> bool:
        """Whether `a < b > (c)` is a call, which the grammar takes for comparisons behind some operators."""
        may_be_type = isinstance(left.right, syntax.Identifier | syntax.PropertyAccess | syntax.NullLiteral)
        return may_be_type and self._source.text[self._start] == "(" and not self._follows_line()

    def _tagged_with_type(self, start: int, left: Any) -> syntax.Expression | None:
        """`tag<T>` before a template, which the grammar takes for comparisons, if the type is a name alone."""
        if not isinstance(left.right, syntax.Identifier):
            return None
        if not isinstance(left.left, syntax.Identifier | syntax.PropertyAccess):
            return None
        return self._tagged(start, left.left, (as_type(left.right),))

    def _cast(self, start: int, operand: syntax.Expression) -> syntax.Expression:
        if self._follows_line():
            return self._unexpected()
        operator = self._take().kind
        token = self._take()
        if token.kind == "const":
            if operator == "satisfies":
                self._source.report(
                    Code.SYNTAX, token.start, token.end, "`const` stands behind `as` only", "write `as const`"
                )
            return syntax.AsConst(start, token.end, operand)
        written = self._qualified(as_type(token.value))
        ends_by_name = isinstance(written, syntax.TypeReference) and written.arguments is None
        takes_arguments = ends_by_name and self._kind in ("<", "<<", "<<=")
        if self._kind in ("|", "&") or (takes_arguments and not self._follows_line()):
            return self._unexpected()
        made = syntax.As if operator == "as" else syntax.Satisfies
        return made(start, self._end, operand, written)

    def _qualified(self, type: Any) -> Any:
        """A type with all names and indexes of it: the grammar takes those behind `A.B` for parts of what is cast."""
        found = self._extended(type)
        if found is type or self._kind not in ("|", "&"):
            return found
        return self._with_others(found)

    def _extended(self, type: Any) -> Any:
        match type:
            case syntax.UnionTypeNode(start, _, (*others, last)) | syntax.IntersectionTypeNode(
                start, _, (*others, last)
            ):
                longer = self._extended(last)
                if longer is last:
                    return type
                is_union = isinstance(type, syntax.UnionTypeNode)
                made = syntax.UnionTypeNode if is_union else syntax.IntersectionTypeNode
                return made(start, longer.end, (*others, longer))
            case syntax.TypeOperator(start, _, operator, inner):
                longer = self._extended(inner)
                return type if longer is inner else syntax.TypeOperator(start, longer.end, operator, longer)
            case _:
                return self._indexed(self._named(type))

    def _with_others(self, first: Any) -> Any:
        """`| A & B` behind a type that the grammar has ended too early."""
        unions: list[list[Any]] = [[first]]
        while self._kind in ("|", "&"):
            operator = self._take().kind
            value = self._tokens[self._next].value
            if value is None:
                self._unexpected()
                return first
            self._take()
            part = self._extended(_type_of(value))
            if operator == "|":
                unions.append([part])
            else:
                unions[-1].append(part)
        joined = [
            parts[0] if len(parts) == 1 else syntax.IntersectionTypeNode(parts[0].start, parts[-1].end, tuple(parts))
            for parts in unions
        ]
        return joined[0] if len(joined) == 1 else syntax.UnionTypeNode(first.start, joined[-1].end, tuple(joined))

    def _indexed(self, type: Any) -> Any:
        """`["a"]` and `[]` behind a name."""
        is_named = isinstance(type, syntax.TypeReference)
        while is_named and self._kind == "[" and not self._follows_line():
            self._take()
            if self._kind == "]":
                type = syntax.ArrayTypeNode(type.start, self._take().end, type)
                continue
            index = _type_of(self._take().value)
            type = syntax.IndexedAccessTypeNode(type.start, self._take().end, type, index)
        return type

    def _named(self, type: Any) -> Any:
        while isinstance(type, syntax.TypeReference) and type.arguments is None and self._kind == ".":
            self._take()
            name = self._take().value
            if not isinstance(name, syntax.Identifier):
                return self._unexpected()
            type = syntax.TypeReference(type.start, name.end, (*type.names, name), None)
            if self._kind == "type_arguments":
                arguments = self._take()
                type = syntax.TypeReference(type.start, arguments.end, type.names, arguments.value)
        return type

    def _operation(
        self, start: int, operator: Part, left: syntax.Expression | syntax.PrivateName, right: syntax.Expression
    ) -> syntax.Expression:
        kind = operator.kind
        if isinstance(right, syntax.PrivateName):
            self._source.report(Code.SYNTAX, right.start, right.end, f"`{right.name}` stands alone before `in` only")
            return syntax.ErrorExpression(start, self._end)
        if isinstance(left, syntax.PrivateName):
            if kind != "in":
                self._source.report(Code.SYNTAX, left.start, left.end, f"`{left.name}` stands alone before `in` only")
            return syntax.PrivateIn(start, self._end, left, right)
        result = syntax.Binary(start, self._end, kind, left, right)
        if kind == "&&" or kind == "||":
            self._mixed.append(result)
        elif kind == "??" and any(operand is mixed for mixed in self._mixed for operand in (left, right)):
            self._source.report(
                Code.SYNTAX,
                operator.start,
                operator.end,
                "`??` cannot be mixed with `&&` or `||` without parentheses",
                "put parentheses around the operands that belong together",
            )
        return result

    def _unary(self) -> syntax.Expression:
        if self._kind not in _PREFIXES:
            return self._update()
        start = self._start
        result = self._prefixed()
        if self._kind == "**":
            self._source.report(
                Code.UNARY_POWER,
                start,
                self._end,
                "a unary operator cannot stand directly before `**`",
                "put parentheses around the operand that you mean",
            )
        return result

    def _prefixed(self) -> syntax.Expression:
        """A unary operator, or a type in angle brackets, with its operand."""
        operator = self._take()
        operand = self._prefixed() if self._kind in _PREFIXES else self._update()
        self._is_place = False
        start, end = operator.start, self._end
        if operator.kind == "await":
            return syntax.Await(start, end, operand)
        if operator.kind != "type_arguments":
            return syntax.Unary(start, end, operator.kind, operand)
        written = operator.value
        if not written or self._source.text[written[0].start : written[0].end] == "const":
            return syntax.AsConst(start, end, operand)
        return syntax.As(start, end, operand, written[0])

    def _update(self) -> syntax.Expression:
        start = self._start
        is_prefix = self._kind in ("++", "--")
        operator = self._take().kind if is_prefix else ""
        operand = self._suffixed()
        if not is_prefix:
            if self._kind not in ("++", "--"):
                return operand
            if self._follows_line():
                return self._unexpected()
            operator = self._take().kind
        require_target(self._source, operand)
        self._is_place = False
        return syntax.Update(start, self._end, operator, is_prefix, operand)

    # Suffixes

    def _suffixed(self) -> syntax.Expression:
        """An operand with members, indexes, calls and assertions behind it; a chain reaches over all of its links."""
        start = self._start
        value: Any = self._created() if self._kind == "new" else self._operand()
        is_chain = False
        while self._kind:
            is_optional = self._takes_chain()
            is_chain = is_chain or is_optional
            linked = self._link(start, value, is_optional, is_chain)
            if linked is None:
                break
            value = linked
            if isinstance(linked, syntax.Instantiation):
                is_chain = False
        self._is_place = True
        is_whole = is_chain and not isinstance(value, syntax.ErrorExpression)
        return syntax.OptionalChain(start, self._end, value) if is_whole else value

    def _takes_chain(self) -> bool:
        """Whether the next link is optional; takes its `?.`, which may be hidden from the grammar."""
        if self._kind in ("optional_chain", "?."):
            self._take()
            return True
        if not self._source.hidden or self._kind not in ("[", "arguments"):
            return False
        return self._source.accept_hidden(self._end, self._start)

    def _link(self, start: int, value: Any, is_optional: bool, is_chain: bool) -> syntax.Expression | None:
        """The next member, index, call or assertion, if there is one."""
        match self._kind:
            case ".":
                self._take()
                return self._member(start, value, False)
            case "[":
                self._take()
                index = self._take()
                end = self._take().end
                return syntax.ElementAccess(start, end, value, index.value, is_optional)
            case "arguments":
                arguments = self._take()
                return syntax.Call(start, arguments.end, value, None, arguments.value, is_optional)
            case "type_arguments":
                return self._with_type_arguments(start, value, is_optional, is_chain)
            case "template_string" if not is_chain:
                return self._tagged(start, value, None)
            case "!" if not is_optional:
                return syntax.NonNull(start, self._take().end, value)
            case "property_identifier" | "private_property_identifier" if is_optional:
                return self._member(start, value, True)
            case kind:
                return self._unexpected() if is_optional or kind == "template_string" else None

    def _member(self, start: int, value: Any, is_optional: bool) -> syntax.Expression:
        name = self._take()
        return syntax.PropertyAccess(start, name.end, value, name.value, is_optional)

    def _with_type_arguments(self, start: int, value: Any, is_optional: bool, is_chain: bool) -> syntax.Expression:
        """A call, a tagged template or an instantiation with type arguments."""
        types = self._take()
        if self._kind == "arguments":
            arguments = self._take()
            return syntax.Call(start, arguments.end, value, types.value, arguments.value, is_optional)
        if is_optional or (self._kind in AFTER_NO_TYPE_ARGUMENTS and not self._follows_line()):
            return self._unexpected()
        if self._kind == "template_string":
            return self._unexpected() if is_chain else self._tagged(start, value, types.value)
        if is_chain:
            value = syntax.OptionalChain(start, value.end, value)
        return syntax.Instantiation(start, types.end, value, types.value)

    def _tagged(self, start: int, tag: Any, type_arguments: Any) -> syntax.Expression:
        token = self._take()
        template = token.value
        texts, raw = self._source.raw_templates[template.start]
        self._source.bad_escapes.pop(template.start, None)
        insertions = template.insertions if isinstance(template, syntax.TemplateExpression) else ()
        return syntax.TaggedTemplate(start, token.end, tag, type_arguments, texts, raw, insertions)

    def _created(self) -> syntax.Expression:
        """`new C<T>(a)`: the class is an operand with suffixes that are no calls."""
        start = self._take().start
        at = self._start
        if self._kind == "import" and self._tokens[self._next + 1].kind == "arguments":
            return self._unexpected()
        callee: Any = self._created() if self._kind == "new" else self._operand()
        while self._kind in (".", "[", "!", "template_string"):
            callee = self._link(at, callee, False, False)
        if self._kind in ("optional_chain", "?."):
            return self._unexpected()
        types = None
        if self._kind == "type_arguments":
            types = self._take().value
            if self._kind in AFTER_NO_TYPE_ARGUMENTS:
                return self._unexpected()
        arguments = self._take().value if self._kind == "arguments" else ()
        return syntax.New(start, self._end, callee, types, arguments)

    def _operand(self) -> Any:
        if self._kind == "import":
            return self._import()
        if self._tokens[self._next].value is None or self._kind in _NO_OPERANDS:
            return self._unexpected()
        return self._take().value

    def _import(self) -> syntax.Expression:
        start = self._take().start
        token = self._take()
        if token.kind == "arguments":
            count = len(token.value)
            if not 1 <= count <= 2 or any(isinstance(value, syntax.Spread) for value in token.value):
                message = "`import(...)` takes the name of a module, and options"
                self._source.report(Code.SYNTAX, start, token.end, message)
                return syntax.ErrorExpression(start, token.end)
            return syntax.ImportCall(start, token.end, token.value[0])
        return syntax.MetaProperty(start, self._take().end, "import.meta")


def require_target(source: Source, target: Any) -> None:
    """Report what is assigned if it cannot be."""
    inner = syntax.assigned_place(target)
    match inner:
        case syntax.Identifier() | syntax.PropertyAccess() | syntax.ElementAccess() | syntax.ErrorExpression():
            return
        case _:
            hint = "only a variable, a property, an element or a pattern can be assigned"
            source.report(Code.ASSIGNMENT_TARGET, inner.start, inner.end, "this cannot be assigned", hint)


def _type_of(value: Any) -> Any:
    """The type that was read as an expression."""
    match value:
        case syntax.NullLiteral(start, end):
            return syntax.KeywordType(start, end, "null")
        case syntax.StringLiteral() | syntax.NumericLiteral() | syntax.BooleanLiteral() | syntax.BigIntLiteral():
            return syntax.LiteralType(value.start, value.end, value)
        case _:
            return as_type(value)
