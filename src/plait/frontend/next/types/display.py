"""Types as messages show them, bounded in depth and length."""

from __future__ import annotations

from typing import Final

from plait.frontend.next.numbers import number_text
from plait.frontend.next.types.instantiation import parameter_type, predicate_of, property_type, result_of
from plait.frontend.next.types.lookup import members_of
from plait.frontend.next.types.members import PropertyFlags, Signature
from plait.frontend.next.types.model import (
    Anonymous,
    Conditional,
    ElementKind,
    F,
    IndexedAccess,
    Intersection,
    Intrinsic,
    KeyOf,
    Literal,
    OriginKind,
    Reference,
    StringMapping,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
    UniqueSymbol,
)
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import without

_MAX_DEPTH: Final = 6
_MAX_MEMBERS: Final = 8
_MAX_LENGTH: Final = 160


def show(store: TypeStore, type: Type) -> str:
    """A type as text."""
    text = _show(store, type, 0)
    return text if len(text) <= _MAX_LENGTH else text[: _MAX_LENGTH - 3] + "..."


def _show(store: TypeStore, type: Type, depth: int) -> str:
    if depth > _MAX_DEPTH:
        return "..."
    match type:
        case Intrinsic() | TypeParameter():
            return type.name
        case Literal():
            return _literal(type)
        case UniqueSymbol():
            return f"typeof {type.name}"
        case Reference():
            return _reference(store, type, depth)
        case Union():
            return _union(store, type, depth)
        case Intersection() if type.alias is not None:
            return _alias(store, type, depth)
        case Intersection():
            return " & ".join(_operand(store, item, depth) for item in type.constituents)
        case KeyOf():
            return f"keyof {_operand(store, type.type, depth)}"
        case IndexedAccess():
            return f"{_operand(store, type.object, depth)}[{_show(store, type.index, depth + 1)}]"
        case Conditional():
            return f"{_show(store, type.check, depth + 1)} extends {_show(store, type.extends, depth + 1)} ? ..."
        case Template():
            inner = [
                f"${{{_show(store, item, depth + 1)}}}{text}"
                for item, text in zip(type.types, type.texts[1:], strict=True)
            ]
            return f"`{type.texts[0]}{''.join(inner)}`"
        case StringMapping():
            return f"{type.name}<{_show(store, type.type, depth + 1)}>"
        case Anonymous():
            return _anonymous(store, type, depth)


def _literal(type: Literal) -> str:
    if type.member is not None:
        parent = type.member.parent
        return type.member.name if parent is None else f"{parent.name}.{type.member.name}"
    value = type.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        shown = value if len(value) <= 40 else value[:37] + "..."
        return f'"{shown}"'
    return number_text(value) if isinstance(value, float) else f"{value}n"


def _operand(store: TypeStore, type: Type, depth: int) -> str:
    text = _show(store, type, depth + 1)
    needs = isinstance(type, Union) and not type.flags & F.BOOLEAN and not text.isidentifier()
    is_function = isinstance(type, Anonymous) and text.startswith(("(", "new", "<"))
    return f"({text})" if needs or is_function or text.startswith("readonly ") else text


def _reference(store: TypeStore, type: Reference, depth: int) -> str:
    target = type.target
    if isinstance(target, TupleShape):
        parts = []
        for kind, label, argument in zip(target.kinds, target.labels, type.arguments, strict=True):
            text = _show(store, argument, depth + 1)
            mark = "?" if kind & ElementKind.OPTIONAL else ""
            dots = "..." if kind & (ElementKind.REST | ElementKind.VARIADIC) else ""
            if kind & ElementKind.REST:
                text += "[]"
            parts.append(f"{dots}{label}{mark}: {text}" if label else f"{dots}{text}{mark}")
        return f"{'readonly ' if target.is_readonly else ''}[{', '.join(parts)}]"
    if target.name == "Array" and type.arguments:
        return _operand(store, type.arguments[0], depth) + "[]"
    if target.name == "ReadonlyArray" and type.arguments:
        return f"readonly {_operand(store, type.arguments[0], depth)}[]"
    own = type.arguments[target.outer_count :]
    if not own:
        return target.name
    return f"{target.name}<{', '.join(_show(store, item, depth + 1) for item in own)}>"


def _union(store: TypeStore, type: Union, depth: int) -> str:
    if type.flags & F.BOOLEAN:
        return "boolean"
    if type.alias is not None:
        return _alias(store, type, depth)
    parts: list[str] = []
    rest = list(type.constituents)
    if store.true in rest and store.false in rest:
        rest = [item for item in rest if item not in (store.true, store.false)]
        parts.append("boolean")
    rest.sort(key=lambda item: bool(item.flags & (F.UNDEFINED | F.NULL)))
    shown = [*parts, *[_operand(store, item, depth) for item in rest[:_MAX_MEMBERS]]]
    if len(rest) > _MAX_MEMBERS:
        shown.append(f"... {len(rest) - _MAX_MEMBERS} more")
    return " | ".join(shown)


def _alias(store: TypeStore, type: Union | Intersection | Anonymous, depth: int) -> str:
    alias = type.alias
    assert alias is not None
    if not alias.arguments:
        return alias.symbol.name
    return f"{alias.symbol.name}<{', '.join(_show(store, item, depth + 1) for item in alias.arguments)}>"


def _anonymous(store: TypeStore, type: Anonymous, depth: int) -> str:
    if type.alias is not None:
        return _alias(store, type, depth)
    origin = type.origin
    if origin.kind & (OriginKind.CLASS | OriginKind.ENUM | OriginKind.NAMESPACE):
        return f"typeof {origin.symbol.name if origin.symbol is not None else '(anonymous)'}"
    if origin.kind is OriginKind.MAPPED and type.mentions:
        return "{ [key in ...]: ... }"
    if depth >= _MAX_DEPTH:
        return "{...}"
    members = members_of(store, type)
    if len(members.calls) == 1 and not members.properties and not members.constructs:
        return _signature(store, members.calls[0], depth, " => ")
    if len(members.constructs) == 1 and not members.properties and not members.calls:
        return "new " + _signature(store, members.constructs[0], depth, " => ")
    parts = [_signature(store, signature, depth, ": ") for signature in members.calls]
    parts += ["new " + _signature(store, signature, depth, ": ") for signature in members.constructs]
    for info in members.indexes:
        parts.append(f"[x: {_show(store, info.key, depth + 1)}]: {_show(store, info.type, depth + 1)}")
    for key, property in members.properties.items():
        if len(parts) >= _MAX_MEMBERS:
            parts.append("...")
            break
        mark = "?" if property.is_optional else ""
        readonly = "readonly " if property.flags & PropertyFlags.READONLY else ""
        parts.append(f"{readonly}{key}{mark}: {_show(store, property_type(store, property), depth + 1)}")
    return "{ " + "; ".join(parts) + "; }" if parts else "{}"


def _signature(store: TypeStore, signature: Signature, depth: int, arrow: str) -> str:
    parts = []
    for index, parameter in enumerate(signature.parameters):
        mark = "?" if index >= signature.minimum and not parameter.is_rest else ""
        dots = "..." if parameter.is_rest else ""
        type = parameter_type(store, parameter)
        if getattr(parameter.declaration, "default", None) is not None:
            type = without(store, type, F.UNDEFINED)
        parts.append(f"{dots}{parameter.name}{mark}: {_show(store, type, depth + 1)}")
    names = ", ".join(item.name for item in signature.type_parameters)
    generics = f"<{names}>" if names else ""
    return f"{generics}({', '.join(parts)}){arrow}{_result(store, signature, depth)}"


def _result(store: TypeStore, signature: Signature, depth: int) -> str:
    """The result of a signature, or what it tells about an argument."""
    predicate = predicate_of(store, signature)
    if predicate is None:
        return _show(store, result_of(store, signature), depth + 1)
    name = "this" if predicate.index < 0 else signature.parameters[predicate.index].name
    told = "" if predicate.type is None else f" is {_show(store, predicate.type, depth + 1)}"
    return f"{'asserts ' if predicate.is_assertion else ''}{name}{told}"
