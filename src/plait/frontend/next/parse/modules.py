"""Imports, exports, namespaces and ambient declarations."""

from __future__ import annotations

from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.parse.scanner import END, NAMES, WORDS
from plait.frontend.next.parse.statements import StatementParser
from plait.frontend.words import words


class ModuleParser(StatementParser):
    """Reads whole files."""

    __slots__ = ()

    def module(self) -> syntax.Module:
        """The file."""
        self.advance()
        found: list[syntax.Statement] = []
        while self.kind != END:
            found.append(self.statement())
        return syntax.Module(0, len(self.text), tuple(found))

    def module_statement(self) -> syntax.Statement | None:
        start = self.start
        match self.kind:
            case "import":
                return None if self.next_is(_AFTER_CALLED_IMPORT) else self._import_statement(start)
            case "export":
                self.advance()
                return self._export_of(start, ())
            case "namespace" | "module":
                return self._namespace(start)
            case "declare":
                return self._ambient(start)
            case _:
                return self._decorated(start)

    # Namespaces and ambient declarations

    def _namespace(self, start: int) -> syntax.Statement | None:
        allowed = NAMES | {"text"} if self.kind == "module" else NAMES
        if not self.next_is(allowed, same_line=True):
            return None
        self.advance()
        if self.kind == "text":
            literal = self.string()
            named = syntax.LiteralName(literal.start, literal.end, literal.value, False)
            inside: tuple[syntax.Statement, ...] = ()
            if self.kind == "{":
                inside = self.block().statements
            else:
                self.semicolon()
            return syntax.ModuleDeclaration(start, self.last_end, named, inside)
        names = [self.identifier()]
        while self.accept("."):
            names.append(self.identifier())
        body = self.block().statements
        end = self.last_end
        *outer, last = names
        made = syntax.ModuleDeclaration(start if not outer else last.start, end, last, body)
        for position, around in reversed(list(enumerate(outer))):
            exported = syntax.ExportDeclaration(made.start, made.end, made, False)
            made = syntax.ModuleDeclaration(start if position == 0 else around.start, end, around, (exported,))
        return made

    def _ambient(self, start: int) -> syntax.Statement | None:
        if not self.ahead(self._is_ambient):
            return None
        self.advance()
        declared = self._global() if self.kind == "global" else self.statement()
        return syntax.Ambient(start, self.last_end, declared)

    def _global(self) -> syntax.Statement:
        start = self.start
        self.advance()
        name = syntax.Identifier(start, self.last_end, "global")
        body = self.block().statements
        return syntax.ModuleDeclaration(start, self.last_end, name, body)

    def _is_ambient(self) -> bool:
        self.advance()
        if self.line_before:
            return False
        kind = self.kind
        if kind in ("namespace", "module", "type", "interface", "abstract", "global", "using", "async"):
            self.advance()
            is_body = kind == "global" and self.kind == "{"
            return is_body or self.kind in WORDS or (kind == "module" and self.kind == "text")
        return kind in _DECLARED

    def _decorated(self, start: int) -> syntax.Statement | None:
        decorators = self.decorators()
        if self.accept("export"):
            return self._export_of(start, decorators)
        return self._class_with(start, decorators)

    def _class_with(self, start: int, decorators: tuple[syntax.Decorator, ...]) -> syntax.Statement:
        if self.kind != "class" and self.kind != "abstract":
            self.unexpected()
        made = self.class_expression(decorators, start)
        return syntax.ClassDeclaration(start, self.last_end, made)

    # Imports

    def _import_statement(self, start: int) -> syntax.Statement:
        self.advance()
        if self.kind == "text":
            return self._from(start, (), False, True)
        is_type = self.kind == "type" and self.ahead(self._is_import_of_types)
        if is_type:
            self.advance()
        found: list[syntax.ImportSpecifier] = []
        if self.kind in NAMES:
            local = self.identifier()
            if self.kind == "=":
                return self._import_alias(start, local, is_type)
            found.append(syntax.ImportSpecifier(local.start, local.end, "default", local, False))
            if not self.accept(","):
                self.expect("from")
                return self._from(start, tuple(found), is_type, False)
        if self.kind == "*":
            at = self.start
            self.advance()
            self.expect("as")
            local = self.identifier()
            found.append(syntax.ImportSpecifier(at, self.last_end, "*", local, False))
        elif self.kind == "{":
            self.advance()
            while self.kind != "}":
                found.append(self._import_specifier())
                if not self.accept(","):
                    break
            self.expect("}")
        else:
            self.unexpected()
        self.expect("from")
        return self._from(start, tuple(found), is_type, False)

    def _is_import_of_types(self) -> bool:
        """Whether `type` is no name that is imported."""
        self.advance()
        if self.kind == "{" or self.kind == "*":
            return True
        if self.kind not in NAMES:
            return False
        if self.kind != "from":
            return True
        self.advance()
        return self.kind == "from" or self.kind == "="

    def _import_alias(self, start: int, local: syntax.Identifier, is_type: bool) -> syntax.Statement:
        self.advance()
        if self.kind == "name" and self.word == "require" and self.next_is(_OPENING):
            self.advance()
            self.expect("(")
            module = self.string().value
            self.expect(")")
            self.semicolon()
            return syntax.ImportAlias(start, self.last_end, local, (), module, is_type)
        names = [self.identifier()]
        while self.accept("."):
            names.append(self.word_name())
        self.semicolon()
        return syntax.ImportAlias(start, self.last_end, local, tuple(names), None, is_type)

    def _from(
        self, start: int, found: tuple[syntax.ImportSpecifier, ...], is_type: bool, is_bare: bool
    ) -> syntax.Statement:
        module = self.string().value
        self._attributes()
        self.semicolon()
        return syntax.Import(start, self.last_end, found, module, is_type, is_bare)

    def _attributes(self) -> None:
        """`with { type: "json" }`, which changes nothing."""
        if self.kind == "with" or (self.kind == "name" and self.word == "assert" and not self.line_before):
            self.advance()
            if self.kind != "{":
                self.unexpected()
            self.assignment()

    def _import_specifier(self) -> syntax.ImportSpecifier:
        start = self.start
        is_type = self._takes_type_word()
        imported = self._name_of_module()
        if self.accept("as"):
            local = self.identifier()
        elif isinstance(imported, syntax.Identifier):
            local = imported
        else:
            self.unexpected()
        return syntax.ImportSpecifier(start, self.last_end, imported.name, local, is_type)

    def _takes_type_word(self) -> bool:
        """Pass over a `type` before a name in braces; whether there was one."""
        if self.kind != "type" or not self.ahead(self._is_type_word):
            return False
        self.advance()
        return True

    def _is_type_word(self) -> bool:
        """`type A`, `type as`, `type as as A`; not `type as A`, which gives `type` another name."""
        self.advance()
        if self.kind != "as":
            return self.kind in WORDS or self.kind == "text"
        self.advance()
        if self.kind != "as":
            return self.kind not in WORDS and self.kind != "text"
        self.advance()
        return self.kind in WORDS or self.kind == "text"

    def _name_of_module(self) -> syntax.Identifier | syntax.LiteralName:
        if self.kind == "text":
            literal = self.string()
            return syntax.LiteralName(literal.start, literal.end, literal.value, False)
        return self.word_name()

    # Exports

    def _export_of(self, start: int, decorators: tuple[syntax.Decorator, ...]) -> syntax.Statement:
        kind = self.kind
        if kind == "@" and not decorators:
            decorators = self.decorators()
            kind = self.kind
        if decorators and kind not in ("default", "class", "abstract"):
            self.unexpected()
        if kind == "default":
            self.advance()
            return self._export_default(start, decorators)
        if kind == "=":
            self.advance()
            value = self.assignment()
            self.semicolon()
            return syntax.ExportDefault(start, self.last_end, value, True)
        if kind == "as":
            self.fault("this form of export is not known", "write `export { name }`")
        is_type = kind == "type" and self.next_is(_AFTER_EXPORTED_TYPE)
        if is_type:
            self.advance()
            kind = self.kind
        if kind == "*":
            return self._export_all(start, is_type)
        if kind == "{":
            return self._export_names(start, is_type)
        if decorators:
            declared = self._class_with(self.start, decorators)
        elif kind == "import":
            declared = self._exported_alias()
        elif kind in _DECLARING:
            declared = self.statement()
            if isinstance(declared, syntax.ExpressionStatement):
                self.fault("this form of export is not known", "write `export { name }`", start)
        else:
            self.unexpected()
        return syntax.ExportDeclaration(start, self.last_end, declared, False)

    def _exported_alias(self) -> syntax.Statement:
        """`import A = N.B` behind `export`."""
        start = self.start
        self.advance()
        local = self.identifier()
        if self.kind != "=":
            self.unexpected()
        return self._import_alias(start, local, False)

    def _export_default(self, start: int, decorators: tuple[syntax.Decorator, ...]) -> syntax.Statement:
        at = self.start
        decorators += self.decorators()
        declared: syntax.Statement | None = None
        if self.kind == "class" or (self.kind == "abstract" and self.next_is(_CLASS, same_line=True)):
            declared = self._class_with(at, decorators)
        elif self.kind == "function":
            declared = self.function_declaration(at, False, may_be_nameless=True)
        elif self.kind == "async" and self.next_is(_FUNCTION, same_line=True):
            self.advance()
            declared = self.function_declaration(at, True, may_be_nameless=True)
        elif self.kind == "interface" and self.next_is(NAMES, same_line=True):
            declared = self.statement()
        if declared is not None:
            return syntax.ExportDeclaration(start, self.last_end, declared, True)
        value = self.assignment()
        self.semicolon()
        return syntax.ExportDefault(start, self.last_end, value, False)

    def _export_all(self, start: int, is_type: bool) -> syntax.Statement:
        self.advance()
        name = self._name_of_module().name if self.accept("as") else None
        self.expect("from")
        module = self.string().value
        self._attributes()
        self.semicolon()
        return syntax.ExportAll(start, self.last_end, name, module, is_type)

    def _export_names(self, start: int, is_type: bool) -> syntax.Statement:
        self.advance()
        found: list[syntax.ExportSpecifier] = []
        while self.kind != "}":
            found.append(self._export_specifier())
            if not self.accept(","):
                break
        self.expect("}")
        module: str | None = None
        if self.accept("from"):
            module = self.string().value
            self._attributes()
        self.semicolon()
        return syntax.ExportNames(start, self.last_end, tuple(found), module, is_type)

    def _export_specifier(self) -> syntax.ExportSpecifier:
        start = self.start
        is_type = self._takes_type_word()
        local = self._name_of_module()
        exported = self._name_of_module().name if self.accept("as") else local.name
        return syntax.ExportSpecifier(start, self.last_end, local, exported, is_type)


_AFTER_CALLED_IMPORT: Final = words("( .")
_AFTER_EXPORTED_TYPE: Final = words("* {")
_OPENING: Final = frozenset({"("})
_CLASS: Final = frozenset({"class"})
_FUNCTION: Final = frozenset({"function"})
_DECLARED: Final = words("var let const function class enum import")
_DECLARING: Final = _DECLARED | words("abstract async declare interface module namespace type using await @")
