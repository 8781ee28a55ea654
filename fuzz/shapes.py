"""How the front end groups a program, as a text that can be compared with the TypeScript compiler's grouping.

`tests/oracle/shapes.mjs` writes the same texts from the compiler's trees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import assert_never

from plait.frontend import syntax


def shape_of_program(program: syntax.Program) -> str:
    """The shape of a program of expressions, variables and type aliases."""
    return " ".join(_statement(part) for part in program.statements if not isinstance(part, syntax.Export))


def listed(head: str, parts: Iterable[str]) -> str:
    """A shape with its parts in parentheses."""
    return f"({' '.join([head, *parts])})"


def _statement(node: syntax.Statement) -> str:
    match node:
        case syntax.ExpressionStatement(expression=expression):
            return _expression(expression)
        case syntax.VariableDeclaration(declarators=declarators):
            return listed("let", map(_declarator, declarators))
        case syntax.AliasDeclaration(name=name, type=type_):
            return listed("type", [name.name, _type(type_)])
        case syntax.Return(value=value):
            return "(return)" if value is None else listed("return", [_expression(value)])
        case _:
            return listed("unknown", [type(node).__name__])


def _declarator(node: syntax.Declarator) -> str:
    return listed("", [_target(node.pattern or node.name), *_typed(node.type), *_valued(node.value)])


def _typed(node: syntax.TypeSyntax | None) -> list[str]:
    return [] if node is None else [_type(node)]


def _valued(node: syntax.Expression | None) -> list[str]:
    return [] if node is None else [_expression(node)]


def _target(node: syntax.Target) -> str:
    match node:
        case syntax.Identifier(name=name):
            return name
        case syntax.ArrayPattern(elements=elements, rest=rest):
            parts = ["hole" if element is None else _element(element) for element in elements]
            return listed("array", [*parts, *([] if rest is None else [listed("...", [_target(rest)])])])
        case syntax.ObjectPattern(properties=properties, rest=last):
            parts = [listed(":", [part.name.name, _element(part.element)]) for part in properties]
            return listed("object", [*parts, *([] if last is None else [listed("...", [last.name])])])
        case _:
            assert_never(node)


def _element(node: syntax.PatternElement) -> str:
    target = _target(node.target)
    return target if node.default is None else listed("=", [target, _expression(node.default)])


def _expression(node: syntax.Expression) -> str:
    match node:
        case syntax.NumberLiteral(value=value):
            return str(int(value)) if value.is_integer() else repr(value)
        case syntax.StringLiteral(value=text):
            return json.dumps(text, ensure_ascii=False)
        case syntax.BooleanLiteral(value=truth):
            return "true" if truth else "false"
        case syntax.NullLiteral():
            return "null"
        case syntax.UndefinedLiteral():
            return "undefined"
        case syntax.This():
            return "this"
        case syntax.Name(name=name):
            return name
        case syntax.Template(texts=texts, insertions=insertions):
            rest = zip(insertions, texts[1:], strict=True)
            parts = [part for inserted, text in rest for part in (_expression(inserted), json.dumps(text))]
            return listed("template", [json.dumps(texts[0]), *parts])
        case syntax.ArrayLiteral(elements=elements):
            return listed("array", map(_expression, elements))
        case syntax.ObjectLiteral(properties=properties):
            return listed("object", map(_property, properties))
        case syntax.FunctionExpression(function=function):
            return _function("arrow" if function.is_arrow else "function", function)
        case syntax.Spread(value=spread):
            return listed("...", [_expression(spread)])
        case syntax.SuperCall(arguments=arguments):
            return listed("call", ["super", *map(_expression, arguments)])
        case syntax.SuperMember(name=name):
            return listed(".", ["super", name])
        case syntax.Call(callee=callee, arguments=arguments, is_optional=is_optional):
            return listed("call?" if is_optional else "call", map(_expression, (callee, *arguments)))
        case syntax.New(callee=callee, type_arguments=types, arguments=arguments):
            named = [listed("types", map(_type, types))] if types else []
            return listed("new", [_expression(callee), *named, *map(_expression, arguments)])
        case syntax.Member(object=object_, name=name, is_optional=is_optional):
            return listed(".?" if is_optional else ".", [_expression(object_), name])
        case syntax.Index(object=object_, index=index, is_optional=is_optional):
            return listed("[]?" if is_optional else "[]", [_expression(object_), _expression(index)])
        case syntax.Chain(expression=inner):
            return listed("chain", [_expression(inner)])
        case syntax.AssignParts(targets=targets, value=parts_of):
            written = listed("array", ["hole" if target is None else _expression(target) for target in targets])
            return listed("=", [written, _expression(parts_of)])
        case syntax.As(operand=operand, type=type_):
            return listed("as", [_expression(operand), _type(type_)])
        case syntax.BadExpression():
            return "bad"
        case _:
            return _operation(node)


def _operation(
    node: syntax.Unary
    | syntax.TypeOf
    | syntax.NonNull
    | syntax.Await
    | syntax.Update
    | syntax.Binary
    | syntax.Logical
    | syntax.Coalesce
    | syntax.Assign
    | syntax.AssignIf
    | syntax.Conditional
    | syntax.Sequence,
) -> str:
    match node:
        case syntax.Unary(operator=operator, operand=operand):
            return listed(f"pre{operator.value}", [_expression(operand)])
        case syntax.TypeOf(operand=operand):
            return listed("typeof", [_expression(operand)])
        case syntax.NonNull(operand=operand):
            return listed("!", [_expression(operand)])
        case syntax.Await(operand=operand):
            return listed("await", [_expression(operand)])
        case syntax.Update(target=target, delta=delta, is_prefix=is_prefix):
            return listed(f"{'pre' if is_prefix else 'post'}{'++' if delta > 0 else '--'}", [_expression(target)])
        case syntax.Binary(operator=binary, left=left, right=right):
            return listed(binary.value, map(_expression, (left, right)))
        case syntax.Logical(operator=logical, left=left, right=right):
            return listed(logical.value, map(_expression, (left, right)))
        case syntax.Coalesce(left=left, right=right):
            return listed("??", map(_expression, (left, right)))
        case syntax.Assign(operator=assigned, target=target, value=value):
            return listed(f"{'' if assigned is None else assigned.value}=", map(_expression, (target, value)))
        case syntax.AssignIf(operator=condition, target=target, value=value):
            return listed(f"{'??' if condition is None else condition.value}=", map(_expression, (target, value)))
        case syntax.Conditional(condition=test, then=then, otherwise=otherwise):
            return listed("?", map(_expression, (test, then, otherwise)))
        case syntax.Sequence(first=first, second=second):
            return listed(",", map(_expression, (first, second)))
        case _:
            assert_never(node)


def _property(node: syntax.Property | syntax.PropertyMethod | syntax.PropertySpread) -> str:
    match node:
        case syntax.Property(name=name, value=value):
            return listed(":", [name.name, _expression(value)])
        case syntax.PropertyMethod(function=function, accessor=accessor):
            return _function(accessor or "method", function)
        case syntax.PropertySpread(value=value):
            return listed("...", [_expression(value)])
        case _:
            assert_never(node)


def _function(kind: str, node: syntax.FunctionDeclaration) -> str:
    name = [node.name.name] if node.name.name else []
    body = map(_statement, node.body.statements)
    head = f"async {kind}" if node.is_async else kind
    return listed(head, [*name, _parameters(node.parameters), *_typed(node.result), *body])


def _parameters(parameters: tuple[syntax.Parameter, ...]) -> str:
    return listed("", map(_parameter, parameters))


def _parameter(node: syntax.Parameter) -> str:
    head = ("..." if node.is_rest else "") + ("?" if node.is_optional else "")
    target: syntax.Target = node.name
    if isinstance(node.parts, syntax.VariableDeclaration):
        target = node.parts.declarators[0].pattern or node.name
    return listed(head, [_target(target), *_typed(node.type), *_valued(node.default)])


def _type(node: syntax.TypeSyntax) -> str:
    match node:
        case syntax.NamedType(name=name, arguments=arguments):
            return listed(name, map(_type, arguments)) if arguments else name
        case syntax.ArrayTypeSyntax(element=element):
            return listed("[]", [_type(element)])
        case syntax.UnionType(members=members):
            return _type(members[0]) if len(members) == 1 else listed("|", map(_type, _constituents(node)))
        case syntax.FunctionTypeSyntax(parameters=parameters, result=result):
            return listed("=>", [_parameters(parameters), _type(result)])
        case syntax.TupleTypeSyntax(elements=elements):
            return listed("tuple", map(_type, elements))
        case syntax.ObjectTypeSyntax(members=parts):
            return listed("members", map(_member, parts))
        case syntax.BadType():
            return "bad"
        case _:
            assert_never(node)


def _constituents(node: syntax.TypeSyntax) -> list[syntax.TypeSyntax]:
    """Those of a union, and of the unions in it, which mean the same."""
    if not isinstance(node, syntax.UnionType):
        return [node]
    return [item for member in node.members for item in _constituents(member)]


def _member(node: syntax.TypeMember) -> str:
    name = f"{node.name.name}?" if node.is_optional else node.name.name
    match node:
        case syntax.PropertySignature(type=type_, is_readonly=is_readonly):
            return listed(":", [f"readonly {name}" if is_readonly else name, *_typed(type_)])
        case syntax.MethodSignature(parameters=parameters, result=result):
            return listed("method", [name, _parameters(parameters), *_typed(result)])
        case _:
            assert_never(node)
