"""Statements but loops: declarations, blocks, branches, jumps, exceptions, enums, namespaces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plait.frontend.codes import Code as Diagnosis
from plait.frontend.next import syntax
from plait.frontend.next.lower.closures import make_function
from plait.frontend.next.lower.code import Code, Guarded, Leaving
from plait.frontend.next.lower.guarded import jump_out, with_finalizer, write_blank, write_return
from plait.frontend.next.lower.literals import named_value
from plait.frontend.next.lower.patterns import Origin, declare_pattern, origin_of
from plait.frontend.next.lower.variables import (
    begin_undefined,
    begin_variable,
    held_as,
    is_derived,
    load_this,
    make_late,
)
from plait.frontend.next.represent.held import NUMERIC, Held
from plait.frontend.next.represent.units import Storage


def lower_nothing(code: Code, node: Any) -> None:
    """Statements without an effect: declarations of types, `;`, imports."""
    del code, node


def lower_import_alias(code: Code, node: syntax.ImportAlias) -> None:
    """`import a = b.c`: a constant, if it is used as a value; `import a = require("b")` of a value is left out."""
    if node.module is not None and not node.is_type:
        code.report(Diagnosis.STATEMENT, node, "`require` is left out", 'write import * as name from "..."')
    variable = code.table.variable_of(node.name)
    if variable is None or not node.names or not code.table.means_value(node):
        return
    value: Any = node.names[0]
    for name in node.names[1:]:
        value = syntax.PropertyAccess(node.start, name.end, value, name, False)
    code.convert(code.value(value), held_as(variable))
    begin_or_assign(code, variable, "const")


def refuse_with(code: Code, node: syntax.With) -> None:
    """`with`: what names mean in it is not known before the program runs."""
    code.report(Diagnosis.STATEMENT, node, "`with` is left out", "write the object in front of each name")


def lower_expression(code: Code, node: syntax.ExpressionStatement) -> None:
    """An expression as a statement."""
    code.effect(node.expression)


def lower_block(code: Code, node: syntax.Block) -> None:
    """A block."""
    statements(code, node.statements)


def statements(code: Code, nodes: tuple[Any, ...]) -> None:
    """Write statements that share a scope: functions first, and what may be looked at before it is there."""
    begin_block(code, nodes)
    _disposing(code, nodes, lambda: _all(code, nodes))


def _all(code: Code, nodes: tuple[Any, ...]) -> None:
    for node in nodes:
        code.statement(node)


def _disposing(code: Code, nodes: tuple[Any, ...], write: Callable[[], None]) -> None:
    """Write a block, with the disposal of its resources if it declares any."""
    kinds = [node.kind for node in nodes if isinstance(node, syntax.VariableStatement)]
    if any(kind.endswith("using") for kind in kinds):
        with_resources(code, write, "await using" in kinds)
    else:
        write()


def with_resources(code: Code, write: Callable[[], None], is_async: bool) -> None:
    """Write something with `using`: its resources are disposed of, however it is left."""
    outer = code.resources
    with code.temporary() as failure:
        code.native("value.absent")
        code.store(failure)
        resources = code.resources = code.take_list()

        def body() -> None:
            failed, end = code.label(), code.label()
            code.jump("TRY", failed)
            code.surroundings.append(Guarded(None))
            write()
            code.surroundings.pop()
            code.emit("END_TRY")
            code.jump("JUMP", end)
            code.place(failed)
            code.store(failure)
            code.load(failure)
            code.emit("RETHROW")
            code.place(end)

        def dispose() -> None:
            code.load(resources)
            code.load(failure)
            code.library("disposeAsync" if is_async else "dispose")

        with_finalizer(code, body, dispose)
    code.resources = outer


def begin_block(code: Code, nodes: tuple[Any, ...]) -> None:
    """Write the beginning of a block: late variables are absent, declared functions are made."""
    declared = [inner for node in nodes for inner in _declarations(node)]
    for target in declared:
        for name in names_in(target):
            variable = code.table.variable_of(name)
            if variable is not None:
                make_late(code, variable)
    functions = [inner for node in nodes if (inner := _function_in(node)) is not None]
    _make_cells(code, functions)
    for function in functions:
        _hoist(code, function)


def _declarations(node: Any) -> list[Any]:
    """The targets of `let`, `const`, classes and enums that a statement declares."""
    match node:
        case syntax.ExportDeclaration(statement=inner):
            return _declarations(inner)
        case syntax.VariableStatement(kind=kind, declarators=declarators) if kind != "var":
            return [declarator.target for declarator in declarators]
        case syntax.ClassDeclaration(declaration=declaration) if declaration.name is not None:
            return [declaration.name]
        case syntax.EnumDeclaration(name=name):
            return [name]
        case _:
            return []


def names_in(target: Any) -> list[syntax.Identifier]:
    """The names that a target declares."""
    match target:
        case syntax.Identifier():
            return [target]
        case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
            return [name for element in elements if element is not None for name in names_in(element.target)]
        case _:
            return []


def _function_in(node: Any) -> syntax.Function | None:
    while isinstance(node, syntax.ExportDeclaration):
        node = node.statement
    if isinstance(node, syntax.FunctionDeclaration) and node.function.body is not None:
        return node.function
    return None


def _make_cells(code: Code, functions: list[syntax.Function]) -> None:
    """Functions that use each other share their variables' cells, which come before all of them."""
    for function in functions:
        if isinstance(function.name, syntax.Identifier):
            variable = code.table.variable_of(function.name)
            if variable is not None and variable.storage is Storage.CELL:
                if held_as(variable) is Held.WORD:
                    begin_undefined(code, variable)
                else:
                    code.null(code.cell_type(held_as(variable)))
                    begin_variable(code, variable)


def _hoist(code: Code, function: syntax.Function) -> None:
    """Write the making of a declared function, unless it is called directly and never used otherwise."""
    if isinstance(function.name, syntax.Identifier):
        variable = code.table.variable_of(function.name)
    else:
        variable = code.table.default
    if variable is None or variable in code.program.flows_in(code.table).directs:
        return
    make_function(code, function, "" if isinstance(function.name, syntax.Identifier) else "default")
    code.convert(Held.FUNCTION, held_as(variable))
    if variable.storage is Storage.CELL:
        from_cell(code, variable)
    else:
        begin_variable(code, variable)


def from_cell(code: Code, variable: Any) -> None:
    """Write the value on the stack into the cell of a variable, which is there."""
    with code.temporary(held_as(variable)) as value:
        code.store(value)
        code.load(code.locals[variable])
        code.load(value)
    code.emit("CELL_SET")


def lower_variables(code: Code, node: syntax.VariableStatement) -> None:
    """`const a = 1, b = 2`."""
    for declarator in node.declarators:
        _declarator(code, node, declarator)


def _declarator(code: Code, node: syntax.VariableStatement, declarator: syntax.VariableDeclarator) -> None:
    target = declarator.target
    if not isinstance(target, syntax.Identifier):
        if declarator.value is not None:
            declare_pattern(code, target, code.value(declarator.value), origin_of(code, declarator.value))
        return
    variable = code.table.variable_of(target)
    if variable is None or variable in code.program.flows_in(code.table).directs:
        return
    if declarator.value is None:
        if node.kind != "var":
            begin_undefined(code, variable)
        return
    code.convert(named_value(code, declarator.value, target.name), held_as(variable))
    if node.kind.endswith("using"):
        add_resource(code, node, held_as(variable))
    begin_or_assign(code, variable, node.kind)


def add_resource(code: Code, node: syntax.VariableStatement, held: Held) -> None:
    """Write the noting of a resource, which stays on the stack."""
    if code.resources is None:
        raise AssertionError("what is around a declaration with `using` disposes of its resources")
    with code.temporary(held) as value:
        code.store(value)
        code.at(node)
        code.load(code.resources)
        code.load(value)
        code.convert(held, Held.WORD)
        code.emit("CONST_TRUE" if node.kind.startswith("await") else "CONST_FALSE")
        code.library("addResource")
        code.load(value)


def begin_or_assign(code: Code, variable: Any, kind: str) -> None:
    """Write the first value of a variable; one of `var` has begun with its function."""
    if (kind == "var" and variable.storage is Storage.CELL) or (variable.storage is Storage.CELL and variable.is_late):
        from_cell(code, variable)
    else:
        begin_variable(code, variable)


def lower_if(code: Code, node: syntax.If) -> None:
    """`if (c) a else b`."""
    otherwise, end = code.label(), code.label()
    code.branch(node.condition, otherwise, False)
    code.statement(node.then)
    if node.otherwise is None:
        code.place(otherwise)
        return
    code.jump("JUMP", end)
    code.place(otherwise)
    code.statement(node.otherwise)
    code.place(end)


def lower_return(code: Code, node: syntax.Return) -> None:
    """`return x`."""
    if code.in_static_block:
        code.report(Diagnosis.SYNTAX, node, "`return` stands in no static block of a class", "leave it by a label")
        return
    if is_derived(code):
        _return_from_derived(code, node)
        return
    if node.expression is None:
        code.undefined()
        write_return(code, Held.WORD)
        return
    held = code.value(node.expression)
    function = code.unit.function
    if function is not None and function.is_async and function.is_generator:
        code.convert(held, Held.WORD)
        code.library("awaitValue")
        held = Held.WORD
    write_return(code, held)


def _return_from_derived(code: Code, node: syntax.Return) -> None:
    """The constructor of a derived class gives an object: `this`, unless it returns another."""
    given = code.label()
    with code.temporary() as result:
        if node.expression is not None:
            code.word(node.expression)
            code.store(result)
            code.load(result)
            code.at(node)
            code.library("isConstructed")
            code.jump("JUMP_IF_TRUE", given)
        load_this(code)
        code.store(result)
        code.place(given)
        code.load(result)
    write_return(code, Held.WORD)


def lower_throw(code: Code, node: syntax.Throw) -> None:
    """`throw x`."""
    code.word(node.expression)
    code.at(node)
    code.library("thrown")
    code.emit("THROW")


def lower_break(code: Code, node: syntax.Break) -> None:
    """`break label`."""
    _leave(code, None if node.label is None else node.label.name, is_break=True)


def lower_continue(code: Code, node: syntax.Continue) -> None:
    """`continue label`."""
    _leave(code, None if node.label is None else node.label.name, is_break=False)


def _leave(code: Code, name: str | None, is_break: bool) -> None:
    for index in range(len(code.surroundings) - 1, -1, -1):
        surrounding = code.surroundings[index]
        if not isinstance(surrounding, Leaving):
            continue
        is_meant = name in surrounding.names if name is not None else surrounding.answers_break or not is_break
        label = surrounding.break_label if is_break else surrounding.continue_label
        if is_meant and label is not None:
            jump_out(code, label, index + 1)
            return
    raise AssertionError("binding has found what a jump leaves")


def lower_labeled(code: Code, node: syntax.Labeled) -> None:
    """`label: a`."""
    loops = (syntax.While, syntax.DoWhile, syntax.For, syntax.ForIn, syntax.ForOf, syntax.Labeled)
    if isinstance(node.body, loops):
        code.labels = (*code.labels, node.label.name)
        code.statement(node.body)
        code.labels = ()
        return
    end = code.label()
    code.surroundings.append(Leaving((node.label.name,), False, end, None))
    code.statement(node.body)
    code.surroundings.pop()
    code.place(end)


def lower_switch(code: Code, node: syntax.Switch) -> None:
    """`switch (x) { ... }`."""
    held = code.value(node.expression)
    if held in NUMERIC:
        code.convert(held, Held.NUMBER)
        held = Held.NUMBER
    with code.temporary(held) as value:
        code.store(value)
        body = tuple(statement for case in node.cases for statement in case.statements)
        _disposing(code, body, lambda: _cases(code, node, body, value, held))


def _cases(code: Code, node: syntax.Switch, body: tuple[Any, ...], value: int, held: Held) -> None:
    """Write the clauses of a `switch` over the value in a local; all of them are one block."""
    end = code.label()
    labels = [code.label() for _ in node.cases]
    begin_block(code, body)
    begin_all(code, body)
    for case, label in zip(node.cases, labels, strict=True):
        if case.test is not None:
            code.load(value)
            _compare_case(code, held, case.test)
            code.jump("JUMP_IF_TRUE", label)
    default = next((label for case, label in zip(node.cases, labels, strict=True) if case.test is None), end)
    code.jump("JUMP", default)
    code.surroundings.append(Leaving((), True, end, None))
    for case, label in zip(node.cases, labels, strict=True):
        code.place(label)
        for statement in case.statements:
            code.statement(statement)
    code.surroundings.pop()
    code.place(end)


def begin_all(code: Code, nodes: tuple[Any, ...]) -> None:
    """Write a first value of the variables of a block of which parts may be jumped over."""
    for node in nodes:
        for target in _declarations(node):
            for name in names_in(target):
                variable = code.table.variable_of(name)
                if variable is not None and is_blank(code, variable):
                    _begin_blank(code, variable)


def is_blank(code: Code, variable: Any) -> bool:
    """Whether nothing gives a variable of this unit a first value before its declaration."""
    return variable.owner is code.unit and not variable.is_late and variable.storage is not Storage.GLOBAL


def _begin_blank(code: Code, variable: Any) -> None:
    write_blank(code, held_as(variable))
    begin_variable(code, variable)


def _compare_case(code: Code, held: Held, test: Any) -> None:
    other = code.program.flows_in(code.table).held(code.table, test)
    if held is other and held in (Held.NUMBER, Held.STRING, Held.BOOLEAN):
        code.valued(test, held)
        code.emit({Held.NUMBER: "FEQ", Held.STRING: "STRING_EQ", Held.BOOLEAN: "BEQ"}[held])
        return
    code.convert(held, Held.WORD)
    code.word(test)
    code.emit("ANY_EQ")


def lower_try(code: Code, node: syntax.Try) -> None:
    """`try { } catch (e) { } finally { }`."""
    finalizer = node.finally_
    if finalizer is None:
        _try_catch(code, node)
        return
    kept = finalizer

    def body() -> None:
        if node.catch is None:
            code.statement(node.body)
        else:
            _try_catch(code, node)

    with_finalizer(code, body, lambda: code.statement(kept))


def _try_catch(code: Code, node: syntax.Try) -> None:
    clause = node.catch
    if clause is None:
        raise AssertionError("a statement `try` has a clause")
    failed, end = code.label(), code.label()
    code.jump("TRY", failed)
    code.surroundings.append(Guarded(None))
    code.statement(node.body)
    code.surroundings.pop()
    code.emit("END_TRY")
    code.jump("JUMP", end)
    code.place(failed)
    if clause.target is None:
        code.emit("POP")
    else:
        code.library("caught")
        declare_pattern(code, clause.target, Held.WORD, Origin(".catch"))
    statements(code, clause.body.statements)
    code.place(end)
