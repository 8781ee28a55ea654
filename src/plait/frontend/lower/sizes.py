"""Whether a module can hold a program: what the verifier would refuse is reported where it is declared."""

from __future__ import annotations

from typing import Final

from plait.frontend.check import typed
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.lower.object_tables import ObjectTables
from plait.source import Span

MAX_MEMBERS: Final = 4000
"""Fields, methods and bases of a class, members of an interface, captured values of a function."""

MAX_MEMBER_ENTRIES: Final = 1 << 21
"""Members of all classes together, inherited ones counted in each."""

MAX_FUNCTIONS: Final = 65_000
MAX_GLOBALS: Final = 65_000
MAX_CLASSES: Final = 64_000
"""A little less than a module holds: lowering adds some."""


def check_sizes(program: typed.Program, objects: ObjectTables, diagnostics: Diagnostics) -> None:
    """Report what is too much."""

    def report(span: Span | None, message: str) -> None:
        diagnostics.report(Code.TOO_LARGE, span or program.main.span, message, "split it, or use an array")

    entries = 0
    for info in program.classes:
        size = objects.slot_count(info) + len(objects.methods[info]) + sum(1 for _ in info.ancestors())
        entries += size
        if size > MAX_MEMBERS or entries > MAX_MEMBER_ENTRIES:
            what = f"{info.name} has" if size > MAX_MEMBERS else "the classes have"
            report(info.span, f"{what} too many members, inherited ones counted in each class")
            return
    for shape in program.shapes:
        if 2 * len(shape.members) > MAX_MEMBERS:
            first = next(iter(shape.members.values()))
            report(first.span, f"an object type has at most {MAX_MEMBERS // 2} members")
            return
    for index, variables in program.captures.variables.items():
        if 2 * len(variables) > MAX_MEMBERS:
            report(program.functions[index].span, f"a function uses at most {MAX_MEMBERS // 2} variables around it")
            return
    counts = (
        (len(program.functions), MAX_FUNCTIONS, "functions"),
        (len(program.globals), MAX_GLOBALS, "top-level variables"),
        (len(program.classes) + len(program.shapes), MAX_CLASSES, "classes and object types"),
    )
    for count, most, what in counts:
        if count > most:
            report(None, f"the program has more than {most} {what}")
