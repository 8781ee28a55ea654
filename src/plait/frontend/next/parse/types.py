"""Types as they are written."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.cursor import SyntaxFaultError
from plait.frontend.next.parse.literals import LiteralParser
from plait.frontend.next.parse.scanner import NAMES, WORDS
from plait.frontend.words import words

KEYWORD_TYPES: Final = words("any bigint boolean intrinsic never number object string symbol undefined unknown void")
"""Types with names of the language."""

STARTS_OF_TYPES: Final = NAMES | words(
    "void null this typeof { [ < | & new text digits true false * ? ! ... import ` function"
)
"""The kinds of tokens that begin types; a `-` and a `(` only before some others."""

MODIFIERS: Final = words(
    "abstract accessor async const declare export default in out override private protected public readonly static"
)


class TypeParser(LiteralParser):
    """Reads types. `no_arguments` has where a `<` was found to open no type arguments."""

    __slots__ = ("no_arguments",)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.no_arguments: set[int] = set()

    @abstractmethod
    def type_members(self) -> tuple[syntax.TypeMember, ...]:
        """The members of an object type, in braces."""

    @abstractmethod
    def function_type(self) -> syntax.FunctionTypeNode:
        """The type of a function or constructor."""

    @abstractmethod
    def skip_parameter_start(self) -> bool:
        """Pass over what may be the name of a parameter or its pattern; whether it was one."""

    # From the loosest operator to the tightest

    def type(self) -> syntax.TypeNode:
        """A type."""
        self.deepen()
        start = self.start
        if self._begins_function_type():
            written: syntax.TypeNode = self.function_type()
        else:
            written = self._union(False)
            if self.kind == "extends" and not self.surroundings.no_conditional and not self.line_before:
                written = self._conditional_type(start, written)
        self.depth -= 1
        return written

    def _conditional_type(self, start: int, check: syntax.TypeNode) -> syntax.TypeNode:
        self.advance()
        extends = self.type_with_conditional(False)
        self.expect("?")
        true_type = self.type_with_conditional(True)
        self.expect(":")
        false_type = self.type_with_conditional(True)
        return syntax.ConditionalTypeNode(start, self.last_end, check, extends, true_type, false_type)

    def type_with_conditional(self, may_be: bool) -> syntax.TypeNode:
        """A type that may be conditional, or may not."""
        around = self.surroundings
        outer, around.no_conditional = around.no_conditional, not may_be
        written = self.type()
        around.no_conditional = outer
        return written

    def annotation(self) -> syntax.TypeNode | None:
        """`: T`, if there is one."""
        if self.kind != ":":
            return None
        self.advance()
        return self.type_with_conditional(True)

    def result(self, sign: str) -> syntax.TypeNode:
        """The type of a result behind `:` or `=>`, which may be a predicate."""
        self.expect(sign)
        around = self.surroundings
        outer, around.no_conditional = around.no_conditional, False
        start = self.start
        name = self.attempt(self._predicate_name) if self.at_name() else None
        if name is None:
            written = self.type()
        else:
            inner = self.type()
            written = syntax.TypePredicateNode(start, self.last_end, name, inner, False)
        around.no_conditional = outer
        return written

    def _predicate_name(self) -> str | None:
        name = self.identifier().name
        if self.kind != "is" or self.line_before:
            return None
        self.advance()
        return name

    def _begins_function_type(self) -> bool:
        kind = self.kind
        if kind == "(":
            return self.ahead(self._is_function_type)
        return kind == "<" or kind == "new" or (kind == "abstract" and self.next_is(_NEW))

    def _is_function_type(self) -> bool:
        """Whether a `(` can open nothing but parameters."""
        self.advance()
        if self.kind in (")", "..."):
            return True
        if not self.skip_parameter_start():
            return False
        if self.kind in (":", ",", "?", "="):
            return True
        if self.kind != ")":
            return False
        self.advance()
        return self.kind == "=>"

    def _union(self, is_intersection: bool) -> syntax.TypeNode:
        """A union, or an intersection in one."""
        start = self.start
        sign = "&" if is_intersection else "|"
        leads = self.accept(sign)
        first = self._constituent(is_intersection, leads)
        if self.kind != sign:
            return first
        found = [first]
        while self.accept(sign):
            found.append(self._constituent(is_intersection, True))
        made = syntax.IntersectionTypeNode if is_intersection else syntax.UnionTypeNode
        return made(start, self.last_end, tuple(found))

    def _constituent(self, is_intersection: bool, follows: bool) -> syntax.TypeNode:
        if follows and self._begins_function_type():
            message = "the type of a function needs parentheses among others"
            self.fault(message, "put parentheses around it")
        return self._operator() if is_intersection else self._union(True)

    def _operator(self) -> syntax.TypeNode:
        kind = self.kind
        if kind == "keyof" or kind == "unique" or kind == "readonly":
            self.deepen()
            start = self.start
            self.advance()
            inner = self._operator()
            self.depth -= 1
            return syntax.TypeOperator(start, self.last_end, kind, inner)
        if kind == "infer":
            return self._infer()
        around = self.surroundings
        outer, around.no_conditional = around.no_conditional, False
        written = self._postfix()
        around.no_conditional = outer
        return written

    def _infer(self) -> syntax.TypeNode:
        start = self.start
        self.advance()
        name = self.identifier()
        limit = self.attempt(self._limit_of_infer) if self.kind == "extends" else None
        parameter = syntax.TypeParameterDeclaration(name.start, self.last_end, name, limit, None, False)
        return syntax.InferType(start, self.last_end, parameter)

    def _limit_of_infer(self) -> syntax.TypeNode | None:
        self.advance()
        limit = self.type_with_conditional(False)
        return limit if self.surroundings.no_conditional or self.kind != "?" else None

    def _postfix(self) -> syntax.TypeNode:
        start = self.start
        written = self._primary_type()
        links = 0
        while not self.line_before:
            links += 1
            self.bound(links)
            kind = self.kind
            if kind == "[":
                self.advance()
                if self.kind == "]":
                    self.advance()
                    written = syntax.ArrayTypeNode(start, self.last_end, written)
                else:
                    index = self.type()
                    self.expect("]")
                    written = syntax.IndexedAccessTypeNode(start, self.last_end, written, index)
            elif kind == "!":
                self.unexpected()
            elif kind == "?" and not self.ahead(self._starts_type_behind):
                if self.surroundings.element_start == start:
                    return written
                self.unexpected()
            else:
                break
        return written

    def _starts_type_behind(self) -> bool:
        self.advance()
        return self.starts_type()

    def starts_type(self) -> bool:
        """Whether a type begins at the current token."""
        kind = self.kind
        if kind == "-":
            return self.next_is(_DIGITS)
        if kind == "(":
            return self.ahead(self._starts_in_parentheses)
        return kind in STARTS_OF_TYPES

    def _starts_in_parentheses(self) -> bool:
        self.advance()
        is_parameter = self.kind in PARAMETER_STARTS or self.kind in MODIFIERS
        return self.kind == ")" or is_parameter or self.starts_type()

    # Operands

    def _primary_type(self) -> syntax.TypeNode:
        kind = self.kind
        if kind in NAMES:
            return self._named(kind)
        start = self.start
        match kind:
            case "void" | "null":
                self.advance()
                return syntax.KeywordType(start, self.last_end, kind)
            case "this":
                return self._this()
            case "{":
                return self._object_type()
            case "[":
                return self._tuple_type()
            case "(":
                self.advance()
                inner = self.type()
                self.expect(")")
                return inner
            case "text" | "digits" | "true" | "false" | "-":
                return self._literal_type()
            case "`":
                return self._template_type()
            case "typeof":
                return self._query()
            case "import":
                return self._imported(start, False)
            case _:
                return self.type_reference()

    def _named(self, kind: str) -> syntax.TypeNode:
        start = self.start
        if kind in KEYWORD_TYPES and "\\" not in self.word:
            if not self.next_is(_DOT):
                self.advance()
                return syntax.KeywordType(start, self.last_end, kind)
        elif kind == "asserts" and self.next_is(NAMES | {"this"}, same_line=True):
            self.advance()
            name = "this" if self.kind == "this" else self._spelled(self.word)
            self.advance()
            inner = None
            if self.kind == "is":
                self.advance()
                inner = self.type()
            return syntax.TypePredicateNode(start, self.last_end, name, inner, True)
        return self.type_reference()

    def type_reference(self) -> syntax.TypeNode:
        """`A.B<T>`."""
        start = self.start
        names = [self.word_name()]
        while self.accept("."):
            names.append(self.word_name())
        arguments = None
        if (self.kind == "<" or self.kind == "<<") and not self.line_before:
            arguments = self.type_arguments()
        return syntax.TypeReference(start, self.last_end, tuple(names), arguments)

    def type_arguments(self) -> tuple[syntax.TypeNode, ...]:
        """Types between `<` and `>`."""
        start = self.start
        try:
            self.expect_opening()
            found = [self.type_with_conditional(True)]
            while self.accept(","):
                found.append(self.type_with_conditional(True))
            self.expect(">")
        except SyntaxFaultError:
            self.no_arguments.add(start)
            raise
        return tuple(found)

    def _this(self) -> syntax.TypeNode:
        start = self.start
        self.advance()
        if self.kind == "is" and not self.line_before:
            self.advance()
            inner = self.type()
            return syntax.TypePredicateNode(start, self.last_end, "this", inner, False)
        return syntax.ThisType(start, self.last_end)

    def _literal_type(self) -> syntax.TypeNode:
        start, kind = self.start, self.kind
        literal: syntax.Expression
        if kind == "text":
            literal = self.string()
        elif kind == "digits":
            literal = self.number()
        elif kind == "-":
            self.advance()
            if self.kind != "digits":
                self.unexpected()
            number = self.number()
            literal = syntax.Unary(start, self.last_end, "-", number)
        else:
            self.advance()
            literal = syntax.BooleanLiteral(start, self.last_end, kind == "true")
        return syntax.LiteralType(start, self.last_end, literal)

    def _template_type(self) -> syntax.TypeNode:
        template, inserted = self.template(self._inserted)
        texts = template.texts(self)
        if not inserted:
            literal = syntax.StringLiteral(template.start, template.end, texts[0], True)
            return syntax.LiteralType(template.start, template.end, literal)
        return syntax.TemplateLiteralTypeNode(template.start, template.end, texts, inserted)

    def _inserted(self) -> syntax.TypeNode:
        return self.type_with_conditional(True)

    def _query(self) -> syntax.TypeNode:
        start = self.start
        self.advance()
        if self.kind == "import":
            return self._imported(start, True)
        at = self.start
        found: syntax.Expression
        if self.kind == "this":
            self.advance()
            found = syntax.This(at, self.last_end)
        else:
            found = self.word_name()
        while self.accept("."):
            name = self.private_name() if self.kind == "hash" else self.word_name()
            found = syntax.PropertyAccess(at, self.last_end, found, name, False)
        arguments = self.type_arguments() if self.kind == "<" and not self.line_before else None
        return syntax.TypeQuery(start, self.last_end, found, arguments)

    def _imported(self, start: int, is_query: bool) -> syntax.TypeNode:
        """`import("m").A<T>`."""
        self.expect("import")
        self.expect("(")
        module = self.string()
        if self.accept(",") and self.kind != ")":
            self._skip_attributes()
        self.expect(")")
        names: list[syntax.Identifier] = []
        while self.accept("."):
            names.append(self.word_name())
        arguments = None
        if (self.kind == "<" or (self.kind == "<<" and not is_query)) and not self.line_before:
            arguments = self.type_arguments()
        return syntax.ImportType(start, self.last_end, module.value, tuple(names), arguments, is_query)

    def _skip_attributes(self) -> None:
        """`{ with: { name: "value" } }` behind the name of a module, which changes nothing."""
        self.assignment()
        self.accept(",")

    def _tuple_type(self) -> syntax.TypeNode:
        start = self.start
        self.advance()
        members: list[syntax.TupleMember] = []
        while self.kind != "]":
            members.append(self._tuple_member())
            if not self.accept(","):
                break
        self.expect("]")
        return syntax.TupleTypeNode(start, self.last_end, tuple(members))

    def _tuple_member(self) -> syntax.TupleMember:
        start = self.start
        if self.ahead(self._is_member_with_name):
            is_rest = self.accept("...")
            name = self.word_name()
            is_optional = self.accept("?")
            self.expect(":")
            return self._member_of(start, name, self._element_type(), is_optional, is_rest)
        if self.accept("..."):
            return self._member_of(start, None, self.type_with_conditional(True), False, True)
        written = self._element_type()
        return self._member_of(start, None, written, self.accept("?"), False)

    def _member_of(
        self, start: int, name: syntax.Identifier | None, written: syntax.TypeNode, is_optional: bool, is_rest: bool
    ) -> syntax.TupleMember:
        return syntax.TupleMember(start, self.last_end, name, written, is_optional, is_rest)

    def _element_type(self) -> syntax.TypeNode:
        """The type of a member, behind which a `?` may stand."""
        around = self.surroundings
        outer, around.element_start = around.element_start, self.start
        written = self.type_with_conditional(True)
        around.element_start = outer
        return written

    def _is_member_with_name(self) -> bool:
        self.accept("...")
        if self.kind not in WORDS:
            return False
        self.advance()
        if self.kind == ":":
            return True
        if self.kind != "?":
            return False
        self.advance()
        return self.kind == ":"

    def _object_type(self) -> syntax.TypeNode:
        start = self.start
        if self.ahead(self._is_mapped):
            return self._mapped(start)
        members = self.type_members()
        return syntax.TypeLiteral(start, self.last_end, members)

    def _is_mapped(self) -> bool:
        self.advance()
        if self.kind == "+" or self.kind == "-":
            self.advance()
            return self.kind == "readonly"
        self.accept("readonly")
        if self.kind != "[":
            return False
        self.advance()
        if self.kind not in NAMES:
            return False
        self.advance()
        return self.kind == "in"

    def _mapped(self, start: int) -> syntax.TypeNode:
        self.expect("{")
        readonly = self._mark("readonly")
        self.expect("[")
        at = self.start
        name = self.word_name()
        self.expect("in")
        constraint = self.type_with_conditional(True)
        name_type = self.type_with_conditional(True) if self.accept("as") else None
        parameter = syntax.TypeParameterDeclaration(at, self.last_end, name, constraint, None, False)
        self.expect("]")
        optional = self._mark("?")
        written = self.annotation()
        if self.kind == "," or self.kind == ";":
            self.advance()
        elif self.kind != "}":
            self.semicolon()
        self.expect("}")
        return syntax.MappedTypeNode(start, self.last_end, parameter, name_type, written, readonly, optional)

    def _mark(self, word: str) -> str:
        """`readonly` or `?`, perhaps with a sign before it: the sign, `+` where there is none; empty without it."""
        sign = self.kind if self.kind in ("+", "-") else ""
        if sign:
            self.advance()
            self.expect(word)
            return sign
        return "+" if self.accept(word) else ""


PARAMETER_STARTS: Final = NAMES | words("... { [ @ this")
_NEW: Final = frozenset({"new"})
_DIGITS: Final = frozenset({"digits"})
_DOT: Final = frozenset({"."})
