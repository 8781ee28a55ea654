"""Template literal types, and the intrinsic mappings of strings."""

from __future__ import annotations

from plait.frontend.next.numbers import number_text
from plait.frontend.next.types.model import ANY_LIKE, F, Literal, Template, Type, Union
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import union

_MAX_PRODUCT = 10_000


def literal_text(type: Type) -> str | None:
    """The text that a literal type becomes in a template; None of other types."""
    if isinstance(type, Literal):
        value = type.value
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float):
            return number_text(value)
        return None if value is None else str(value)
    if type.flags & F.UNDEFINED:
        return "undefined"
    if type.flags & F.NULL:
        return "null"
    return None


def template(store: TypeStore, texts: tuple[str, ...], types: tuple[Type, ...]) -> Type:
    """A template type, in its simplest form: literals become text, unions are distributed over."""
    size = 1
    for item in types:
        if item.flags & ANY_LIKE:
            return store.opaque if item.flags & F.OPAQUE else store.string
        if item.flags & F.NEVER:
            return store.never
        if isinstance(item, Union):
            size *= len(item.constituents)
    if size > _MAX_PRODUCT:
        return store.opaque
    for position, item in enumerate(types):
        if isinstance(item, Union):
            return union(
                store,
                [
                    template(store, texts, (*types[:position], inner, *types[position + 1 :]))
                    for inner in item.constituents
                ],
            )
    new_texts = [texts[0]]
    new_types: list[Type] = []
    for item, text in zip(types, texts[1:], strict=True):
        own = literal_text(item)
        if own is not None:
            new_texts[-1] += own + text
        elif isinstance(item, Template):
            new_texts[-1] += item.texts[0]
            new_types.extend(item.types)
            new_texts.extend(item.texts[1:])
            new_texts[-1] += text
        else:
            new_types.append(item)
            new_texts.append(text)
    if not new_types:
        return store.literal(new_texts[0])
    if len(new_types) == 1 and new_texts == ["", ""] and new_types[0].flags & F.STRING:
        return new_types[0]
    return store.raw_template(tuple(new_texts), tuple(new_types))


def string_mapping(store: TypeStore, name: str, type: Type) -> Type:
    """`Uppercase<T>`, `Lowercase<T>`, `Capitalize<T>`, `Uncapitalize<T>`."""
    if isinstance(type, Union):
        return union(store, [string_mapping(store, name, item) for item in type.constituents])
    if isinstance(type, Literal) and isinstance(type.value, str):
        text = type.value
        match name:
            case "Uppercase":
                return store.literal(text.upper())
            case "Lowercase":
                return store.literal(text.lower())
            case "Capitalize":
                return store.literal(text[:1].upper() + text[1:])
            case _:
                return store.literal(text[:1].lower() + text[1:])
    if type.flags & (ANY_LIKE | F.NEVER):
        return type
    return store.raw_mapping(name, type)
