"""From the classes and interfaces of a module to their resolved form: inheritance, method tables, implementations.

A base or an extended interface stands before what names it, so that neither can go in circles. All types here are
representatives of one interner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from plait.bytecode.module import ClassDefinition, Field, Method, MethodSignature
from plait.errors import VerifyError
from plait.isa.builtin_classes import BUILTIN_CLASSES, ERROR_FIELDS, ERROR_SLOTS, FIRST_MODULE_CLASS
from plait.isa.value_types import ANY, I64
from plait.verify.budget import Budget
from plait.verify.classes import CallSignature, InterfaceBinding, VerifiedClass
from plait.verify.limits import MAX_MEMBERS
from plait.verify.module_types import ModuleTypes, label, shorten
from plait.verify.subtypes import Subtypes

HIDDEN_SLOTS = range(len(ERROR_FIELDS), ERROR_SLOTS)
"""The slots of errors that no instruction can name."""


@dataclass(frozen=True, slots=True)
class ClassTables:
    """All classes at their numbers, and which types fit where."""

    classes: tuple[VerifiedClass | None, ...]
    subtypes: Subtypes


def resolve_classes(types: ModuleTypes, budget: Budget) -> ClassTables:
    """The classes of a module. Raises `VerifyError` for a class or interface that breaks a rule."""
    extended = _resolve_interfaces(types, budget)
    resolver = _Resolver(types, extended, budget)
    for position in range(len(types.classes)):
        resolver.add(position)
    # Which interfaces a class implements matters to whether signatures fit, so that comes first, unchecked.
    tables = ClassTables(tuple(resolver.classes), Subtypes(tuple(resolver.classes), extended))
    resolver.check_signatures(tables.subtypes)
    return tables


def hidden_slots(item: VerifiedClass) -> range:
    """The slots of objects of a class that no instruction can name."""
    return HIDDEN_SLOTS if item.ancestors[0] in BUILTIN_CLASSES else range(0)


def _resolve_interfaces(types: ModuleTypes, budget: Budget) -> tuple[frozenset[int], ...]:
    """For each interface: those that it extends, directly or not, and itself."""
    extended: list[frozenset[int]] = []
    for number, interface in enumerate(types.interfaces):
        where = label("interface", number, interface.name)
        found = {number}
        for other in interface.extends:
            if not 0 <= other < number:
                raise VerifyError(f"{where}: it extends interface {other}, which does not stand before it")
            budget.spend_members(len(extended[other]))
            found |= extended[other]
        _check_distinct(interface.fields, f"{where}: field")
        _check_distinct(interface.methods, f"{where}: method")
        extended.append(frozenset(found))
    return tuple(extended)


def _builtin_classes() -> list[VerifiedClass | None]:
    """The classes that every module has, at their numbers."""
    classes: list[VerifiedClass | None] = [None] * FIRST_MODULE_CLASS
    hidden = (Field("(trace)", ANY), Field("(code)", I64))
    slots = (*(Field(name, value_type) for name, value_type in ERROR_FIELDS), *hidden)
    for number, definition in BUILTIN_CLASSES.items():
        ancestors = (int(number),) if definition.base is None else (int(definition.base), int(number))
        classes[number] = VerifiedClass(
            int(number), definition.name, ancestors, slots, (), (), (), (), None, (), is_abstract=False
        )
    return classes


class _Resolver:
    """Adds class after class. `_where` is how errors call the one that is looked at."""

    def __init__(self, types: ModuleTypes, extended: tuple[frozenset[int], ...], budget: Budget) -> None:
        self.classes = _builtin_classes()
        self._types = types
        self._extended = extended
        self._budget = budget
        self._where = ""

    def add(self, position: int) -> None:
        """Resolve the next class: what it inherits, and what it adds or replaces."""
        definition = self._types.classes[position]
        number = FIRST_MODULE_CLASS + position
        self._where = label("class", number, definition.name)
        base = self._base(definition, number)
        self._check_definition(definition, number)
        slots = (*(base.slots if base else ()), *definition.fields)
        methods = dict(zip(base.method_names, base.methods, strict=True)) if base else {}
        methods.update((method.name, method.function) for method in definition.methods)
        ancestors = (*(base.ancestors if base else ()), number)
        size = len(slots) + len(methods) + len(ancestors)
        if size > MAX_MEMBERS:
            self._fail(f"it has more than {MAX_MEMBERS} fields, methods and bases, what it inherits included")
        self._budget.spend_members(size)
        resolved = VerifiedClass(
            number,
            definition.name,
            ancestors,
            slots,
            tuple(methods.values()),
            tuple(methods),
            definition.statics,
            tuple(method.function for method in definition.static_methods),
            self._constructor(definition, number, base),
            (),
            definition.is_abstract,
        )
        self.classes.append(replace(resolved, bindings=self._bindings(definition, resolved, base)))

    def _base(self, definition: ClassDefinition, number: int) -> VerifiedClass | None:
        if definition.base is None:
            return None
        if not 0 <= definition.base < number:
            self._fail(f"its base is class {definition.base}, which does not stand before it")
        base = self.classes[definition.base]
        if base is None:
            self._fail(f"its base is class {definition.base}, but there is no class of that number")
        return base

    def _check_definition(self, definition: ClassDefinition, number: int) -> None:
        """Names are distinct; functions are there and take what they must."""
        _check_distinct(definition.fields, f"{self._where}: field")
        _check_distinct(definition.methods, f"{self._where}: method")
        _check_distinct(definition.statics, f"{self._where}: static field")
        _check_distinct(definition.static_methods, f"{self._where}: static method")
        for method in definition.methods:
            self._check_receiver(method.function, f"method {shorten(method.name)}", number)
        for method in definition.static_methods:
            self._function(method.function, f"static method {shorten(method.name)}")

    def _constructor(self, definition: ClassDefinition, number: int, base: VerifiedClass | None) -> int | None:
        if definition.constructor is None:
            return base.constructor if base else None
        call = self._check_receiver(definition.constructor, "the constructor", number)
        if call.result is not None:
            self._fail(f"the constructor is function {definition.constructor}, which has a result")
        return definition.constructor

    def _check_receiver(self, index: int, what: str, number: int) -> CallSignature:
        call = self._function(index, what)
        wanted = self._types.interner.object_of(number)
        if not call.parameters or call.parameters[0] is not wanted:
            self._fail(f"{what} is function {index}, whose first parameter is not {wanted}")
        return call

    def _function(self, index: int, what: str) -> CallSignature:
        functions = self._types.functions
        if not 0 <= index < len(functions):
            self._fail(f"{what} is function {index}, but there are {len(functions)} functions")
        if functions[index].captures is not None:
            self._fail(f"{what} is function {index}, which is the function of a closure")
        return functions[index].call

    def _bindings(
        self, definition: ClassDefinition, item: VerifiedClass, base: VerifiedClass | None
    ) -> tuple[InterfaceBinding, ...]:
        """How the class implements each interface that it or its base names, and those that these extend."""
        wanted = {binding.interface for binding in base.bindings} if base else set()
        for interface in definition.interfaces:
            if not 0 <= interface < len(self._extended):
                self._fail(f"it implements interface {interface}, but there are {len(self._extended)} interfaces")
            self._budget.spend_members(len(self._extended[interface]))
            wanted |= self._extended[interface]
        if not wanted:
            return ()
        # The last field with a name is the one that the class itself sees under it.
        slots = {field.name: slot for slot, field in enumerate(item.slots) if slot not in hidden_slots(item)}
        methods = dict(zip(item.method_names, item.methods, strict=True))
        return tuple(self._bind(interface, slots, methods) for interface in sorted(wanted))

    def _bind(self, interface: int, slots: dict[str, int], methods: dict[str, int]) -> InterfaceBinding:
        definition = self._types.interfaces[interface]
        self._budget.spend_members(1 + len(definition.fields) + len(definition.methods))
        for field in definition.fields:
            if field.name not in slots:
                self._lacks(interface, f"field {shorten(field.name)}")
        for method in definition.methods:
            if method.name not in methods:
                self._lacks(interface, f"method {shorten(method.name)}")
        return InterfaceBinding(
            interface,
            tuple(slots[field.name] for field in definition.fields),
            tuple(methods[method.name] for method in definition.methods),
        )

    def check_signatures(self, subtypes: Subtypes) -> None:
        """Overriding methods fit those that they replace; classes have what their interfaces ask for."""
        for item in self.classes[FIRST_MODULE_CLASS:]:
            assert item is not None
            self._where = label("class", item.number, item.name)
            base = self.classes[item.ancestors[-2]] if len(item.ancestors) > 1 else None
            for slot, inherited in enumerate(base.methods if base else ()):
                if item.methods[slot] != inherited:
                    self._check_override(subtypes, item.method_names[slot], item.methods[slot], inherited)
            for binding in item.bindings:
                self._check_binding(subtypes, item, binding)

    def _check_override(self, subtypes: Subtypes, name: str, own: int, inherited: int) -> None:
        functions = self._types.functions
        self._budget.spend_members(len(functions[own].call.parameters))
        if not subtypes.can_stand_for(functions[own].call, functions[inherited].call):
            self._fail(
                f"method {shorten(name)} (function {own}) does not fit the one that it overrides (function {inherited})"
            )

    def _check_binding(self, subtypes: Subtypes, item: VerifiedClass, binding: InterfaceBinding) -> None:
        definition = self._types.interfaces[binding.interface]
        for field, slot in zip(definition.fields, binding.slots, strict=True):
            own = item.slots[slot].type
            if own is not field.type:
                where = label("interface", binding.interface, definition.name)
                self._fail(f"field {shorten(field.name)} is {own}, but {field.type} in {where}")
        for method, function in zip(definition.methods, binding.functions, strict=True):
            own_call = self._types.functions[function].call
            wanted = CallSignature((own_call.parameters[0], *method.parameter_types), method.result)
            self._budget.spend_members(len(wanted.parameters))
            if not subtypes.can_stand_for(own_call, wanted):
                where = label("interface", binding.interface, definition.name)
                self._fail(f"method {shorten(method.name)} (function {function}) does not fit that of {where}")

    def _lacks(self, interface: int, member: str) -> NoReturn:
        where = label("interface", interface, self._types.interfaces[interface].name)
        self._fail(f"it implements {where}, but has no {member}")

    def _fail(self, message: str) -> NoReturn:
        raise VerifyError(f"{self._where}: {message}")


def _check_distinct(members: Sequence[Field | Method | MethodSignature], what: str) -> None:
    seen: set[str] = set()
    for member in members:
        name = member.name
        if name in seen:
            raise VerifyError(f"{what} {shorten(name)} is there twice")
        seen.add(name)
