"""Object literals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.early.bindings import is_computed
from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place
from plait.frontend.next.early.rules import Rule


def _object(faults: Faults, node: syntax.ObjectLiteral, place: Place) -> None:
    del place
    prototypes = [
        member
        for member in node.members
        if isinstance(member, syntax.PropertyAssignment)
        and isinstance(member.name, syntax.Identifier | syntax.LiteralName)
        and member.name.name == "__proto__"
        and not is_computed(faults.file.text, member.name)
    ]
    for member in prototypes[1:]:
        message = "the object literal has two prototypes"
        faults.report(member.name, message, "leave one `__proto__` out", Code.DUPLICATE_NAME)


RULES: Final[Mapping[type, Rule]] = {syntax.ObjectLiteral: _object}
