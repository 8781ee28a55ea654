"""Random expressions of a wanted type, in TypeScript.

What they do is the same in plait and in JavaScript: elements are read inside of arrays only, arrays of objects are not
changed (they may stand for arrays of wider elements), and no value is compared with one that tsc calls different.
"""

from __future__ import annotations

from collections.abc import Callable as Maker
from random import Random

from fuzz.program_types import (
    BOOLEAN,
    NUMBER,
    STRING,
    Basic,
    Callable,
    Either,
    Function,
    Known,
    ListOf,
    ObjectModel,
    ObjectOf,
    Type,
    Variable,
    fits,
    spell,
)

NUMBERS = ("0", "1", "2", "3", "7", "10", "-1", "0.5", "1e3", "255", "2147483647", "-0.25", "1e21", "(0 / 0)")
TEXTS = ('""', '"a"', '"bc"', '"Zed"', '"0"', '"12"', '"é"', '"x y"', '"\\u{1F600}"')


class ExpressionWriter:
    """Writes expressions. `names` gives fresh names."""

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
        return self.simple(type_, known, depth)

    def simple(self, type_: Type, known: Known, depth: int) -> str:
        """A literal, or the making of an object."""
        match type_:
            case Basic("number"):
                return self.random.choice(NUMBERS)
            case Basic("string"):
                return self.random.choice(TEXTS)
            case Basic():
                return f"booleanOf({self.random.choice(('true', 'false'))})"
            case ListOf(element):
                count = self.random.choice((0, 1, 2, 3)) if depth >= 0 else 0
                values = (self.expression(element, known, min(depth, 1) - 1) for _ in range(count))
                written = f"[{', '.join(values)}]"
                return written if count and isinstance(element, Basic) else f"({written} as {spell(type_)})"
            case Either(first, second):
                test = self.expression(BOOLEAN, known, min(depth, 1))
                return f"({test} ? {self.expression(first, known, depth - 1)} : {self._other(second, known)})"
            case Function():
                return self.arrow(type_, known, depth)
            case ObjectOf(model):
                return self._object(model, known, depth)

    def _other(self, second: str, known: Known) -> str:
        return self.expression(STRING, known, 0) if second == "string" else second

    def _object(self, model: ObjectModel, known: Known, depth: int) -> str:
        makers = [item for item in known.classes if item.stands_for(model)]
        if not makers or (model.is_interface and (depth <= 0 or self.random.random() < 0.3)):
            return self._literal(model, known, depth)
        made = self.random.choice(makers if depth > 0 else makers[:1])
        arguments = ", ".join(self.expression(item, known, min(depth, 2) - 1) for item in made.parameters)
        return f"new {made.name}({arguments})"

    def _literal(self, model: ObjectModel, known: Known, depth: int) -> str:
        parts = [f"{name}: {self.expression(type_, known, min(depth, 1) - 1)}" for name, type_ in model.fields.items()]
        for name, function in model.methods.items():
            parts.append(f"{name}: {self.arrow(function, known, min(depth, 1))}")
        return f"make{model.name}({{ {', '.join(parts)} }})"

    def arrow(self, type_: Function, known: Known, depth: int) -> str:
        """A function expression."""
        name = self.name("x")
        inner = known.inner(Variable(name, type_.parameter), may_await=False)
        body = self.expression(type_.result, inner, min(depth, 2) - 1)
        return f"(({name}: {spell(type_.parameter)}) => {body})"

    def _makers(self, type_: Type, known: Known) -> list[Maker[[Known, int], str]]:
        makers: list[Maker[[Known, int], str]] = [lambda k, d: self._choice(type_, k, d)]
        callable_ = [item for item in known.functions if fits(item.result, type_)]
        callable_ = [item for item in callable_ if known.may_await or not item.is_async]
        if callable_:
            makers += 2 * [lambda k, d: self._function_call(callable_, k, d)]
        for variable in known.variables:
            self._add_parts(makers, variable, type_, known)
        match type_:
            case Basic("number"):
                makers += [self._arithmetic, self._arithmetic, self._mathematics, self._bitwise, self._measure]
                makers += [self._reduced, self._found_index]
            case Basic("string"):
                makers += [self._concatenation, self._template, self._text_method, self._joined]
            case Basic():
                makers += [self._comparison, self._logic, self._negation, self._tested]
            case ListOf(element):
                makers += [lambda k, d: self._list(type_, element, k, d), lambda k, d: self._mapped(element, k, d)]
            case _:
                pass
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
            case Function(parameter, result) if fits(result, type_):
                makers.append(lambda k, d: self._call(variable.name, (parameter,), k, d))
            case ListOf(element) if fits(element, type_):
                makers.append(lambda k, d: self._element(variable.name, type_, k, d))
                makers.append(lambda k, d: self._sought(variable.name, element, type_, k, d))
            case Either(first, second) if fits(first, type_):
                makers.append(lambda k, d: self._narrowed(variable, first, second, type_, k, d))
            case _:
                pass

    # Ways to a value of any type

    def _choice(self, type_: Type, known: Known, depth: int) -> str:
        yes, no = self.expression(type_, known, depth), self.expression(type_, known, depth)
        return f"({self.expression(BOOLEAN, known, depth)} ? {yes} : {no})"

    def _call(self, name: str, parameters: tuple[Type, ...], known: Known, depth: int, is_async: bool = False) -> str:
        call = f"{name}({', '.join(self.expression(item, known, depth) for item in parameters)})"
        return f"(await {call})" if is_async else call

    def _function_call(self, functions: list[Callable], known: Known, depth: int) -> str:
        function = self.random.choice(functions)
        return self._call(function.name, function.parameters, known, depth, function.is_async)

    def _method_call(self, value: str, methods: list[tuple[str, Type]], known: Known, depth: int) -> str:
        name, parameter = self.random.choice(methods)
        return self._call(f"{value}.{name}", (parameter,), known, depth)

    def _element(self, array: str, type_: Type, known: Known, depth: int) -> str:
        index = self.expression(NUMBER, known, 0)
        return f"({array}.length > 0 ? {array}[at({index}, {array}.length)] : {self.expression(type_, known, depth)})"

    def _sought(self, array: str, element: Type, type_: Type, known: Known, depth: int) -> str:
        test = self.arrow(Function(element, BOOLEAN), known, depth)
        return f"({array}.find({test}) ?? {self.expression(type_, known, depth)})"

    def _narrowed(self, variable: Variable, first: Type, second: str, type_: Type, known: Known, depth: int) -> str:
        other = self.expression(type_, known, depth)
        name = variable.name
        if second == "string":
            return f'(typeof {name} === "{first.name}" ? {name} : {other})' if isinstance(first, Basic) else other
        forms = (
            f"({name} !== {second} ? {name} : {other})",
            f"({name} ?? {other})",
            f"({name} === {second} ? {other} : {name})",
        )
        return self.random.choice(forms)

    # Numbers

    def _arithmetic(self, known: Known, depth: int) -> str:
        operator = self.random.choice(("+", "-", "*", "/", "%", "+", "-"))
        return f"({self.expression(NUMBER, known, depth)} {operator} {self.expression(NUMBER, known, depth)})"

    def _bitwise(self, known: Known, depth: int) -> str:
        operator = self.random.choice(("&", "|", "^", "<<", ">>", ">>>"))
        return f"({self.expression(NUMBER, known, depth)} {operator} {self.expression(NUMBER, known, depth)})"

    def _mathematics(self, known: Known, depth: int) -> str:
        function = self.random.choice(("floor", "abs", "max", "min", "trunc", "sign", "round", "sqrt"))
        count = 2 if function in ("max", "min") else 1
        arguments = ", ".join(self.expression(NUMBER, known, depth) for _ in range(count))
        return f"Math.{function}({arguments})"

    def _measure(self, known: Known, depth: int) -> str:
        type_ = self.random.choice((STRING, ListOf(NUMBER), ListOf(STRING)))
        return f"{self.expression(type_, known, depth)}.length"

    def _reduced(self, known: Known, depth: int) -> str:
        sum_, item = self.name("s"), self.name("x")
        inner = known.inner(Variable(sum_, NUMBER), Variable(item, NUMBER), may_await=False)
        body = self.expression(NUMBER, inner, min(depth, 1))
        array = self.expression(ListOf(NUMBER), known, depth)
        return f"{array}.reduce(({sum_}, {item}) => {body}, {self.expression(NUMBER, known, 0)})"

    def _found_index(self, known: Known, depth: int) -> str:
        element = self.random.choice((NUMBER, STRING))
        array = self.expression(ListOf(element), known, depth)
        return f"{array}.indexOf({self.expression(element, known, depth)})"

    # Texts

    def _concatenation(self, known: Known, depth: int) -> str:
        other = self.random.choice((STRING, NUMBER, BOOLEAN))
        return f"({self.expression(STRING, known, depth)} + {self.expression(other, known, depth)})"

    def _template(self, known: Known, depth: int) -> str:
        types = (self.random.choice((STRING, NUMBER, BOOLEAN)) for _ in range(2))
        first, second = (self.expression(type_, known, depth) for type_ in types)
        return f"`${{{first}}}-${{{second}}}`"

    def _text_method(self, known: Known, depth: int) -> str:
        text = self.expression(STRING, known, depth)
        match self.random.randrange(5):
            case 0:
                return f"{text}.slice({self.expression(NUMBER, known, 0)}, {self.expression(NUMBER, known, 0)})"
            case 1:
                return f"{text}.{self.random.choice(('toUpperCase', 'toLowerCase', 'trim'))}()"
            case 2:
                return f"{text}.charAt({self.expression(NUMBER, known, 0)})"
            case 3:
                return f"String({self.expression(NUMBER, known, depth)})"
            case _:
                return f"{text}.padStart(at({self.expression(NUMBER, known, 0)}, 9), {self.random.choice(TEXTS)})"

    def _joined(self, known: Known, depth: int) -> str:
        array = self.expression(ListOf(self.random.choice((NUMBER, STRING))), known, depth)
        return f"{array}.join({self.random.choice(TEXTS)})"

    # Conditions

    def _comparison(self, known: Known, depth: int) -> str:
        operator = self.random.choice(("<", "<=", ">", ">=", "===", "!=="))
        type_ = self.random.choice((NUMBER, STRING))
        first, second = self.expression(type_, known, depth), self.expression(type_, known, depth)
        return f"({type_.name}Of({first}) {operator} {type_.name}Of({second}))"

    def _logic(self, known: Known, depth: int) -> str:
        operator = self.random.choice(("&&", "||"))
        return f"({self.expression(BOOLEAN, known, depth)} {operator} {self.expression(BOOLEAN, known, depth)})"

    def _negation(self, known: Known, depth: int) -> str:
        type_ = self.random.choice((BOOLEAN, NUMBER, STRING))
        value = self.expression(type_, known, depth)
        return f"!{value}" if type_ == BOOLEAN else f"!{type_.name}Of({value})"

    def _tested(self, known: Known, depth: int) -> str:
        objects = [item for item in known.variables if isinstance(item.type, ObjectOf)]
        if objects and known.classes:
            return f"is{self.random.choice(known.classes).name}({self.random.choice(objects).name})"
        element = self.random.choice((NUMBER, STRING))
        method = self.random.choice(("some", "every"))
        array = self.expression(ListOf(element), known, depth)
        return f"{array}.{method}({self.arrow(Function(element, BOOLEAN), known, depth)})"

    # Arrays

    def _list(self, type_: Type, element: Type, known: Known, depth: int) -> str:
        array = self.expression(type_, known, depth)
        match self.random.randrange(5):
            case 0:
                return f"{array}.filter({self.arrow(Function(element, BOOLEAN), known, depth)})"
            case 1:
                return f"{array}.slice({self.expression(NUMBER, known, 0)})"
            case 2 if isinstance(element, Basic):
                return f"{array}.concat({self.expression(type_, known, depth)})"
            case 3:
                return f"[...{array}, {self.expression(element, known, depth)}]"
            case _:
                return f"[...{array}].reverse()"

    def _mapped(self, element: Type, known: Known, depth: int) -> str:
        source = self.random.choice((NUMBER, STRING))
        name = self.name("x")
        inner = known.inner(Variable(name, source), may_await=False)
        body = self.expression(element, inner, min(depth, 1))
        return f"{self.expression(ListOf(source), known, depth)}.map(({name}): {spell(element)} => {body})"
