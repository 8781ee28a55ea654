"""The way of a program, stage by stage: the file to read first.

    source ─parse→ tree ─check→ typed program ─lower→ module ─verify→ verified module ─prepare→ prepared module
           ─load→ context ─run→ result

Each stage has a type of its own. A module also has a text form (.plasm) and a binary form (.plb). `Vm` goes the same
way from the module on; the functions here are what the command line and the tests call, and each imports only its own
stage.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from plait.errors import FormatError, PlaitError

if TYPE_CHECKING:
    from plait.bytecode.module import Module
    from plait.frontend.source_files import FindFile, Resolver
    from plait.prepare.prepared import PreparedModule
    from plait.source import SourceFile
    from plait.verify.verified import VerifiedModule
    from plait.vm.context import VmContext
    from plait.vm.options import VmOptions
    from plait.vm.values import HostValue
    from plait.vm.vm import Vm

SOURCE_SUFFIX: Final = ".ts"
ASSEMBLY_SUFFIX: Final = ".plasm"
MODULE_SUFFIX: Final = ".plb"


class InputError(PlaitError):
    """A file that cannot be read, or is of no kind that plait knows."""


# The stages.


def compile_source(source: SourceFile, find_file: FindFile | None = None, budget: int | None = None) -> Module:
    """Source to module, by way of tree and typed program. `find_file` gives what it imports. Raises `CompileError`."""
    _import_front_end()
    from plait.frontend.compile import UNLIMITED, compile_source, no_files

    return compile_source(source, find_file or no_files, UNLIMITED if budget is None else budget)


def _import_front_end() -> None:
    """Import it on a stack that is large enough: where Python compiles its files, modules that import one another take
    some kilobytes each of that of the thread.
    """
    if "plait.frontend.compile" not in sys.modules:
        from plait.frontend.own_stack import on_own_stack

        on_own_stack(lambda: importlib.import_module("plait.frontend.compile"), lambda: None)


def verify_module(module: Module) -> VerifiedModule:
    """Module to verified module. Raises `VerifyError`."""
    from plait.verify import verify

    return verify(module)


def prepare_module(module: VerifiedModule) -> PreparedModule:
    """Verified module to the form that all executors run."""
    from plait.prepare.translate import prepare

    return prepare(module)


def make_vm(options: VmOptions) -> Vm:
    """A machine that prints to standard output."""
    from plait.vm.vm import Vm

    return Vm(options)


def load_module(vm: Vm, module: Module) -> VmContext:
    """Module to context, by way of the verified and the prepared module. Raises `VerifyError` or `LimitError`."""
    return vm.load(module)


def run_module(vm: Vm, module: Module) -> HostValue:
    """Module to result, in a fresh context. Raises `GuestError`, `LimitError` or `VerifyError`."""
    return vm.execute(module)


# A module's other forms.


def compile_source_text(
    source: str,
    name: str = "<string>",
    modules: Mapping[str, str] | Resolver | None = None,
    *,
    budget: int | None = None,
) -> Module:
    """Compile a program in TypeScript syntax. `name` stands in messages and stack traces.

    `modules` gives the files that it imports: their texts by specifier or path, as `{"./util": "export ..."}`, or a
    function of the specifier and the name of the importing file that gives a text, or a name and a text, or None.

    Compiling has a budget of steps that grows with the texts; `budget` makes it smaller: a step takes about a
    microsecond, and the same text takes the same number everywhere.

    Raises `CompileError`, also for a program that takes too much.
    """
    from plait.frontend.source_files import from_function, from_mapping
    from plait.source import SourceFile

    _check_text(source, "source")
    _check_text(name, "name")
    find_file = None
    if isinstance(modules, Mapping):
        find_file = from_mapping(modules)
    elif modules is not None:
        if not callable(modules):
            raise TypeError(f"modules must be a mapping of texts or a function, not {type(modules).__name__}")
        find_file = from_function(modules)
    if budget is not None and (not isinstance(budget, int) or isinstance(budget, bool)):
        raise TypeError(f"budget must be an int, not {type(budget).__name__}")
    return compile_source(SourceFile(name, source), find_file, budget)


def read_module_bytes(data: bytes, check_integrity: bool = True) -> Module:
    """The module in the binary form. Raises `FormatError`."""
    from plait.bytecode.module import Module

    return Module.from_bytes(data, check_integrity=check_integrity)


def write_module_bytes(module: Module) -> bytes:
    """The binary form of a module."""
    return module.to_bytes()


def assemble_text(text: str, name: str = "<string>") -> Module:
    """The module that an assembly text spells out. Raises `FormatError`."""
    from plait.bytecode.assembler import assemble

    _check_text(text, "text")
    _check_text(name, "name")
    return assemble(text, name)


def disassemble_module(module: Module) -> str:
    """The assembly text of a module."""
    from plait.bytecode.disassembler import disassemble

    return disassemble(module)


def _check_text(text: object, what: str) -> None:
    if not isinstance(text, str):
        raise TypeError(f"{what} must be a str, not {type(text).__name__}")


# Files.


def load_file(path: str | Path) -> Module:
    """The module of a file: .ts is compiled, .plasm assembled, .plb read.

    Raises `InputError` for a file that cannot be read, `CompileError` or `FormatError` for what is in it.
    """
    path = Path(path)
    _check_is_file(path)
    if path.suffix not in (SOURCE_SUFFIX, ASSEMBLY_SUFFIX, MODULE_SUFFIX):
        raise InputError(f"{path}: plait reads {SOURCE_SUFFIX}, {ASSEMBLY_SUFFIX} and {MODULE_SUFFIX} files")
    return load_bytes(read_bytes(path), str(path), path.suffix)


def load_bytes(data: bytes, name: str, suffix: str) -> Module:
    """The module of a file's contents, which are of the kind that the suffix says.

    A program imports files of the folder that it stands in (`frontend.source_files.root_of`).
    """
    if suffix == SOURCE_SUFFIX:
        from plait.frontend.source_files import from_folder, root_of
        from plait.source import SourceFile

        return compile_source(SourceFile(name, decode_text(data, name)), from_folder(root_of(Path(name))))
    try:
        if suffix == ASSEMBLY_SUFFIX:
            return assemble_text(decode_text(data, name), name)
        return read_module_bytes(data)
    except FormatError as error:
        if str(error).startswith(f"{name}:"):
            raise
        raise FormatError(f"{name}: {error}") from None


def looks_like_module(data: bytes) -> bool:
    """Whether data begins as the binary form of a module does."""
    from plait.bytecode.binary import MAGIC

    return data.startswith(MAGIC)


def read_bytes(path: Path) -> bytes:
    """The contents of a file. Raises `InputError`."""
    _check_is_file(path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file{_similar_file(path)}") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"{path}: cannot be read: {reason}") from None


def _check_is_file(path: Path) -> None:
    """Raise `InputError` for a folder."""
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):
        # Whoever reads it says what is wrong.
        return
    if is_folder:
        raise InputError(f"{path}: is a folder; name a file in it (`plait check` takes folders, too)")


def _similar_file(path: Path) -> str:
    """A hint that another file of the folder may be meant."""
    from difflib import get_close_matches

    try:
        names = [item.name for item in path.parent.iterdir()]
    except OSError:
        return ""
    close = get_close_matches(path.name, names, 1)
    return f"; did you mean {path.with_name(close[0])}?" if close else ""


def decode_text(data: bytes, name: str) -> str:
    """UTF-8 to text; a byte order mark at the start is no part of it. Raises `InputError`."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}:{line}: not UTF-8 text (byte 0x{data[error.start]:02x})") from None
