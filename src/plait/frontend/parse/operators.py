"""Expressions of operators and suffixes, grouped by the precedences of TypeScript.

The rules are those of the ECMAScript grammar (13.3 to 13.16 of ECMA-262) and, for `as`, `satisfies` and `!`, those that
the TypeScript compiler follows: the first two bind as `<` does, `!` is a suffix like `.name`.
"""

from __future__ import annotations

from typing import Final

from tree_sitter import Node

from plait.frontend import syntax
from plait.frontend.codes import Code
from plait.frontend.parse.expressions import parse_elements, parse_expression, parse_operand, refuse
from plait.frontend.parse.functions import parse_arrow
from plait.frontend.parse.precedence import AFTER_NO_TYPE_ARGUMENTS, ASSIGNMENTS, POWER, PRECEDENCE, PREFIXES
from plait.frontend.parse.reader import Reader, children
from plait.frontend.parse.tokens import tokens_of
from plait.frontend.parse.types import parse_type
from plait.frontend.words import words
from plait.source import Span

_BINARY: Final = {operator.value: operator for operator in syntax.BinaryOperator}
_LOGICAL: Final = {operator.value: operator for operator in syntax.LogicalOperator}
_UNARY: Final = {operator.value: operator for operator in syntax.UnaryOperator}

_NO_OPERANDS: Final = words("arguments type_arguments optional_chain property_identifier")
_PATTERNS: Final = ("array_pattern", "object_pattern")
_PLACES: Final = (syntax.Name, syntax.Index, syntax.Member, syntax.SuperMember, syntax.BadExpression)


def parse_operators(reader: Reader, node: Node) -> syntax.Expression:
    """An expression that the grammar made of operators, suffixes or an arrow."""
    tokens, depth = tokens_of(node)
    with reader.nested(node, depth):
        grouping = _Grouping(reader, tokens)
        result = grouping.sequence()
        grouping.end()
        return result


class _Grouping:
    """Groups tokens from left to right.

    `_is_place` says of the expression read last that no operator but suffixes made it, `_mixed` which expressions are
    of `&&` and `||` and stand in no parentheses.
    """

    def __init__(self, reader: Reader, tokens: list[Node]) -> None:
        self._reader = reader
        self._tokens = tokens
        self._kinds = [token.type for token in tokens]
        self._kinds.append("")
        self._next = 0
        self._is_place = False
        self._mixed: dict[int, syntax.Logical] = {}

    # Tokens

    @property
    def _kind(self) -> str:
        """The kind of the next token; empty behind the last."""
        return self._kinds[self._next]

    def _take(self) -> Node:
        if self._next == len(self._tokens):
            self._unexpected()
            return self._tokens[-1]
        self._next += 1
        return self._tokens[self._next - 1]

    def _span(self, start: int) -> Span:
        """From a token to the one taken last."""
        reader = self._reader
        first, last = self._tokens[start], self._tokens[max(start, self._next - 1)]
        return Span(reader.file, reader.offset(first.start_byte), reader.offset(last.end_byte))

    def _unexpected(self) -> syntax.BadExpression:
        """Report that the next token cannot stand where it does, and pass over all that is left."""
        token = self._tokens[min(self._next, len(self._tokens) - 1)]
        shown = self._reader.text(token).split("\n")[0][:30]
        self._reader.report(
            Code.SYNTAX, token, f"`{shown}` cannot stand here", "put parentheses around what belongs together"
        )
        self._next = len(self._tokens)
        return syntax.BadExpression(self._reader.span(token))

    def end(self) -> None:
        """Report what is left over."""
        if self._next < len(self._tokens):
            self._unexpected()

    # From the loosest operator to the tightest

    def sequence(self) -> syntax.Expression:
        start = self._next
        result = self._assignment()
        while self._kind == ",":
            self._take()
            second = self._assignment()
            result = syntax.Sequence(self._span(start), result, second)
        return result

    def _assignment(self) -> syntax.Expression:
        start, kind = self._next, self._kind
        if kind == "arrow_function":
            return self._arrow()
        if kind in _PATTERNS and self._kinds[start + 1] == "=":
            return self._taken_apart()
        test = self._binary(0)
        if self._kind in ASSIGNMENTS and self._is_place:
            return self._assigned(start, test)
        if self._kind != "?":
            return test
        self._take()
        then = self._assignment()
        if self._kind != ":":
            return self._unexpected()
        self._take()
        otherwise = self._assignment()
        self._is_place = False
        return syntax.Conditional(self._span(start), test, then, otherwise)

    def _arrow(self) -> syntax.Expression:
        start = self._next
        node = self._take()
        body = node.child_by_field_name("body")
        value = None if body is None or body.type == "statement_block" else self._assignment()
        self._is_place = False
        return parse_arrow(self._reader, node, self._span(start), value)

    def _taken_apart(self) -> syntax.Expression:
        start = self._next
        pattern = self._take()
        self._take()
        if pattern.type == "object_pattern":
            self._assignment()
            return refuse(self._reader, pattern, "this pattern cannot be assigned yet", "assign the parts one by one")
        targets = _parts(self._reader, pattern)
        value = self._assignment()
        self._is_place = False
        return syntax.AssignParts(self._span(start), targets, value)

    def _assigned(self, start: int, written: syntax.Expression) -> syntax.Expression:
        target_span = self._span(start)
        operator_node = self._take()
        target = as_target(self._reader, written, target_span)
        value = self._assignment()
        self._is_place = False
        span = self._span(start)
        operator = operator_node.type.removesuffix("=")
        if not operator:
            return syntax.Assign(span, None, target.span, target, value)
        if operator == "??" or operator in _LOGICAL:
            return syntax.AssignIf(span, _LOGICAL.get(operator), target, value)
        return syntax.Assign(span, _BINARY[operator], self._reader.span(operator_node), target, value)

    def _binary(self, above: int) -> syntax.Expression:
        """Operands of operators that bind tighter than a level."""
        start = self._next
        left = self._unary()
        while True:
            level = PRECEDENCE.get(self._kind, 0)
            if level <= above:
                return left
            operator = self._take()
            if operator.type in ("as", "satisfies"):
                left = self._cast(start, operator, left)
            else:
                takes_types = operator.type == ">" and self._kinds[max(start, self._next - 3)] == "<"
                if self._kind == "template_string" and takes_types:
                    refuse(self._reader, operator, "tagged templates are not supported", "compare in parentheses")
                if self._kind == "parenthesized_expression" and takes_types:
                    message = "type arguments of a call are not supported"
                    refuse(self._reader, operator, message, "leave them out, or compare in parentheses")
                right = self._binary(level - 1 if level == POWER else level)
                left = self._operation(self._span(start), operator, left, right)
            self._is_place = False

    def _cast(self, start: int, operator: Node, operand: syntax.Expression) -> syntax.Expression:
        if self._follows_line(self._next - 1):
            self._next -= 1
            return self._unexpected()
        if self._kind == "const":
            self._take()
            return refuse(self._reader, operator, "`as const` is not supported", "leave it out")
        type_node = self._take()
        if self._kind == ".":
            return self._cast_to_member(type_node)
        span = self._span(start)
        type_ = parse_type(self._reader, type_node)
        takes_arguments = self._kind in ("<", "<<", "<<=") and _ends_by_name(self._reader, type_node)
        if self._kind in ("|", "&") or (takes_arguments and not self._follows_line(self._next)):
            return self._unexpected()
        if operator.type == "as":
            return syntax.As(span, operand, type_)
        return refuse(self._reader, operator, "satisfies is not supported", "annotate the variable with the type")

    def _cast_to_member(self, type_node: Node) -> syntax.Expression:
        """`x as A.B.C`, of which the grammar takes the last names for members of what is cast."""
        while self._kind == ".":
            self._take()
            self._take()
        return refuse(self._reader, type_node, "types in namespaces are not supported", "use the name of an interface")

    def _follows_line(self, index: int) -> bool:
        """Whether a line ends between a token and the one before it."""
        start, end = self._tokens[index - 1].end_byte, self._tokens[index].start_byte
        return "\n" in self._reader.file.text[self._reader.offset(start) : self._reader.offset(end)]

    def _operation(
        self, span: Span, operator_node: Node, left: syntax.Expression, right: syntax.Expression
    ) -> syntax.Expression:
        operator = operator_node.type
        if operator in ("==", "!="):
            self._reader.report(
                Code.LOOSE_EQUALITY,
                operator_node,
                f"`{operator}` is not supported",
                f"compare without conversion: `{operator}=`",
            )
            operator += "="
        if operator in _BINARY:
            return syntax.Binary(span, _BINARY[operator], self._reader.span(operator_node), left, right)
        if operator == "??":
            for operand in (left, right):
                if id(operand) in self._mixed:
                    self._refuse_mixed(operator_node)
            return syntax.Coalesce(span, left, right)
        if operator in _LOGICAL:
            result = syntax.Logical(span, _LOGICAL[operator], left, right)
            self._mixed[id(result)] = result
            return result
        return refuse(self._reader, operator_node, f"the operator `{operator}` is not supported")

    def _refuse_mixed(self, operator: Node) -> None:
        self._reader.report(
            Code.SYNTAX,
            operator,
            "`??` cannot be mixed with `&&` or `||` without parentheses",
            "put parentheses around the operands that belong together",
        )

    def _unary(self) -> syntax.Expression:
        if self._kind not in PREFIXES:
            return self._update()
        start = self._next
        result = self._prefixed()
        if self._kind == "**":
            self._reader.diagnostics.report(
                Code.UNARY_POWER,
                self._span(start),
                "a unary operator cannot stand directly before `**`",
                "put parentheses around the operand that you mean",
            )
        return result

    def _prefixed(self) -> syntax.Expression:
        """A unary operator with its operand."""
        start = self._next
        operator = self._take()
        operand = self._prefixed() if self._kind in PREFIXES else self._update()
        self._is_place = False
        span = self._span(start)
        if operator.type in _UNARY:
            return syntax.Unary(span, _UNARY[operator.type], operand)
        if operator.type == "typeof":
            return syntax.TypeOf(span, operand)
        if operator.type == "await":
            return syntax.Await(span, operand)
        return refuse(self._reader, operator, f"the operator `{operator.type}` is not supported")

    def _update(self) -> syntax.Expression:
        start = self._next
        if self._kind in ("++", "--"):
            delta = 1 if self._take().type == "++" else -1
            place = self._next
            operand = self._suffixed()
            target = as_target(self._reader, operand, self._span(place))
            self._is_place = False
            return syntax.Update(self._span(start), target, delta, True)
        operand = self._suffixed()
        if self._kind not in ("++", "--"):
            return operand
        target = as_target(self._reader, operand, self._span(start))
        delta = 1 if self._take().type == "++" else -1
        self._is_place = False
        return syntax.Update(self._span(start), target, delta, False)

    # Suffixes

    def _suffixed(self) -> syntax.Expression:
        """An operand with members, indexes, calls and assertions behind it; a `Chain` up to the last optional link."""
        start = self._next
        value = self._super() if self._kind == "super" else self._created() if self._kind == "new" else self._operand()
        is_chain = False
        links = start
        while True:
            kind = self._kind
            if kind == "!":
                links = self._skip_assertions()
                is_link = self._kinds[links] in (".", "[", "arguments")
                if is_chain and not is_link:
                    value = syntax.Chain(self._span(start), value)
                    is_chain = False
                while self._next < links:
                    self._take()
                    value = syntax.NonNull(self._span(start), value)
                continue
            is_optional = self._takes_chain()
            is_chain = is_chain or is_optional
            linked = self._link(start, value, is_optional, is_chain)
            if linked is None:
                break
            value = linked
        self._is_place = True
        return syntax.Chain(self._span(start), value) if is_chain else value

    def _takes_chain(self) -> bool:
        """Whether the next link is optional; takes its `?.`."""
        if self._kind in ("optional_chain", "?."):
            self._take()
            return True
        return False

    def _skip_assertions(self) -> int:
        index = self._next
        while self._kinds[index] == "!":
            index += 1
        return index

    def _link(
        self, start: int, value: syntax.Expression, is_optional: bool, is_chain: bool
    ) -> syntax.Expression | None:
        """The next member, index or call, if there is one."""
        match self._kind:
            case ".":
                self._take()
                return self._member(start, value, is_optional)
            case "[":
                return self._index(start, value, is_optional)
            case "arguments" | "type_arguments":
                return self._call(start, value, is_optional)
            case "template_string" if not is_chain:
                return refuse(
                    self._reader,
                    self._take(),
                    "tagged templates are not supported",
                    "call the function with parentheses",
                )
            case "property_identifier" | "private_property_identifier" if is_optional:
                return self._member(start, value, is_optional)
            case _:
                return self._unexpected() if is_optional or self._kind == "template_string" else None

    def _member(self, start: int, value: syntax.Expression, is_optional: bool) -> syntax.Expression:
        name = self._take()
        span = self._reader.span(name)
        return syntax.Member(self._span(start), value, self._reader.text(name), span, is_optional)

    def _index(self, start: int, value: syntax.Expression, is_optional: bool) -> syntax.Expression:
        self._take()
        index = parse_expression(self._reader, self._take())
        self._take()
        span = self._span(start)
        if isinstance(index, syntax.StringLiteral) and index.value.isidentifier():
            return syntax.Member(span, value, index.value, index.span, is_optional)
        return syntax.Index(span, value, index, is_optional)

    def _call(self, start: int, value: syntax.Expression, is_optional: bool) -> syntax.Expression:
        if self._kind == "type_arguments":
            self._reader.report(
                Code.TYPE_ARGUMENTS, self._take(), "type arguments of a call are not supported", "leave them out"
            )
            if self._kind != "arguments":
                return syntax.BadExpression(self._span(start))
        arguments = parse_elements(self._reader, self._take())
        return syntax.Call(self._span(start), value, tuple(arguments), is_optional)

    def _super(self) -> syntax.Expression:
        start = self._next
        node = self._take()
        match self._kind:
            case "arguments":
                arguments = tuple(parse_elements(self._reader, self._take()))
                return syntax.SuperCall(self._span(start), arguments)
            case ".":
                self._take()
                name = self._take()
                return syntax.SuperMember(self._span(start), self._reader.text(name), self._reader.span(name))
            case "[":
                self._index(start, syntax.BadExpression(self._reader.span(node)), False)
                return refuse(self._reader, node, "an element of `super` is not supported", "name the method")
            case _:
                return self._unexpected()

    def _created(self) -> syntax.Expression:
        """`new C<T>(a)`: the class is an operand with suffixes that are no calls."""
        start = self._next
        self._take()
        at = self._next
        callee = self._created() if self._kind == "new" else self._operand()
        while self._kind in (".", "[", "!", "template_string"):
            if self._kind == "!":
                self._take()
                callee = syntax.NonNull(self._span(at), callee)
            else:
                callee = self._link(at, callee, False, False) or callee
        if self._kind in ("optional_chain", "?."):
            return self._unexpected()
        types: tuple[syntax.TypeSyntax, ...] = ()
        if self._kind == "type_arguments":
            types = tuple(parse_type(self._reader, child) for child in children(self._take()))
            if self._kind in AFTER_NO_TYPE_ARGUMENTS:
                # They are comparisons, or there is a mistake: who reads it as TypeScript does can tell.
                code = Code.GRAMMAR
                self._reader.report(code, self._tokens[self._next - 1], "no type arguments can stand here")
        arguments = tuple(parse_elements(self._reader, self._take())) if self._kind == "arguments" else ()
        return syntax.New(self._span(start), callee, types, arguments)

    def _operand(self) -> syntax.Expression:
        if self._next == len(self._tokens) or not self._tokens[self._next].is_named or self._kind in _NO_OPERANDS:
            return self._unexpected()
        if self._kind in _PATTERNS or self._kind == "arrow_function":
            return self._unexpected()
        return parse_operand(self._reader, self._take())


def _ends_by_name(reader: Reader, type_node: Node) -> bool:
    """Whether a type ends by a name that could take type arguments: then no `<` behind it is an operator."""
    last = type_node
    while last.named_child_count and last.children[-1].is_named:
        last = last.children[-1]
    return last.type == "type_identifier" and reader.text(last) not in ("unknown", "never")


def as_target(reader: Reader, written: syntax.Expression, span: Span) -> syntax.Expression:
    """The target of an assignment; reported if it is none."""
    target = written
    while isinstance(target, syntax.NonNull | syntax.As):
        target = target.operand
    if not isinstance(target, _PLACES):
        reader.diagnostics.report(
            Code.ASSIGNMENT_TARGET,
            span,
            "this cannot be assigned",
            "assign to a variable, a property or an array element",
        )
        return syntax.BadExpression(span)
    if isinstance(target, syntax.Name) and target.name in ("eval", "arguments"):
        reader.diagnostics.report(Code.RESERVED_NAME, span, f"`{target.name}` cannot be assigned")
    return written


def _parts(reader: Reader, node: Node) -> tuple[syntax.Expression | None, ...]:
    """The targets of `[a, b[0]] = ...`."""
    targets: list[syntax.Expression | None] = []
    is_open = True
    for child in node.children:
        if child.type == ",":
            if is_open:
                targets.append(None)
            is_open = True
        elif child.is_named and child.type != "comment":
            is_open = False
            if child.type in ("identifier", "subscript_expression", "member_expression", "non_null_expression"):
                targets.append(as_target(reader, parse_expression(reader, child), reader.span(child)))
            else:
                hint = "assign the parts one by one"
                targets.append(refuse(reader, child, "this part of a pattern cannot be assigned yet", hint))
    return tuple(targets)
