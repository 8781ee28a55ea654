"""A whole program to a module: globals, functions, and the top-level code as the main function."""

from __future__ import annotations

from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import Module
from plait.frontend.check import typed
from plait.frontend.check.held import value_type
from plait.frontend.check.ranges import Ranges
from plait.frontend.codes import Code as Diagnosis
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.lower.classes import declare_classes, define_classes
from plait.frontend.lower.closures import begin_function, declare_function
from plait.frontend.lower.code import Code, Tables, TooLargeError
from plait.frontend.lower.expressions import emit_expression
from plait.frontend.lower.object_tables import ObjectTables
from plait.frontend.lower.shared import storage
from plait.frontend.lower.sizes import check_sizes
from plait.frontend.lower.statements import emit_statement
from plait.isa.value_types import BOOL


def lower_program(name: str, program: typed.Program, diagnostics: Diagnostics) -> Module | None:
    """The module of a program that was checked without complaint; None if it is too large, which is reported."""
    while True:
        objects, module = _lower(name, program, diagnostics)
        if not objects.mark_widened():
            return module
        # Some arrays come to hold words: what was lowered is out of date. There are finitely many types to mark.
        diagnostics.found.clear()


def _lower(name: str, program: typed.Program, diagnostics: Diagnostics) -> tuple[ObjectTables, Module | None]:
    module = ModuleBuilder(name)
    ranges = Ranges(program.constant_ranges)
    variables = sorted(program.globals, key=lambda variable: variable.span.start)
    globals_: dict[typed.Variable, int] = {}
    guards: dict[typed.Variable, int] = {}
    of_classes = {info.variable for info in program.classes}
    for variable in variables:
        if variable.constant is None and variable not in of_classes:
            globals_[variable] = module.add_global(variable.name, storage(ranges, variable))
        if variable in program.guarded:
            guards[variable] = module.add_global(f"{variable.name} is ready", BOOL)
    objects = ObjectTables(module, program.classes, program.shapes)
    check_sizes(program, objects, diagnostics)
    if diagnostics.found:
        return objects, None
    tables = Tables(module, program.functions, globals_, guards, program.captures, objects)
    declare_classes(tables)
    functions = (*program.functions, program.main)
    for index, function in enumerate(functions):
        declare_function(tables, ranges, index, function)
    for index, function in enumerate(functions):
        owner = None if function is program.main else index
        _lower_function(tables, ranges, index, function, owner, diagnostics)
    if diagnostics.found:
        return objects, None
    define_classes(tables, ranges)
    return objects, module.build(len(functions) - 1)


def _lower_function(
    tables: Tables, ranges: Ranges, index: int, function: typed.Function, owner: int | None, diagnostics: Diagnostics
) -> None:
    code = Code(
        tables,
        tables.module.function(index),
        ranges,
        owner,
        value_type(function.result),
        function.result,
        emit_expression,
    )
    try:
        begin_function(code, index, function)
        emit_statement(code, function.body)
        if code.reachable:
            if code.result is not None:
                raise AssertionError(f"the end of {function.name} can be reached")
            code.emit("RETURN_VOID")
    except TooLargeError as error:
        diagnostics.report(
            Diagnosis.TOO_LARGE, function.span, f"the function `{function.name}` is too large: {error}", "split it"
        )
