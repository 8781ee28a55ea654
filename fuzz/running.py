"""Running one module in many ways and comparing what happens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from weakref import ref

from fuzz.hosts import offer_host_functions
from fuzz.map_oracle import wrong_prepared_maps, wrong_stack_maps
from plait.bytecode.module import Module
from plait.errors import GuestError, LimitError
from plait.vm.clock import MockClock
from plait.vm.context import VmContext
from plait.vm.host_functions import link
from plait.vm.options import VmOptions
from plait.vm.own_functions import Turns, own_functions
from plait.vm.program import CodeTables, LoadedProgram, load_program
from plait.vm.tiers import compile_threshold_of
from plait.vm.vm import Vm


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. `preemptions` only counts between runs with the same slices."""

    ending: str
    output: str
    fuel: int
    preemptions: int

    @property
    def kind(self) -> str:
        """The ending without its details."""
        return _printable(self.ending.partition(":")[0].partition(" '")[0]) if self.ending[0] != "v" else "value"

    def __str__(self) -> str:
        lines = self.output.splitlines()
        return _printable(
            f"{self.ending}; {len(lines)} lines, last {lines[-3:]}; fuel {self.fuel}; preemptions {self.preemptions}"
        )


def _printable(text: str) -> str:
    """Names and messages may hold halves of surrogate pairs, which no stream takes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to run: an engine and stress. Modes with the same `program` share one compiled program."""

    name: str
    engine: str
    program: str
    suspend: bool = False
    collect: bool = False

    @property
    def is_stress(self) -> bool:
        """Whether frames begin with forged references, and collections check the whole heap."""
        return self.suspend or self.collect


# The suspending JIT mode comes first: it is the one that compiles loop entries at once.
JIT_SUSPENDING = Mode("jit, suspending", "jit", "jit with loops", suspend=True)
JIT = Mode("jit", "jit", "jit")
JIT_MODES = (
    JIT_SUSPENDING,
    Mode("jit, collecting", "jit", "jit with loops", collect=True),
    Mode("jit, both", "jit", "jit with loops", suspend=True, collect=True),
)
INTERPRETER_MODES = (
    Mode("interpreter", "interpreter", "interpreter"),
    Mode("interpreter, suspending", "interpreter", "interpreter", suspend=True),
    Mode("interpreter, collecting", "interpreter", "interpreter", collect=True),
    Mode("interpreter, both", "interpreter", "interpreter", suspend=True, collect=True),
)
AUTO = Mode("auto", "auto", "auto")
REFERENCE = Mode("reference", "reference", "interpreter")
REFERENCE_MODES = (
    REFERENCE,
    Mode("reference, suspending", "reference", "interpreter", suspend=True),
    Mode("reference, collecting", "reference", "interpreter", collect=True),
)
NATIVE_MODES = (*INTERPRETER_MODES, *JIT_MODES, AUTO)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a comparison."""

    fuel: int
    depth: int = 1024
    slice: int | None = None
    memory: int = 64 << 20


class Runner:
    """Runs one module; programs are prepared and compiled once for all modes that share them."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._programs: dict[str, LoadedProgram] = {}

    def load(self, mode: Mode) -> LoadedProgram:
        """The program that the mode runs."""
        program = self._programs.get(mode.program)
        if program is None:
            program = self._programs[mode.program] = self._without_code()
        return program

    def wrong_maps(self, mode: Mode) -> list[str]:
        """What is wrong with the maps of the program that the mode runs, those for debuggers among them, in words."""
        prepared = self.load(mode).prepared
        return wrong_prepared_maps(prepared) + wrong_stack_maps(prepared)

    def _without_code(self) -> LoadedProgram:
        """A program without compiled code; what a module is prepared to is read only, so it is made once."""
        if not self._programs:
            return load_program(self.module)
        loaded = next(iter(self._programs.values()))
        return replace(loaded, code=CodeTables(len(loaded.prepared.functions), loaded.prepared.loop_count))

    def run(self, mode: Mode, limits: Limits) -> Outcome:
        """One run. Whatever is no `GuestError` or `LimitError` goes to the caller."""
        program = self.load(mode)
        options = VmOptions(
            engine=mode.engine,
            max_fuel=limits.fuel,
            max_stack_depth=limits.depth,
            max_memory=limits.memory,
            preemption_threshold=limits.slice,
            suspend_always=mode.suspend,
            collect_always=mode.collect,
            forge_frames=mode.is_stress,
            check_heap=mode.is_stress,
        )
        pieces: list[str] = []
        vm = Vm(options, write=pieces.append, clock=MockClock())
        offer_host_functions(vm)
        context = VmContext(program, options, compile_threshold_of(options.engine), ref(vm))
        context.host_functions = link(self.module, vm.host_functions, own_functions(options, Turns()))
        assert self.module.main is not None
        try:
            ending = f"value {vm.run(context, self.module.main)!r}"
        except LimitError as error:
            ending = f"limit {error.limit}: {error}; {list(error.trace)}"
        except GuestError as error:
            ending = f"thrown {error.name}: {error.message}; {list(error.trace)}"
        return Outcome(ending, "".join(pieces), vm.stats.fuel, vm.stats.preemptions)


def compare(
    module: Module, random: Random, reference_fuel: int, fuel: int, endings: list[str] | None = None
) -> list[str]:
    """Check the module's maps and run it in all ways; what is wrong or differs, in words.

    `endings` gets how the longest runs ended, in short.
    Functions compiled without entries at their loops are other code, which takes LLVM half of a comparison's time:
    one module in four is compiled that way too.
    """
    runner = Runner(module)
    plain_jit = (JIT,) if random.random() < 0.25 else ()
    depth = random.choice((3, 10, 40, 200))
    slice_ = random.choice((1, 7, 50, 300))
    differences = runner.wrong_maps(REFERENCE)
    for limits in (
        Limits(reference_fuel, depth),
        Limits(reference_fuel, depth, slice_),
        Limits(fuel, depth),
        Limits(fuel, depth, slice_),
    ):
        small = limits.fuel == reference_fuel
        modes = (*(REFERENCE_MODES if small else ()), *NATIVE_MODES, *plain_jit)
        first = runner.run(modes[0], limits)
        if endings is not None and not small:
            endings.append(first.kind)
        for mode in modes[1:]:
            outcome = runner.run(mode, limits)
            if outcome != first:
                differences.append(f"{limits}\n  {modes[0].name}: {first}\n  {mode.name}: {outcome}")
    return differences
