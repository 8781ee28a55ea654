"""Types that are written: from syntax to types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingOf
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import NAMESPACES, TYPE, VALUE, Scope, Symbol, SymbolFlags
from plait.frontend.next.check.implied import with_implied
from plait.frontend.next.check.state import State
from plait.frontend.next.check.support import library_symbol
from plait.frontend.next.types.display import show
from plait.frontend.next.types.evaluation import conditional_type, keyof_type, try_access
from plait.frontend.next.types.instantiation import (
    constraint_of,
    default_of,
    element_of_array,
    instantiate,
    is_instance_of,
    is_tuple,
    mapper,
    tuple_of,
)
from plait.frontend.next.types.model import (
    Alias,
    Anonymous,
    Conditional,
    ConditionalRoot,
    Declared,
    ElementKind,
    F,
    KeyOf,
    Literal,
    Mapping,
    OriginKind,
    Reference,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.templates import string_mapping, template
from plait.frontend.next.types.unions import intersection, map_type, union
from plait.frontend.next.types.widening import regular

_STRING_MAPPINGS: Final = ("Uppercase", "Lowercase", "Capitalize", "Uncapitalize")


def written_type(c: State, node: Any) -> Type:
    """The type that is written at a node, in terms of the type parameters in scope."""
    found = c.written.get(node)
    if found is None:
        found = _RESOLVERS[type(node)](c, node)
        c.written[node] = found
    return found


def _keyword(c: State, node: syntax.KeywordType) -> Type:
    store = c.store
    found: dict[str, Type] = {
        "any": store.any,
        "unknown": store.unknown,
        "never": store.never,
        "void": store.void,
        "undefined": store.undefined,
        "null": store.null,
        "string": store.string,
        "number": store.number,
        "boolean": store.boolean,
        "bigint": store.bigint,
        "symbol": store.symbol,
        "object": store.non_primitive,
    }
    return found.get(node.name, store.opaque)


def _this(c: State, node: syntax.ThisType) -> Type:
    scope = c.scopes.get(node)
    while scope is not None:
        if isinstance(scope.node, syntax.Class | syntax.InterfaceDeclaration):
            declared = declared_of_node(c, scope.node)
            return declared.this if declared.this is not None else c.store.opaque
        scope = scope.parent
    return c.this_type(node)


def _literal(c: State, node: syntax.LiteralType) -> Type:
    store = c.store
    match node.literal:
        case syntax.StringLiteral(value=text):
            return store.literal(text)
        case syntax.NumericLiteral(value=number):
            return store.number_literal(number)
        case syntax.BooleanLiteral(value=truth):
            return store.literal(truth)
        case syntax.BigIntLiteral(value=integer):
            return store.literal(integer)
        case syntax.Unary(operator="-", operand=syntax.NumericLiteral(value=number)):
            return store.number_literal(-number)
        case syntax.Unary(operator="-", operand=syntax.BigIntLiteral(value=integer)):
            return store.literal(-integer)
        case _:
            return store.opaque


def symbol_of_names(c: State, names: tuple[syntax.Identifier, ...], meaning: int) -> Symbol | None:
    """The symbol that `A.B.C` means."""
    symbol = c.resolved.get(names[0])
    if symbol is None and names[0].name == "globalThis" and len(names) > 1:
        symbol = library_symbol(c, names[1].name)
        names = names[1:]
    for name in names[1:]:
        if symbol is None:
            return None
        if symbol.flags & SymbolFlags.IMPORT:
            return symbol
        symbol = symbol.exports.get(name.name)
    if symbol is not None and not symbol.flags & (meaning | NAMESPACES):
        return None
    return symbol


def _reference(c: State, node: syntax.TypeReference) -> Type:
    symbol = symbol_of_names(c, node.names, TYPE)
    if symbol is None:
        name = ".".join(part.name for part in node.names)
        if name == "const":
            return c.store.opaque
        c.report(Code.UNKNOWN_TYPE, node, f"there is no type `{name}`", "declare it, or look for a misspelling")
        return c.store.opaque
    if not symbol.flags & TYPE:
        c.report(Code.CLASS_AS_VALUE, node, f"`{symbol.name}` is a value, not a type", f"write `typeof {symbol.name}`")
        return c.store.opaque
    return type_with_arguments(c, symbol, node, node.arguments)


def type_with_arguments(c: State, symbol: Symbol, node: Any, arguments: tuple[Any, ...] | None) -> Type:
    """A declared type with the type arguments that are written."""
    store = c.store
    if symbol.flags & (SymbolFlags.CLASS | SymbolFlags.INTERFACE):
        declared = c.declared.get(symbol) or _declared(c, symbol)
        own = declared.parameters[declared.outer_count :]
        if arguments and len(arguments) == len(own) and any(_leads_back(c, item) for item in arguments):
            return _deferred_reference(c, declared, arguments)
        if _defaults_lead_back(c, symbol, len(arguments or ()), len(own)):
            return _deferred_defaults(c, declared, arguments or ())
        given = _arguments(c, node, symbol, declared.parameters[declared.outer_count :], arguments)
        if given is None:
            return store.opaque
        outer = declared.parameters[: declared.outer_count]
        return store.reference(declared, (*outer, *given))
    if symbol.flags & SymbolFlags.ALIAS:
        return _alias_reference(c, symbol, node, arguments)
    return c.declared_type(symbol)


def _declared(c: State, symbol: Symbol) -> Declared:
    c.declared_type(symbol)
    return c.declared[symbol]


def _alias_reference(c: State, symbol: Symbol, node: Any, arguments: tuple[Any, ...] | None) -> Type:
    store = c.store
    type = c.declared_type(symbol)
    parameters = c.alias_parameters.get(symbol, ())
    given = _arguments(c, node, symbol, parameters, arguments)
    if given is None:
        return store.opaque
    if symbol.flags & SymbolFlags.AMBIENT and symbol.name in _STRING_MAPPINGS and given:
        return string_mapping(store, symbol.name, given[0])
    if symbol.flags & SymbolFlags.AMBIENT and symbol.name == "NoInfer" and given:
        return given[0]
    if not parameters:
        return type
    result = instantiate(store, type, mapper(parameters, given))
    if result is type or not isinstance(result, Union | Anonymous | Conditional) or result.alias is not None:
        return result
    if is_instance_of(result, type) or (isinstance(result, Union) and isinstance(type, Union)):
        result.alias = Alias(symbol, given)
    return result


def _arguments(
    c: State, node: Any, symbol: Symbol, parameters: tuple[TypeParameter, ...], written: tuple[Any, ...] | None
) -> tuple[Type, ...] | None:
    """The type arguments, with defaults for those left out; None where their number is wrong."""
    given = [written_type(c, argument) for argument in written or ()]
    if len(given) > len(parameters):
        if not parameters:
            c.report(Code.TYPE_ARGUMENTS, node, f"the type `{symbol.name}` is not generic", "leave the arguments out")
        else:
            c.report(
                Code.TYPE_ARGUMENTS,
                node,
                f"`{symbol.name}` takes {len(parameters)} type arguments, not {len(given)}",
            )
        return None
    full = filled_arguments(c, parameters, given)
    if full is None:
        c.report(
            Code.TYPE_ARGUMENTS,
            node,
            f"the generic type `{symbol.name}` needs {len(parameters)} type arguments",
            f"write `{symbol.name}<{', '.join(item.name for item in parameters)}>`",
        )
        return None
    if written:
        c.deferred.append(("constraints", node, parameters, tuple(full), written))
    return tuple(full)


def check_constraints(
    c: State, parameters: tuple[TypeParameter, ...], given: tuple[Type, ...], written: tuple[Any, ...]
) -> bool:
    """Whether type arguments fit the constraints; those that do not are reported."""
    map = mapper(parameters, given)
    for parameter, argument, node in zip(parameters, given, written, strict=False):
        constraint = constraint_of(c.store, parameter)
        if constraint is None or isinstance(node, syntax.InferType) or _is_found_by_infer(c, argument):
            continue
        wanted = instantiate(c.store, constraint, map)
        if _is_untold(wanted):
            continue
        if not is_assignable(c.store, argument, wanted) and not is_assignable(
            c.store, with_implied(c, node, argument), wanted
        ):
            c.report(
                Code.TYPE_MISMATCH,
                node,
                f"`{show(c.store, argument)}` does not fit the constraint `{show(c.store, wanted)}`",
            )
            return False
    return True


def _is_found_by_infer(c: State, type: Type) -> bool:
    """Whether it is what `infer T` finds: it has the constraint of the place where it is found, if no other."""
    declaration: Any = type.declaration if isinstance(type, TypeParameter) else None
    return isinstance(c.places.parent(declaration), syntax.InferType) and declaration.constraint is None


def _is_untold(constraint: Type) -> bool:
    """Whether it cannot be told what fits a constraint: the keys of `T["a"]`, what a conditional type will be."""
    if isinstance(constraint, KeyOf):
        return not isinstance(constraint.type, TypeParameter)
    return bool(constraint.flags & (F.CONDITIONAL | F.INDEXED_ACCESS))


def filled_arguments(c: State, parameters: tuple[TypeParameter, ...], given: list[Type]) -> list[Type] | None:
    """Type arguments with the defaults of those left out; None if one without default is missing."""
    full = list(given)
    for position in range(len(given), len(parameters)):
        default = default_of(c.store, parameters[position])
        if default is None:
            return None
        map = mapper(parameters[:position], full)
        full.append(instantiate(c.store, default, map))
    return full


def _query(c: State, node: syntax.TypeQuery) -> Type:
    type = c.expression(node.expression)
    if node.arguments is not None:
        return c.store.opaque
    return map_type(c.store, type, regular) if isinstance(type, Literal | Union) else type


def _array(c: State, node: syntax.ArrayTypeNode) -> Type:
    if _leads_back(c, node):
        return _deferred_array(c, node, "Array")
    return c.store.array(written_type(c, node.element))


def _leads_back(c: State, node: Any) -> bool:
    """Whether a type names an alias that is being resolved."""
    return bool(c.aliases_in_progress) and any(symbol in c.aliases_in_progress for symbol in _named(c, node))


def _leads_back_by_aliases(c: State, node: Any) -> bool:
    """Whether a type names an alias that is being resolved, or another alias that leads to one."""
    pending, seen = [node], set(c.alias_types)
    while pending:
        for symbol in _named(c, pending.pop()):
            if symbol in c.aliases_in_progress:
                return True
            if symbol.flags & SymbolFlags.ALIAS and symbol not in seen:
                seen.add(symbol)
                pending.extend(item for item in symbol.declarations if isinstance(item, syntax.TypeAliasDeclaration))
    return False


def _named(c: State, node: Any) -> Iterator[Symbol]:
    """What the names inside of a type mean."""
    for inner in syntax.descendants(node):
        if isinstance(inner, syntax.TypeReference):
            symbol = c.resolved.get(inner.names[0])
            if symbol is not None:
                yield symbol


def _deferred_array(c: State, node: syntax.ArrayTypeNode, name: str) -> Type:
    """An array whose element type is resolved when it is needed first."""
    whole = c.library_type(name, (c.store.any,))
    if not isinstance(whole, Reference):
        return c.store.opaque
    mentions = _may_mention(c)
    return Reference(c.store.new_id(), whole.target, None, lambda: (written_type(c, node.element),), mentions)


def _deferred_reference(c: State, declared: Declared, arguments: tuple[Any, ...]) -> Type:
    """A class or interface whose type arguments are resolved when they are needed first."""
    outer = declared.parameters[: declared.outer_count]

    def resolved() -> tuple[Type, ...]:
        return (*outer, *[written_type(c, item) for item in arguments])

    return Reference(c.store.new_id(), declared, None, resolved, bool(outer) or _may_mention(c))


def _defaults_lead_back(c: State, symbol: Symbol, given: int, wanted: int) -> bool:
    """Whether a type parameter for which nothing is written has a default that names an alias that is being resolved,
    and all others have one.
    """
    if given >= wanted or not c.aliases_in_progress:
        return False
    for node in symbol.declarations:
        if isinstance(node, syntax.Class | syntax.InterfaceDeclaration):
            defaults = [parameter.default for parameter in node.type_parameters[given:]]
            if defaults and None not in defaults:
                return any(_leads_back_by_aliases(c, default) for default in defaults)
    return False


def _deferred_defaults(c: State, declared: Declared, arguments: tuple[Any, ...]) -> Type:
    """A class or interface whose missing type arguments are resolved when they are needed first."""
    outer, own = declared.parameters[: declared.outer_count], declared.parameters[declared.outer_count :]

    def resolved() -> tuple[Type, ...]:
        given = [written_type(c, item) for item in arguments]
        return (*outer, *(filled_arguments(c, own, given) or given))

    return Reference(c.store.new_id(), declared, None, resolved, bool(outer) or _may_mention(c))


def _may_mention(c: State) -> bool:
    """Whether an alias that is being resolved has type parameters."""
    return any(c.alias_parameters.get(symbol) for symbol in c.aliases_in_progress)


def _deferred_tuple(c: State, node: syntax.TupleTypeNode, is_readonly: bool) -> Type:
    """A tuple whose element types are resolved when they are needed first."""
    kinds = tuple(ElementKind.OPTIONAL if member.is_optional else ElementKind.REQUIRED for member in node.members)
    labels = tuple(None if member.name is None else member.name.name for member in node.members)
    shape = c.store.tuple_shape(kinds, labels, is_readonly)

    def elements() -> tuple[Type, ...]:
        return tuple([written_type(c, member.type) for member in node.members])

    return Reference(c.store.new_id(), shape, None, elements, _may_mention(c))


def _tuple(c: State, node: syntax.TupleTypeNode) -> Type:
    return tuple_type(c, node, False)


def tuple_type(c: State, node: syntax.TupleTypeNode, is_readonly: bool) -> Type:
    """A tuple as it is written."""
    if _leads_back(c, node) and not any(member.is_rest for member in node.members):
        return _deferred_tuple(c, node, is_readonly)
    kinds: list[int] = []
    labels: list[str | None] = []
    elements: list[Type] = []
    for member in node.members:
        type = written_type(c, member.type)
        if member.is_rest:
            element = element_of_array(type)
            if element is not None:
                kinds.append(ElementKind.REST)
                elements.append(element)
            else:
                kinds.append(ElementKind.VARIADIC)
                elements.append(type)
        else:
            kinds.append(ElementKind.OPTIONAL if member.is_optional else ElementKind.REQUIRED)
            elements.append(type)
        labels.append(None if member.name is None else member.name.name)
    shape = c.store.tuple_shape(tuple(kinds), tuple(labels), is_readonly)
    return tuple_of(c.store, shape, tuple(elements))


def _union(c: State, node: syntax.UnionTypeNode) -> Type:
    return union(c.store, [written_type(c, item) for item in node.constituents])


def _intersection(c: State, node: syntax.IntersectionTypeNode) -> Type:
    return intersection(c.store, [written_type(c, item) for item in node.constituents])


def outer_parameters(c: State, scope: Scope | None) -> tuple[TypeParameter, ...]:
    """The type parameters that can be used in a scope, outermost first, `this` of classes and interfaces among them."""
    if scope is None:
        return ()
    found = c.outer.get(scope)
    if found is None:
        own = [
            type_parameter(c, symbol) for symbol in scope.names.values() if symbol.flags & SymbolFlags.TYPE_PARAMETER
        ]
        if isinstance(scope.node, syntax.Class | syntax.InterfaceDeclaration):
            declared = declared_of_node(c, scope.node)
            if declared.this is not None:
                own.append(declared.this)
        found = (*outer_parameters(c, scope.parent), *own)
        c.outer[scope] = found
    return found


def declared_of_node(c: State, node: Any) -> Declared:
    """The class or interface that a node declares."""
    found = c.declared_by_node.get(node)
    if found is None:
        symbol = c.symbols.get(node)
        if symbol is not None:
            c.declared_type(symbol)
            found = c.declared_by_node.get(node)
        if found is None:
            found = c.store.declared("(anonymous class)", None, True)
            c.declared_by_node[node] = found
            scope = c.scopes.get(node)
            own = tuple(type_parameter(c, c.symbols[item.name]) for item in node.type_parameters)
            around = outer_parameters(c, None if scope is None else scope.parent)
            found.outer_count = len(around)
            found.parameters = (*around, *own)
    return found


def type_parameter(c: State, symbol: Symbol) -> TypeParameter:
    """The type parameter that a symbol declares."""
    found = c.parameters.get(symbol)
    if found is None:
        declaration = symbol.declarations[0]
        found = c.store.type_parameter(symbol.name, symbol, declaration)
        if isinstance(declaration, syntax.TypeParameterDeclaration):
            found.is_const = declaration.is_const
        c.parameters[symbol] = found
    return found


def _type_literal(c: State, node: syntax.TypeLiteral) -> Type:
    outer = outer_parameters(c, c.scopes.get(node))
    return c.store.anonymous_of(c.store.origin(OriginKind.TYPE_LITERAL, node, None, outer), outer)


def _function(c: State, node: syntax.FunctionTypeNode) -> Type:
    scope = c.scopes.get(node)
    outer = outer_parameters(c, None if scope is None else scope.parent)
    return c.store.anonymous_of(c.store.origin(OriginKind.FUNCTION_TYPE, node, None, outer), outer)


def _mapped(c: State, node: syntax.MappedTypeNode) -> Type:
    store = c.store
    scope = c.scopes[node]
    outer = outer_parameters(c, scope.parent)
    origin = store.origin(OriginKind.MAPPED, node, None, outer)
    parameter = type_parameter(c, scope.names[node.parameter.name.name])
    constraint_node = node.parameter.constraint
    source: Type | None = None
    if isinstance(constraint_node, syntax.TypeOperator) and constraint_node.operator == "keyof":
        source = written_type(c, constraint_node.type)
    constraint = store.opaque if constraint_node is None else written_type(c, constraint_node)
    if source is None and isinstance(constraint, TypeParameter):
        bound = constraint_of(store, constraint)
        if bound is not None and bound.flags & F.KEYOF and not isinstance(bound, Union):
            source = None
    origin.mapping = Mapping(
        parameter,
        constraint,
        None if node.name_type is None else written_type(c, node.name_type),
        node.type if node.type is not None else syntax.KeywordType(node.start, node.end, "any"),
        {"": 0, "+": 1, "-": -1}[node.readonly_modifier],
        {"": 0, "+": 1, "-": -1}[node.optional_modifier],
        source,
    )
    if constraint.flags & F.OPAQUE:
        return store.opaque
    if isinstance(source, TypeParameter) or not outer:
        return store.anonymous_of(origin, outer)
    return store.resolver.mapped_type(origin, mapper(outer, outer))


def _indexed_access(c: State, node: syntax.IndexedAccessTypeNode) -> Type:
    object, index = written_type(c, node.object), written_type(c, node.index)
    found = try_access(c.store, object, index)
    if found is None:
        c.report(
            Code.UNKNOWN_PROPERTY,
            node.index,
            f"`{show(c.store, object)}` has no property `{show(c.store, index)}`",
        )
        return c.store.opaque
    return found


def _conditional(c: State, node: syntax.ConditionalTypeNode) -> Type:
    store = c.store
    scope = c.scopes[node]
    outer = outer_parameters(c, scope.parent)
    infers = tuple(
        [type_parameter(c, symbol) for symbol in scope.names.values() if symbol.flags & SymbolFlags.TYPE_PARAMETER]
    )
    check, extends = written_type(c, node.check), written_type(c, node.extends)
    root = ConditionalRoot(store.new_id(), node, check, extends, outer, infers)
    return conditional_type(store, root, mapper(outer, outer))


def _infer(c: State, node: syntax.InferType) -> Type:
    return type_parameter(c, c.symbols[node.parameter.name])


def _operator(c: State, node: syntax.TypeOperator) -> Type:
    store = c.store
    match node.operator:
        case "keyof":
            return keyof_type(store, written_type(c, node.type))
        case "readonly":
            if isinstance(node.type, syntax.TupleTypeNode):
                return tuple_type(c, node.type, True)
            if isinstance(node.type, syntax.ArrayTypeNode) and _leads_back(c, node.type):
                return _deferred_array(c, node.type, "ReadonlyArray")
            inner = written_type(c, node.type)
            element = element_of_array(inner)
            if element is not None:
                return store.readonly_array(element)
            if is_tuple(inner) and isinstance(inner, Reference) and isinstance(inner.target, TupleShape):
                shape = store.tuple_shape(inner.target.kinds, inner.target.labels, True)
                return store.reference(shape, inner.arguments)
            return inner
        case _:
            return store.symbol


def _template(c: State, node: syntax.TemplateLiteralTypeNode) -> Type:
    return template(c.store, node.texts, tuple([written_type(c, item) for item in node.types]))


def _import(c: State, node: syntax.ImportType) -> Type:
    """`import("./m").A`, or what a module gives."""
    file = c.files.get(c.places.module_of(node))
    symbol = None if file is None else c.modules.imported(file.bound, node.module, "*")
    for name in node.names:
        symbol = None if symbol is None else symbol.exports.get(name.name)
    if symbol is None:
        return c.store.opaque
    if node.is_query:
        return c.type_of_symbol(symbol) if symbol.flags & VALUE else c.store.opaque
    return type_with_arguments(c, symbol, node, node.arguments) if symbol.flags & TYPE else c.store.opaque


def _predicate(c: State, node: syntax.TypePredicateNode) -> Type:
    return c.store.void if node.is_assertion else c.store.boolean


_RESOLVERS: Final[MappingOf[type, Callable[[State, Any], Type]]] = {
    syntax.KeywordType: _keyword,
    syntax.ThisType: _this,
    syntax.LiteralType: _literal,
    syntax.TypeReference: _reference,
    syntax.TypeQuery: _query,
    syntax.ArrayTypeNode: _array,
    syntax.TupleTypeNode: _tuple,
    syntax.UnionTypeNode: _union,
    syntax.IntersectionTypeNode: _intersection,
    syntax.FunctionTypeNode: _function,
    syntax.TypeLiteral: _type_literal,
    syntax.MappedTypeNode: _mapped,
    syntax.IndexedAccessTypeNode: _indexed_access,
    syntax.ConditionalTypeNode: _conditional,
    syntax.InferType: _infer,
    syntax.TypeOperator: _operator,
    syntax.TemplateLiteralTypeNode: _template,
    syntax.ImportType: _import,
    syntax.TypePredicateNode: _predicate,
}
