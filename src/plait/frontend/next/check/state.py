"""What the parts of the checker share: the types found so far, and the entry points by which a part calls one above
it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind.augment import Augmentations
from plait.frontend.next.bind.flow import AssignmentFlow, ConditionFlow, FlowNode
from plait.frontend.next.bind.modules import Modules
from plait.frontend.next.bind.symbols import Scope, Symbol
from plait.frontend.next.check.places import Places
from plait.frontend.next.check.suppression import suppressed_lines
from plait.frontend.next.types.candidates import Inference
from plait.frontend.next.types.members import Property, Signature
from plait.frontend.next.types.model import Declared, Type, TypeParameter
from plait.frontend.next.types.resolver import Resolver
from plait.frontend.next.types.store import TypeStore
from plait.source import SourceFile, Span

if TYPE_CHECKING:
    from plait.frontend.next.bind.bound import BoundModule


_LOOPS: Final = frozenset({syntax.ForIn, syntax.ForOf})


class Wanted:
    """What is wanted of an expression where it stands: the contextual type.

    `inference` is that of the call whose argument the expression is: `type` is then in terms of its type parameters.
    In a first pass over arguments `skips_functions` leaves out functions whose parameters have no types. `is_const`:
    literals keep their types and object literals are readonly. `is_pattern`: a pattern takes the value apart, which
    tells the form of a literal and nothing else.
    """

    __slots__ = ("inference", "is_const", "is_pattern", "skips_functions", "type")

    def __init__(
        self,
        type: Type | None,
        inference: Inference | None = None,
        skips_functions: bool = False,
        is_const: bool = False,
        is_pattern: bool = False,
    ) -> None:
        self.type = type
        self.inference = inference
        self.skips_functions = skips_functions
        self.is_const = is_const
        self.is_pattern = is_pattern

    def of(self, type: Type | None) -> Wanted:
        """What is wanted of a part, under the same circumstances."""
        return Wanted(type, self.inference, self.skips_functions, self.is_const, self.is_pattern)


class CheckedFile:
    """A file that is checked. Errors in `suppressed` lines do not count, None: none counts."""

    __slots__ = ("bound", "diagnostics", "suppressed")

    def __init__(self, bound: BoundModule, diagnostics: Diagnostics) -> None:
        self.bound = bound
        self.diagnostics = diagnostics
        self.suppressed = suppressed_lines(bound.file.text)


class LoopSolving:
    """What is assumed of references at the heads of loops, while it is found out, round by round, what they are.

    `assumed` has by reference and loop the types found so far; `grew` says whether that became more in this round.
    `partial` and `places` have what was found in this round, the second at any place (and whether it may change).
    `cuts` counts what was left open because too much is unfinished, `asked` how often something unfinished was asked.
    """

    __slots__ = ("asked", "assumed", "cuts", "grew", "partial", "places")

    def __init__(self) -> None:
        self.assumed: dict[tuple[Any, str, int], list[Type]] = {}
        self.partial: dict[tuple[Any, str, int], Type] = {}
        self.places: dict[tuple[FlowNode, str, int, int], tuple[Type, bool]] = {}
        self.grew = False
        self.cuts = 0
        self.asked = 0

    def begin_round(self) -> None:
        """Find everything anew, with what is assumed by now."""
        self.partial = {}
        self.places = {}
        self.grew = False


class State(Resolver):
    """The state of checking one compilation: the files of a program, of which the first is the one that runs.

    `imported` are the names that mean something of another file. `variances` are those of the library's declarations,
    which hold unless the program adds to these.
    """

    def __init__(
        self,
        files: Sequence[CheckedFile],
        library: BoundModule | None,
        modules: Modules,
        variances: Mapping[Symbol, tuple[int, ...]],
    ) -> None:
        bound = files[0].bound
        self.store = TypeStore(self)
        self.file = files[0]
        self.files = {file.bound.module: file for file in files}
        self.bound = bound
        self.library = library
        self.modules = modules
        self.symbols: dict[Any, Symbol] = {}
        self.resolved: dict[Any, Symbol] = {}
        self.scopes: dict[Any, Scope] = {}
        self.flows: dict[Any, FlowNode] = {}
        self.sources: dict[Any, Any] = {}
        self.ends: dict[Any, FlowNode] = {}
        self.returns: dict[Any, FlowNode] = {}
        self.exhaustive_switches: set[Any] = set()
        self.types: dict[Any, Type] = {}
        self.wanted_types: dict[tuple[Any, ...], Type] = {}
        self.symbol_types: dict[Symbol, Type] = {}
        self.symbols_in_progress: set[Symbol] = set()
        self.declared: dict[Symbol, Declared] = {}
        self.declared_by_node: dict[Any, Declared] = {}
        self.alias_types: dict[Symbol, Type] = {}
        self.alias_parameters: dict[Symbol, tuple[TypeParameter, ...]] = {}
        self.aliases_in_progress: set[Symbol] = set()
        self.enum_types: dict[Symbol, Type] = {}
        self.parameters: dict[Symbol, TypeParameter] = {}
        self.bases: dict[Declared, tuple[Type, ...]] = {}
        self.nodes_of_declared: dict[Declared, list[Any]] = {}
        self.outer: dict[Scope, tuple[TypeParameter, ...]] = {}
        self.written: dict[Any, Type] = {}
        self.signatures: dict[Any, Signature] = {}
        self.parameter_types: dict[Any, Type] = {}
        self.calls: dict[Any, Signature] = {}
        self.properties: dict[Any, Property] = {}
        self.stored: dict[Any, Type] = {}
        """What is wanted where the values of expressions are stored, if that has to do with `int` or `long`."""
        self.this_types: list[Type] = []
        self.loop_types: dict[tuple[Any, str, int], list[Type]] = {}
        self.narrowed: dict[tuple[ConditionFlow, str, int, int], Type] = {}
        self.kept_flows: dict[tuple[str, int, int], dict[FlowNode, Type]] = {}
        self.mentioned: dict[Any, frozenset[str] | None] = {}
        self.assigned_keys: dict[AssignmentFlow, str | None] = {}
        self.loop_results: dict[tuple[Any, str, int], Type] = {}
        self.solving = LoopSolving()
        self.narrowings: dict[tuple[Any, str, int, int], Type] = {}
        self.reduced: dict[Any, list[FlowNode]] = {}
        self.reachable: dict[FlowNode, bool] = {}
        self.effects: dict[Any, Signature | None] = {}
        self.finding_effects: set[Any] = set()
        self.behind_calls: dict[FlowNode, FlowNode] = {}
        """Of calls that are known to assert nothing and to return: a place before them, with only such between."""
        self.exhaustive: dict[Any, bool] = {}
        self.incomplete = 0
        self.compared_names = 0
        self.muted = 0
        self.suppressed = 0
        self.places = Places([file.bound.module for file in files])
        self.chains: list[bool] = []
        self.contexts: dict[Any, Signature | None] = {}
        self.object_contexts: dict[Any, Type | None] = {}
        self.object_types: dict[Any, Type] = {}
        self.assigned: dict[Any, Type] = {}
        self.function_stack: list[syntax.Function] = []
        self.current_scope: Scope | None = bound.scope
        self.enums_in_progress: set[Symbol] = set()
        self.imported: set[Any] = set()
        self.own_declarations: set[Any] = set()
        self.library_types: dict[tuple[Any, ...], Type] = {}
        self.loops: dict[Any, Any] = {}
        self.parts_in_progress: set[Any] = set()
        self.auto_array: Type | None = None
        self.collected: dict[Symbol, Type] = {}
        self.pushes: dict[Symbol, list[Any]] | None = None
        self.expandos: dict[Any, dict[str, Property]] | None = None
        self.inferences: dict[Any, Inference] = {}
        """The inference of the call that a function was an argument of when its parameters got their types."""
        self.asked: set[tuple[Any, str]] | None = None
        self.instances_without_context: set[Any] = set()
        self.deferred: list[Any] = []
        self.deferred_seen: set[Any] = set()
        self.symbols_by_key: dict[str, Symbol] = {}
        for module in (library, *[file.bound for file in files]):
            if module is not None:
                self.symbols.update(module.symbols)
                self.resolved.update(module.resolved)
                self.scopes.update(module.scopes)
                self.flows.update(module.flows)
                self.sources.update(module.sources)
                self.ends.update(module.ends)
                self.returns.update(module.returns)
                self.exhaustive_switches.update(module.exhaustive_switches)
        for file in files:
            self.own_declarations.update(file.bound.symbols)
            self._resolve_imports(file.bound)
        self.augmentations = Augmentations([file.bound for file in files], library, modules)
        self.known_variances = {} if self.augmentations.declarations else variances
        self._resolve_augmented()
        for node in self.places.parents:
            if type(node) in _LOOPS and isinstance(node.variable, syntax.VariableStatement):
                for declarator in node.variable.declarators:
                    self.loops[declarator] = node

    def _resolve_imports(self, bound: BoundModule) -> None:
        found = self.modules.resolved(bound)
        self.resolved.update(found)
        self.imported.update(found)
        self.symbols.update(self.modules.made)

    def _resolve_augmented(self) -> None:
        """What names mean by declarations that add to those of other files and of the library."""
        meant, names = self.augmentations.meant, self.augmentations.names
        for table in (self.resolved, self.symbols) if meant else ():
            table.update({node: meant[symbol] for node, symbol in table.items() if symbol in meant})
        for file in self.files.values() if names else ():
            found = [(name, names.get(name.name)) for name in file.bound.unresolved]
            self.resolved.update({name: symbol for name, symbol in found if symbol is not None})

    def declarations_of(self, symbol: Symbol) -> list[Any]:
        """Where a symbol is declared, by other files and blocks, too."""
        return [*symbol.declarations, *self.augmentations.declarations.get(symbol, ())]

    # Reporting.

    def report(self, code: Code, node: syntax.Node, message: str, hint: str = "") -> None:
        """Report something about a node, unless this is a trial."""
        if self.muted:
            self.suppressed += 1
            return
        file = self.files.get(self.places.module_of(node), self.file)
        source = file.bound.file
        if file.suppressed is None or (file.suppressed and self._is_suppressed(file.suppressed, source, node)):
            return
        file.diagnostics.report(code, Span(source, node.start, node.end), message, hint)

    def _is_suppressed(self, lines: frozenset[int], source: SourceFile, node: syntax.Node) -> bool:
        """Whether a comment suppresses errors of a node: in its first line, in that of an argument or part, or in that
        of the place to which it is assigned, for that is where the compiler may report what is wrong.
        """
        first, last = source.locate(node.start)[0], source.locate(max(node.start, node.end - 1))[0]
        if first in lines:
            return True
        parent = self.places.parent(node)
        is_assigned = isinstance(parent, syntax.Assignment | syntax.VariableDeclarator) and parent.value is node
        if is_assigned and source.locate(parent.start)[0] in lines:
            return True
        is_whole = isinstance(node, syntax.Call | syntax.New | syntax.Conditional | syntax.ObjectLiteral)
        return is_whole and any(line in lines for line in range(first, last + 1))

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Nothing is reported inside."""
        self.muted += 1
        yield
        self.muted -= 1

    @contextmanager
    def scope_of(self, node: Any) -> Iterator[None]:
        """What is found inside is found where a node stands, which may be somewhere else than what asks for it."""
        outer = self.current_scope
        self.current_scope = self.places.scope_at(self.scopes, node) or outer
        yield
        self.current_scope = outer

    # Entry points of the parts above.

    @abstractmethod
    def expression(self, node: Any, wanted: Wanted | None = None) -> Type:
        """The type of an expression; errors in it are reported."""

    @abstractmethod
    def type_of_symbol(self, symbol: Symbol) -> Type:
        """The type of what a name stands for."""

    @abstractmethod
    def declared_type(self, symbol: Symbol) -> Type:
        """The type that a name means."""

    @abstractmethod
    def flow_type(self, node: Any, declared: Type, initial: Type | None = None) -> Type:
        """The type of a reference where it stands, by what happened before."""

    @abstractmethod
    def is_reachable(self, flow: FlowNode) -> bool:
        """Whether execution comes to a place."""

    @abstractmethod
    def initializer_type(self, node: syntax.VariableDeclarator) -> Type:
        """The type of the value of a declared variable, not widened."""

    @abstractmethod
    def check_declarator_pattern(self, node: syntax.VariableDeclarator) -> None:
        """Take the value of a declaration apart."""

    @abstractmethod
    def constant_value(self, node: Any) -> str | float | None:
        """The value of a constant expression of an enum; None if it is computed."""

    @abstractmethod
    def call_signature(self, node: syntax.Call) -> Signature | None:
        """The signature that a call calls; None if there is none."""

    @abstractmethod
    def assigned_type(self, target: Any, source: Any) -> Type:
        """The type of what a place gets: where it is declared, assigned, or goes round a loop."""

    @abstractmethod
    def pattern_type(self, pattern: Any) -> Type:
        """The type that a pattern without a type asks for."""

    @abstractmethod
    def default_type(self, target: Any, default: Any) -> Type:
        """The type of a place without a type, by its default value."""

    @abstractmethod
    def check_pattern(self, pattern: Any, type: Type, is_assigned: bool, source: Any) -> None:
        """Take a type apart: the variables of a pattern get their types."""

    @abstractmethod
    def function_type(self, node: syntax.Function, wanted: Wanted | None = None) -> Type:
        """The type of a function expression or method."""

    @abstractmethod
    def statements(self, statements: tuple[syntax.Statement, ...]) -> None:
        """Check statements in their order."""

    @abstractmethod
    def class_body(self, node: syntax.Class) -> None:
        """Check what is in a class."""

    @abstractmethod
    def this_type(self, node: Any) -> Type:
        """The type of `this` where it stands."""
