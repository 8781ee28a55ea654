"""What the specification (`docs/machine.md`) calls registries: contexts, classes, mutexes, as views of memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NewType

from plait.bytecode.builder import check_class
from plait.bytecode.module import ClassDefinition, Field
from plait.errors import PlaitError, refuse_copy
from plait.isa.builtin_classes import FIRST_MODULE_CLASS
from plait.isa.value_types import MUTEX
from plait.memory.fields import get_field, set_field
from plait.memory.layouts import (
    MUTEX_INFO,
    Kind,
    MutexObject,
    Object,
    Task,
    type_info_offset,
)
from plait.verify.class_tables import hidden_slots
from plait.verify.classes import VerifiedClass
from plait.vm.handles import Handle, ObjectHandle, reference_of
from plait.vm.host_memory import HostWriter
from plait.vm.results import TaskId
from plait.vm.values import HostValue

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.vm import Vm

ClassId = NewType("ClassId", int)
"""The number of a class in its module: built-in ones from 0, the module's own from 16."""

MutexId = NewType("MutexId", int)
"""The number of a mutex that Python has made in a context, from 0."""


class ContextRegistry:
    """The contexts that `Vm.load` has made and that are not closed, by id."""

    __reduce__ = refuse_copy

    def __init__(self) -> None:
        self._contexts: dict[int, VmContext] = {}

    def add(self, context: VmContext) -> None:
        """Take up a context, which is then the last."""
        self._contexts[context.id] = context

    def remove(self, context: VmContext) -> None:
        """Forget a context that is being closed, if it is here."""
        self._contexts.pop(context.id, None)

    def get(self, context_id: int) -> VmContext:
        """The context with this id. Raises `KeyError`."""
        found = self._contexts.get(context_id)
        if found is None:
            raise KeyError(f"no context that is open has the id {context_id}")
        return found

    @property
    def last(self) -> VmContext | None:
        """The context loaded last, if any is open."""
        contexts = list(self._contexts.values())
        return contexts[-1] if contexts else None

    def __iter__(self) -> Iterator[VmContext]:
        return iter(list(self._contexts.values()))

    def __len__(self) -> int:
        return len(self._contexts)

    def __contains__(self, context_id: object) -> bool:
        return context_id in self._contexts


@dataclass(frozen=True, slots=True)
class RuntimeClass:
    """A class as it is at run time. `fields` are those of an object, inherited ones first."""

    id: ClassId
    name: str
    base: ClassId | None
    fields: tuple[Field, ...]
    statics: tuple[Field, ...]
    vtable: VTable
    is_abstract: bool


@dataclass(frozen=True, slots=True)
class VTable:
    """The method table of a class: names and, in the same order, the indices of functions."""

    names: tuple[str, ...]
    functions: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.functions)

    def __getitem__(self, method: int | str) -> int:
        """The function of a method, by slot or name. Raises `KeyError` or `IndexError`."""
        if isinstance(method, int):
            return self.functions[method]
        if method not in self.names:
            raise KeyError(f"no method is called {method!r}")
        return self.functions[self.names.index(method)]


class ClassRegistry:
    """The classes of the context loaded last, and those that wait for one to be loaded."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm) -> None:
        self._vm = vm
        self.pending: list[ClassDefinition] = []
        """Classes registered before any module was loaded; the next module gets them."""

    def register_class(self, class_def: ClassDefinition) -> ClassId:
        """Add a class; its id.

        The class becomes part of the context loaded last, which must not have run yet; before a module is loaded, of
        the next one, which must not define classes itself. Its methods are functions of that module. Raises
        `FormatError` for fields and methods that are none, `VerifyError` for a class that breaks a rule (when the next
        module is loaded, if none is; it then does not get the class), `PlaitError` when it comes too late.
        """
        if not isinstance(class_def, ClassDefinition):
            raise TypeError(f"a ClassDefinition is needed, not {type(class_def).__name__}")
        check_class(class_def)
        context = self._vm.contexts.last
        if context is None:
            self.pending.append(class_def)
            return ClassId(FIRST_MODULE_CLASS + len(self.pending) - 1)
        if context.has_run or context.handles.count:
            raise PlaitError(f"class {class_def.name!r} comes too late: the context has run, or Python holds objects")
        classes = (*context.module.classes, class_def)
        self._vm.reload(context, replace(context.module, classes=classes))
        return ClassId(FIRST_MODULE_CLASS + len(classes) - 1)

    def get_class(self, class_id: int) -> RuntimeClass:
        """A class. Raises `KeyError` when there is none with this id."""
        item = self._verified(class_id)
        hidden = hidden_slots(item)
        fields = tuple(field for slot, field in enumerate(item.slots) if slot not in hidden)
        base = ClassId(item.ancestors[-2]) if len(item.ancestors) > 1 else None
        table = VTable(item.method_names, item.methods)
        return RuntimeClass(ClassId(class_id), item.name, base, fields, item.statics, table, item.is_abstract)

    def get_vtable(self, class_id: int) -> VTable:
        """The method table of a class. Raises `KeyError`."""
        return self.get_class(class_id).vtable

    def find_class(self, name: str) -> ClassId:
        """The id of the class with a name (the first of several). Raises `KeyError`."""
        for item in self._classes():
            if item is not None and item.name == name:
                return ClassId(item.number)
        raise KeyError(f"no class is called {name!r}")

    def create_instance(self, class_id: int, *arguments: HostValue) -> ObjectHandle:
        """A new object of a class, its fields zero, false, null or undefined.

        The class's constructor runs on the arguments if there are any, or if it takes none.
        """
        item = self._verified(class_id)
        if item.is_abstract:
            raise TypeError(f"the class {item.name} is abstract")
        return self._vm.construct(self._vm.last_context(), item, arguments)

    def _classes(self) -> tuple[VerifiedClass | None, ...]:
        return self._vm.last_context().program.prepared.verified.classes

    def _verified(self, class_id: int) -> VerifiedClass:
        if not isinstance(class_id, int):
            raise TypeError(f"a class is given by its id, not by {type(class_id).__name__}; see find_class")
        classes = self._classes()
        found = classes[class_id] if 0 <= class_id < len(classes) else None
        if found is None:
            raise KeyError(f"no class has the id {class_id}")
        return found

    def __iter__(self) -> Iterator[RuntimeClass]:
        return (self.get_class(item.number) for item in self._classes() if item is not None)

    def __len__(self) -> int:
        return sum(item is not None for item in self._classes())


class MutexRegistry:
    """Mutexes that Python has made in the context loaded last."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm) -> None:
        self._vm = vm

    def create(self) -> MutexId:
        """A new mutex, which is free; its id."""
        context = self._vm.last_context()
        with self._vm.entered(context):
            writer = HostWriter(self._vm.machine, context)
            writer.reserve(MutexObject.SIZE)
            place = writer.allocate(Kind.OBJECT, MutexObject.SIZE)
            set_field(context.memory.view, Object, place, "info", type_info_offset(MUTEX_INFO))
            context.mutexes.append(self._vm.make_handle(context, place, MUTEX))
            return MutexId(len(context.mutexes) - 1)

    def get(self, mutex_id: int) -> Handle:
        """The mutex, to be passed to guest functions. Raises `KeyError`."""
        mutexes = self._vm.last_context().mutexes
        if not 0 <= mutex_id < len(mutexes):
            raise KeyError(f"no mutex has the id {mutex_id}")
        return mutexes[mutex_id]

    def is_locked(self, mutex_id: int) -> bool:
        """Whether a task holds the mutex."""
        return self.owner(mutex_id) is not None

    def owner(self, mutex_id: int) -> TaskId | None:
        """The task that holds the mutex."""
        context, mutex = self._vm.last_context(), self.get(mutex_id)
        with self._vm.entered(context):
            view = context.memory.view
            owner = get_field(view, MutexObject, reference_of(mutex), "owner")
            return TaskId(get_field(view, Task, owner, "id")) if owner else None

    def __len__(self) -> int:
        context = self._vm.contexts.last
        return 0 if context is None else len(context.mutexes)
