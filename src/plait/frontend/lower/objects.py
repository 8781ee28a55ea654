"""Objects: making them, their fields and methods; what may be null."""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.held import held, nullable, value_type
from plait.frontend.check.members import ClassInfo, Member, MemberKind, Shape
from plait.frontend.check.types import (
    BUILTIN_ERRORS,
    NULLISH,
    VOID,
    ClassOf,
    FunctionOf,
    ObjectOf,
    Type,
    UnionOf,
    members_of,
)
from plait.frontend.lower.code import Code
from plait.frontend.lower.conversion import convert_top, emit_nothing
from plait.frontend.lower.numbers import emit_as
from plait.frontend.lower.object_tables import literal_type, machine_name, method_types, slot_name
from plait.isa.builtin_classes import BuiltinClass
from plait.isa.value_types import ANY, STRING, ObjectType, is_reference
from plait.source import Span

_STACK = BUILTIN_ERRORS["Error"].members["stack"]
_ERROR_NUMBER = BUILTIN_ERRORS["Error"].number


def emit_new_object(code: Code, node: typed.NewObject) -> None:
    """`new Class(arguments)`."""
    info = node.info
    code.check_class(info, node.span)
    if info.is_builtin:
        _new_error(code, node)
        return
    for argument in node.arguments:
        emit_as(code, argument, held(argument.type))
    code.at(node.span)
    if any(current.constructor is not None or current.is_builtin for current in info.ancestors()):
        code.emit("CALL_CONSTRUCTOR", info.number, len(node.arguments))
    else:
        code.emit("NEW_OBJECT", info.number)


def _new_error(code: Code, node: typed.NewObject) -> None:
    message, options = node.arguments
    _message(code, message)
    code.at(node.span)
    code.emit("NEW_ERROR", node.info.number)
    if isinstance(options, typed.Convert) and isinstance(options.operand, typed.Nothing):
        return
    with code.temporary(ObjectType(node.info.number)) as error:
        code.emit("STORE_LOCAL", error)
        _cause(code, options, lambda: code.emit("LOAD_LOCAL", error))
        code.emit("LOAD_LOCAL", error)


def _message(code: Code, message: typed.Expression) -> None:
    """The message, which is empty when it is left out."""
    match message:
        case typed.Convert(operand=typed.Nothing()):
            code.text("")
            return
        case typed.Convert(operand=operand) if code.held(operand) is STRING and nullable(operand.type) is None:
            code.emit_value(code, operand)
            return
    given = code.label()
    code.emit_value(code, message)
    code.emit("DUP")
    code.emit("IS_NULL")
    code.jump("JUMP_IF_FALSE", given)
    code.emit("POP")
    code.text("")
    code.place(given)


def _cause(code: Code, options: typed.Expression, load: object) -> None:
    """Store the cause that the options give, if they do."""
    only = nullable(options.type)
    shape = only[0] if only is not None else options.type
    if not isinstance(shape, ObjectOf):
        raise AssertionError("options are an object")
    member = shape.shape.members["cause"]
    end = code.label()
    with code.temporary(held(options.type)) as given:
        code.emit_value(code, options)
        code.emit("STORE_LOCAL", given)
        code.emit("LOAD_LOCAL", given)
        code.emit("IS_NULL")
        code.jump("JUMP_IF_TRUE", end)
        load()  # type: ignore[operator]
        code.emit("LOAD_LOCAL", given)
        _get_property(code, shape.shape, member)
        code.emit("SET_FIELD", _ERROR_NUMBER, 2)
        code.place(end)


def emit_super(code: Code, node: typed.SuperConstruct) -> None:
    """`super(arguments)`."""
    info = node.info
    if info.is_builtin:
        _super_error(code, node)
        return
    target = next((current for current in info.ancestors() if current.constructor is not None), None)
    if target is None or target.constructor is None:
        for argument in node.arguments:
            code.emit_value(code, argument)
            code.emit("POP")
        return
    code.emit_value(code, node.object)
    code.emit("UPCAST", code.type_index(ObjectType(target.number)))
    for argument in node.arguments:
        emit_as(code, argument, held(argument.type))
    code.at(node.span)
    code.emit("CALL", target.constructor.index, len(node.arguments) + 1)


def _super_error(code: Code, node: typed.SuperConstruct) -> None:
    message, options = node.arguments
    code.emit_value(code, node.object)
    _message(code, message)
    code.emit("SET_FIELD", _ERROR_NUMBER, 0)
    code.emit_value(code, node.object)
    code.text(node.info.name)
    code.emit("SET_FIELD", _ERROR_NUMBER, 1)
    if not (isinstance(options, typed.Convert) and isinstance(options.operand, typed.Nothing)):
        _cause(code, options, lambda: code.emit_value(code, node.object))


def emit_literal(code: Code, node: typed.NewLiteral) -> None:
    """`{ name: value }`."""
    if not isinstance(node.type, ObjectOf):
        raise AssertionError("an object literal has an object type")
    shape = node.type.shape
    names = tuple(member.name for member, _ in node.values)
    number = code.tables.objects.literal_class(shape, names, node.with_this)
    slots = code.tables.objects.literal_slots(number)
    code.at(node.span)
    code.emit("NEW_OBJECT", number)
    for member, value in node.values:
        code.emit("DUP")
        emit_as(code, value, held(literal_type(shape, shape.members[member.name], member.name in node.with_this)))
        code.emit("SET_FIELD", number, slots[member.name])
    code.emit("UPCAST", code.type_index(held(node.type)))


def emit_read_field(code: Code, node: typed.ReadField) -> None:
    """`object.name`."""
    code.emit_value(code, node.object)
    code.at(node.span)
    if node.member is _STACK:
        _upcast_error(code, node.object.type)
        code.emit("ERROR_STACK")
        return
    match node.object.type:
        case ClassOf(info):
            if node.member in code.tables.objects.ready:
                _check_late(code, node, info)
            code.emit("GET_FIELD", info.number, code.tables.objects.slots[node.member])
        case ObjectOf(shape):
            _get_property(code, shape, node.member)
        case type_:
            raise AssertionError(f"a field of {type_}")


def _get_property(code: Code, shape: Shape, member: Member) -> None:
    """Read a property of the object of an object type on the stack."""
    place = code.tables.objects.field_place(shape, member)
    if place is None:
        code.emit("CALL_INTERFACE", shape.number, code.tables.objects.method_place(shape, f"get {member.name}"), 0)
    else:
        code.emit("GET_INTERFACE_FIELD", shape.number, place)


def _upcast_error(code: Code, type_: Type) -> None:
    if held(type_) != ObjectType(_ERROR_NUMBER):
        code.emit("UPCAST", code.type_index(ObjectType(_ERROR_NUMBER)))


def _check_late(code: Code, node: typed.ReadField, info: ClassInfo) -> None:
    """Throws a TypeError where the field of the object on the stack has no value yet."""
    ready = code.label()
    code.emit("DUP")
    code.emit("GET_FIELD", info.number, code.tables.objects.ready[node.member])
    code.jump("JUMP_IF_TRUE", ready)
    code.text(f"the field '{node.member.name}' is read before it has a value")
    code.emit("NEW_ERROR", int(BuiltinClass.TYPE_ERROR))
    code.emit("BOX_REF")
    code.emit("THROW")
    code.place(ready)


def _store_late(code: Code, node: typed.StoreField, info: ClassInfo, wants_value: bool) -> None:
    """An assignment of a field that may be read before it has a value: from here on it has one."""
    wanted = held(node.member.type)
    with code.temporary(ObjectType(info.number)) as object_, code.temporary(wanted) as value:
        code.emit_value(code, node.object)
        code.emit("STORE_LOCAL", object_)
        emit_as(code, node.value, wanted)
        code.emit("STORE_LOCAL", value)
        code.emit("LOAD_LOCAL", object_)
        code.emit("LOAD_LOCAL", value)
        code.at(node.span)
        _set_field(code, node)
        code.emit("LOAD_LOCAL", object_)
        code.emit("CONST_TRUE")
        code.emit("SET_FIELD", info.number, code.tables.objects.ready[node.member])
        if wants_value:
            code.emit("LOAD_LOCAL", value)
    if wants_value:
        convert_top(code, node.member.type, wanted, node.type, code.held(node))


def emit_store_field(code: Code, node: typed.StoreField, wants_value: bool) -> None:
    """`object.name = value`."""
    if isinstance(node.object.type, ClassOf) and node.member in code.tables.objects.ready:
        _store_late(code, node, node.object.type.info, wants_value)
        return
    code.emit_value(code, node.object)
    wanted = held(node.member.type)
    emit_as(code, node.value, wanted)
    if not wants_value:
        code.at(node.span)
        _set_field(code, node)
        return
    with code.temporary(wanted) as value:
        code.emit("STORE_LOCAL", value)
        code.emit("LOAD_LOCAL", value)
        code.at(node.span)
        _set_field(code, node)
        code.emit("LOAD_LOCAL", value)
    convert_top(code, node.member.type, wanted, node.type, code.held(node))


def _set_field(code: Code, node: typed.StoreField) -> None:
    match node.object.type:
        case ClassOf(info):
            code.emit("SET_FIELD", info.number, code.tables.objects.slots[node.member])
        case ObjectOf(shape):
            place = code.tables.objects.field_place(shape, node.member)
            if place is None:
                setter = code.tables.objects.method_place(shape, f"set {node.member.name}")
                code.emit("CALL_INTERFACE", shape.number, setter, 1)
            else:
                code.emit("SET_INTERFACE_FIELD", shape.number, place)
        case type_:
            raise AssertionError(f"a field of {type_}")


def emit_call_method(code: Code, node: typed.CallMethod) -> None:
    """`object.name(arguments)`."""
    match node.object.type:
        case ClassOf(info):
            _class_method(code, node, info)
        case ObjectOf(shape):
            code.emit_value(code, node.object)
            _arguments(code, node)
            code.at(node.span)
            place = code.tables.objects.method_place(shape, node.name)
            code.emit("CALL_INTERFACE", shape.number, place, len(node.arguments))
        case type_:
            raise AssertionError(f"a method of {type_}")
    _adapt_result(code, node)


def _class_method(code: Code, node: typed.CallMethod, info: ClassInfo) -> None:
    if node.member.kind is MemberKind.METHOD:
        name = slot_name(code.tables.objects.slot_owner(node.member))
    else:
        name = f"{node.name.partition(' ')[0]} {machine_name(node.member)}"
    code.emit_value(code, node.object)
    owner = info if node.super_info is None else node.super_info
    if node.super_info is not None:
        code.emit("UPCAST", code.type_index(ObjectType(owner.number)))
    _arguments(code, node)
    code.at(node.span)
    slot = code.tables.objects.methods[owner][name]
    code.emit("CALL_METHOD" if node.super_info is None else "CALL_SUPER", owner.number, slot, len(node.arguments))


def _arguments(code: Code, node: typed.CallMethod) -> None:
    """The arguments as the method takes them; a machine's method may take a wider type than that of the argument."""
    if node.member.kind is MemberKind.METHOD and isinstance(node.member.type, FunctionOf):
        wanted = method_types(node.member.type)[0]
        for argument, type_ in zip(node.arguments, wanted, strict=True):
            emit_as(code, argument, type_)
    else:
        for argument in node.arguments:
            emit_as(code, argument, held(node.member.type))


def _adapt_result(code: Code, node: typed.CallMethod) -> None:
    """Nothing to do: a method's result is held as its type says."""
    found = value_type(node.type)
    if found is None and node.type is not VOID:
        raise AssertionError("a method has a result")


def emit_read_static(code: Code, span: Span, member: Member) -> None:
    """`Class.name`."""
    if member.owner is not None:
        code.check_class(member.owner, span)
    code.emit("LOAD_STATIC", *_static(code, member))


def emit_store_static(code: Code, node: typed.StoreStatic, wants_value: bool) -> None:
    """`Class.name = value`."""
    if node.member.owner is not None:
        code.check_class(node.member.owner, node.span)
    emit_as(code, node.value, held(node.member.type))
    if wants_value:
        code.emit("DUP")
    code.emit("STORE_STATIC", *_static(code, node.member))
    if wants_value:
        convert_top(code, node.member.type, held(node.member.type), node.type, code.held(node))


def _static(code: Code, member: Member) -> tuple[int, int]:
    owner = member.owner
    if owner is None:
        raise AssertionError("a static member has a class")
    return owner.number, code.tables.objects.slots[member]


def emit_instance_of(code: Code, node: typed.InstanceOf) -> None:
    """`operand instanceof Class`."""
    code.emit_value(code, node.operand)
    code.check_class(node.info, node.span)
    if code.held(node.operand) is ANY:
        code.emit("ANY_IS", code.type_index(ObjectType(node.info.number)))
    else:
        code.emit("INSTANCE_OF", node.info.number)


def emit_is_nothing(code: Code, node: typed.IsNothing) -> None:
    """Whether the operand is null, or undefined, or either."""
    operand = node.operand
    found = code.held(operand)
    kinds = [kind for kind in node.kinds if operand.type not in NULLISH or kind is operand.type]
    code.emit_value(code, operand)
    if is_reference(found):
        only = nullable(operand.type)
        # A value whose type has no null may be null all the same after a cast.
        if only is not None and only[1] not in node.kinds:
            code.emit("POP")
            code.emit("CONST_FALSE")
        else:
            code.emit("IS_NULL")
    elif found is not ANY:
        code.emit("POP")
        code.emit("CONST_FALSE")
    elif len(kinds) == len(NULLISH):
        code.emit("ANY_IS_NULL")
    else:
        emit_nothing(code, node.kinds[0], ANY)
        code.emit("ANY_EQ")


def emit_if_present(code: Code, node: typed.IfPresent, wants_value: bool) -> None:
    """`object?.name` and `object ?? otherwise`."""
    from plait.frontend.lower.expressions import emit_effect

    source = node.object
    found = code.held(source)
    otherwise, end = code.label(), code.label()
    with code.temporary(found) as kept:
        code.emit_value(code, source)
        code.emit("STORE_LOCAL", kept)
        if found is ANY or is_reference(found):
            code.emit("LOAD_LOCAL", kept)
            code.emit("ANY_IS_NULL" if found is ANY else "IS_NULL")
            code.jump("JUMP_IF_TRUE", otherwise)
        wanted = code.held(node.value)
        with code.temporary(wanted) as present:
            code.emit("LOAD_LOCAL", kept)
            convert_top(code, source.type, found, node.value.type, wanted)
            code.emit("STORE_LOCAL", present)
            code.old_values[node.value] = present
            if wants_value:
                emit_as(code, node.then, code.held(node))
            else:
                emit_effect(code, node.then)
    code.jump("JUMP", end)
    code.place(otherwise)
    if wants_value:
        emit_as(code, node.otherwise, code.held(node))
    else:
        emit_effect(code, node.otherwise)
    code.place(end)


def emit_let(code: Code, node: typed.Let, wants_value: bool) -> None:
    """A value computed once, for an expression that uses it."""
    from plait.frontend.lower.expressions import emit_effect

    found = code.held(node.name)
    with code.temporary(found) as kept:
        emit_as(code, node.value, found)
        code.emit("STORE_LOCAL", kept)
        code.old_values[node.name] = kept
        if wants_value:
            emit_as(code, node.body, code.held(node))
        else:
            emit_effect(code, node.body)


def emit_type_of(code: Code, node: typed.TypeOf) -> None:
    """`typeof operand`."""
    from plait.frontend.check.narrowing import type_of

    operand = node.operand
    texts = {type_of(member) for member in members_of(operand.type)}
    code.emit_value(code, operand)
    found = code.held(operand)
    if len(texts) == 1 and None not in texts:
        code.emit("POP")
        code.text(str(texts.pop()))
        return
    convert_top(code, operand.type, found, operand.type if found is ANY else UnionOf((operand.type,)), ANY)
    code.emit("ANY_TYPEOF")
