"""From the classes and interfaces of a module to their resolved form: inheritance, method tables, implementations.

Rules, beside those that the messages state: a base or an extended interface stands before what names it, so that
neither can go in circles; functions named by classes are ordinary ones, not bodies of closures.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

from plait.bytecode.module import ClassDefinition, Field, Function, Method, Module
from plait.errors import VerifyError
from plait.isa.builtin_classes import BUILTIN_CLASSES, ERROR_FIELDS, ERROR_SLOTS, FIRST_MODULE_CLASS
from plait.isa.value_types import ANY, I64, ObjectType, ValueType
from plait.verify.classes import InterfaceBinding, VerifiedClass
from plait.verify.subtypes import Subtypes

HIDDEN_SLOTS = range(len(ERROR_FIELDS), ERROR_SLOTS)
"""The slots of errors that no instruction can name."""


def resolve_interfaces(module: Module) -> tuple[frozenset[int], ...]:
    """For each interface: those that it extends, directly or not, and itself."""
    extended: list[frozenset[int]] = []
    for number, interface in enumerate(module.interfaces):
        found = {number}
        for other in interface.extends:
            if not 0 <= other < number:
                raise VerifyError(
                    f"interface {number} ({interface.name}) extends interface {other}, which does not stand before it"
                )
            found |= extended[other]
        _check_distinct([field.name for field in interface.fields], f"interface {interface.name}: field")
        _check_distinct([method.name for method in interface.methods], f"interface {interface.name}: method")
        extended.append(frozenset(found))
    return tuple(extended)


def builtin_classes() -> tuple[VerifiedClass | None, ...]:
    """The classes that every module has, at their numbers."""
    classes: list[VerifiedClass | None] = [None] * FIRST_MODULE_CLASS
    hidden = (Field("(trace)", ANY), Field("(code)", I64))
    slots = (*(Field(name, value_type) for name, value_type in ERROR_FIELDS), *hidden)
    for number, definition in BUILTIN_CLASSES.items():
        ancestors = (int(number),) if definition.base is None else (int(definition.base), int(number))
        classes[number] = VerifiedClass(
            int(number), definition.name, ancestors, slots, (), (), (), (), None, (), is_abstract=False
        )
    return tuple(classes)


def resolve_classes(module: Module, extended: tuple[frozenset[int], ...]) -> tuple[VerifiedClass | None, ...]:
    """All classes at their numbers. Raises `VerifyError` for one that breaks a rule."""
    resolver = _Resolver(module, extended)
    for position in range(len(module.classes)):
        resolver.add(position)
    resolver.check_signatures()
    return tuple(resolver.classes)


class _Resolver:
    def __init__(self, module: Module, extended: tuple[frozenset[int], ...]) -> None:
        self.module = module
        self.extended = extended
        self.classes: list[VerifiedClass | None] = list(builtin_classes())
        self._definition: ClassDefinition | None = None

    def add(self, position: int) -> None:
        """Resolve the next class: what it inherits, and what it adds or replaces."""
        definition = self._definition = self.module.classes[position]
        number = FIRST_MODULE_CLASS + position
        base = self._base(definition, number)
        _check_distinct([field.name for field in definition.fields], f"class {definition.name}: field")
        _check_distinct([method.name for method in definition.methods], f"class {definition.name}: method")
        methods = list(base.methods) if base else []
        names = list(base.method_names) if base else []
        places = {name: slot for slot, name in enumerate(names)}
        for method in definition.methods:
            self._check_method(method, number)
            if method.name in places:
                methods[places[method.name]] = method.function
            else:
                methods.append(method.function)
                names.append(method.name)
        for method in definition.static_methods:
            self._function(method.function, f"static method {method.name}")
        slots = (*(base.slots if base else ()), *definition.fields)
        ancestors = (*(base.ancestors if base else ()), number)
        resolved = VerifiedClass(
            number,
            definition.name,
            ancestors,
            slots,
            tuple(methods),
            tuple(names),
            definition.statics,
            tuple(method.function for method in definition.static_methods),
            self._constructor(definition, number, base),
            (),
            definition.is_abstract,
        )
        self.classes.append(resolved)

    def _base(self, definition: ClassDefinition, number: int) -> VerifiedClass | None:
        if definition.base is None:
            return None
        if not 0 <= definition.base < number:
            self._fail(f"its base is class {definition.base}, which does not stand before it")
        base = self.classes[definition.base]
        if base is None:
            self._fail(f"its base is class {definition.base}, but no class has that number")
        return base

    def _constructor(self, definition: ClassDefinition, number: int, base: VerifiedClass | None) -> int | None:
        if definition.constructor is None:
            return base.constructor if base else None
        function = self._function(definition.constructor, "the constructor")
        if not function.parameter_types or function.parameter_types[0] != ObjectType(number):
            self._fail(f"the constructor's first parameter must be object({number})")
        if function.result is not None:
            self._fail("the constructor must not have a result")
        return definition.constructor

    def _check_method(self, method: Method, number: int) -> None:
        function = self._function(method.function, f"method {method.name}")
        if not function.parameter_types or function.parameter_types[0] != ObjectType(number):
            self._fail(f"the first parameter of method {method.name} must be object({number})")

    def _function(self, index: int, what: str) -> Function:
        if not 0 <= index < len(self.module.functions):
            self._fail(f"{what} is function {index}, but there are {len(self.module.functions)}")
        function = self.module.functions[index]
        if function.captures is not None:
            self._fail(f"{what} is function {index}, which belongs to closures")
        return function

    def check_signatures(self) -> None:
        """Overriding methods fit those that they replace; classes have what their interfaces ask for."""
        # Which interfaces a class implements matters to whether signatures fit, so that comes first, unchecked.
        for number, item in enumerate(self.classes):
            if item is not None:
                self.classes[number] = self._with_bindings(item)
        subtypes = Subtypes(tuple(self.classes), self.extended)
        for position, definition in enumerate(self.module.classes):
            self._definition = definition
            number = FIRST_MODULE_CLASS + position
            item = self.classes[number]
            assert item is not None
            if definition.base is not None:
                base = self.classes[definition.base]
                assert base is not None
                for slot, inherited in enumerate(base.methods):
                    if item.methods[slot] != inherited:
                        self._check_override(subtypes, item.method_names[slot], item.methods[slot], inherited)
            for binding in item.bindings:
                self._check_binding(subtypes, item, binding)

    def _with_bindings(self, item: VerifiedClass) -> VerifiedClass:
        if item.number < FIRST_MODULE_CLASS:
            return item
        definition = self._definition = self.module.classes[item.number - FIRST_MODULE_CLASS]
        wanted: set[int] = set()
        for interface in definition.interfaces:
            if not 0 <= interface < len(self.module.interfaces):
                self._fail(f"it implements interface {interface}, but there are {len(self.module.interfaces)}")
            wanted |= self.extended[interface]
        if len(item.ancestors) > 1:
            base = self.classes[item.ancestors[-2]]
            assert base is not None
            wanted |= {binding.interface for binding in base.bindings}
        bindings = tuple(self._bind(item, interface) for interface in sorted(wanted))
        return replace(item, bindings=bindings)

    def _bind(self, item: VerifiedClass, interface: int) -> InterfaceBinding:
        definition = self.module.interfaces[interface]
        # The last field with a name is the one that the class itself sees under it.
        slots = {field.name: slot for slot, field in enumerate(item.slots) if slot not in hidden_slots(item)}
        methods = dict(zip(item.method_names, item.methods, strict=True))
        for name in (field.name for field in definition.fields):
            if name not in slots:
                self._fail(f"it implements interface {definition.name}, but has no field {name}")
        for name in (method.name for method in definition.methods):
            if name not in methods:
                self._fail(f"it implements interface {definition.name}, but has no method {name}")
        return InterfaceBinding(
            interface,
            tuple(slots[field.name] for field in definition.fields),
            tuple(methods[method.name] for method in definition.methods),
        )

    def _check_binding(self, subtypes: Subtypes, item: VerifiedClass, binding: InterfaceBinding) -> None:
        definition = self.module.interfaces[binding.interface]
        for field, slot in zip(definition.fields, binding.slots, strict=True):
            if item.slots[slot].type != field.type:
                self._fail(
                    f"it implements interface {definition.name}, whose field {field.name} is {field.type};"
                    f" its own is {item.slots[slot].type}"
                )
        for method, index in zip(definition.methods, binding.functions, strict=True):
            function = self.module.functions[index]
            if not _fits(subtypes, function, method.parameter_types, method.result):
                self._fail(f"its method {method.name} does not fit that of interface {definition.name}")

    def _check_override(self, subtypes: Subtypes, name: str, index: int, inherited: int) -> None:
        overridden = self.module.functions[inherited]
        if not _fits(subtypes, self.module.functions[index], overridden.parameter_types[1:], overridden.result):
            self._fail(f"its method {name} does not fit the one that it overrides")

    def _fail(self, message: str) -> NoReturn:
        assert self._definition is not None
        raise VerifyError(f"class {self._definition.name}: {message}")


def hidden_slots(item: VerifiedClass) -> range:
    """The slots of objects of a class that no instruction can name."""
    return HIDDEN_SLOTS if item.ancestors[0] in BUILTIN_CLASSES else range(0)


def _fits(subtypes: Subtypes, function: Function, parameters: tuple[ValueType, ...], result: ValueType | None) -> bool:
    """Whether a method can be called as one with these parameters (after the object) and this result."""
    own = function.parameter_types[1:]
    if len(own) != len(parameters):
        return False
    if not all(subtypes.is_assignable(given, taken) for given, taken in zip(parameters, own, strict=True)):
        return False
    if function.result is None or result is None:
        return function.result is None and result is None
    return subtypes.is_assignable(function.result, result)


def _check_distinct(names: list[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise VerifyError(f"{what} {name!r} is defined twice")
        seen.add(name)
