"""Where a node stands: what the function, the classes and the blocks around it allow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from plait.frontend.next import syntax


@dataclass(frozen=True, slots=True)
class FunctionPlace:
    """What the function around allows, or the top level, the value of a field, a static block.

    `reserves_await`: the word is no name here, whether it may be used or not. `forbids_arguments` says where the word
    `arguments` means nothing, empty if it may be used.
    """

    may_await: bool = False
    may_yield: bool = False
    reserves_await: bool = False
    has_super_call: bool = False
    has_super_property: bool = False
    has_new_target: bool = False
    forbids_arguments: str = ""
    is_parameters: bool = False


@dataclass(frozen=True, slots=True)
class PrivateNames:
    """The private names that a class declares, and those of the classes around it."""

    declared: frozenset[str]
    around: PrivateNames | None

    def has(self, name: str) -> bool:
        """Whether a class around declares the name."""
        found: PrivateNames | None = self
        while found is not None:
            if name in found.declared:
                return True
            found = found.around
        return False


@dataclass(slots=True)
class FunctionNames:
    """What is declared in a function, and not in functions inside of it, whose names are `inner`.

    `lexical` gives for a name the ranges of the text in which a block has declared it, `variables` the declarations
    by `var`.
    """

    lexical: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    variables: dict[str, list[syntax.Identifier]] = field(default_factory=dict)
    inner: list[FunctionNames] = field(default_factory=list)

    def begin(self) -> FunctionNames:
        """The names of a function inside."""
        names = FunctionNames()
        self.inner.append(names)
        return names


@dataclass(slots=True)
class BlockNames:
    """What is declared in a block so far: by `let` and its like, and functions where they are like `var`.

    `heads` are the parameters of a function or of a `catch`. The top level and namespaces hold exports. In a module
    functions of the top level are not like `var`.
    """

    function: FunctionNames
    start: int
    end: int
    is_function: bool
    is_module: bool = False
    holds_exports: bool = False
    lexical: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    heads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """All of it. `labels` are those of the statements around, in the same function; `is_derived` says that the class
    around extends another one.
    """

    function: FunctionPlace
    private: PrivateNames | None
    block: BlockNames
    is_module: bool
    labels: frozenset[str] = frozenset()
    is_derived: bool = False
    is_loop_head: bool = False


_KINDS_WITH_SUPER: Final = frozenset(
    {
        syntax.FunctionKind.METHOD,
        syntax.FunctionKind.GETTER,
        syntax.FunctionKind.SETTER,
        syntax.FunctionKind.CONSTRUCTOR,
    }
)


def top_level(node: syntax.Module, is_module: bool) -> Place:
    """The place of the statements of a file."""
    function = FunctionPlace(may_await=True, reserves_await=is_module)
    block = BlockNames(FunctionNames(), node.start, node.end, True, is_module, holds_exports=True)
    return Place(function, None, block, is_module)


def inside_function(place: Place, node: syntax.Function, is_parameters: bool) -> FunctionPlace:
    """What a function allows in its body, or among its parameters."""
    outer = place.function
    if node.kind is syntax.FunctionKind.ARROW:
        return FunctionPlace(
            may_await=node.is_async and not is_parameters,
            reserves_await=node.is_async or place.is_module or (is_parameters and outer.reserves_await),
            has_super_call=outer.has_super_call,
            has_super_property=outer.has_super_property,
            has_new_target=outer.has_new_target,
            forbids_arguments=outer.forbids_arguments,
            is_parameters=is_parameters,
        )
    return FunctionPlace(
        may_await=node.is_async and not is_parameters,
        may_yield=node.is_generator and not is_parameters,
        reserves_await=node.is_async or place.is_module,
        has_super_call=node.kind is syntax.FunctionKind.CONSTRUCTOR and place.is_derived,
        has_super_property=node.kind in _KINDS_WITH_SUPER,
        has_new_target=True,
        is_parameters=is_parameters,
    )


def inside_field(is_module: bool) -> FunctionPlace:
    """What the value of a field allows."""
    return FunctionPlace(
        reserves_await=is_module,
        has_super_property=True,
        has_new_target=True,
        forbids_arguments="the value of a field",
    )


STATIC_BLOCK: Final = FunctionPlace(
    reserves_await=True, has_super_property=True, has_new_target=True, forbids_arguments="a static block"
)
