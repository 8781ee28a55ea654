"""What a rule is: it looks at a node of one class, and at the place where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from plait.frontend.next.early.faults import Faults
from plait.frontend.next.early.place import Place

Rule: TypeAlias = Callable[[Faults, Any, Place], None]
