"""Which function lowers which class of nodes."""

from __future__ import annotations

from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.lower import (
    assignments,
    calls,
    classes,
    coroutines,
    literals,
    loops,
    names,
    objects_of_names,
    operators,
    statements,
)
from plait.frontend.next.lower.closures import make_function
from plait.frontend.next.lower.code import Code, Lowerings
from plait.frontend.next.represent.held import Held


def _function(code: Code, node: syntax.FunctionExpression) -> Held:
    make_function(code, node.function)
    return Held.FUNCTION


LOWERINGS: Final = Lowerings(
    values={
        syntax.Identifier: names.lower_identifier,
        syntax.NumericLiteral: literals.lower_number,
        syntax.BigIntLiteral: literals.lower_big,
        syntax.StringLiteral: literals.lower_string,
        syntax.BooleanLiteral: literals.lower_boolean,
        syntax.NullLiteral: literals.lower_null,
        syntax.RegularExpressionLiteral: literals.lower_pattern,
        syntax.TemplateExpression: literals.lower_template,
        syntax.TaggedTemplate: calls.lower_tagged,
        syntax.ArrayLiteral: literals.lower_array,
        syntax.ObjectLiteral: literals.lower_object,
        syntax.This: assignments.lower_this,
        syntax.Super: assignments.refuse_super,
        syntax.PropertyAccess: assignments.lower_property,
        syntax.ElementAccess: assignments.lower_element,
        syntax.Call: calls.lower_call,
        syntax.OptionalChain: assignments.lower_chain,
        syntax.New: calls.lower_new,
        syntax.Instantiation: assignments.lower_transparent,
        syntax.FunctionExpression: _function,
        syntax.ClassExpression: classes.lower_class_expression,
        syntax.Unary: assignments.lower_unary_all,
        syntax.Update: assignments.lower_update,
        syntax.Binary: operators.lower_binary,
        syntax.PrivateIn: assignments.lower_private_in,
        syntax.Assignment: assignments.lower_assignment,
        syntax.Conditional: operators.lower_conditional,
        syntax.Sequence: assignments.lower_sequence,
        syntax.Yield: coroutines.lower_yield,
        syntax.Await: coroutines.lower_await,
        syntax.As: assignments.lower_transparent,
        syntax.AsConst: assignments.lower_transparent,
        syntax.Satisfies: assignments.lower_transparent,
        syntax.NonNull: assignments.lower_transparent,
        syntax.MetaProperty: assignments.lower_meta,
        syntax.ImportCall: calls.lower_import_call,
    },
    effects={
        syntax.Assignment: assignments.effect_assignment,
        syntax.Update: assignments.effect_update,
    },
    statements={
        syntax.VariableStatement: statements.lower_variables,
        syntax.FunctionDeclaration: statements.lower_nothing,
        syntax.ClassDeclaration: classes.lower_class_statement,
        syntax.InterfaceDeclaration: statements.lower_nothing,
        syntax.TypeAliasDeclaration: statements.lower_nothing,
        syntax.EnumDeclaration: objects_of_names.lower_enum,
        syntax.ModuleDeclaration: objects_of_names.lower_namespace,
        syntax.Ambient: statements.lower_nothing,
        syntax.Import: statements.lower_nothing,
        syntax.ImportAlias: statements.lower_import_alias,
        syntax.ExportDeclaration: objects_of_names.lower_export,
        syntax.ExportNames: statements.lower_nothing,
        syntax.ExportAll: statements.lower_nothing,
        syntax.ExportDefault: objects_of_names.lower_export_default,
        syntax.Block: statements.lower_block,
        syntax.Empty: statements.lower_nothing,
        syntax.ExpressionStatement: statements.lower_expression,
        syntax.If: statements.lower_if,
        syntax.While: loops.lower_while,
        syntax.DoWhile: loops.lower_do,
        syntax.For: loops.lower_for,
        syntax.ForIn: loops.lower_for_in,
        syntax.ForOf: loops.lower_for_of,
        syntax.Break: statements.lower_break,
        syntax.Continue: statements.lower_continue,
        syntax.Return: statements.lower_return,
        syntax.Throw: statements.lower_throw,
        syntax.Switch: statements.lower_switch,
        syntax.Labeled: statements.lower_labeled,
        syntax.Try: statements.lower_try,
        syntax.Debugger: statements.lower_nothing,
        syntax.With: statements.refuse_with,
    },
    branches={syntax.Binary: operators.branch_logical, syntax.Unary: operators.branch_not},
)
