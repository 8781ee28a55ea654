"""Calls: of functions known and unknown, of methods, of `super`, of natives, with `new`, of tags."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

from plait.frontend.codes import Code as Diagnosis
from plait.frontend.next import syntax
from plait.frontend.next.lower.calls_in_line import call_in_line
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.descriptions import describe
from plait.frontend.next.lower.direct_calls import direct_call, library_call, math_call
from plait.frontend.next.lower.expected_calls import expected_callee, expected_class
from plait.frontend.next.lower.general_calls import Callee, call_function, call_local, word_in_local
from plait.frontend.next.lower.host import call_host
from plait.frontend.next.lower.library_names import LibraryFunction
from plait.frontend.next.lower.literals import write_list
from plait.frontend.next.lower.names import VALUES, imported_member, library_meaning, report_missing
from plait.frontend.next.lower.natives import call_named, call_raw, spawn_function
from plait.frontend.next.lower.places import load_from, load_part, place_of
from plait.frontend.next.lower.program_tables import PendingImport
from plait.frontend.next.lower.properties import get_element, get_named, leave_chain, set_named, write_index
from plait.frontend.next.lower.variables import give_this, load_this, load_variable, steady_local
from plait.frontend.next.represent.decorated import has_decorated_objects
from plait.frontend.next.represent.held import DIRECT_ARGUMENTS, GENERAL, MACHINE, Held
from plait.frontend.next.represent.natives import CALL, CALL_RAW, SPAWN
from plait.frontend.next.represent.units import Parts, Variable

TEXT_LENGTH: Final = 40


def lower_call(code: Code, node: syntax.Call) -> Held:
    """A call."""
    callee = node.callee
    while isinstance(callee, syntax.As | syntax.Satisfies | syntax.NonNull | syntax.Instantiation):
        callee = callee.expression
    match callee:
        case syntax.Super():
            return _super_call(code, node, callee)
        case syntax.Identifier() if not node.is_optional:
            held = _named_call(code, node, callee)
            if held is not None:
                return held
        case syntax.PropertyAccess() if not node.is_optional and imported_member(code, callee) is not None:
            member = imported_member(code, callee)
            held = _variable_call(code, node, member) if isinstance(member, Variable) else None
            if held is not None:
                return held
        case syntax.PropertyAccess(object=syntax.Identifier(name="Math") as owner) if not node.is_optional:
            if code.program.flows_in(code.table).is_global(code.table, owner, "Math"):
                held = math_call(code, node, callee.name.name)
                if held is not None:
                    return held
        case syntax.ImportCall():
            pass
        case _:
            pass
    held = call_in_line(code, node, callee) if isinstance(callee, syntax.PropertyAccess) else None
    return _general_call(code, node, callee) if held is None else held


def lower_import_call(code: Code, node: syntax.ImportCall) -> Held:
    """`import("./x")`: the promise of what a file exports, which runs now unless it has run."""
    found = code.table.called_imports.get(node)
    if found is None:
        code.report(Diagnosis.EXPRESSION, node, "`import(...)` takes the name of a file as a literal", "write the path")
        code.undefined()
        return Held.WORD
    tables, namespace = found
    if code.reachable:
        index = code.program.closure_function("import", ())
        code.program.pending.append(PendingImport(index, code.table, tables, namespace))
        code.word_text("m0:")
        code.emit("MAKE_CLOSURE", index, 1)
    code.emit("BOX_REF")
    code.library("importModule")
    return Held.WORD


# Functions that are known.


def _named_call(code: Code, node: syntax.Call, callee: syntax.Identifier) -> Held | None:
    variable = code.table.variable_of(callee)
    flows = code.program.flows_in(code.table)
    if variable is not None:
        return _variable_call(code, node, variable)
    symbol = code.table.symbol_of(callee)
    if symbol is not None and not flows.is_global(code.table, callee, callee.name):
        return None
    if code.is_library and callee.name == CALL:
        return _call_word(code, node)
    if code.is_library and callee.name == CALL_RAW:
        return call_raw(code, node)
    if code.is_library and callee.name == SPAWN:
        return spawn_function(code, node.arguments[0])
    if code.is_library and callee.name.startswith("$"):
        return call_named(code, callee.name, node)
    if symbol is not None and symbol.scope is code.table.bound.scope:
        return call_host(code, node, callee, symbol)
    if callee.name in VALUES:
        return None
    meaning = library_meaning(code, callee.name)
    if meaning is None and symbol is None:
        return None
    if meaning is None:
        report_missing(code, callee, callee.name)
        code.undefined()
        return Held.WORD
    return library_call(code, node, meaning) if isinstance(meaning, LibraryFunction) else None


def _variable_call(code: Code, node: syntax.Call, variable: Variable) -> Held | None:
    """Write the direct call of a function that a variable of the program always is; None if it may be anything."""
    direct = code.program.flows_in(code.table).directs.get(variable)
    return None if direct is None else direct_call(code, node, direct)


# Function values.


def _general_call(code: Code, node: syntax.Call, callee: Any) -> Held:
    """A call of what an expression gives; for a property, `this` is its object."""
    with callee_of(code, callee) as found:
        if node.is_optional and found.held is Held.WORD:
            leave_chain(code, found.function)
        call_local(code, node, found, node.arguments)
    return Held.WORD


@contextmanager
def callee_of(code: Code, callee: Any) -> Iterator[Callee]:
    """Write the computation of what is called and of its `this`."""
    inner = callee.expression if isinstance(callee, syntax.OptionalChain) else None
    with ExitStack() as kept:
        if isinstance(callee, syntax.PropertyAccess | syntax.ElementAccess):
            function, self = _method(code, callee, kept)
        elif isinstance(inner, syntax.PropertyAccess | syntax.ElementAccess):
            function, self = _chained_method(code, inner, kept)
        else:
            yield _function(code, callee, kept)
            return
        yield Callee(function, self, describe(code, callee), expected=expected_callee(code, callee))


def _function(code: Code, callee: Any, kept: ExitStack) -> Callee:
    """Write the computation of what is called, which is no property: `this` is undefined."""
    steady = steady_local(code, callee)
    held = Held.WORD if steady is not None else code.value(callee)
    if steady is None:
        if held is not Held.FUNCTION:
            code.convert(held, Held.WORD)
            held = Held.WORD
        steady = kept.enter_context(code.temporary(held))
        code.store(steady)
    text = None if held is Held.FUNCTION else describe(code, callee)
    return Callee(steady, None, text, held, expected_callee(code, callee))


def _chained_method(
    code: Code, callee: syntax.PropertyAccess | syntax.ElementAccess, kept: ExitStack
) -> tuple[int, int]:
    """`(a?.b)()`: `this` is `a`, and the call is not left out."""
    function, self = kept.enter_context(code.temporary()), kept.enter_context(code.temporary())
    outer, end, done = code.chain_end, code.label(), code.label()
    code.undefined()
    code.store(self)
    code.chain_end = end
    if isinstance(callee.object, syntax.Super):
        _load_inherited(code, callee, function, self)
    else:
        code.word(callee.object)
        code.store(self)
        _load_member(code, callee, function, self)
    code.chain_end = outer
    code.jump("JUMP", done)
    code.place(end)
    code.undefined()
    code.store(function)
    code.place(done)
    return function, self


def _method(code: Code, callee: syntax.PropertyAccess | syntax.ElementAccess, kept: ExitStack) -> tuple[int, int]:
    """Write the computation of a method and of its object; the locals they stand in."""
    function = kept.enter_context(code.temporary())
    if isinstance(callee.object, syntax.Super):
        self = kept.enter_context(code.temporary())
        _load_inherited(code, callee, function, self)
    else:
        self = kept.enter_context(word_in_local(code, callee.object))
        _load_member(code, callee, function, self)
    return function, self


def _load_inherited(code: Code, callee: syntax.PropertyAccess | syntax.ElementAccess, function: int, self: int) -> None:
    with place_of(code, callee) as place:
        load_from(code, place, callee)
        code.store(function)
    load_this(code)
    code.store(self)


def _load_member(code: Code, callee: syntax.PropertyAccess | syntax.ElementAccess, function: int, self: int) -> None:
    if callee.is_optional:
        leave_chain(code, self)
    if isinstance(callee, syntax.ElementAccess):
        held = write_index(code, callee.index)
        with code.temporary(held) as index:
            code.store(index)
            get_element(code, self, index, held, callee)
    elif isinstance(callee.name, syntax.PrivateName):
        code.at(callee)
        code.load(self)
        code.word_text(code.table.private_keys.get(callee.name, callee.name.name))
        code.library("privateGet")
    else:
        get_named(code, self, callee.name.name, callee.name)
    code.store(function)


def _call_word(code: Code, node: syntax.Call) -> Held:
    """`$call(f, self, a, b)` in a body of the library."""
    with code.temporary() as function, code.temporary() as self:
        code.word(node.arguments[0])
        code.store(function)
        code.word(node.arguments[1])
        code.store(self)
        call_local(code, node, Callee(function, self, "value"), node.arguments[2:])
    return Held.WORD


# `new`, `super(...)`, tags.


def lower_new(code: Code, node: syntax.New) -> Held:
    """`new C(a)`."""
    if len(node.arguments) <= DIRECT_ARGUMENTS and not any(isinstance(item, syntax.Spread) for item in node.arguments):
        with ExitStack() as kept:
            class_ = kept.enter_context(word_in_local(code, node.callee))
            arguments = [kept.enter_context(word_in_local(code, argument)) for argument in node.arguments]
            _construct(code, node, class_, arguments)
        return Held.WORD
    with code.temporary() as class_, code.temporary(Held.LIST) as list_:
        code.word(node.callee)
        code.store(class_)
        write_list(code, node.arguments)
        code.store(list_)
        code.at(node)
        code.load(class_)
        code.load(list_)
        code.text(describe(code, node.callee))
        code.library("constructNamed")
    return Held.WORD


def _construct(code: Code, node: syntax.New, class_: int, arguments: list[int]) -> None:
    """Write `new` with few arguments, which are words in locals as the class is: of most classes where it stands."""
    general, done = code.label(), code.label()
    with code.temporary() as made:
        code.at(node)
        code.load(class_)
        code.key("prototype")
        code.native("function.instance")
        code.store(made)
        code.load(made)
        code.native("value.isAbsent")
        code.jump("JUMP_IF_TRUE", general)
        call_function(
            code,
            node,
            Callee(class_, made, expected=expected_class(code, node.callee), is_construction=True),
            arguments,
        )
        take_result(code, made)
        code.jump("JUMP", done)
        code.place(general)
        code.load(class_)
        for argument in arguments:
            code.load(argument)
        for _ in range(DIRECT_ARGUMENTS - len(arguments)):
            code.undefined()
        code.emit("CONST_F64", float(len(arguments)))
        code.text(describe(code, node.callee))
        code.library("constructFew")
        code.store(made)
        code.place(done)
        code.load(made)


def _super_call(code: Code, node: syntax.Call, super_: syntax.Super) -> Held:
    """`super(a)`: runs the base's constructor on the object, then initialises the fields of this class."""
    home = code.table.supers.get(super_)
    if not isinstance(home, syntax.Class) or home.base is None:
        code.report(Diagnosis.EXPRESSION, node, "`super(...)` stands in no constructor of a derived class")
        code.undefined()
        return Held.WORD
    with code.temporary() as base, code.temporary() as self:
        load_part(code, home, Parts.BASE)
        code.store(base)
        _load_made(code)
        code.store(self)
        check_base(code, node, base, home)
        callee = Callee(base, self, expected=expected_class(code, home.base), is_construction=True)
        call_local(code, node, callee, node.arguments)
        take_result(code, self)
        give_this(code, self)
        initialize_fields(code, home, self)
        set_parameter_properties(code, self)
    load_this(code)
    return Held.WORD


def _load_made(code: Code) -> None:
    """Write the load of the object that `new` has made."""
    if code.this_local is not None:
        code.load(code.this_local)
    else:
        load_this(code)


def check_base(code: Code, node: syntax.Node, base: int, home: syntax.Class) -> None:
    """Write the error of a base that is no function: null."""
    callable_ = code.label()
    code.at(node)
    code.load(base)
    code.emit("ANY_IS", code.type_index(GENERAL))
    code.jump("JUMP_IF_TRUE", callable_)
    code.load(base)
    code.throws("noSuperConstructor", "" if home.name is None else home.name.name)
    code.place(callable_)


def take_result(code: Code, self: int) -> None:
    """Write the choice of what a constructor has made: its result, which is on the stack, if that is an object."""
    kept = code.label()
    with code.temporary() as result:
        code.store(result)
        code.load(result)
        code.emit("ANY_IS_NULL")
        code.jump("JUMP_IF_TRUE", kept)
        code.load(result)
        code.native("value.isObject")
        code.jump("JUMP_IF_FALSE", kept)
        code.load(result)
        code.store(self)
    code.place(kept)


def set_parameter_properties(code: Code, self: int) -> None:
    """Write the assignment of the parameters that are properties of the object."""
    function = code.unit.function
    if function is None or function.kind is not syntax.FunctionKind.CONSTRUCTOR:
        return
    for parameter in function.parameters:
        if parameter.is_property and isinstance(parameter.target, syntax.Identifier):
            variable = code.table.variable_of(parameter.target)
            if variable is not None:
                with code.temporary() as value:
                    code.convert(load_variable(code, variable), Held.WORD)
                    code.store(value)
                    # The object has the property, which was made with the other fields.
                    set_named(code, self, variable.name, value, parameter)


def initialize_fields(code: Code, node: syntax.Class, self: int) -> None:
    """Write the call of what initialises the fields of a class in an object."""
    if not has_fields(node):
        return
    with code.temporary() as fields:
        load_part(code, node, Parts.FIELDS)
        code.store(fields)
        expected = code.program.body(code.table, code.table.by_node[node], "fields")
        call_local(code, node, Callee(fields, self, expected=expected), ())
    code.emit("POP")


def has_fields(node: syntax.Class) -> bool:
    """Whether objects of the class have fields that are declared in it, or decorators have a say in them."""
    return (
        bool(parameter_properties(node))
        or has_decorated_objects(node)
        or any(
            isinstance(member, syntax.PropertyDeclaration)
            and not (member.modifiers.is_static or member.modifiers.is_declare or member.modifiers.is_abstract)
            for member in node.members
        )
    )


def parameter_properties(node: syntax.Class) -> list[str]:
    """The names of the constructor's parameters that are properties."""
    for member in node.members:
        if isinstance(member, syntax.MethodDeclaration):
            function = member.function
            if function.kind is syntax.FunctionKind.CONSTRUCTOR and function.body is not None:
                targets = [parameter.target for parameter in function.parameters if parameter.is_property]
                return [target.name for target in targets if isinstance(target, syntax.Identifier)]
    return []


def lower_tagged(code: Code, node: syntax.TaggedTemplate) -> Held:
    """A tag before a template: a call with the texts, which are one object for ever."""
    with ExitStack() as kept:
        callee = kept.enter_context(callee_of(code, node.tag))
        template = kept.enter_context(code.temporary())
        _load_template(code, node)
        code.store(template)
        inserted = [kept.enter_context(word_in_local(code, item)) for item in node.insertions]
        call_function(code, node, callee, [template, *inserted])
    return Held.WORD


def _load_template(code: Code, node: syntax.TaggedTemplate) -> None:
    """Write the load of the template's object, which is made when it is needed first and kept in a global."""
    if not code.reachable:
        return
    kept = code.program.module.add_global("template", MACHINE[Held.WORD])
    made = code.label()
    code.emit("LOAD_GLOBAL", kept)
    code.emit("ANY_IS_NULL")
    code.jump("JUMP_IF_FALSE", made)
    for texts in (node.texts, node.raw):
        code.emit("NEW_ARRAY", code.type_index(MACHINE[Held.WORD]))
        with code.temporary(Held.LIST) as list_:
            code.store(list_)
            for text in texts:
                code.load(list_)
                if text is None:
                    code.undefined()
                else:
                    code.word_text(text)
                code.emit("ARRAY_PUSH_ANY")
            code.load(list_)
    code.library("templateObject")
    code.emit("STORE_GLOBAL", kept)
    code.place(made)
    code.emit("LOAD_GLOBAL", kept)
