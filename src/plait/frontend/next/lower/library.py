"""The library's bodies: TypeScript files, taken apart into their declarations, each read when it is reached."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind import bind_module
from plait.frontend.next.parse import parse_module
from plait.frontend.next.represent.collect import collect
from plait.frontend.next.represent.finder import find_units
from plait.frontend.next.represent.flows import Direct, Flows
from plait.frontend.next.represent.held import Held
from plait.frontend.next.represent.natives import native_result
from plait.frontend.next.represent.units import Storage, UnitTable, Variable
from plait.source import SourceFile

_DECLARATION: Final = re.compile(
    r"^(?:async )?(?:abstract )?(?:function\*?|class|const|let|var) +([\w$]+)", re.MULTILINE
)
_ANNOTATED: Final = {
    "number": Held.NUMBER,
    "string": Held.STRING,
    "boolean": Held.BOOLEAN,
    "$List": Held.LIST,
    "$Function": Held.FUNCTION,
}


@dataclass(frozen=True, slots=True)
class DeclarationText:
    """A declaration of the library: where it stands among all, and its text."""

    order: int
    name: str
    text: str


@cache
def declaration_texts() -> dict[str, DeclarationText]:
    """All declarations of the library by name."""
    found: dict[str, DeclarationText] = {}
    folder = files("plait.frontend.next") / "library" / "bodies"
    for file in sorted((item for item in folder.iterdir() if item.name.endswith(".ts")), key=lambda item: item.name):
        text = file.read_text(encoding="utf-8")
        starts = list(_DECLARATION.finditer(text))
        for match, following in zip(starts, [*starts[1:], None], strict=True):
            end = len(text) if following is None else following.start()
            name = match.group(1)
            if name in found:
                raise AssertionError(f"the library declares {name} twice")
            found[name] = DeclarationText(len(found), name, text[match.start() : end])
    return found


@dataclass(frozen=True, slots=True, eq=False)
class LibraryDeclaration:
    """A declaration of the library that was reached."""

    order: int
    name: str
    table: UnitTable
    flows: Flows
    variable: Variable
    statement: Any

    @property
    def direct(self) -> Direct | None:
        """The function that it is, if it is one that can be called directly."""
        return self.flows.directs.get(self.variable)

    @property
    def constant(self) -> float | str | None:
        """The number or text that it is for ever."""
        match self.statement:
            case syntax.VariableStatement(kind="const", declarators=(syntax.VariableDeclarator(value=value),)):
                if isinstance(value, syntax.NumericLiteral):
                    return float(value.value)
                if isinstance(value, syntax.StringLiteral):
                    return value.value
            case _:
                pass
        return None


def read_declaration(name: str) -> LibraryDeclaration | None:
    """The declaration of a name; None if the library has none. Raises `AssertionError` for a faulty library."""
    found = declaration_texts().get(name)
    return None if found is None else _read(found)


@cache
def _read(source: DeclarationText) -> LibraryDeclaration:
    """A declaration with its units and flows. Nothing of it is changed later."""
    diagnostics = Diagnostics()
    file = SourceFile(f"library of {source.name}", source.text)
    module = parse_module(file, diagnostics)
    if module is None or diagnostics.found:
        raise AssertionError(f"the library's {source.name} is not TypeScript: {diagnostics.found}")
    bound = bind_module(file, module, diagnostics)
    table = find_units(bound)
    statement = module.statements[0]
    variable = next(item for symbol, item in table.by_symbol.items() if symbol.name == source.name)
    _let_constructors_see_this(table)
    flows = Flows()
    flows.natives = result_of
    flows.names = held_of_name
    for item in table.by_symbol.values():
        if item.symbol is not None and item.symbol.scope is bound.scope:
            item.storage = Storage.GLOBAL
        held = _annotated_variable(item)
        if held is not None:
            flows.fix(item, held)
    _declare_function(table, flows, variable, statement)
    collect(table, flows)
    flows.solve()
    return LibraryDeclaration(source.order, source.name, table, flows, variable, statement)


def _let_constructors_see_this(table: UnitTable) -> None:
    """Constructors of the library look by `this` whether they were called with `new`."""
    for unit in table.by_node.values():
        if unit.this is not None:
            unit.this.storage, unit.this.is_late = Storage.LOCAL, False


def _declare_function(table: UnitTable, flows: Flows, variable: Variable, statement: Any) -> None:
    """A function is called directly, with its parameters and result held as they are annotated."""
    if not isinstance(statement, syntax.FunctionDeclaration):
        return
    function = statement.function
    unit = table.by_node[function]
    if unit.is_coroutine:
        return
    direct = Direct(variable, unit, len(function.parameters))
    direct.gives_nothing = annotated_result(function) is None
    for parameter, slot in zip(function.parameters, direct.parameters, strict=True):
        flows.fix(slot, Held.LIST if parameter.is_rest else _annotated(parameter.type))
    flows.fix(direct.result, annotated_result(function) or Held.WORD)
    flows.directs[variable] = direct
    flows.by_unit[unit] = direct


def _annotated_variable(variable: Variable) -> Held | None:
    """How a variable is held whose declaration says so."""
    match [] if variable.symbol is None else variable.symbol.declarations:
        case [syntax.VariableDeclarator(type=node)] if node is not None:
            held = _annotated(node)
            return None if held is Held.WORD else held
        case _:
            return None


def _annotated(node: Any) -> Held:
    match node:
        case syntax.KeywordType(name=name):
            return _ANNOTATED.get(name, Held.WORD)
        case syntax.TypeReference(names=(syntax.Identifier(name=name),)):
            return _ANNOTATED.get(name, Held.WORD)
        case _:
            return Held.WORD


def annotated_result(function: syntax.Function) -> Held | None:
    """How a function of the library gives its result; None if it gives none."""
    match function.result:
        case syntax.KeywordType(name="void" | "never"):
            return None
        case node:
            return _annotated(node)


@cache
def result_of(name: str) -> Held | None:
    """How a call of a library function, native or instruction gives its result, as bodies see it; None if unknown."""
    if name.startswith("$"):
        return native_result(name)
    source = declaration_texts().get(name)
    header = None if source is None else _HEADER.match(source.text)
    if header is None:
        return None
    annotation = header.group(1)
    return None if annotation is None else _ANNOTATED.get(annotation, Held.WORD)


@cache
def held_of_name(name: str) -> Held | None:
    """How a constant or variable of the library is held; None if that takes a look at what flows into it."""
    source = declaration_texts().get(name)
    found = None if source is None else _VARIABLE.match(source.text)
    if found is None:
        return None
    annotation, number, text = found.groups()
    if annotation is not None:
        return _ANNOTATED.get(annotation)
    if found.group(0).startswith("const"):
        return Held.NUMBER if number is not None else Held.STRING if text is not None else None
    return None


_VARIABLE: Final = re.compile(r"(?:const|let) +[\w$]+(?:: *([\w$]+))? *= *(?:(-?[\d.]+);|(\"[^\"]*\");)?")
_HEADER: Final = re.compile(r"function +[\w$]+\([^{]*?\)\s*(?::\s*([\w$]+)\s*)?\{")
"""The head of a function that is neither async nor a generator, with the annotation of its result."""
