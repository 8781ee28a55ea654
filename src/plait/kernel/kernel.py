"""The `@kernel` decorator and the `Kernel` it makes.

Nothing is parsed when a module with kernels is imported: a kernel is analysed when a program that contains it is
compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, overload

from plait.errors import refuse_copy
from plait.kernel.errors import KernelError

if TYPE_CHECKING:
    from plait.kernel.emit_llvm import KernelText
    from plait.kernel.tree import Definition, Signature

F = TypeVar("F", bound=Callable[..., object])


class Kernel:
    """A function in the kernel language. Its parts are computed on first use and kept.

    `name` is the path of its module below plait and its own name ("memory.allocator.allocate").
    """

    __reduce__ = refuse_copy

    def __init__(
        self,
        name: str,
        file: str,
        line: int,
        namespace: Mapping[str, Any],
        inline: bool = False,
        cold: bool = False,
        reads: bool = False,
    ) -> None:
        if inline + cold + reads > 1:
            raise KernelError(f"kernel {name}: it can only be one of inline, cold and reads")
        self.name = name
        self.file = file
        self.line = line
        self.inline = inline
        self.cold = cold
        self.reads = reads
        self._namespace = namespace
        self._source: str | Callable[[], str] | None = None
        self._signature: Signature | None = None
        self._definition: Definition | None = None
        self._text: KernelText | None = None

    @classmethod
    def from_function(
        cls, function: FunctionType, inline: bool = False, cold: bool = False, reads: bool = False
    ) -> Kernel:
        """The kernel that a Python function spells out."""
        path = f"{function.__module__}.{function.__qualname__}".removeprefix("plait.")
        namespace: Mapping[str, Any] = function.__globals__
        if function.__closure__:
            cells = zip(function.__code__.co_freevars, function.__closure__, strict=True)
            namespace = _Enclosed(dict(cells), namespace)
        code = function.__code__
        made = cls(path, code.co_filename, code.co_firstlineno, namespace, inline, cold, reads)
        made.__doc__ = function.__doc__
        return made

    @classmethod
    def from_source(
        cls,
        source: str | Callable[[], str],
        name: str,
        namespace: Mapping[str, Any],
        filename: str,
        inline: bool = False,
        cold: bool = False,
    ) -> Kernel:
        """The kernel that a generated text spells out: the definition of one function, without decorators.

        `source` may be a function that makes the text, which is then called only when the kernel has to be compiled.
        `name` is that of the kernel, `namespace` holds the names from outside the function, `filename` stands in
        messages.
        """
        made = cls(name, filename, 0, namespace, inline, cold)
        made._source = source
        return made

    @property
    def namespace(self) -> Mapping[str, Any]:
        """Where names from outside the function are looked up."""
        return self._namespace

    @property
    def source(self) -> str | None:
        """The generated text, or None for a kernel that stands in a file."""
        if callable(self._source):
            self._source = self._source()
        return self._source

    @property
    def source_is_file(self) -> bool:
        """Whether the kernel stands in a file, so that its text need not be generated."""
        return self._source is None

    @property
    def signature(self) -> Signature:
        """Parameters and results. Of a recursive kernel too, this needs no analysis of the body."""
        if self._signature is None:
            from plait.kernel.analyse import signature_of

            self._signature = signature_of(self)
        return self._signature

    @property
    def definition(self) -> Definition:
        """The typed tree; raises `KernelError`."""
        if self._definition is None:
            from plait.kernel.analyse import analyse

            self._definition = analyse(self)
        return self._definition

    @property
    def text(self) -> KernelText:
        """The LLVM IR of this kernel alone."""
        if self._text is None:
            from plait.kernel.emit_llvm import emit_kernel

            self._text = emit_kernel(self)
        return self._text

    def __call__(self, *_: object) -> object:
        """Refused: a kernel needs a memory to run on."""
        raise KernelError(f"kernel {self.name} is called from Python; compile it by compile_reference or load_kernels")

    def __repr__(self) -> str:
        return f"<kernel {self.name}>"


class _Enclosed(dict[str, Any]):
    """The globals of a function with the variables that enclose it in front."""

    def __init__(self, cells: Mapping[str, Any], outer: Mapping[str, Any]) -> None:
        super().__init__()
        self._cells = cells
        self._outer = outer

    def __missing__(self, name: str) -> Any:
        return self._cells[name].cell_contents if name in self._cells else self._outer[name]


@overload
def kernel(function: F, /) -> F: ...


@overload
def kernel(*, inline: bool = False, cold: bool = False, reads: bool = False) -> Callable[[F], F]: ...


def kernel(
    function: F | None = None, /, *, inline: bool = False, cold: bool = False, reads: bool = False
) -> F | Callable[[F], F]:
    """Makes a function a kernel. `inline`: inlined wherever it is called; `cold`: never inlined, hardly ever called;
    `reads`: it writes no memory, so that callers need not read again what they know (`KernelError` if it does).

    To mypy the function stays what it was, so that calls between kernels are checked; `as_kernel` gives the `Kernel`.
    """

    def make(plain: F) -> F:
        if not isinstance(plain, FunctionType):
            raise KernelError(f"{plain!r} is not a function")
        made: Any = Kernel.from_function(plain, inline, cold, reads)
        result: F = made
        return result

    return make if function is None else make(function)


def as_kernel(function: Callable[..., object]) -> Kernel:
    """The `Kernel` that the decorator made of a function."""
    if isinstance(function, Kernel):
        return function
    raise KernelError(f"{function!r} is not a kernel")
