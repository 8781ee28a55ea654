"""What LLVM is told about memory: which accesses and calls cannot meet (type-based alias analysis).

All of it is one block for LLVM, so a store or a call may change whatever has been read before. But no word is ever
read and written in two of these scopes:
"""

from __future__ import annotations

from enum import Enum


class Scope(Enum):
    """A kind of memory. An access in `PROGRAMS` may meet one in any other scope but `MACHINE`."""

    MACHINE = 104
    """The machine's own words. Calls of kernels that touch nothing else say so; accesses to them say nothing: they may
    meet every other, since kernels that go through all words of a kind use loads and stores."""
    PROGRAMS = 102
    """Fields of structs that programs see."""
    ELEMENTS = 106
    """What loads and stores access: elements, slots, code units."""
    ARRAYS = 108
    """Fields of arrays."""
    STORES = 110
    """Fields of the stores of arrays."""
    STRINGS = 112
    """Fields of strings."""

    @property
    def note(self) -> str:
        """What is said behind an access or a call."""
        return f", !tbaa !{self.value}"


SCOPES = "\n".join(
    [
        '!100 = !{!"plait"}',
        *(
            f'!{scope.value - 1} = !{{!"{scope.name}", !{100 if scope in (Scope.MACHINE, Scope.PROGRAMS) else 101}, '
            f"i64 0}}\n!{scope.value} = !{{!{scope.value - 1}, !{scope.value - 1}, i64 0}}"
            for scope in Scope
        ),
        "",
    ]
)
"""What every module with such notes must define."""
