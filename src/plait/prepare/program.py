"""What the functions of a module share while they are prepared: tables of types, globals with statics, signatures."""

from __future__ import annotations

from plait.prepare.operations import machine_class
from plait.prepare.prepared import DynamicSignature, PreparedBase, ProgramLayout
from plait.prepare.type_tables import TypeTables, extended_type_tables, make_type_tables
from plait.verify.classes import CallSignature, VerifiedClass
from plait.verify.verified import Decoded, VerifiedModule


class Program:
    """Static fields are kept as globals after those of the module, class by class."""

    def __init__(
        self, verified: VerifiedModule, tables: TypeTables, signatures: tuple[DynamicSignature, ...] = ()
    ) -> None:
        self.verified = verified
        self.module = verified.module
        self.tables = tables
        self.global_types = [variable.type for variable in self.module.globals]
        self._first_static: dict[int, int] = {}
        for item in verified.classes:
            if item is not None:
                self._first_static[item.number] = len(self.global_types)
                self.global_types.extend(static.type for static in item.statics)
        self._signatures = {signature: number for number, signature in enumerate(signatures)}
        self._targets = _method_targets(verified)

    def static_index(self, decoded: Decoded) -> int:
        """The index of the global that holds the static field that the instruction names."""
        return self._first_static[int(decoded.immediates[0])] + int(decoded.immediates[1])

    def class_of(self, number: int) -> VerifiedClass:
        """A class of the module; the verifier has made sure that there is one with the number."""
        found = self.verified.classes[number]
        assert found is not None
        return found

    def only_target(self, number: int, slot: int) -> int | None:
        """The function that a method call on an object of the class ends in, if there is but one."""
        return self._targets[number][slot]

    def signature_index(self, signature: CallSignature) -> int:
        """The index of the signature of a dynamic call."""
        classes = tuple(map(machine_class, signature.parameters))
        result = None if signature.result is None else machine_class(signature.result)
        return self._signatures.setdefault(DynamicSignature(classes, result), len(self._signatures))

    def layout(self) -> ProgramLayout:
        """What has been collected, for the image and the compiler."""
        tables = self.tables
        return ProgramLayout(
            tuple(self.global_types), tuple(self._signatures), tuple(tables.caches), tuple(tables.infos), tables
        )


def new_program(verified: VerifiedModule) -> Program:
    """The program of a module without a base, of which nothing has been prepared."""
    return Program(verified, make_type_tables(verified))


def extending_program(verified: VerifiedModule, base: PreparedBase) -> Program:
    """The program of a module of which a base has been prepared."""
    first_info = base.image.end_with_functions(len(verified.own_functions))
    tables = extended_type_tables(base.module.layout.tables, first_info)
    return Program(verified, tables, base.module.layout.signatures)


def _method_targets(verified: VerifiedModule) -> dict[int, list[int | None]]:
    """For each class and slot of its method table: the function that all objects of the class have there, or None."""
    targets: dict[int, list[int | None]] = {
        item.number: [*item.methods] for item in verified.classes if item is not None
    }
    # A subclass stands behind its base, so that its own subclasses have been looked at before it is.
    for item in reversed(verified.classes):
        if item is None or len(item.ancestors) == 1:
            continue
        inherited = targets[item.ancestors[-2]]
        for slot, (own, other) in enumerate(zip(targets[item.number], inherited, strict=False)):
            if own != other:
                inherited[slot] = None
    return targets
