"""What classes and interfaces come to, and each rule for them: exactly what is said when it is broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from plait.bytecode.module import ClassDefinition, Field, InterfaceDefinition, Method, MethodSignature, Module
from plait.errors import VerifyError
from plait.isa.value_types import ANY, F64, I32, STRING, ClosureType, InterfaceType, ObjectType, TupleType
from plait.verify import verify
from plait.verify.classes import InterfaceBinding, VerifiedClass

from .world import (
    AREA,
    BODY,
    CIRCLE,
    CIRCLE_AREA,
    CIRCLE_LIKE,
    CONSTRUCT,
    FUNCTIONS,
    LIKE,
    METHOD_OF_LONE,
    NEW,
    PROBLEM,
    SHAPE,
    STATIC,
    WORLD,
    function,
    world_with,
)


def find(number: int, module: Module = WORLD) -> VerifiedClass:
    found = verify(module).classes[number]
    assert found is not None
    return found


def test_builtin_and_reserved_numbers() -> None:
    classes = verify(WORLD).classes
    assert [item.name for item in classes[:4] if item] == ["Error", "TypeError", "RangeError", "ReferenceError"]
    assert classes[4:16] == (None,) * 12
    assert [item.ancestors for item in classes[:4] if item] == [(0,), (0, 1), (0, 2), (0, 3)]
    assert len(classes) == 20


def test_a_class_has_what_it_inherits() -> None:
    circle = find(17)
    assert circle.ancestors == (16, 17)
    assert circle.slots == (Field("name", STRING), Field("radius", F64))
    assert circle.method_names == ("area", "like")
    assert circle.methods == (CIRCLE_AREA, CIRCLE_LIKE)
    assert circle.constructor == CONSTRUCT
    assert circle.statics == ()
    assert not circle.is_abstract


def test_bindings_of_inherited_and_extended_interfaces() -> None:
    assert find(16).bindings == (InterfaceBinding(0, (0,), (AREA,)),)
    assert find(17).bindings == (InterfaceBinding(0, (0,), (CIRCLE_AREA,)), InterfaceBinding(1, (1,), (CIRCLE_LIKE,)))


def test_a_subclass_of_an_error_has_the_hidden_slots() -> None:
    problem = find(18)
    assert problem.ancestors == (0, 2, 18)
    assert [field.name for field in problem.slots] == ["message", "name", "cause", "(trace)", "(code)", "detail"]


def test_a_field_with_an_inherited_name_is_another_slot() -> None:
    circle = replace(WORLD.classes[1], fields=(Field("name", STRING), Field("radius", F64)))
    found = find(17, with_class(1, circle))
    assert [field.name for field in found.slots] == ["name", "name", "radius"]
    assert found.bindings[0].slots == (1,)


def with_class(position: int, definition: ClassDefinition) -> Module:
    classes = list(WORLD.classes)
    classes[position] = definition
    return replace(WORLD, classes=tuple(classes))


def with_circle(**changes: object) -> Module:
    return with_class(1, replace(WORLD.classes[1], **changes))  # type: ignore[arg-type]


def with_lone(**changes: object) -> Module:
    return with_class(3, replace(WORLD.classes[3], **changes))  # type: ignore[arg-type]


def with_interface(**changes: object) -> Module:
    interfaces = (WORLD.interfaces[0], replace(WORLD.interfaces[1], **changes))  # type: ignore[arg-type]
    return replace(WORLD, interfaces=interfaces)


def circle_method(name: str, parameters: tuple[object, ...], result: object) -> Callable[[], Module]:
    """The world with a circle that has one method: a new function."""

    def make() -> Module:
        text = "RETURN_VOID" if result is None else "JUMP -5"
        module = world_with(function((CIRCLE, *parameters), result, text))  # type: ignore[arg-type]
        circle = replace(WORLD.classes[1], methods=(Method(name, NEW),))
        return replace(module, classes=(WORLD.classes[0], circle, *WORLD.classes[2:]))

    return make


REFUSED: dict[str, tuple[Callable[[], Module], str]] = {
    "a base that is the class itself": (
        lambda: with_circle(base=17),
        "class 17 (Circle): its base is class 17, which does not stand before it",
    ),
    "a base that comes later": (
        lambda: with_circle(base=18),
        "class 17 (Circle): its base is class 18, which does not stand before it",
    ),
    "a base below zero": (
        lambda: with_circle(base=-1),
        "class 17 (Circle): its base is class -1, which does not stand before it",
    ),
    "a reserved base": (
        lambda: with_circle(base=4),
        "class 17 (Circle): its base is class 4, but there is no class of that number",
    ),
    "two fields of a name": (
        lambda: with_circle(fields=(Field("radius", F64), Field("radius", I32))),
        "class 17 (Circle): field radius is there twice",
    ),
    "two methods of a name": (
        lambda: with_circle(methods=(Method("area", CIRCLE_AREA), Method("area", CIRCLE_LIKE))),
        "class 17 (Circle): method area is there twice",
    ),
    "two static fields of a name": (
        lambda: with_circle(statics=(Field("a", F64), Field("a", F64))),
        "class 17 (Circle): static field a is there twice",
    ),
    "two static methods of a name": (
        lambda: with_circle(static_methods=(Method("a", STATIC), Method("a", STATIC))),
        "class 17 (Circle): static method a is there twice",
    ),
    "a method without function": (
        lambda: with_lone(methods=(Method("run", NEW),)),
        "class 19 (Lone): method run is function 8, but there are 8 functions",
    ),
    "a method of another class": (
        lambda: with_lone(methods=(Method("run", AREA),)),
        "class 19 (Lone): method run is function 0, whose first parameter is not object(19)",
    ),
    "a method of a base": (
        lambda: with_circle(methods=(Method("area", AREA),)),
        "class 17 (Circle): method area is function 0, whose first parameter is not object(17)",
    ),
    "a method without object": (
        lambda: with_lone(methods=(Method("run", STATIC),)),
        "class 19 (Lone): method run is function 5, whose first parameter is not object(19)",
    ),
    "a method that is a closure's function": (
        lambda: with_lone(methods=(Method("run", BODY),)),
        "class 19 (Lone): method run is function 6, which is the function of a closure",
    ),
    "a static method below zero": (
        lambda: with_lone(static_methods=(Method("run", -1),)),
        "class 19 (Lone): static method run is function -1, but there are 8 functions",
    ),
    "a static method that is a closure's function": (
        lambda: with_lone(static_methods=(Method("run", BODY),)),
        "class 19 (Lone): static method run is function 6, which is the function of a closure",
    ),
    "a constructor without function": (
        lambda: with_lone(constructor=99),
        "class 19 (Lone): the constructor is function 99, but there are 8 functions",
    ),
    "a constructor of another class": (
        lambda: with_circle(constructor=CONSTRUCT),
        "class 17 (Circle): the constructor is function 4, whose first parameter is not object(17)",
    ),
    "a constructor with a result": (
        lambda: with_circle(constructor=CIRCLE_AREA),
        "class 17 (Circle): the constructor is function 1, which has a result",
    ),
    "an interface that is not there": (
        lambda: with_circle(interfaces=(2,)),
        "class 17 (Circle): it implements interface 2, but there are 2 interfaces",
    ),
    "an interface below zero": (
        lambda: with_circle(interfaces=(-1,)),
        "class 17 (Circle): it implements interface -1, but there are 2 interfaces",
    ),
    "a field that an interface asks for": (
        lambda: with_lone(interfaces=(0,)),
        "class 19 (Lone): it implements interface 0 (Named), but has no field name",
    ),
    "a method that an interface asks for": (
        lambda: with_lone(interfaces=(0,), fields=(Field("name", STRING),)),
        "class 19 (Lone): it implements interface 0 (Named), but has no method area",
    ),
    "a field that an extended interface asks for": (
        lambda: with_lone(interfaces=(1,), fields=(Field("radius", F64),)),
        "class 19 (Lone): it implements interface 0 (Named), but has no field name",
    ),
    "a hidden slot as an interface's field": (
        lambda: replace(
            WORLD,
            interfaces=(*WORLD.interfaces, InterfaceDefinition("Traced", (), (Field("(trace)", ANY),))),
            classes=(*WORLD.classes[:2], replace(WORLD.classes[2], interfaces=(2,)), WORLD.classes[3]),
        ),
        "class 18 (Problem): it implements interface 2 (Traced), but has no field (trace)",
    ),
    "a field of another type than an interface's": (
        lambda: with_circle(fields=(Field("radius", I32),)),
        "class 17 (Circle): field radius is i32, but f64 in interface 1 (Round)",
    ),
    "a field of a narrower type than an interface's": (
        lambda: with_interface(fields=(Field("radius", F64), Field("name", InterfaceType(0)))),
        "class 17 (Circle): field name is string, but interface(0) in interface 1 (Round)",
    ),
    "a method of fewer parameters than an interface's": (
        lambda: with_interface(methods=(MethodSignature("like", (), SHAPE),)),
        "class 17 (Circle): method like (function 3) does not fit that of interface 1 (Round)",
    ),
    "a method that takes less than an interface's": (
        lambda: with_interface(methods=(MethodSignature("like", (InterfaceType(0),), SHAPE),)),
        "class 17 (Circle): method like (function 3) does not fit that of interface 1 (Round)",
    ),
    "a method that gives more than an interface's": (
        lambda: with_interface(methods=(MethodSignature("like", (CIRCLE,), PROBLEM),)),
        "class 17 (Circle): method like (function 3) does not fit that of interface 1 (Round)",
    ),
    "a method with a result, the interface's without": (
        lambda: with_interface(methods=(MethodSignature("like", (CIRCLE,), None),)),
        "class 17 (Circle): method like (function 3) does not fit that of interface 1 (Round)",
    ),
    "an overriding method of another result": (
        circle_method("area", (), I32),
        "class 17 (Circle): method area (function 8) does not fit the one that it overrides (function 0)",
    ),
    "an overriding method without result": (
        circle_method("area", (), None),
        "class 17 (Circle): method area (function 8) does not fit the one that it overrides (function 0)",
    ),
    "an overriding method with a wider result": (
        circle_method("like", (CIRCLE,), InterfaceType(0)),
        "class 17 (Circle): method like (function 8) does not fit the one that it overrides (function 2)",
    ),
    "an overriding method of more parameters": (
        circle_method("area", (I32,), F64),
        "class 17 (Circle): method area (function 8) does not fit the one that it overrides (function 0)",
    ),
    "an overriding method that takes less": (
        circle_method("like", (PROBLEM,), SHAPE),
        "class 17 (Circle): method like (function 8) does not fit the one that it overrides (function 2)",
    ),
    "an interface that extends itself": (
        lambda: with_interface(extends=(1,)),
        "interface 1 (Round): it extends interface 1, which does not stand before it",
    ),
    "an interface that extends one below zero": (
        lambda: with_interface(extends=(-1,)),
        "interface 1 (Round): it extends interface -1, which does not stand before it",
    ),
    "an interface with a field twice": (
        lambda: with_interface(fields=(Field("radius", F64), Field("radius", F64))),
        "interface 1 (Round): field radius is there twice",
    ),
    "an interface with a method twice": (
        lambda: with_interface(methods=WORLD.interfaces[1].methods * 2),
        "interface 1 (Round): method like is there twice",
    ),
    "a field of a reserved class": (
        lambda: with_circle(fields=(Field("radius", F64), Field("other", ObjectType(15)))),
        "class 17 (Circle): field 1: there is no class 15",
    ),
    "a static field of no class": (
        lambda: with_circle(statics=(Field("other", TupleType((I32, ObjectType(20)))),)),
        "class 17 (Circle): static 0: there is no class 20",
    ),
    "a field of an interface of no interface": (
        lambda: with_interface(fields=(Field("other", InterfaceType(2)),)),
        "interface 1 (Round): field 0: there is no interface 2",
    ),
    "a parameter of an interface of no class": (
        lambda: with_interface(methods=(MethodSignature("like", (I32, ObjectType(-1)), None),)),
        "interface 1 (Round): method 0, parameter 1: there is no class -1",
    ),
    "a name too long for a message": (
        lambda: with_lone(name="n" * 41, base=19),
        f"class 19 ({'n' * 40}...): its base is class 19, which does not stand before it",
    ),
    "an import of no class": (
        lambda: replace(WORLD, imports=(replace(WORLD.imports[1], result=ObjectType(4)),)),
        "import 0, result: there is no class 4",
    ),
    "a closure's function that does not take the closure": (
        lambda: world_with(function((I32,), captures=())),
        "the first parameter of a closure's function must be the closure, closure(-> void) (function 8)",
    ),
    "a closure's function that takes another closure": (
        lambda: world_with(function((ClosureType((I32,), None), I32, I32), captures=())),
        "the first parameter of a closure's function must be the closure, closure(i32 i32 -> void) (function 8)",
    ),
    "a closure's function that takes nothing": (
        lambda: world_with(function((), captures=(I32,))),
        "the first parameter of a closure's function must be the closure, closure(-> void) (function 8)",
    ),
    "a closure's function as main": (
        lambda: replace(WORLD, functions=(*FUNCTIONS, function((ClosureType((), None),), captures=())), main=NEW),
        "main is the function of a closure (function 8)",
    ),
}


@pytest.mark.parametrize(("make", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(make: Callable[[], Module], message: str) -> None:
    with pytest.raises(VerifyError) as caught:
        verify(make())
    assert str(caught.value) == message


ACCEPTED: dict[str, Callable[[], Module]] = {
    "the world": lambda: WORLD,
    "an overriding method that takes more and gives less": circle_method("like", (InterfaceType(0),), CIRCLE),
    "a method besides the inherited ones": circle_method("more", (I32,), I32),
    "a field and a method of one name": lambda: with_lone(fields=(Field("run", I32),)),
    "an interface named twice": lambda: with_circle(interfaces=(1, 1, 0)),
    "a static method that is also a method": lambda: with_lone(static_methods=(Method("run", METHOD_OF_LONE),)),
    "a subclass of a subclass": lambda: with_class(3, ClassDefinition("More", 17)),
    "an interface whose method takes less": lambda: with_interface(
        methods=(MethodSignature("like", (CIRCLE,), SHAPE),)
    ),
    "an interface without members": lambda: with_interface(fields=(), methods=()),
}


@pytest.mark.parametrize("make", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(make: Callable[[], Module]) -> None:
    module = make()
    assert verify(module).module is module


def test_methods_of_a_subclass_keep_their_places() -> None:
    module = with_class(3, ClassDefinition("More", 17))
    assert find(19, module).methods == (CIRCLE_AREA, CIRCLE_LIKE)
    assert find(19, module).bindings == find(17, module).bindings
    assert find(16, module).methods == (AREA, LIKE)
