"""Names, scopes and the flow graph."""

from plait.frontend.next.bind.binder import bind_module
from plait.frontend.next.bind.bound import BoundModule

__all__ = ["BoundModule", "bind_module"]
