"""How the second front end groups a program, as a text that can be compared with the TypeScript compiler's.

`tests/oracle/shapes.mjs` writes the same texts from the compiler's trees.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import assert_never

from fuzz.shapes import listed
from plait.frontend.next import syntax
from plait.frontend.next.syntax.types import TypeMember

_NAME = re.compile(r"[^\W\d]\w*")
"""An index that is grouped as the name of a property is."""

_KINDS = {
    syntax.FunctionKind.DECLARATION: "declare",
    syntax.FunctionKind.CONSTRUCTOR: "constructor",
    syntax.FunctionKind.ARROW: "arrow",
    syntax.FunctionKind.EXPRESSION: "function",
    syntax.FunctionKind.METHOD: "method",
    syntax.FunctionKind.GETTER: "get",
    syntax.FunctionKind.SETTER: "set",
}
_PREFIXES = {"typeof": "typeof", "delete": "delete"}


def shape_of_module(module: syntax.Module) -> str:
    """The shape of a program of expressions, variables and type aliases."""
    return " ".join(_statements(module.statements))


def _statement(node: syntax.Statement) -> str:
    match node:
        case syntax.ExpressionStatement(expression=expression):
            return _expression(expression)
        case syntax.VariableStatement(declarators=declarators):
            return listed("let", map(_declarator, declarators))
        case syntax.TypeAliasDeclaration(name=name, type_parameters=parameters, type=type_):
            return listed("type", [name.name, *_type_parameters(parameters), _type(type_)])
        case syntax.Return(expression=value):
            return "(return)" if value is None else listed("return", [_expression(value)])
        case syntax.Block(statements=inner):
            return listed("block", _statements(inner))
        case syntax.Empty():
            return "empty"
        case syntax.Labeled(label=label, body=body):
            return listed("label", [label.name, _statement(body)])
        case syntax.FunctionDeclaration(function=function):
            return _function(function)
        case syntax.ClassDeclaration(declaration=declaration):
            return _class(declaration)
        case _:
            return _control(node)


def _statements(nodes: Iterable[syntax.Statement]) -> list[str]:
    return [_statement(part) for part in nodes if not isinstance(part, syntax.Empty)]


def _control(node: syntax.Statement) -> str:
    """Statements that say what is done when, and how often."""
    match node:
        case syntax.If(condition=condition, then=then, otherwise=otherwise):
            other = [] if otherwise is None else [_statement(otherwise)]
            return listed("if", [_expression(condition), _statement(then), *other])
        case syntax.While(condition=condition, body=body):
            return listed("while", [_expression(condition), _statement(body)])
        case syntax.DoWhile(body=body, condition=condition):
            return listed("do", [_statement(body), _expression(condition)])
        case syntax.For(initializer=first, condition=test, increment=increment, body=body):
            parts = ["none" if part is None else _expression(part) for part in (test, increment)]
            return listed("for", ["none" if first is None else _head(first), *parts, _statement(body)])
        case syntax.ForIn(variable=variable, object=over, body=body):
            return listed("in", [_head(variable), _expression(over), _statement(body)])
        case syntax.ForOf(variable=variable, iterable=over, body=body):
            return listed("of", [_head(variable), _expression(over), _statement(body)])
        case syntax.Switch(expression=value, cases=cases):
            return listed("switch", [_expression(value), *map(_case, cases)])
        case syntax.Try(body=body, catch=catch):
            assert catch is not None
            target = [] if catch.target is None else [listed("", [_binding(catch.target), *_typed(catch.type)])]
            return listed("try", [_statement(body), *target, _statement(catch.body)])
        case _:
            return listed("unknown", [type(node).__name__])


def _case(node: syntax.Case) -> str:
    return listed("case", ["default" if node.test is None else _expression(node.test), *_statements(node.statements)])


def _head(node: syntax.VariableStatement | syntax.Target) -> str:
    return _statement(node) if isinstance(node, syntax.VariableStatement) else _binding(node)


def _type_parameters(parameters: tuple[syntax.TypeParameterDeclaration, ...]) -> list[str]:
    def one(node: syntax.TypeParameterDeclaration) -> str:
        parts = ["none" if part is None else _type(part) for part in (node.constraint, node.default)]
        return listed("const" if node.is_const else "", [node.name.name, *parts])

    return [listed("<>", map(one, parameters))] if parameters else []


def _class(node: syntax.Class) -> str:
    base = [] if node.base is None else [listed("extends", [_expression(node.base), *_arguments(node.base_arguments)])]
    interfaces = [_implemented(part) for part in node.interfaces]
    name = [] if node.name is None else [node.name.name]
    head = [*_decorators(node.decorators), *name, *_type_parameters(node.type_parameters), *base, *interfaces]
    return listed("class", [*head, *map(_class_member, node.members)])


def _implemented(node: syntax.TypeNode) -> str:
    assert isinstance(node, syntax.TypeReference)
    name = node.names[0].name
    for part in node.names[1:]:
        name = listed(".", [name, part.name])
    return listed("implements", [name, *_arguments(node.arguments)])


def _decorators(decorators: tuple[syntax.Decorator, ...]) -> list[str]:
    return [listed("@", [_expression(part.expression)]) for part in decorators]


def _modifiers(node: syntax.Modifiers) -> list[str]:
    words = {
        "static": node.is_static,
        "readonly": node.is_readonly,
        "abstract": node.is_abstract,
        "override": node.is_override,
        "declare": node.is_declare,
        "accessor": node.is_accessor,
    }
    written = [word for word, is_written in words.items() if is_written]
    return [*_decorators(node.decorators), *written, *([node.access] if node.access else [])]


def _class_member(node: syntax.ClassMember) -> str:
    match node:
        case syntax.PropertyDeclaration(modifiers=modifiers, name=name, type=type_, value=value):
            mark = ("?" if node.is_optional else "") + ("!" if node.is_definite else "")
            return listed(f"field{mark}", [*_modifiers(modifiers), _name(name), *_typed(type_), *_valued(value)])
        case syntax.StaticBlock(body=body):
            return listed("static", _statements(body.statements))
        case syntax.IndexSignature(parameter=parameter, key=key, type=type_):
            words = (("static", node.is_static), ("readonly", node.is_readonly))
            return listed("index", [*(word for word, has in words if has), parameter.name, _type(key), _type(type_)])
        case syntax.MethodDeclaration(modifiers=modifiers, function=function):
            is_constructor = function.kind is syntax.FunctionKind.CONSTRUCTOR
            named = _function(function, None, is_nameless=is_constructor)
            return listed("member", [*_modifiers(modifiers), named])
        case _:
            assert_never(node)


def _declarator(node: syntax.VariableDeclarator) -> str:
    return listed("", [_binding(node.target), *_typed(node.type), *_valued(node.value)])


def _typed(node: syntax.TypeNode | None) -> list[str]:
    return [] if node is None else [_type(node)]


def _valued(node: syntax.Expression | None) -> list[str]:
    return [] if node is None else [_expression(node)]


def _binding(node: syntax.Target) -> str:
    """A declared name or pattern, or what a part of an assigned pattern goes to."""
    match node:
        case syntax.ArrayPattern(elements=elements):
            return listed("array", ["hole" if item is None else _element(item) for item in elements])
        case syntax.ObjectPattern(elements=elements):
            return listed("object", map(_element, elements))
        case _:
            return _expression(node)


def _element(node: syntax.PatternElement) -> str:
    target = _binding(node.target)
    if node.is_rest:
        return listed("...", [target])
    if node.default is not None:
        target = listed("=", [target, _expression(node.default)])
    return target if node.name is None else listed(":", [_name(node.name), target])


def _name(node: syntax.PropertyName) -> str:
    return listed("computed", [_expression(node.expression)]) if isinstance(node, syntax.ComputedName) else node.name


def _expression(node: syntax.Expression) -> str:
    match node:
        case syntax.NumericLiteral(value=value):
            return str(int(value)) if value.is_integer() else repr(value)
        case syntax.BigIntLiteral(value=whole):
            return f"{whole}n"
        case syntax.StringLiteral(value=text):
            return json.dumps(text, ensure_ascii=False)
        case syntax.BooleanLiteral(value=truth):
            return "true" if truth else "false"
        case syntax.NullLiteral():
            return "null"
        case syntax.RegularExpressionLiteral(pattern=pattern, flags=flags):
            return f"/{pattern}/{flags}"
        case syntax.This():
            return "this"
        case syntax.Super():
            return "super"
        case syntax.Identifier(name=name):
            return name
        case syntax.TemplateExpression(texts=texts, insertions=insertions):
            return _template(texts, map(_expression, insertions))
        case syntax.TaggedTemplate(tag=tag, texts=texts, insertions=insertions):
            read = [text or "" for text in texts]
            template = _template(read, map(_expression, insertions)) if insertions else json.dumps(read[0])
            return listed("tagged", [_expression(tag), template])
        case syntax.ArrayLiteral(elements=elements):
            return listed("array", ["hole" if item is None else _expression(item) for item in elements])
        case syntax.ObjectLiteral(members=members):
            return listed("object", map(_property, members))
        case syntax.FunctionExpression(function=function):
            return _function(function)
        case syntax.ClassExpression(declaration=declaration):
            return _class(declaration)
        case syntax.Spread(expression=spread):
            return listed("...", [_expression(spread)])
        case syntax.MetaProperty(name=name):
            return listed("meta", [name.rpartition(".")[2]])
        case syntax.ImportCall(argument=argument):
            return listed("call", ["import", _expression(argument)])
        case syntax.ErrorExpression():
            return "bad"
        case _:
            return _operation(node)


def _template(texts: Iterable[str], inserted: Iterable[str]) -> str:
    first, *rest = map(json.dumps, texts)
    return listed("template", [first, *(part for pair in zip(inserted, rest, strict=True) for part in pair)])


def _arguments(types: tuple[syntax.TypeNode, ...] | None) -> list[str]:
    return [] if types is None else [listed("types", map(_type, types))]


def _operation(node: syntax.Expression) -> str:
    match node:
        case syntax.Call(callee=callee, type_arguments=types, arguments=arguments, is_optional=is_optional):
            head = "call?" if is_optional else "call"
            return listed(head, [_linked(callee, is_optional), *_arguments(types), *map(_expression, arguments)])
        case syntax.New(callee=callee, type_arguments=types, arguments=arguments):
            return listed("new", [_expression(callee), *_arguments(types), *map(_expression, arguments)])
        case syntax.Instantiation(expression=inner, type_arguments=types):
            return listed("instantiate", [_expression(inner), *_arguments(types)])
        case syntax.PropertyAccess(object=object_, name=name, is_optional=is_optional):
            return listed(".?" if is_optional else ".", [_linked(object_, is_optional), name.name])
        case syntax.ElementAccess(object=object_, index=index, is_optional=is_optional):
            if isinstance(index, syntax.StringLiteral) and _NAME.fullmatch(index.value):
                return listed(".?" if is_optional else ".", [_linked(object_, is_optional), index.value])
            return listed("[]?" if is_optional else "[]", [_linked(object_, is_optional), _expression(index)])
        case syntax.OptionalChain(expression=inner):
            return _chain(inner)
        case syntax.As(expression=operand, type=type_):
            return listed("as", [_expression(operand), _type(type_)])
        case syntax.AsConst(expression=operand):
            return listed("as", [_expression(operand), "const"])
        case syntax.Satisfies(expression=operand, type=type_):
            return listed("satisfies", [_expression(operand), _type(type_)])
        case syntax.NonNull(expression=operand):
            return listed("!", [_expression(operand)])
        case syntax.Await(expression=operand):
            return listed("await", [_expression(operand)])
        case syntax.Yield(expression=value, is_delegating=is_delegating):
            return listed("yield*" if is_delegating else "yield", _valued(value))
        case syntax.Unary(operator=operator, operand=operand):
            return listed(_PREFIXES.get(operator, f"pre{operator}"), [_expression(operand)])
        case syntax.Update(operator=operator, is_prefix=is_prefix, operand=operand):
            return listed(f"{'pre' if is_prefix else 'post'}{operator}", [_expression(operand)])
        case syntax.Binary(operator=operator, left=left, right=right):
            return listed(operator, map(_expression, (left, right)))
        case syntax.PrivateIn(name=private, right=right):
            return listed("in", [private.name, _expression(right)])
        case syntax.Assignment(operator=operator, target=target, value=value):
            return listed(operator, [_binding(target), _expression(value)])
        case syntax.Conditional(condition=test, when_true=then, when_false=otherwise):
            return listed("?", map(_expression, (test, then, otherwise)))
        case syntax.Sequence(left=left, right=right):
            return listed(",", map(_expression, (left, right)))
        case _:
            raise AssertionError(f"{type(node).__name__} is no operation")


def _chain(node: syntax.Expression) -> str:
    """A chain. The compiler has the `!` at the end of one outside of it, which means the same."""
    if isinstance(node, syntax.NonNull):
        return listed("!", [_chain(node.expression)])
    return listed("chain", [_expression(node)])


def _linked(node: syntax.Expression, is_optional: bool) -> str:
    """What a link of a chain begins with. The compiler ends a chain at a `!` before `?.`, which means the same."""
    inner = node
    while isinstance(inner, syntax.NonNull):
        inner = inner.expression
    return _chain(node) if is_optional and inner is not node and _has_optional_link(inner) else _expression(node)


def _has_optional_link(node: syntax.Expression) -> bool:
    match node:
        case syntax.Call(callee=inner) | syntax.PropertyAccess(object=inner) | syntax.ElementAccess(object=inner):
            return node.is_optional or _has_optional_link(inner)
        case syntax.NonNull(expression=inner):
            return _has_optional_link(inner)
        case _:
            return False


def _property(node: syntax.ObjectMember) -> str:
    match node:
        case syntax.PropertyAssignment(name=name, value=value):
            return listed(":", [_name(name), _expression(value)])
        case syntax.ShorthandProperty(name=shorthand):
            return listed(":", [shorthand.name, shorthand.name])
        case syntax.SpreadProperty(expression=value):
            return listed("...", [_expression(value)])
        case syntax.ObjectMethod(name=name, function=function):
            return _function(function, name)
        case _:
            assert_never(node)


def _function(node: syntax.Function, key: syntax.PropertyName | None = None, is_nameless: bool = False) -> str:
    kind = _KINDS[node.kind]
    named = None if is_nameless else key or node.name
    head = f"{'async ' if node.is_async else ''}{kind}{'*' if node.is_generator else ''}"
    if isinstance(node.body, syntax.Block):
        body = _statements(node.body.statements)
    else:
        body = [] if node.body is None else [listed("return", [_expression(node.body)])]
    name = [] if named is None else [_name(named)]
    parts = [*name, *_type_parameters(node.type_parameters), _parameters(node.parameters, node.this_type)]
    return listed(head, [*parts, *_typed(node.result), *body])


def _parameters(parameters: tuple[syntax.Parameter, ...], this_type: syntax.TypeNode | None) -> str:
    this = [] if this_type is None else [listed("", ["this", _type(this_type)])]
    return listed("", [*this, *map(_parameter, parameters)])


def _parameter(node: syntax.Parameter) -> str:
    head = ("..." if node.is_rest else "") + ("?" if node.is_optional else "")
    return listed(head, [_binding(node.target), *_typed(node.type), *_valued(node.default)])


def _type(node: syntax.TypeNode) -> str:
    match node:
        case syntax.KeywordType(name=name):
            return name
        case syntax.ThisType():
            return "this"
        case syntax.LiteralType(literal=literal):
            return "null" if isinstance(literal, syntax.NullLiteral) else listed("literal", [_expression(literal)])
        case syntax.TypeReference(names=names, arguments=arguments):
            name = ".".join(part.name for part in names)
            return name if arguments is None else listed(name, map(_type, arguments))
        case syntax.TypeQuery(expression=expression, arguments=arguments):
            return listed("query", [_expression(expression), *_arguments(arguments)])
        case syntax.ArrayTypeNode(element=element):
            return listed("[]", [_type(element)])
        case syntax.UnionTypeNode(constituents=constituents):
            return listed("|", map(_type, [part for item in constituents for part in _constituents(item)]))
        case syntax.IntersectionTypeNode(constituents=constituents):
            return listed("&", map(_type, constituents))
        case syntax.TupleTypeNode(members=members):
            return listed("tuple", map(_tuple_member, members))
        case syntax.TypeLiteral(members=parts):
            return listed("members", map(_member, parts))
        case syntax.IndexedAccessTypeNode(object=object_, index=index):
            return listed("at", [_type(object_), _type(index)])
        case syntax.TypeOperator(operator=operator, type=operand):
            return listed(operator, [_type(operand)])
        case syntax.ConditionalTypeNode(check=check, extends=extends, true_type=true_type, false_type=false_type):
            return listed("extends", map(_type, (check, extends, true_type, false_type)))
        case syntax.InferType(parameter=parameter):
            return listed("infer", [parameter.name.name, *_typed(parameter.constraint)])
        case syntax.TemplateLiteralTypeNode(texts=texts, types=types):
            return _template(texts, map(_type, types))
        case _:
            return _function_type(node)


def _constituents(node: syntax.TypeNode) -> list[syntax.TypeNode]:
    """Those of a union, and of the unions in it, which mean the same."""
    if not isinstance(node, syntax.UnionTypeNode):
        return [node]
    return [part for item in node.constituents for part in _constituents(item)]


def _function_type(node: syntax.TypeNode) -> str:
    match node:
        case syntax.FunctionTypeNode(parameters=parameters, this_type=this, result=result):
            head = "new=>" if node.is_constructor else "=>"
            return listed(head, [*_type_parameters(node.type_parameters), _parameters(parameters, this), _type(result)])
        case syntax.TypePredicateNode(name=name, type=type_, is_assertion=is_assertion):
            return listed("asserts" if is_assertion else "is", [name, *_typed(type_)])
        case syntax.MappedTypeNode(parameter=parameter, name_type=name_type, type=type_):
            head = f"mapped{node.readonly_modifier}{node.optional_modifier}"
            return listed(
                head, [parameter.name.name, *_typed(parameter.constraint), *_typed(name_type), *_typed(type_)]
            )
        case syntax.ImportType(module=module, names=names, arguments=arguments):
            name = ".".join(part.name for part in names)
            return listed("import", [json.dumps(module), *([name] if name else []), *_arguments(arguments)])
        case _:
            raise AssertionError(f"{type(node).__name__} is no type of functions")


def _tuple_member(node: syntax.TypeNode | syntax.TupleMember) -> str:
    if not isinstance(node, syntax.TupleMember):
        return _type(node)
    head = ("..." if node.is_rest else "") + ("?" if node.is_optional else "")
    return listed(head, [_type(node.type)]) if head else _type(node.type)


def _member(node: TypeMember) -> str:
    match node:
        case syntax.PropertySignature(name=name, type=type_, is_readonly=is_readonly):
            written = f"{_name(name)}?" if node.is_optional else _name(name)
            return listed(":", [f"readonly {written}" if is_readonly else written, *_typed(type_)])
        case syntax.MethodSignature(name=name, parameters=parameters, result=result):
            written = f"{_name(name)}?" if node.is_optional else _name(name)
            return listed("method", [written, _parameters(parameters, node.this_type), *_typed(result)])
        case syntax.CallSignature(parameters=parameters, result=result):
            return listed(
                "new" if node.is_constructor else "call", [_parameters(parameters, node.this_type), *_typed(result)]
            )
        case syntax.IndexSignature(parameter=parameter, key=key, type=type_):
            return listed("index", [parameter.name, _type(key), _type(type_)])
        case _:
            assert_never(node)
