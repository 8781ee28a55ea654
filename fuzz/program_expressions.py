"""Random expressions of a wanted type, in TypeScript.

What they do is the same in plait and in JavaScript: elements are read inside of arrays only, arrays of objects are not
changed (they may stand for arrays of wider elements), `int`s stay small and no zero of theirs is negative, and no value
is compared with one that tsc calls different.
"""

from __future__ import annotations

from collections.abc import Callable as Maker
from random import Random

from fuzz.program_basics import MAKERS, list_makers
from fuzz.program_types import (
    BOOLEAN,
    NUMBER,
    STRING,
    UNKNOWN,
    Basic,
    Callable,
    Either,
    Function,
    Known,
    ListOf,
    ObjectModel,
    ObjectOf,
    TupleOf,
    Type,
    Variable,
    fits,
    spell,
)

NUMBERS = ("0", "1", "2", "3", "7", "10", "-1", "0.5", "1e3", "255", "2147483647", "-0.25", "1e21", "(0 / 0)")
TEXTS = ('""', '"a"', '"bc"', '"Zed"', '"0"', '"12"', '"é"', '"x y"', '"\\u{1F600}"', '"long ".repeat(25)')


class ExpressionWriter:
    """Writes expressions. `name` gives fresh names."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._count = 0

    def name(self, stem: str) -> str:
        """A name that the program does not have."""
        self._count += 1
        return f"{stem}{self._count}"

    def expression(self, type_: Type, known: Known, depth: int = 3) -> str:
        """An expression whose value fits the type. It may stand as an operand of anything."""
        found = [item for item in known.variables if fits(item.type, type_)]
        if found and self.random.random() < (0.35 if depth > 0 else 0.8):
            return self.random.choice(found).name
        makers = self._makers(type_, known) if depth > 0 else []
        if makers and self.random.random() < 0.85:
            return self.random.choice(makers)(known, depth - 1)
        return self._simple(type_, known, depth)

    def arrow(self, type_: Function, known: Known, depth: int) -> str:
        """A function expression."""
        name = self.name("x")
        inner = known.inner(Variable(name, type_.parameter), may_await=False)
        body = self.expression(type_.result, inner, min(depth, 2) - 1)
        return f"(({name}: {spell(type_.parameter)}) => {body})"

    def call(self, function: Callable, known: Known, depth: int) -> str:
        """A call of a function, not awaited."""
        count = self.random.randint(function.required, len(function.parameters))
        arguments = [self.expression(item, known, depth) for item in function.parameters[:count]]
        if function.rest is not None and count == len(function.parameters):
            if self.random.random() < 0.4:
                arguments.append(f"...{self.expression(ListOf(function.rest), known, depth)}")
            arguments += [self.expression(function.rest, known, 0) for _ in range(self.random.randrange(3))]
        return f"{function.name}({', '.join(arguments)})"

    def _simple(self, type_: Type, known: Known, depth: int) -> str:
        """A literal, or the making of an object."""
        match type_:
            case Basic("number"):
                return self.random.choice(NUMBERS)
            case Basic("int"):
                return f"intOf({self.random.randrange(-5, 100)})"
            case Basic("string"):
                return self.random.choice(TEXTS)
            case Basic("unknown"):
                held = self.random.choice((NUMBER, STRING, BOOLEAN, ListOf(NUMBER)))
                return f"({self._simple(held, known, depth)} as unknown)"
            case Basic():
                return f"booleanOf({self.random.choice(('true', 'false'))})"
            case ListOf(element):
                count = self.random.choice((0, 1, 2, 3)) if depth >= 0 else 0
                values = [self.expression(element, known, min(depth, 1) - 1) for _ in range(count)]
                written = f"[{', '.join(values)}]"
                plain = count and (element in (STRING, BOOLEAN) or {*values} <= {*NUMBERS})
                return written if plain else f"({written} as {spell(type_)})"
            case TupleOf(places):
                written = ", ".join(self.expression(item, known, min(depth, 1) - 1) for item in places)
                return f"([{written}] as {spell(type_)})"
            case Either(first, second):
                test = self.expression(BOOLEAN, known, min(depth, 1))
                other = self.expression(STRING, known, 0) if second == "string" else second
                return f"({test} ? {self.expression(first, known, depth - 1)} : {other})"
            case Function():
                return self.arrow(type_, known, depth)
            case ObjectOf(model):
                return self._object(model, known, depth)

    def _object(self, model: ObjectModel, known: Known, depth: int) -> str:
        makers = [item for item in known.classes if item.stands_for(model)]
        if not makers or (model.is_interface and (depth <= 0 or self.random.random() < 0.3)):
            return self._literal(model, known, depth)
        made = self.random.choice(makers if depth > 0 else makers[:1])
        arguments = ", ".join(self.expression(item, known, min(depth, 2) - 1) for item in made.parameters)
        return f"new {made.name}({arguments})"

    def _literal(self, model: ObjectModel, known: Known, depth: int) -> str:
        parts = [f"{name}: {self.expression(type_, known, min(depth, 1) - 1)}" for name, type_ in model.fields.items()]
        others = [item.name for item in known.variables if item.type == ObjectOf(model)]
        if others and not model.methods and self.random.random() < 0.4:
            parts = [f"...{self.random.choice(others)}", *self.random.sample(parts, 1)]
        for name, function in model.methods.items():
            parts.append(self._method_of_literal(name, function, known, min(depth, 1)))
        return f"make{model.name}({{ {', '.join(parts)} }})"

    def _method_of_literal(self, name: str, type_: Function, known: Known, depth: int) -> str:
        if self.random.random() < 0.5:
            return f"{name}: {self.arrow(type_, known, depth)}"
        parameter = Variable(self.name("x"), type_.parameter)
        inner = known.inner(parameter, may_await=False)
        inner.variables = [item for item in inner.variables if not item.name.startswith("this.")]
        body = self.expression(type_.result, inner, depth - 1)
        return f"{name}({parameter.name}: {spell(type_.parameter)}): {spell(type_.result)} {{ return {body}; }}"

    def _makers(self, type_: Type, known: Known) -> list[Maker[[Known, int], str]]:
        makers: list[Maker[[Known, int], str]] = [lambda k, d: self._choice(type_, k, d)]
        callable_ = [item for item in known.functions if fits(item.result, type_)]
        callable_ = [item for item in callable_ if known.may_await or not item.is_async]
        if callable_:
            makers += 2 * [lambda k, d: self._function_call(callable_, k, d)]
        for variable in known.variables:
            self._add_parts(makers, variable, type_, known)
        if isinstance(type_, Basic):
            makers += [lambda k, d, maker=maker: maker(self, k, d) for maker in MAKERS[type_.name]]  # type: ignore[misc]
        elif isinstance(type_, ListOf):
            makers += [lambda k, d, maker=maker: maker(self, k, d) for maker in list_makers(type_.element)]  # type: ignore[misc]
        return makers

    def _add_parts(self, makers: list[Maker[[Known, int], str]], variable: Variable, type_: Type, known: Known) -> None:
        """Ways to get a value of the type out of a variable."""
        match variable.type:
            case ObjectOf(model):
                parts = {**model.fields, **model.accessors}
                fields = [f"{variable.name}.{name}" for name, own in parts.items() if fits(own, type_)]
                methods = [(name, own.parameter) for name, own in model.methods.items() if fits(own.result, type_)]
                if fields:
                    makers.append(lambda k, d: self.random.choice(fields))
                if methods:
                    makers.append(lambda k, d: self._method_call(variable.name, methods, k, d))
                makers.append(lambda k, d: self._downcast(variable.name, model, type_, k, d))
            case Function(parameter, result) if fits(result, type_):
                makers.append(lambda k, d: f"{variable.name}({self.expression(parameter, k, d)})")
            case ListOf(element) if fits(element, type_):
                makers.append(lambda k, d: self._element(variable.name, type_, k, d))
                makers.append(lambda k, d: self._sought(variable.name, element, type_, k, d))
            case TupleOf(places):
                read = [f"{variable.name}[{index}]" for index, own in enumerate(places) if fits(own, type_)]
                if read:
                    makers.append(lambda k, d: self.random.choice(read))
            case Either(first, second) if fits(first, type_):
                makers.append(lambda k, d: self._narrowed(variable, first, second, type_, k, d))
            case Either(ObjectOf(model), second):
                makers.append(lambda k, d: self._optional(variable.name, model, type_, k, d))
            case Basic("unknown") if isinstance(type_, Basic) and type_ in (NUMBER, STRING, BOOLEAN):
                makers.append(lambda k, d: self._typed(variable.name, type_, k, d))
            case Basic("unknown"):
                makers.append(lambda k, d: self._downcast(variable.name, None, type_, k, d))
            case _:
                pass

    def _choice(self, type_: Type, known: Known, depth: int) -> str:
        yes, no = self.expression(type_, known, depth), self.expression(type_, known, depth)
        return f"({self.expression(BOOLEAN, known, depth)} ? {yes} : {no})"

    def _function_call(self, functions: list[Callable], known: Known, depth: int) -> str:
        function = self.random.choice(functions)
        call = self.call(function, known, depth)
        return f"(await {call})" if function.is_async else call

    def _method_call(self, value: str, methods: list[tuple[str, Type]], known: Known, depth: int) -> str:
        name, parameter = self.random.choice(methods)
        return f"{value}.{name}({self.expression(parameter, known, depth)})"

    def _element(self, array: str, type_: Type, known: Known, depth: int) -> str:
        index = self.expression(NUMBER, known, 0)
        return f"({array}.length > 0 ? {array}[at({index}, {array}.length)] : {self.expression(type_, known, depth)})"

    def _sought(self, array: str, element: Type, type_: Type, known: Known, depth: int) -> str:
        test = self.arrow(Function(element, BOOLEAN), known, depth)
        other = self.expression(type_, known, depth)
        return f"({array}.find({test}) ?? {other})" if element != UNKNOWN else other

    def _narrowed(self, variable: Variable, first: Type, second: str, type_: Type, known: Known, depth: int) -> str:
        name = variable.name
        other = self.expression(type_, _without(known, name), depth)
        if second == "string":
            return f'(typeof {name} === "{first.name}" ? {name} : {other})' if isinstance(first, Basic) else other
        forms = (
            f"({name} !== {second} ? {name} : {other})",
            f"({name} ?? {other})",
            f"({name} === {second} ? {other} : {name})",
        )
        return self.random.choice(forms)

    def _optional(self, name: str, model: ObjectModel, type_: Type, known: Known, depth: int) -> str:
        """A part of an object that may be null."""
        other = self.expression(type_, _without(known, name), depth)
        parts = {**model.fields, **model.accessors}
        fields = [part for part, own in parts.items() if fits(own, type_)]
        methods = [(part, own.parameter) for part, own in model.methods.items() if fits(own.result, type_)]
        mark = self.random.choice(("?.", "?.", "!."))
        if fields and (not methods or self.random.random() < 0.5):
            return f"({name}{mark}{self.random.choice(fields)} ?? {other})"
        if methods:
            method, parameter = self.random.choice(methods)
            return f"({name}{mark}{method}({self.expression(parameter, known, depth)}) ?? {other})"
        return other

    def _typed(self, name: str, type_: Basic, known: Known, depth: int) -> str:
        other = self.expression(type_, _without(known, name), depth)
        if self.random.random() < 0.5:
            return f'(typeof {name} === "{type_.name}" ? {name} : {other})'
        return f'(typeof {name} !== "{type_.name}" ? {other} : {name})'

    def _downcast(self, name: str, model: ObjectModel | None, type_: Type, known: Known, depth: int) -> str:
        """A part that only some class of the object has."""
        classes = [item for item in known.classes if model is None or (item.stands_for(model) and item is not model)]
        other = self.expression(type_, _without(known, name), depth)
        for item in self.random.sample(classes, len(classes)):
            parts = {**item.fields, **item.accessors}
            fields = [part for part, own in parts.items() if fits(own, type_)]
            if fields:
                return f"({name} instanceof {item.name} ? {name}.{self.random.choice(fields)} : {other})"
        return other


def _without(known: Known, name: str) -> Known:
    """What is known but for a variable, of which a condition may have told that it is nothing else."""
    other = known.inner()
    other.variables = [item for item in known.variables if item.name != name]
    return other
