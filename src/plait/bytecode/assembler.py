"""Assembly text to modules. docs/module-format.md describes the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from plait.bytecode.assembly_cursor import Cursor, Table, TypeNames, wrong
from plait.bytecode.assembly_declarations import (
    MAX_INDEX,
    MEMBER_DIRECTIVES,
    ClassText,
    InterfaceText,
    Section,
    read_class,
    read_interface,
)
from plait.bytecode.assembly_operands import ModuleNames, OperandReader
from plait.bytecode.assembly_text import BARE_NAME, AssemblyCode, AssemblyError, Token, TokenKind, tokens_of
from plait.bytecode.encoding import encode_instruction, instruction_size
from plait.bytecode.member_names import MemberNames
from plait.bytecode.module import FIRST_HOST_ID, ClassDefinition, Function, Global, HostImport, Module, SourcePosition
from plait.errors import CompileError
from plait.isa import BY_MNEMONIC, Instruction
from plait.isa.builtin_classes import FIRST_MODULE_CLASS
from plait.isa.value_types import ValueType
from plait.source import Diagnostic, SourceFile, Span

MAX_DIAGNOSTICS = 100
"""After so many errors the rest of the text is not looked at."""

MAX_U32 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Line:
    """An instruction whose operands are still to be read; `offset` is that of its first byte."""

    instruction: Instruction
    cursor: Cursor
    offset: int


@dataclass(slots=True)
class _FunctionText:
    """What has been read of a function."""

    name: str
    parameter_types: tuple[ValueType, ...] = ()
    result: ValueType | None = None
    local_types: list[ValueType] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)
    labels: Table = field(default_factory=lambda: Table("label"))
    positions: dict[int, SourcePosition] = field(default_factory=dict)
    captures: tuple[ValueType, ...] | None = None
    size: int = 0


def assemble(text: str, file_name: str) -> Module:
    """The module that the text describes. Raises `CompileError` with all that is wrong."""
    return _Assembler(SourceFile(file_name, text)).run()


class _Assembler:
    """First the names of classes and interfaces are gathered, which types may name. Then all lines are read, and then
    the operands, when every name is known.
    """

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._diagnostics: list[Diagnostic] = []
        self._name: str | None = None
        self._main: tuple[Cursor, Token] | None = None
        self._types: list[ValueType] = []
        self._strings: list[str] = []
        self._globals: list[Global] = []
        self._global_names = Table("global")
        self._imports: list[HostImport] = []
        self._import_names = Table("import")
        self._type_names = TypeNames()
        self._classes: list[ClassText] = []
        self._interfaces: list[InterfaceText] = []
        self._section: Section | None = None
        self._functions: list[_FunctionText] = []
        self._function_names = Table("function")
        self._directives = {
            ".module": self._read_module,
            ".main": self._read_main,
            ".type": self._read_type,
            ".string": self._read_string,
            ".global": self._read_global,
            ".import": self._read_import,
            ".class": self._read_class,
            ".interface": self._read_interface,
            ".function": self._read_function,
            ".captures": self._read_captures,
            ".local": self._read_local,
            ".line": self._read_position,
        }

    def run(self) -> Module:
        lines = self._tokenize()
        self._gather_names(lines)
        for tokens in lines:
            try:
                self._read_line(tokens)
            except AssemblyError as error:
                self._report(error)
        classes = tuple(item.build(self._function_names, self._report) for item in self._classes)
        reader = self._operand_reader(classes)
        functions = tuple(self._build(function, reader) for function in self._functions)
        main = self._resolve_main()
        if self._diagnostics:
            raise CompileError(sorted(self._diagnostics, key=lambda diagnostic: diagnostic.span.start))
        return Module(
            self._file.name if self._name is None else self._name,
            tuple(self._types),
            tuple(self._strings),
            tuple(self._globals),
            functions,
            main,
            classes,
            tuple(item.build() for item in self._interfaces),
            tuple(self._imports),
        )

    def _tokenize(self) -> list[list[Token]]:
        """The tokens of each line that has some."""
        lines: list[list[Token]] = []
        offset = 0
        for line in self._file.text.split("\n"):
            try:
                tokens = list(tokens_of(line, offset))
            except AssemblyError as error:
                self._report(error)
                tokens = []
            if tokens:
                lines.append(tokens)
            offset += len(line) + 1
        return lines

    def _gather_names(self, lines: list[list[Token]]) -> None:
        class_number, interface_number = FIRST_MODULE_CLASS, 0
        for tokens in lines:
            if len(tokens) < 2:
                continue
            if tokens[0].is_word(".class"):
                self._type_names.classes.add(tokens[1].text, class_number)
                class_number += 1
            elif tokens[0].is_word(".interface"):
                self._type_names.interfaces.add(tokens[1].text, interface_number)
                interface_number += 1

    def _operand_reader(self, classes: tuple[ClassDefinition, ...]) -> OperandReader:
        members = MemberNames(classes, [item.build() for item in self._interfaces])
        names = ModuleNames(self._function_names, self._global_names, self._import_names, self._type_names, members)
        return OperandReader(names, self._types, self._strings)

    def _report(self, error: AssemblyError) -> None:
        span = Span(self._file, error.start, error.end)
        self._diagnostics.append(Diagnostic(error.code.value, error.message, span, error.hint))
        if len(self._diagnostics) >= MAX_DIAGNOSTICS:
            raise CompileError(self._diagnostics)

    def _read_line(self, tokens: list[Token]) -> None:
        while tokens and tokens[0].kind is TokenKind.WORD and tokens[0].text.endswith(":"):
            try:
                self._place_label(tokens.pop(0))
            except AssemblyError as error:
                self._report(error)
        if not tokens:
            return
        first = tokens[0]
        cursor = Cursor(tokens, self._type_names)
        cursor.take("an instruction")
        if first.kind is TokenKind.WORD and first.text.startswith("."):
            read_member = MEMBER_DIRECTIVES.get(first.text)
            if read_member is not None:
                read_member(cursor, first, self._section)
                return
            read = self._directives.get(first.text)
            if read is None:
                known = " ".join([*self._directives, *MEMBER_DIRECTIVES])
                raise wrong(first, f"no such directive: {first.text}", f"known are {known}", AssemblyCode.WORD)
            read(cursor, first)
            return
        instruction = BY_MNEMONIC.get(first.text) if first.kind is TokenKind.WORD else None
        if instruction is None:
            hint = f"write {first.text.upper()}" if first.text.upper() in BY_MNEMONIC else ""
            raise wrong(first, f"no such instruction: {first.text}", hint, AssemblyCode.WORD)
        function = self._current(first)
        function.lines.append(_Line(instruction, cursor, function.size))
        function.size += instruction_size(instruction)

    def _current(self, token: Token) -> _FunctionText:
        if not self._functions or self._section is not None:
            raise wrong(token, "this belongs into a function", "start one with .function", AssemblyCode.PLACE)
        return self._functions[-1]

    def _place_label(self, token: Token) -> None:
        name = token.text[:-1]
        if not BARE_NAME.fullmatch(name):
            raise wrong(token, f"this cannot be a label: {name}", "labels are made of letters, digits, _ $ .")
        function = self._current(token)
        if not function.labels.add(name, function.size):
            raise wrong(token, f"the label {name} stands twice in this function", code=AssemblyCode.TWICE)

    def _read_module(self, cursor: Cursor, first: Token) -> None:
        if self._name is not None:
            raise wrong(first, "the module has its name already", code=AssemblyCode.TWICE)
        self._name = cursor.take_string("the module's name")
        cursor.finish()

    def _read_main(self, cursor: Cursor, first: Token) -> None:
        if self._main is not None:
            raise wrong(first, "main is given already", code=AssemblyCode.TWICE)
        self._main = cursor, first

    def _resolve_main(self) -> int | None:
        if self._main is None:
            return None
        cursor, first = self._main
        try:
            main = cursor.take_number("a function", self._function_names)
            cursor.finish()
            if not 0 <= main <= MAX_INDEX:
                raise wrong(first, f"the number of main must be from 0 to {MAX_INDEX}")
        except AssemblyError as error:
            self._report(error)
            return None
        return main

    def _read_type(self, cursor: Cursor, _: Token) -> None:
        self._types.append(cursor.take_type())
        cursor.finish()

    def _read_string(self, cursor: Cursor, _: Token) -> None:
        self._strings.append(cursor.take_string("the string"))
        cursor.finish()

    def _read_global(self, cursor: Cursor, _: Token) -> None:
        name = cursor.take_name("the global's name")
        self._global_names.add(name.text, len(self._globals))
        self._globals.append(Global(name.text, cursor.take_type()))
        cursor.finish()

    def _read_import(self, cursor: Cursor, _: Token) -> None:
        name = cursor.take_name("the import's name")
        self._import_names.add(name.text, FIRST_HOST_ID + len(self._imports))
        self._imports.append(HostImport(name.text, *cursor.take_signature()))

    def _read_class(self, cursor: Cursor, first: Token) -> None:
        self._section = ClassText("")
        self._section = read_class(cursor, first, self._type_names)
        self._classes.append(self._section)

    def _read_interface(self, cursor: Cursor, first: Token) -> None:
        self._section = InterfaceText("")
        self._section = read_interface(cursor, first, self._type_names)
        self._interfaces.append(self._section)

    def _read_function(self, cursor: Cursor, _: Token) -> None:
        name = cursor.take_name("the function's name")
        self._function_names.add(name.text, len(self._functions))
        function = _FunctionText(name.text)
        self._functions.append(function)
        self._section = None
        function.parameter_types, function.result = cursor.take_signature()

    def _read_captures(self, cursor: Cursor, first: Token) -> None:
        function = self._current(first)
        if function.captures is not None:
            raise wrong(first, "what the function captures is given already", code=AssemblyCode.TWICE)
        function.captures = () if cursor.peek() is None else cursor.take_types(None)
        cursor.finish()

    def _read_local(self, cursor: Cursor, first: Token) -> None:
        types = cursor.take_types(None)
        cursor.finish()
        self._current(first).local_types.extend(types)

    def _read_position(self, cursor: Cursor, first: Token) -> None:
        function = self._current(first)
        line = cursor.take_integer("the line", 1, MAX_U32)
        column = cursor.take_integer("the column", 1, MAX_U32)
        offset = function.size
        if (token := cursor.peek()) is not None and token.kind is TokenKind.WORD and token.text.startswith("@"):
            cursor.take("an offset")
            if not token.text[1:].isdecimal() or not token.text.isascii() or len(token.text) > 11:
                raise wrong(token, "after @ stands the offset of a byte")
            offset = int(token.text[1:])
        cursor.finish()
        if offset > MAX_U32:
            raise wrong(first, f"the offset must be at most {MAX_U32}")
        if offset in function.positions:
            raise wrong(first, f"byte {offset} has its line already", code=AssemblyCode.TWICE)
        function.positions[offset] = SourcePosition(offset, line, column)

    def _build(self, function: _FunctionText, reader: OperandReader) -> Function:
        code = bytearray()
        for line in function.lines:
            try:
                code += _encode(line, reader, function.labels)
            except AssemblyError as error:
                self._report(error)
        return Function(
            function.name,
            function.parameter_types,
            function.result,
            tuple(function.local_types),
            bytes(code),
            tuple(position for _, position in sorted(function.positions.items())),
            function.captures,
        )


def _encode(line: _Line, reader: OperandReader, labels: Table) -> bytes:
    immediates = reader.read(line.instruction, line.cursor, labels, line.offset)
    return encode_instruction(line.instruction, immediates)
