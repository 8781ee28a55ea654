"""Native code: from IR to object code, from object code to functions that Python can call."""

from __future__ import annotations

import ctypes
import itertools
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import llvmlite  # type: ignore[import-untyped]
from llvmlite import binding as llvm
from llvmlite.binding.newpassmanagers import NewPassManager  # type: ignore[import-untyped]

from plait.errors import refuse_copy
from plait.kernel.call_texts import CallTexts
from plait.kernel.compiling import on_compiler_thread
from plait.kernel.errors import KernelError
from plait.kernel.kernel import Kernel, as_kernel
from plait.kernel.ownership import Owned
from plait.kernel.stack_switch import ARGUMENTS, PLACE_SYMBOL, SYMBOL, stack_switch_text
from plait.kernel.types import MachineType

if TYPE_CHECKING:
    from plait.kernel.cache import ObjectCache
    from plait.kernel.tree import Signature

_FORMAT = 4
_PACKAGE = Path(__file__).resolve().parent.parent

_C_TYPES: dict[str, Any] = {
    "i8": ctypes.c_int8,
    "i16": ctypes.c_int16,
    "i32": ctypes.c_int32,
    "i64": ctypes.c_int64,
    "u8": ctypes.c_uint8,
    "u16": ctypes.c_uint16,
    "u32": ctypes.c_uint32,
    "u64": ctypes.c_uint64,
    "f64": ctypes.c_double,
    "bool": ctypes.c_bool,
}

LIBRARIES_PER_LINKER = 32
"""llvmlite has no way to take a library that has been freed out of its linker: some 9 KB of it stay there."""

_library_numbers = itertools.count()


@lru_cache(maxsize=1)
def _initialised() -> bool:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    llvm.initialize_native_asmparser()
    return True


@lru_cache(maxsize=1)
def host_cpu() -> tuple[str, str]:
    """Name and features of the processor that code is compiled for."""
    return llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()


@lru_cache(maxsize=4)
def _target_machine(optimisation: int) -> Any:
    _initialised()
    name, features = host_cpu()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(cpu=name, features=features, opt=optimisation, reloc="pic", codemodel="small")


@lru_cache(maxsize=1)
def _linker(turn: int) -> Any:
    """The linker of some libraries. It is freed with the last of them, which hold it, when another one has its turn."""
    _initialised()
    # JITLink puts all sections of an object next to each other; the older linker lets the 4 GiB reservations of
    # contexts come between.
    return llvm.create_lljit_compiler(use_jit_link=True)


def compile_object(ir_text: str, optimisation: int = 2) -> bytes:
    """Optimised object code of a module, for this processor."""
    return on_compiler_thread(lambda: _compile_object(ir_text, optimisation))


def _compile_object(ir_text: str, optimisation: int) -> bytes:
    # A context of its own: constants, types and names stay with that of a module until it is freed.
    context = llvm.create_context()
    module = optimised(ir_text, optimisation, context)
    try:
        code: bytes = _target_machine(optimisation).emit_object(module)
    finally:
        module.close()
        context.close()
    return code


def compile_quickly(ir_text: str) -> bytes:
    """Object code of a module in a quarter of the time, which takes some two times as long to run."""
    return on_compiler_thread(lambda: _compile_object(ir_text, 0))


def optimised(ir_text: str, optimisation: int = 2, context: Any = None) -> Any:
    """The LLVM module of a text, verified and optimised, in a context of LLVM: that of the process if none is given.

    At level 0 only what costs LLVM less than it saves the code generator.
    """
    machine = _target_machine(optimisation)
    module = llvm.parse_assembly(ir_text, context)
    module.triple = machine.triple
    module.data_layout = str(machine.target_data)
    module.verify()
    options = llvm.create_pipeline_tuning_options(speed_level=optimisation)
    builder = llvm.create_pass_builder(machine, options)
    passes = _few_passes() if optimisation == 0 else builder.getModulePassManager()
    passes.run(module, builder)
    # Closing them does not free them, and with them 60 KB: `ObjectRef._dispose` hides the one that would.
    NewPassManager._dispose(passes)
    passes.detach()
    return module


def _few_passes() -> Any:
    passes = llvm.create_new_module_pass_manager()
    passes.add_always_inliner_pass()
    passes.add_global_dead_code_eliminate_pass()
    passes.add_sroa_pass()
    passes.add_instruction_combine_pass()
    passes.add_simplify_cfg_pass()
    return passes


class NativeLibrary:
    """Object code in memory. The code is freed when the library is released, or is not referred to any more."""

    __reduce__ = refuse_copy

    def __init__(self, tracker: Any, symbols: Iterable[str]) -> None:
        self.addresses: dict[str, int] = {name: tracker[name] for name in symbols}
        # A finaliser of somebody else may call the code when the collector has found the library already.
        self._code = Owned(tracker.close)

    @classmethod
    def load(cls, code: bytes, symbols: Iterable[str], imports: Mapping[str, int] | None = None) -> NativeLibrary:
        """Links object code. `symbols` are those whose addresses are wanted, `imports` those it may refer to.

        Functions of the C library need not be given.
        """
        return on_compiler_thread(lambda: cls._load(code, tuple(symbols), imports or {}))

    @classmethod
    def _load(cls, code: bytes, wanted: tuple[str, ...], imports: Mapping[str, int]) -> NativeLibrary:
        builder = llvm.JITLibraryBuilder().add_object_img(code).add_current_process()
        for name, address in imports.items():
            builder.import_symbol(name, address)
        for name in wanted:
            builder.export_symbol(name)
        number = next(_library_numbers)
        return cls(builder.link(_linker(number // LIBRARIES_PER_LINKER), f"plait.{number}"), wanted)

    def address(self, symbol: str) -> int:
        """The address of a symbol."""
        return self.addresses[symbol]

    def release(self) -> None:
        """Frees the code. Nothing of it may be running, or be called afterwards."""
        self._code.free()
        self.addresses = {}


class CompiledKernels(NamedTuple):
    """What compiling kernels gives, and the cache keeps: signatures by name, object code, stored `CallTexts`."""

    signatures: Mapping[str, list[str]]
    code: bytes
    texts: bytes

    def packed(self) -> bytes:
        """All of it: a line of JSON, then the code, then the texts."""
        return json.dumps([self.signatures, len(self.code)]).encode() + b"\n" + self.code + self.texts

    @classmethod
    def unpacked(cls, data: bytes) -> CompiledKernels:
        """What `packed` has packed."""
        header, _, rest = data.partition(b"\n")
        signatures, length = json.loads(header)
        return cls(signatures, rest[:length], rest[length:])


class NativeKernels:
    """Loaded kernels. Their functions keep the code alive.

    `key` names what they were compiled from and for (sources, compiler, processor); "" when they were not to be cached.
    """

    __reduce__ = refuse_copy

    def __init__(self, compiled: CompiledKernels, cached: bool, key: str) -> None:
        self.library = NativeLibrary.load(compiled.code, (*compiled.signatures, SYMBOL, PLACE_SYMBOL))
        self.key = key
        self.cached = cached
        self._signatures = compiled.signatures
        self._stored_texts = compiled.texts
        self._functions: dict[str, Callable[..., Any]] = {}

    @property
    def addresses(self) -> Mapping[str, int]:
        """The addresses of all ordinary kernels and of the roots, by symbol: what compiled guest code links to."""
        return self.library.addresses

    @cached_property
    def texts(self) -> CallTexts:
        """What compiled guest code contains to call these kernels."""
        return CallTexts(self._stored_texts)

    def address(self, kernel: Callable[..., object]) -> int:
        """The address of a kernel."""
        return self.library.addresses[as_kernel(kernel).name]

    def function(self, kernel: Callable[..., object]) -> Callable[..., Any]:
        """A kernel as a Python function `(base, *arguments)`: `base` is the host address of offset 0.

        Structs are given and returned as offsets. Python's global lock is released during the call.
        """
        name = as_kernel(kernel).name
        found = self._functions.get(name)
        if found is None:
            result, parameters = self._c_types(name)
            prototype = ctypes.CFUNCTYPE(result, ctypes.c_void_p, *parameters)
            found = self._functions[name] = self._keeping(prototype(self.library.addresses[name]))
        return found

    def function_on_stack(self, kernel: Callable[..., object]) -> Callable[..., Any]:
        """A kernel as a Python function `(top, base, *arguments)`, which runs on the stack that ends at `top`.

        Otherwise as `function`. Only kernels of few whole numbers can be called so.
        """
        name = as_kernel(kernel).name
        result, parameters = self._c_types(name)
        assert len(parameters) < ARGUMENTS
        assert ctypes.c_double not in (result, *parameters)
        prototype = ctypes.CFUNCTYPE(result, *[ctypes.c_void_p] * 3, *parameters)
        return partial(self._keeping(prototype(self.library.addresses[SYMBOL])), self.library.addresses[name])

    def stack_place(self) -> Callable[[], int]:
        """A function that says where the stack of the calling thread is; Python's global lock is held meanwhile."""
        place: Callable[[], int] = self._keeping(
            ctypes.PYFUNCTYPE(ctypes.c_int64)(self.library.addresses[PLACE_SYMBOL])
        )
        return place

    def _c_types(self, name: str) -> tuple[Any, list[Any]]:
        """The result and the parameters of a kernel, as ctypes has them."""
        result, *parameters = self._signatures[name]
        if result.startswith("tuple"):
            raise KernelError(f"kernel {name} returns several values, so it cannot be called from Python")
        return None if result == "None" else _C_TYPES[result], [_C_TYPES[item] for item in parameters]

    def _keeping(self, function: Any) -> Any:
        """The function, which keeps the code alive even when nobody holds the `NativeKernels` any more."""
        function.library = self.library
        return function


def load_kernels(
    roots: Iterable[Callable[..., object]] | Callable[[], Iterable[Callable[..., object]]],
    cache: ObjectCache | None = None,
    on_progress: Callable[[str], None] | None = None,
    folders: Iterable[Path] = (_PACKAGE,),
    check: Callable[[NativeKernels], object] | None = None,
) -> NativeKernels:
    """Compiles kernels, and all that they call, or takes their code from the cache.

    `roots` may be a function that gives them, which is called only when there is something to compile. `folders` are
    the files and folders whose contents the kernels depend on: until one of them changes, the cached code is valid.
    `on_progress` is told what is being done when that takes long. Kernels from the cache for which `check` raises an
    exception are compiled anew.
    """
    return on_compiler_thread(lambda: _load_kernels(roots, cache, on_progress or _ignore, folders, check))


def _load_kernels(
    roots: Iterable[Callable[..., object]] | Callable[[], Iterable[Callable[..., object]]],
    cache: ObjectCache | None,
    on_progress: Callable[[str], None],
    folders: Iterable[Path],
    check: Callable[[NativeKernels], object] | None,
) -> NativeKernels:
    key = "" if cache is None else _cache_key(roots, folders)

    def loaded(data: bytes) -> NativeKernels:
        kernels = NativeKernels(CompiledKernels.unpacked(data), cached=True, key=key)
        if check is not None:
            check(kernels)
        return kernels

    stored = None if cache is None else cache.load(key, loaded)
    if stored is not None:
        return stored
    kernels = tuple(as_kernel(root) for root in (roots() if callable(roots) else roots))
    compiled = _compile(kernels, on_progress)
    if cache is not None:
        cache.put(key, compiled.packed())
    return NativeKernels(compiled, cached=False, key=key)


def _compile(kernels: tuple[Kernel, ...], on_progress: Callable[[str], None]) -> CompiledKernels:
    from plait.kernel.fragments import exported_kernels, ir_module
    from plait.kernel.program import Program

    on_progress("analysing the kernels")
    program = Program(kernels)
    signatures = {kernel.name: _signature_names(kernel.signature) for kernel in exported_kernels(program)}
    text = ir_module(program)
    texts = CallTexts()
    for kernel in program.kernels:
        texts.of(kernel)
    on_progress(f"compiling {len(program.kernels)} kernels")
    return CompiledKernels(signatures, compile_object(text + stack_switch_text()), texts.stored())


def _signature_names(signature: Signature) -> list[str]:
    """The result and the parameters of a kernel by name, as they stand in the cache; structs are u32."""
    names = [
        item.name if isinstance(item, MachineType) else "u32"
        for item in (*signature.results, *(value_type for _, value_type in signature.parameters))
    ]
    count = len(signature.results)
    result = names[0] if count == 1 else "tuple" if count else "None"
    return [result, *names[count:]]


def _cache_key(roots: Any, folders: Iterable[Path]) -> str:
    """A hash of everything that the object code depends on."""
    digest = blake2b(digest_size=24)
    files: set[Path] = set()
    if callable(roots):
        names = f"{roots.__module__}.{roots.__qualname__}"
    else:
        kernels = tuple(as_kernel(root) for root in roots)
        names = " ".join(kernel.name for kernel in kernels)
        files = {Path(kernel.file) for kernel in kernels if kernel.source_is_file}
    for source in folders:
        files.update(source.rglob("*.py") if source.is_dir() else (source,))
    for file in sorted(files):
        try:
            content = file.read_bytes()
        except OSError:
            content = b"unreadable"
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    name, features = host_cpu()
    version = ".".join(map(str, llvm.llvm_version_info))
    digest.update("\n".join((str(_FORMAT), llvmlite.__version__, version, name, features, names)).encode())
    return f"kernels-{digest.hexdigest()}"


def _ignore(_: str) -> None:
    """Tells nobody."""
