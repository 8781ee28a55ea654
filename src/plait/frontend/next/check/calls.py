"""Calls: choosing the signature, inferring type arguments, checking arguments."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.check.access import checked_present
from plait.frontend.next.check.arguments import (
    Argument,
    argument_type,
    arguments_of,
    parameter_for,
    rest_arguments,
    takes_count,
)
from plait.frontend.next.check.assignability import require
from plait.frontend.next.check.class_queries import super_constructors
from plait.frontend.next.check.literal_types import keeps_literal
from plait.frontend.next.check.sensitivity import is_sensitive
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.written import check_constraints, filled_arguments, outer_parameters, written_type
from plait.frontend.next.types.callables import (
    calls_of,
    has_rest,
    minimum_arguments,
    open_rest,
    parameter_at,
    parameter_count,
)
from plait.frontend.next.types.candidates import RESULT, Inference
from plait.frontend.next.types.display import show
from plait.frontend.next.types.inference import infer
from plait.frontend.next.types.inferred import inferred_mapper, inferred_type
from plait.frontend.next.types.instantiation import (
    default_of,
    instantiate,
    instantiate_signature,
    mapper,
    parameter_type,
    result_of,
)
from plait.frontend.next.types.lookup import apparent
from plait.frontend.next.types.members import Mapper, Members, Parameter, Signature
from plait.frontend.next.types.model import (
    ANY_LIKE,
    LITERAL,
    F,
    Reference,
    TupleShape,
    Type,
    Union,
)
from plait.frontend.next.types.relation import is_assignable, is_related
from plait.frontend.next.types.relation_parts import Relation
from plait.frontend.next.types.unions import constituents_of
from plait.frontend.next.types.widening import regular, widen_literal


def call(c: State, node: syntax.Call, wanted: Wanted | None) -> Type:
    """`f(a)`."""
    callee = node.callee
    if isinstance(callee, syntax.Super):
        return _super_call(c, node)
    type = c.expression(callee, _called_at_once(c, node, wanted))
    type = checked_present(c, type, callee, node.is_optional)
    signature = _resolve(c, node, type, wanted, False)
    if signature is None:
        return c.store.opaque if type.flags & F.OPAQUE or not type.flags & F.ANY else c.store.any
    c.calls[node] = signature
    return result_of(c.store, signature)


def _called_at_once(c: State, node: syntax.Call, wanted: Wanted | None) -> Wanted | None:
    """What is wanted of a function that is called where it stands: parameters of the types of the arguments, and what
    is wanted of the call.
    """
    callee = node.callee
    if not isinstance(callee, syntax.FunctionExpression):
        return None
    is_told = wanted is not None and wanted.inference is None and not wanted.is_const and not wanted.is_pattern
    result = wanted.type if wanted is not None and is_told else None
    if result is None and not is_sensitive(callee):
        return None
    store = c.store
    given = arguments_of(c, node.arguments)
    parameters: list[Parameter] = []
    for index, parameter in enumerate(callee.function.parameters):
        if parameter.is_rest:
            type: Type = rest_arguments(c, given[index:], store.opaque, None, False)
        elif index < len(given) and not any(argument.is_spread for argument in given[: index + 1]):
            type = widen_literal(store, argument_type(c, given[index], None))
        else:
            type = store.opaque
        parameters.append(Parameter(f"p{index}", type, index >= len(given), parameter.is_rest))
    signature = store.signature(tuple(parameters), result or store.any)
    return Wanted(store.synthetic(Members({}, (signature,))))


def new(c: State, node: syntax.New, wanted: Wanted | None) -> Type:
    """`new C(a)`."""
    type = c.expression(node.callee)
    type = checked_present(c, type, node.callee, False)
    signature = _resolve(c, node, type, wanted, True)
    if signature is None:
        return c.store.opaque if type.flags & F.OPAQUE or not type.flags & F.ANY else c.store.any
    if signature.is_abstract:
        c.report(
            Code.ABSTRACT, node, "an abstract class has no objects of its own", "make one of a class that extends it"
        )
    _check_private(c, node, signature)
    c.calls[node] = signature
    return result_of(c.store, signature)


def _check_private(c: State, node: syntax.New, signature: Signature) -> None:
    """A private constructor is called inside of its class alone."""
    member = c.places.parent(signature.declaration)
    if isinstance(member, syntax.MethodDeclaration) and member.modifiers.access == "private":
        owner = c.places.parent(member)
        if owner not in c.places.classes_around(node):
            c.report(Code.ACCESS, node, "the constructor is private", "call it inside of its class")


def _super_call(c: State, node: syntax.Call) -> Type:
    """`super(a)`: the constructor of the base class."""
    signatures = super_constructors(c, node)
    if signatures:
        signature = choose_signature(c, node, signatures, arguments_of(c, node.arguments), node.type_arguments, None)
        if signature is not None:
            c.calls[node] = signature
    else:
        _check_loose(c, node.arguments)
    return c.store.void


def tagged_template(c: State, node: syntax.TaggedTemplate, wanted: Wanted | None) -> Type:
    """A tag before a template: a call with the texts and the insertions."""
    type = c.expression(node.tag)
    strings = c.library_type("TemplateStringsArray", ())
    arguments = [Argument(None, strings), *[Argument(item) for item in node.insertions]]
    signatures = calls_of(c.store, type)
    if not signatures:
        _check_loose(c, node.insertions)
        return c.store.opaque if type.flags & ANY_LIKE else not_callable(c, node.tag, type, False)
    signature = choose_signature(c, node, signatures, arguments, node.type_arguments, wanted)
    return c.store.opaque if signature is None else result_of(c.store, signature)


def _named(node: Any) -> Any:
    """Where a call is wrong: at the name of what is called, which may stand lines below where the call begins."""
    callee = node.callee if isinstance(node, syntax.Call) else node
    return callee.name if isinstance(callee, syntax.PropertyAccess) else node


def not_callable(c: State, node: syntax.Node, type: Type, is_construct: bool) -> Type:
    what = "no constructor" if is_construct else "no function"
    c.report(Code.NOT_CALLABLE, _named(node), f"`{show(c.store, type)}` is {what}")
    return c.store.opaque


def _check_loose(c: State, arguments: tuple[Any, ...]) -> None:
    """Arguments of a call of something unknown."""
    for argument in arguments:
        c.expression(argument.expression if isinstance(argument, syntax.Spread) else argument)


def _resolve(
    c: State, node: syntax.Call | syntax.New, type: Type, wanted: Wanted | None, is_construct: bool
) -> Signature | None:
    if type.flags & ANY_LIKE:
        _check_loose(c, node.arguments)
        return None
    if type.flags & F.NEVER:
        _check_loose(c, node.arguments)
        return None
    signatures = calls_of(c.store, type, is_construct)
    if not signatures:
        whole = apparent(c.store, type)
        _check_loose(c, node.arguments)
        if is_any_function(whole):
            return None
        if any(item.flags & ANY_LIKE for item in constituents_of(whole)):
            return None
        if isinstance(whole, Union) and all(
            calls_of(c.store, item, is_construct) or is_any_function(item) for item in whole.constituents
        ):
            # The signatures cannot be made one: which call it is cannot be told.
            return None
        not_callable(c, node.callee, type, is_construct)
        return None
    return choose_signature(c, node, signatures, arguments_of(c, node.arguments), node.type_arguments, wanted)


def is_any_function(type: Type) -> bool:
    """Whether it is the library's `Function`, of which nothing is known."""
    return isinstance(type, Reference) and getattr(type.target, "name", "") == "Function"


def choose_signature(
    c: State,
    node: Any,
    signatures: tuple[Signature, ...],
    arguments: list[Argument],
    type_arguments: tuple[Any, ...] | None,
    wanted: Wanted | None,
) -> Signature | None:
    """The first signature that takes the arguments; None if none does, which is reported."""
    signatures = tuple([_from_outside(c, node, signature) for signature in signatures])
    count = len(type_arguments or ())
    this = _this_argument(c, node)
    fitting = [
        signature
        for signature in signatures
        if takes_count(c, signature, arguments) and _takes_type_arguments(c, signature, count)
    ]
    if len(signatures) == 1 or len(fitting) == 1:
        only = fitting[0] if fitting else signatures[0]
        if not fitting:
            return _wrong_count(c, node, only, arguments, type_arguments)
        return _applied(c, only, arguments, type_arguments, wanted, this)
    if not fitting:
        return _wrong_count(c, node, signatures[-1], arguments, type_arguments)
    for relation in (Relation.LOOSE_SUBTYPE, Relation.ASSIGNABLE):
        for signature in fitting:
            with c.trial():
                chosen = _try(c, signature, arguments, type_arguments, wanted, relation, this)
            if chosen is not None:
                _check_final(c, chosen, arguments)
                return chosen
    return _no_overload(c, node, fitting, arguments)


def _from_outside(c: State, node: Any, signature: Signature) -> Signature:
    """The signature with type parameters of its own where it is called from inside of the function that declares
    them: a function that calls itself may do so with other type arguments.
    """
    if not signature.type_parameters:
        return signature
    around = outer_parameters(c, c.places.scope_at(c.scopes, node))
    if signature.type_parameters[0] not in around:
        return signature
    return instantiate_signature(c.store, signature, Mapper({}))


def _this_argument(c: State, node: Any) -> Type | None:
    """The type of the object whose method is called."""
    callee = getattr(node, "callee", None)
    if not isinstance(callee, syntax.PropertyAccess | syntax.ElementAccess) or isinstance(callee.object, syntax.Super):
        return None
    with c.trial():
        return c.expression(callee.object)


def _takes_type_arguments(c: State, signature: Signature, count: int) -> bool:
    if count == 0:
        return True
    if count > len(signature.type_parameters):
        return False
    return all(default_of(c.store, parameter) is not None for parameter in signature.type_parameters[count:])


def _wrong_count(
    c: State, node: Any, signature: Signature, arguments: list[Argument], type_arguments: tuple[Any, ...] | None
) -> Signature | None:
    """Report a wrong number of arguments or type arguments. The arguments are checked all the same."""
    if type_arguments and not _takes_type_arguments(c, signature, len(type_arguments)):
        c.report(
            Code.TYPE_ARGUMENTS,
            type_arguments[0],
            f"{len(signature.type_parameters)} type arguments are taken, not {len(type_arguments)}",
        )
    else:
        minimum, most = minimum_arguments(c.store, signature), parameter_count(c.store, signature)
        if has_rest(c.store, signature):
            expected = f"at least {minimum}"
        else:
            expected = str(minimum) if minimum == most else f"{minimum} to {most}"
        plural = "" if expected == "1" else "s"
        is_few = len(arguments) < minimum or len(arguments) <= most
        place = _named(node) if is_few else arguments[most].node or node
        c.report(Code.ARGUMENT_COUNT, place, f"{expected} argument{plural} wanted, {len(arguments)} given")
    for index, argument in enumerate(arguments):
        if argument.type is None and argument.node is not None:
            type = parameter_at(c.store, signature, index)
            c.expression(argument.node, None if type is None or type.mentions else Wanted(type))
    if signature.type_parameters:
        types: dict[int, Type] = {parameter.id: c.store.opaque for parameter in signature.type_parameters}
        return instantiate_signature(c.store, signature, Mapper(types), False)
    return signature


def _first_wrong(c: State, signature: Signature, types: list[Type]) -> int | None:
    """The place of the first argument that a signature does not take."""
    own = instantiate_signature(
        c.store, signature, Mapper({item.id: c.store.opaque for item in signature.type_parameters}), False
    )
    for index, type in enumerate(types):
        wanted = parameter_at(c.store, own, index)
        if wanted is not None and not is_assignable(c.store, type, wanted):
            return index
    return None


def _no_overload(c: State, node: Any, fitting: list[Signature], arguments: list[Argument]) -> Signature | None:
    if c.muted == 0 and any(_has_opaque(c, argument) for argument in arguments):
        return None
    types: list[Type] = []
    for argument in arguments:
        type = argument.type
        if type is None:
            with c.trial():
                type = c.expression(argument.node)
        types.append(type)
    wrong = {_first_wrong(c, signature, types) for signature in fitting}
    index = wrong.pop() if len(wrong) == 1 else None
    place = None if index is None else arguments[index].node
    c.report(
        Code.TYPE_MISMATCH,
        _named(node) if place is None else place,
        f"no overload takes ({', '.join(show(c.store, type) for type in types)})",
        f"the last one is ({', '.join(show(c.store, parameter_type(c.store, p)) for p in fitting[-1].parameters)})",
    )
    for argument in arguments:
        if argument.type is None and argument.node is not None:
            c.expression(argument.node)
    return None


def _has_opaque(c: State, argument: Argument) -> bool:
    if argument.type is not None:
        return bool(argument.type.flags & F.OPAQUE)
    with c.trial():
        return bool(c.expression(argument.node).flags & F.OPAQUE)


def _try(
    c: State,
    signature: Signature,
    arguments: list[Argument],
    type_arguments: tuple[Any, ...] | None,
    wanted: Wanted | None,
    relation: Relation,
    this: Type | None,
) -> Signature | None:
    """The signature with its type arguments if it takes the arguments.

    Functions whose parameters have no types are left out at first, for they get their types from the first signature
    that takes the others.
    """
    if any(_is_sensitive(c, argument) for argument in arguments):
        chosen = _instantiated(c, signature, arguments, type_arguments, wanted, True, this)
        if chosen is None or not _takes(c, chosen, arguments, relation, True):
            return None
    chosen = _instantiated(c, signature, arguments, type_arguments, wanted, False, this)
    if chosen is None or not _takes(c, chosen, arguments, relation, False):
        return None
    return chosen


def _is_sensitive(c: State, argument: Argument) -> bool:
    return argument.node is not None and argument.type is None and is_sensitive(argument.node)


def _takes(
    c: State, signature: Signature, arguments: list[Argument], relation: Relation, skips_functions: bool
) -> bool:
    """Whether the arguments fit the parameters."""
    for index, argument in enumerate(arguments):
        type = parameter_for(c, signature, index, argument)
        if type is None:
            continue
        own = argument_type(c, argument, Wanted(type, None, skips_functions))
        if not is_related(c.store, own, type, relation):
            return False
    return True


def _instantiated(
    c: State,
    signature: Signature,
    arguments: list[Argument],
    type_arguments: tuple[Any, ...] | None,
    wanted: Wanted | None,
    skips_functions: bool,
    this: Type | None,
) -> Signature | None:
    """A generic signature with the type arguments that are written or inferred."""
    parameters = signature.type_parameters
    if not parameters:
        return signature
    if type_arguments:
        given = [written_type(c, argument) for argument in type_arguments]
        full = filled_arguments(c, parameters, given)
        if full is None or not check_constraints(c, parameters, tuple(full), type_arguments):
            return None
        return instantiate_signature(c.store, signature, mapper(parameters, full), False)
    inference = infer_arguments(c, signature, arguments, wanted, skips_functions, this)
    map = inferred_mapper(inference, signature=signature)
    return instantiate_signature(c.store, signature, map, False)


def infer_arguments(
    c: State,
    signature: Signature,
    arguments: list[Argument],
    wanted: Wanted | None,
    skips_functions: bool,
    this: Type | None,
) -> Inference:
    """Infer the type arguments of a call: from what is wanted, from the arguments but functions, then from all
    arguments.
    """
    inference = Inference(c.store, signature.type_parameters)
    if signature.this is not None and signature.this.mentions and this is not None:
        infer(inference, this, signature.this)
    if wanted is not None and wanted.type is not None:
        _from_result(c, inference, signature, wanted)
    if skips_functions or any(_is_sensitive(c, argument) for argument in arguments):
        with c.trial():
            _from_arguments(c, inference, signature, arguments, True)
    if not skips_functions:
        _from_arguments(c, inference, signature, arguments, False)
    return inference


def _from_result(c: State, inference: Inference, signature: Signature, wanted: Wanted) -> None:
    """What is wanted of the result tells of type parameters that stand in it, more weakly than arguments."""
    type = wanted.type
    assert type is not None
    result = result_of(c.store, signature)
    if not result.mentions:
        return
    inference.from_result = _told_by_result(c, signature, wanted, type, result)
    if wanted.is_pattern:
        return
    if wanted.inference is not None:
        type = instantiate(c.store, type, known_mapper(c, wanted.inference))
    if type.flags & (F.VOID | F.UNKNOWN | ANY_LIKE):
        return
    infer(inference, type, result, RESULT)


def _told_by_result(c: State, signature: Signature, wanted: Wanted, type: Type, result: Type) -> dict[int, Type]:
    """What the place of a call tells of its type parameters; those of a call around are not known yet."""
    if wanted.inference is not None and wanted.inference.from_result:
        type = instantiate(c.store, type, Mapper(wanted.inference.from_result))
    if type.flags & (F.VOID | F.UNKNOWN | ANY_LIKE):
        return {}
    told = Inference(c.store, signature.type_parameters)
    infer(told, type, result)
    return {
        candidate.parameter.id: inferred_type(told, candidate)
        for candidate in told.candidates
        if candidate.found or candidate.contra
    }


def known_mapper(c: State, inference: Inference) -> Mapper:
    """What type parameters are as far as it is known; the others are left out of inference."""
    types: dict[int, Type] = {}
    copy = inference.copy()
    known = inferred_mapper(copy)
    for candidate in inference.candidates:
        if candidate.found or candidate.contra:
            types[candidate.parameter.id] = known.types[candidate.parameter.id]
        else:
            types[candidate.parameter.id] = c.store.silent_never
    return Mapper(types)


def _from_arguments(
    c: State, inference: Inference, signature: Signature, arguments: list[Argument], skips_functions: bool
) -> None:
    store = c.store
    open_part = open_rest(store, signature)
    start = len(arguments) if open_part is None else open_part[0]
    if open_part is not None and open_part[1].id in inference.by_id:
        is_known = not any(argument.is_spread for argument in arguments[start:])
        inference.by_id[open_part[1].id].arity = max(0, len(arguments) - start) if is_known else None
    for index, argument in enumerate(arguments[:start]):
        type = parameter_for(c, signature, index, argument)
        if type is None or not type.mentions:
            continue
        own = argument_type(c, argument, Wanted(type, inference, skips_functions))
        infer(inference, _as_wanted(c, own, type, inference), type)
    if open_part is not None:
        rest = open_part[1]
        infer(inference, rest_arguments(c, arguments[start:], rest, inference, skips_functions), rest)


def _as_wanted(c: State, own: Type, wanted: Type, inference: Inference) -> Type:
    """The type of an argument: a literal keeps its type if the place of the call wants such literals."""
    if not inference.from_result or not own.flags & LITERAL:
        return own
    known = instantiate(c.store, wanted, Mapper(inference.from_result))
    return regular(own) if keeps_literal(c, own, known) else own


def _applied(
    c: State,
    signature: Signature,
    arguments: list[Argument],
    type_arguments: tuple[Any, ...] | None,
    wanted: Wanted | None,
    this: Type | None,
) -> Signature | None:
    """The one signature that comes into question: arguments that do not fit are reported where they stand."""
    if signature.type_parameters and not type_arguments:
        with c.trial():
            chosen = _instantiated(c, signature, arguments, type_arguments, wanted, False, this)
    else:
        chosen = _instantiated(c, signature, arguments, type_arguments, wanted, False, this)
    if chosen is None:
        _check_loose(c, tuple(argument.node for argument in arguments if argument.type is None))
        return _opaque(c, signature)
    _check_final(c, chosen, arguments)
    return chosen


def _opaque(c: State, signature: Signature) -> Signature:
    types: dict[int, Type] = {parameter.id: c.store.opaque for parameter in signature.type_parameters}
    return instantiate_signature(c.store, signature, Mapper(types), False)


def _check_final(c: State, signature: Signature, arguments: list[Argument]) -> None:
    """Check the arguments of the chosen signature, with what it wants of them."""
    store = c.store
    if signature.has_rest:
        rest = parameter_type(store, signature.parameters[-1])
        start = len(signature.parameters) - 1
        if isinstance(rest, Union) and len(arguments) == start + 1 and isinstance(arguments[start].node, syntax.Spread):
            # Of several tuples it is told by all of the elements together which one it is.
            passed = arguments.pop().node.expression
            require(c, c.expression(passed), rest, passed, "argument")
        elif (
            isinstance(rest, Reference)
            and isinstance(rest.target, TupleShape)
            and any(argument.is_spread for argument in arguments[start:])
        ):
            spread = rest_arguments(c, arguments[start:], rest, None, False)
            if not is_assignable(store, spread, rest):
                c.report(
                    Code.TYPE_MISMATCH,
                    arguments[start].node,
                    f"`{show(store, spread)}` does not fit `{show(store, rest)}`",
                )
            arguments = arguments[:start]
    for index, argument in enumerate(arguments):
        type = parameter_for(c, signature, index, argument)
        if type is None:
            argument_type(c, argument, None)
            continue
        own = argument_type(c, argument, Wanted(type))
        if argument.node is not None:
            inner = argument.node.expression if isinstance(argument.node, syntax.Spread) else argument.node
            require(c, own, type, inner, "argument")


def call_signature(c: State, node: syntax.Call) -> Signature | None:
    """The signature that a call calls, found without reporting."""
    found = c.calls.get(node)
    if found is None:
        with c.trial():
            c.expression(node)
        found = c.calls.get(node)
    return found
