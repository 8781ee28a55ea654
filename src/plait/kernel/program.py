"""All kernels that a set of kernels can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plait.kernel.errors import KernelError
from plait.kernel.kernel import Kernel, as_kernel


class Program:
    """The kernels reached from `roots`, roots first. `names` maps the names to the kernels; no two have the same."""

    def __init__(self, roots: Iterable[Callable[..., object]]) -> None:
        self.roots = tuple(as_kernel(root) for root in roots)
        self.names: dict[str, Kernel] = {}
        waiting = list(reversed(self.roots))
        while waiting:
            kernel = waiting.pop()
            known = self.names.setdefault(kernel.name, kernel)
            if known is not kernel:
                raise KernelError(f"two kernels have the name {kernel.name}", kernel.file, kernel.line)
            waiting.extend(callee for callee in kernel.definition.callees if callee.name not in self.names)

    @property
    def kernels(self) -> tuple[Kernel, ...]:
        """The kernels, each once."""
        return tuple(self.names.values())
