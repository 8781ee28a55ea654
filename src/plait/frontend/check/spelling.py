"""Types as messages name them: what is long or deep is cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

if TYPE_CHECKING:
    from plait.frontend.check.members import Shape
    from plait.frontend.check.types import FunctionOf, Type

DEEPEST: Final = 4
"""How many types inside each other are spelled out."""

LONGEST: Final = 400
"""After how many characters the rest is left out."""

_CUT: Final = "..."


def spell(type_: Type) -> str:
    """The type as it is written in TypeScript."""
    return _Speller().type(type_)


def spell_shape(shape: Shape) -> str:
    """An object type by its name, or as it is written."""
    return _Speller().shape(shape)


class _Speller:
    """Spells one type."""

    def __init__(self) -> None:
        self._depth = 0
        self._room = LONGEST

    def type(self, type_: Type) -> str:
        """A type inside of what is spelled."""
        if self._depth > DEEPEST or self._room <= 0:
            return _CUT
        self._depth += 1
        text = self._spell(type_)
        self._depth -= 1
        return text

    def _spell(self, type_: Type) -> str:
        from plait.frontend.check.types import (
            ArrayOf,
            ChannelOf,
            ClassOf,
            EnumOf,
            FunctionOf,
            Lock,
            ObjectOf,
            PromiseOf,
            Simple,
            TupleOf,
            UnionOf,
        )

        match type_:
            case Simple() | Lock():
                return self._taken(type_.value)
            case ClassOf(info) | EnumOf(info):
                return self._taken(info.name)
            case ObjectOf(shape):
                return self.shape(shape)
            case ArrayOf(element):
                inside = self.type(element)
                return f"({inside})[]" if isinstance(element, UnionOf | FunctionOf) else f"{inside}[]"
            case PromiseOf(result):
                return f"Promise<{self.type(result)}>"
            case ChannelOf(element):
                return f"Channel<{self.type(element)}>"
            case TupleOf(elements):
                return f"[{', '.join(self._several(elements))}]"
            case FunctionOf():
                return self._function(type_)
            case UnionOf(members):
                texts = self._several(members)
                return " | ".join(
                    f"({text})" if isinstance(member, FunctionOf) else text
                    for member, text in zip((*members, None), texts, strict=False)
                )
        assert_never(type_)

    def _several(self, types: tuple[Type, ...]) -> list[str]:
        texts: list[str] = []
        for type_ in types:
            texts.append(self.type(type_))
            if self._room <= 0 and len(texts) < len(types):
                return [*texts, _CUT] if texts[-1] != _CUT else texts
        return texts

    def _function(self, type_: FunctionOf) -> str:
        from plait.frontend.check.types import ArrayOf

        required = len(type_.parameters) - type_.optional
        given = self._several(type_.parameters)
        parts = [f"p{index + 1}{'?' * (index >= required)}: {text}" for index, text in enumerate(given)]
        if type_.rest is not None:
            parts.append(f"...rest: {self.type(ArrayOf(type_.rest))}")
        return f"({', '.join(parts)}) => {self.type(type_.result)}"

    def shape(self, shape: Shape) -> str:
        """An object type."""
        if shape.name is not None:
            return self._taken(shape.name)
        texts: list[str] = []
        for member in shape.members.values():
            if self._room <= 0:
                texts.append(_CUT)
                break
            start = self._taken(f"{'readonly ' * member.is_readonly}{member.name}{'?' * member.is_optional}: ")
            texts.append(start + self.type(member.type))
        return f"{{ {'; '.join(texts)} }}" if texts else "{}"

    def _taken(self, text: str) -> str:
        """The text, whose length is taken from the room."""
        self._room -= len(text)
        return text
