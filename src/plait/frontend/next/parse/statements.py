"""Statements and declarations."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.classes import ClassParser
from plait.frontend.next.parse.literals import PROPERTY_NAMES
from plait.frontend.next.parse.scanner import END, NAMES


class StatementParser(ClassParser):
    """Reads statements."""

    __slots__ = ()

    @abstractmethod
    def module_statement(self) -> syntax.Statement | None:
        """An import, an export, a namespace or an ambient declaration; None if none begins at the current token."""

    def statements(self, end: str) -> tuple[syntax.Statement, ...]:
        """Statements up to a token."""
        found: list[syntax.Statement] = []
        while self.kind != end:
            if self.kind == END:
                self.unexpected()
            found.append(self.statement())
        return tuple(found)

    def block(self) -> syntax.Block:
        start = self.start
        self.expect("{")
        around = self.surroundings
        outer = around.no_in, around.in_decorator, around.no_conditional
        around.no_in = around.in_decorator = around.no_conditional = False
        found = self.statements("}")
        around.no_in, around.in_decorator, around.no_conditional = outer
        self.advance()
        return syntax.Block(start, self.last_end, found)

    def statement(self) -> syntax.Statement:
        """A statement or declaration."""
        self.deepen()
        read = _STATEMENTS.get(self.kind)
        found = None if read is None else read(self, self.start)
        if found is None:
            found = self._expression_statement()
        self.depth -= 1
        return found

    def _expression_statement(self) -> syntax.Statement:
        start = self.start
        value = self.expression()
        if self.kind == ":" and isinstance(value, syntax.Identifier) and value.start == start:
            self.advance()
            body = self.statement()
            return syntax.Labeled(start, self.last_end, value, body)
        self.semicolon()
        return syntax.ExpressionStatement(start, self.last_end, value)

    def _condition(self) -> syntax.Expression:
        self.expect("(")
        value = self.expression()
        self.expect(")")
        return value

    # Declarations of variables

    def variables(self, start: int, kind: str, no_in: bool) -> syntax.VariableStatement:
        """The variables behind a word such as `const`."""
        around = self.surroundings
        outer, around.no_in = around.no_in, no_in
        declarators = [self._declarator()]
        while self.accept(","):
            declarators.append(self._declarator())
        around.no_in = outer
        return syntax.VariableStatement(start, self.last_end, kind, tuple(declarators))

    def _declarator(self) -> syntax.VariableDeclarator:
        start = self.start
        target = self.binding()
        is_definite = not self.line_before and self.accept("!")
        written = self.annotation()
        value = self.assignment() if self.accept("=") else None
        return syntax.VariableDeclarator(start, self.last_end, target, written, value, is_definite)

    def _declaration(self, start: int) -> syntax.Statement | None:
        """`var`, `let`, `const`, `const enum`."""
        kind = self.kind
        self.advance()
        if kind == "const" and self.kind == "enum":
            return self.enum(start, True)
        return self._variables(start, kind)

    def _variables(self, start: int, kind: str) -> syntax.Statement:
        found = self.variables(start, kind, False)
        self.semicolon()
        return syntax.VariableStatement(start, self.last_end, kind, found.declarators)

    def _using(self, start: int) -> syntax.Statement | None:
        if not self.ahead(self._declares_using):
            return None
        kind = "await using" if self.accept("await") else "using"
        self.advance()
        return self._variables(start, kind)

    def _declares_using(self) -> bool:
        """Whether `using` or `await using` declares something."""
        if self.accept("await") and (self.kind != "using" or self.line_before):
            return False
        self.advance()
        return not self.line_before and (self.kind in NAMES or self.kind == "{")

    # Functions and classes

    def _function_declaration(self, start: int) -> syntax.Statement:
        return self.function_declaration(start, self.accept("async"))

    def _async_function(self, start: int) -> syntax.Statement | None:
        return self._function_declaration(start) if self.next_is(_FUNCTION, same_line=True) else None

    def function_declaration(self, start: int, is_async: bool, may_be_nameless: bool = False) -> syntax.Statement:
        """A function from the word `function` on, without a body perhaps."""
        self.expect("function")
        is_generator = self.accept("*")
        name = None if may_be_nameless and self.kind not in NAMES else self.identifier()
        kind = syntax.FunctionKind.DECLARATION
        made = self.function(start, kind, name, is_async, is_generator, needs_body=False)
        if made.body is None:
            self.semicolon()
        return syntax.FunctionDeclaration(start, self.last_end, made)

    def _class(self, start: int) -> syntax.Statement | None:
        if self.kind == "abstract" and not self.next_is(_CLASS, same_line=True):
            return None
        made = self.class_expression((), start)
        return syntax.ClassDeclaration(start, self.last_end, made)

    # Types

    def _interface(self, start: int) -> syntax.Statement | None:
        if not self.next_is(NAMES, same_line=True):
            return None
        self.advance()
        name = self.identifier()
        type_parameters = self.type_parameters()
        bases: list[syntax.TypeNode] = []
        if self.accept("extends"):
            bases.append(self.type_reference())
            while self.accept(","):
                bases.append(self.type_reference())
        members = self.type_members()
        return syntax.InterfaceDeclaration(start, self.last_end, name, type_parameters, tuple(bases), members)

    def _alias(self, start: int) -> syntax.Statement | None:
        if not self.next_is(NAMES, same_line=True):
            return None
        self.advance()
        name = self.identifier()
        type_parameters = self.type_parameters()
        self.expect("=")
        written = self.type_with_conditional(True)
        self.semicolon()
        return syntax.TypeAliasDeclaration(start, self.last_end, name, type_parameters, written)

    def enum(self, start: int, is_const: bool) -> syntax.Statement:
        """An enum from the word `enum` on."""
        self.expect("enum")
        name = self.identifier()
        self.expect("{")
        members: list[syntax.EnumMember] = []
        while self.kind != "}":
            at = self.start
            if self.kind not in PROPERTY_NAMES:
                self.unexpected()
            named = self.property_name()
            if not isinstance(named, syntax.Identifier | syntax.LiteralName):
                self.fault("the name of a member of an enum is a name or a text", start=at)
            value = self.assignment() if self.accept("=") else None
            members.append(syntax.EnumMember(at, self.last_end, named, value))
            if not self.accept(","):
                break
        self.expect("}")
        return syntax.EnumDeclaration(start, self.last_end, name, tuple(members), is_const)

    def _enum(self, start: int) -> syntax.Statement:
        return self.enum(start, False)

    # Control flow

    def _block(self, start: int) -> syntax.Statement:
        del start
        return self.block()

    def _empty(self, start: int) -> syntax.Statement:
        self.advance()
        return syntax.Empty(start, self.last_end)

    def _if(self, start: int) -> syntax.Statement:
        self.advance()
        condition = self._condition()
        then = self.statement()
        otherwise = self.statement() if self.accept("else") else None
        return syntax.If(start, self.last_end, condition, then, otherwise)

    def _while(self, start: int) -> syntax.Statement:
        self.advance()
        condition = self._condition()
        body = self.statement()
        return syntax.While(start, self.last_end, condition, body)

    def _do(self, start: int) -> syntax.Statement:
        self.advance()
        body = self.statement()
        self.expect("while")
        condition = self._condition()
        self.accept(";")
        return syntax.DoWhile(start, self.last_end, body, condition)

    def _for(self, start: int) -> syntax.Statement:
        self.advance()
        is_await = self.accept("await")
        self.expect("(")
        at = self.start
        head = self._head(at)
        if self.kind == "of" or self.kind == "in" or is_await:
            return self._for_each(start, at, head, is_await)
        self.expect(";")
        condition = None if self.kind == ";" else self.expression()
        self.expect(";")
        increment = None if self.kind == ")" else self.expression()
        self.expect(")")
        body = self.statement()
        return syntax.For(start, self.last_end, head, condition, increment, body)

    def _head(self, at: int) -> syntax.VariableStatement | syntax.Expression | None:
        """What stands first in the parentheses of a `for`."""
        kind = self.kind
        if kind == ";":
            return None
        if kind == "using" or kind == "await":
            if self.ahead(self._declares_in_head):
                word = "await using" if self.accept("await") else "using"
                self.advance()
                return self.variables(at, word, True)
        elif kind == "var" or kind == "let" or kind == "const":
            self.advance()
            return self.variables(at, kind, True)
        around = self.surroundings
        outer, around.no_in = around.no_in, True
        value = self.expression()
        around.no_in = outer
        return value

    def _declares_in_head(self) -> bool:
        if self.accept("await") and (self.kind != "using" or self.line_before):
            return False
        self.advance()
        if self.kind == "of":
            self.advance()
            return self.kind in ("=", ";", ":")
        return not self.line_before and (self.kind in NAMES or self.kind == "{")

    def _for_each(
        self, start: int, at: int, head: syntax.VariableStatement | syntax.Expression | None, is_await: bool
    ) -> syntax.Statement:
        if head is None:
            self.unexpected()
        variable: syntax.VariableStatement | syntax.Target
        if isinstance(head, syntax.VariableStatement):
            if len(head.declarators) != 1:
                self.fault("a loop over values declares one variable", start=at)
            variable = head
        else:
            if self.kind == "of" and self.text[at : self.last_end] == "async" and not is_await:
                self.unexpected()
            variable = self.as_target(head)
        if self.accept("in"):
            over = self.expression()
            self.expect(")")
            body = self.statement()
            return syntax.ForIn(start, self.last_end, variable, over, body)
        self.expect("of")
        over = self.assignment()
        self.expect(")")
        body = self.statement()
        return syntax.ForOf(start, self.last_end, variable, over, body, is_await)

    def _jump(self, start: int) -> syntax.Statement:
        kind = self.kind
        self.advance()
        label = None if self.ends_statement() else self.identifier()
        self.semicolon()
        made = syntax.Break if kind == "break" else syntax.Continue
        return made(start, self.last_end, label)

    def _return(self, start: int) -> syntax.Statement:
        self.advance()
        value = None if self.ends_statement() else self.expression()
        self.semicolon()
        return syntax.Return(start, self.last_end, value)

    def _throw(self, start: int) -> syntax.Statement:
        self.advance()
        if self.line_before:
            self.fault("a line break cannot follow `throw`", "put the value on the same line")
        value = self.expression()
        self.semicolon()
        return syntax.Throw(start, self.last_end, value)

    def _switch(self, start: int) -> syntax.Statement:
        self.advance()
        value = self._condition()
        self.expect("{")
        cases: list[syntax.Case] = []
        while self.kind != "}":
            cases.append(self._case())
        self.advance()
        return syntax.Switch(start, self.last_end, value, tuple(cases))

    def _case(self) -> syntax.Case:
        start = self.start
        test = None
        if self.accept("case"):
            test = self.expression()
        else:
            self.expect("default")
        self.expect(":")
        body: list[syntax.Statement] = []
        while self.kind not in ("case", "default", "}", END):
            body.append(self.statement())
        return syntax.Case(start, self.last_end, test, tuple(body))

    def _try(self, start: int) -> syntax.Statement:
        self.advance()
        body = self.block()
        catch = self._catch() if self.kind == "catch" else None
        final = self.block() if self.accept("finally") else None
        if catch is None and final is None:
            self.report(start, self.last_end, "a `try` needs a `catch` or a `finally`", "write `catch { }` behind it")
        return syntax.Try(start, self.last_end, body, catch, final)

    def _catch(self) -> syntax.CatchClause:
        start = self.start
        self.advance()
        target: syntax.BindingTarget | None = None
        written: syntax.TypeNode | None = None
        if self.accept("("):
            target = self.binding()
            written = self.annotation()
            self.expect(")")
        body = self.block()
        return syntax.CatchClause(start, self.last_end, target, written, body)

    def _debugger(self, start: int) -> syntax.Statement:
        self.advance()
        self.semicolon()
        return syntax.Debugger(start, self.last_end)

    def _with(self, start: int) -> syntax.Statement:
        self.advance()
        over = self._condition()
        body = self.statement()
        return syntax.With(start, self.last_end, over, body)

    def _of_module(self, start: int) -> syntax.Statement | None:
        del start
        return self.module_statement()

    def _export(self, start: int) -> syntax.Statement:
        found = self.module_statement()
        if found is None:
            self.unexpected()
        del start
        return found


_FUNCTION: Final = frozenset({"function"})
_CLASS: Final = frozenset({"class"})
_STATEMENTS: Final = {
    "{": StatementParser._block,
    ";": StatementParser._empty,
    "var": StatementParser._declaration,
    "let": StatementParser._declaration,
    "const": StatementParser._declaration,
    "using": StatementParser._using,
    "await": StatementParser._using,
    "function": StatementParser._function_declaration,
    "async": StatementParser._async_function,
    "class": StatementParser._class,
    "abstract": StatementParser._class,
    "interface": StatementParser._interface,
    "type": StatementParser._alias,
    "enum": StatementParser._enum,
    "if": StatementParser._if,
    "while": StatementParser._while,
    "do": StatementParser._do,
    "for": StatementParser._for,
    "break": StatementParser._jump,
    "continue": StatementParser._jump,
    "return": StatementParser._return,
    "throw": StatementParser._throw,
    "switch": StatementParser._switch,
    "try": StatementParser._try,
    "debugger": StatementParser._debugger,
    "with": StatementParser._with,
    "import": StatementParser._of_module,
    "export": StatementParser._export,
    "declare": StatementParser._of_module,
    "namespace": StatementParser._of_module,
    "module": StatementParser._of_module,
    "@": StatementParser._of_module,
}
"""What reads statements, by the kind of their first token; None from it means that it begins an expression."""
