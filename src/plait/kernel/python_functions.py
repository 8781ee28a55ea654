"""Functions of Python that are native code: written as LLVM IR, they call CPython's own functions.

Other Pythons, and those without a global lock, do not have them.
"""

from __future__ import annotations

import ctypes
import sys
import sysconfig
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

import llvmlite  # type: ignore[import-untyped]

from plait.kernel.cache import ObjectCache

if TYPE_CHECKING:
    from plait.kernel.native import NativeLibrary

HAS_PYTHON_FUNCTIONS: Final = (
    sys.implementation.name == "cpython"
    and not sysconfig.get_config_var("Py_GIL_DISABLED")
    and hasattr(ctypes, "pythonapi")
    and ctypes.sizeof(ctypes.c_void_p) == 8
)
"""Whether this Python has what their code needs."""

_DECLARATIONS: Final = {
    "PyCapsule_GetPointer": "ptr @PyCapsule_GetPointer(ptr, ptr)",
    "PyMarshal_WriteObjectToString": "ptr @PyMarshal_WriteObjectToString(ptr, i32)",
    "PyMarshal_ReadObjectFromString": "ptr @PyMarshal_ReadObjectFromString(ptr, i64)",
    "PyBytes_FromStringAndSize": "ptr @PyBytes_FromStringAndSize(ptr, i64)",
    "PyBytes_AsString": "ptr @PyBytes_AsString(ptr)",
    "PyBytes_Size": "i64 @PyBytes_Size(ptr)",
    "PyErr_Clear": "void @PyErr_Clear()",
    "PyObject_CallObject": "ptr @PyObject_CallObject(ptr, ptr)",
    "Py_BuildValue": "ptr @Py_BuildValue(ptr, ...)",
    "Py_DecRef": "void @Py_DecRef(ptr)",
}

HEAD: Final = (
    "".join(f"declare {signature}\n" for signature in _DECLARATIONS.values())
    + """
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
@number_form = private constant [4 x i8] c"(L)\\00"
@number_and_value_form = private constant [5 x i8] c"(LN)\\00"
"""
)
"""What the text of a function may refer to: CPython's functions, and what `Py_BuildValue` makes tuples by."""

FORM: Final = 4
"""The version of the form of `marshal`."""

_TAKES_TUPLE: Final = 1


class _Method(ctypes.Structure):
    """CPython's `PyMethodDef`."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("function", ctypes.c_void_p),
        ("flags", ctypes.c_int),
        ("text", ctypes.c_char_p),
    )


def load_fields(structure: type[ctypes.Structure], pointer: str) -> str:
    """The text that loads all fields, of 8 bytes each, of a structure that a pointer leads to."""
    lines = []
    for index, (name, kind, *_) in enumerate(structure._fields_):
        loaded = "ptr" if kind is ctypes.c_void_p else "i64"
        lines.append(f"  %{name}.at = getelementptr i64, ptr {pointer}, i64 {index}\n")
        lines.append(f"  %{name} = load {loaded}, ptr %{name}.at\n")
    return "".join(lines)


@cache
def _loaded(text: str, symbol: str) -> tuple[NativeLibrary, _Method]:
    """The code of a text, and the method that it is, which are there for good."""
    from plait.kernel.native import NativeLibrary, compile_object, host_cpu

    objects = ObjectCache.default()
    key = blake2b("\n".join((text, llvmlite.__version__, *host_cpu())).encode(), digest_size=24).hexdigest()
    code = objects.load(f"python-{key}", bytes)
    if code is None:
        code = compile_object(text)
        objects.put(f"python-{key}", code)
    wanted = {name: getattr(ctypes.pythonapi, name) for name in _DECLARATIONS}
    addresses = {name: ctypes.cast(item, ctypes.c_void_p).value or 0 for name, item in wanted.items()}
    library = NativeLibrary.load(code, [symbol], addresses)
    return library, _Method(b"call", library.address(symbol), _TAKES_TUPLE, None)


def python_function(text: str, symbol: str, given: ctypes.Structure, keeps: object) -> Callable[..., Any]:
    """The function that is `symbol(capsule of the address of what is given, tuple of the arguments)` in a text.

    It keeps what it is given, and another object.
    """
    _, method = _loaded(text, symbol)
    new_capsule = ctypes.pythonapi.PyCapsule_New
    new_capsule.restype = ctypes.py_object
    new_capsule.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    new_function = ctypes.pythonapi.PyCFunction_NewEx
    new_function.restype = ctypes.py_object
    new_function.argtypes = [ctypes.c_void_p, ctypes.py_object, ctypes.py_object]
    capsule = new_capsule(ctypes.addressof(given), None, None)
    made: Callable[..., Any] = new_function(ctypes.addressof(method), capsule, (given, keeps))
    return made
