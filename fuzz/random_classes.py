"""Random classes, interfaces and bodies of closures, with the functions that belong to them declared."""

from __future__ import annotations

from random import Random

from fuzz.world import RandomClass, RandomInterface, RandomMethod, Signature, World
from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import ClassDefinition, Field, InterfaceDefinition, Method, MethodSignature
from plait.isa.builtin_classes import FIRST_MODULE_CLASS, BuiltinClass
from plait.isa.value_types import ArrayType, CellType, ClosureType, InterfaceType, ObjectType, ValueType


class ClassMaker:
    """Adds classes and interfaces to a world, their types to `types`, and everything to the module."""

    def __init__(self, random: Random, builder: ModuleBuilder, world: World, types: list[ValueType]) -> None:
        self._random = random
        self._builder = builder
        self._world = world
        self._types = types

    def add_types(self) -> tuple[int, int]:
        """Decide how many classes and interfaces there are; their types may be used from here on."""
        classes, interfaces = self._random.choice((0, 1, 2, 3, 4)), self._random.randrange(3)
        self._types += [ObjectType(FIRST_MODULE_CLASS + number) for number in range(classes)]
        self._types += [InterfaceType(number) for number in range(interfaces)]
        if classes and self._random.random() < 0.3:
            self._types.append(ArrayType(ObjectType(FIRST_MODULE_CLASS)))
        return classes, interfaces

    def add(self, classes: int, interfaces: int) -> None:
        """Make them."""
        for number in range(interfaces):
            self._add_interface(number)
        for position in range(classes):
            self._add_class(position)

    def add_bodies(self) -> None:
        """Functions for the closures of the types. They capture what comes before the closure among the types."""
        for position, item in enumerate(tuple(self._types)):
            if not isinstance(item, ClosureType):
                continue
            for _ in range(self._random.choice((0, 1, 1, 2))):
                before = [*self._types[:position], CellType(self._random.choice(self._types[:7]))]
                captures = tuple(self._random.choice(before) for _ in range(self._random.randrange(4)))
                name = f"body{len(self._world.bodies)}"
                index = self._builder.declare_closure(name, captures, item.parameters, item.result)
                self._world.bodies.append(Signature(index, (item, *item.parameters), item.result, captures))

    def _some_types(self, *counts: int) -> tuple[ValueType, ...]:
        return tuple(self._random.choice(self._types) for _ in range(self._random.choice(counts)))

    def _result(self) -> ValueType | None:
        return None if self._random.random() < 0.3 else self._random.choice(self._types)

    def _add_interface(self, number: int) -> None:
        fields = [(f"p{number}_{index}", item) for index, item in enumerate(self._some_types(0, 1, 2))]
        methods = [
            RandomMethod(f"q{number}_{index}", self._some_types(0, 1, 2), self._result(), 1 << 16)
            for index in range(self._random.randrange(3))
        ]
        self._world.interfaces.append(RandomInterface(fields, methods))
        asked = tuple(MethodSignature(item.name, item.parameters, item.result) for item in methods)
        self._builder.add_interface(
            InterfaceDefinition(f"I{number}", (), tuple(Field(*item) for item in fields), asked)
        )

    def _add_class(self, position: int) -> None:
        random, world = self._random, self._world
        number = FIRST_MODULE_CLASS + position
        name = f"C{position}"
        bases = [None, *BuiltinClass, *range(FIRST_MODULE_CLASS, number), *range(FIRST_MODULE_CLASS, number)]
        base_number = random.choice(bases)
        base = None if base_number is None else world.classes[base_number]
        made = RandomClass(number, base_number, frozenset({number}), {}, random.random() < 0.15)
        if base is not None:
            made.ancestors |= base.ancestors
            made.slots, made.slot_count = dict(base.slots), base.slot_count
            made.methods, made.interfaces = list(base.methods), set(base.interfaces)
            made.constructor = base.constructor
        world.classes[number] = made
        fields = [Field(f"{name}f{index}", item) for index, item in enumerate(self._some_types(0, 1, 2, 4))]
        overridden = [method for method in made.methods if random.random() < 0.5]
        implemented = [item for item in range(len(world.interfaces)) if random.random() < 0.5]
        for item in implemented:
            if item not in made.interfaces:
                fields += [Field(*entry) for entry in world.interfaces[item].fields]
                there = {method.name for method in overridden}
                overridden += [method for method in world.interfaces[item].methods if method.name not in there]
        for index in range(random.choice((0, 1, 2))):
            overridden.append(RandomMethod(f"{name}m{index}", self._some_types(0, 1, 2), self._result(), 0))
        methods = [self._implement(made, method) for method in overridden]
        made.interfaces |= set(implemented)
        for field in fields:
            made.slots[made.slot_count] = field.type
            made.slot_count += 1
        own = {method.name: method.function for method in methods}
        made.methods = self._table(base, made, own)
        self._finish(made, name, fields, methods, implemented)

    def _implement(self, owner: RandomClass, method: RandomMethod) -> Method:
        """Declare the function by which a class has a method."""
        parameters = (ObjectType(owner.number), *method.parameters)
        index = self._builder.declare_function(f"C{owner.number}.{method.name}", parameters, method.result)
        self._world.functions.append(Signature(index, parameters, method.result))
        owner.methods.append(RandomMethod(method.name, method.parameters, method.result, index))
        return Method(method.name, index)

    @staticmethod
    def _table(base: RandomClass | None, made: RandomClass, own: dict[str, int]) -> list[RandomMethod]:
        """The method table: overriding methods stand where those are that they override."""
        found = {item.name: item for item in made.methods if item.function == own.get(item.name, item.function)}
        inherited = [item.name for item in base.methods] if base is not None else []
        names = [*inherited, *(name for name in own if name not in inherited)]
        return [found[name] for name in names]

    def _finish(
        self, made: RandomClass, name: str, fields: list[Field], methods: list[Method], implemented: list[int]
    ) -> None:
        random = self._random
        made.statics = list(self._some_types(0, 0, 1, 2))
        plain = [item for item in self._world.functions if item.index > 0]
        made.static_methods = [random.choice(plain) for _ in range(random.choice((0, 0, 1)))] if plain else []
        constructor = None
        if random.random() < 0.5:
            parameters = (ObjectType(made.number), *self._some_types(0, 1, 2))
            constructor = self._builder.declare_function(f"{name}.new", parameters, None)
            made.constructor = Signature(constructor, parameters, None)
            self._world.functions.append(made.constructor)
        statics = tuple(Field(f"s{index}", item) for index, item in enumerate(made.statics))
        static_methods = tuple(Method(f"t{index}", item.index) for index, item in enumerate(made.static_methods))
        self._builder.add_class(
            ClassDefinition(
                name,
                made.base,
                tuple(fields),
                tuple(methods),
                statics,
                static_methods,
                constructor,
                tuple(implemented),
                made.is_abstract,
            )
        )
