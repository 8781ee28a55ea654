"""Random numbers, texts, conditions and arrays: what the operators and the library make of other values."""

from __future__ import annotations

from collections.abc import Callable as Maker
from typing import TYPE_CHECKING, TypeAlias

from fuzz.program_types import (
    BOOLEAN,
    INT,
    NUMBER,
    STRING,
    UNKNOWN,
    Basic,
    Function,
    Known,
    ListOf,
    ObjectOf,
    Type,
    Variable,
    spell,
)

if TYPE_CHECKING:
    from fuzz.program_expressions import ExpressionWriter

Make: TypeAlias = "Maker[[ExpressionWriter, Known, int], str]"

# Numbers


def _arithmetic(write: ExpressionWriter, known: Known, depth: int) -> str:
    operator = write.random.choice(("+", "-", "*", "/", "%", "+", "-", "**"))
    first, second = (write.expression(NUMBER, known, depth) for _ in range(2))
    return f"(numberOf({first}) {operator} ({second}))"


def _bitwise(write: ExpressionWriter, known: Known, depth: int) -> str:
    operator = write.random.choice(("&", "|", "^", "<<", ">>", ">>>"))
    return f"({write.expression(NUMBER, known, depth)} {operator} {write.expression(NUMBER, known, depth)})"


def _mathematics(write: ExpressionWriter, known: Known, depth: int) -> str:
    one = ("floor", "ceil", "abs", "trunc", "sign", "round", "sqrt", "fround", "clz32")
    function = write.random.choice((*one, "max", "min", "imul"))
    count = 1 if function in one else 2
    arguments = ", ".join(write.expression(NUMBER, known, depth) for _ in range(count))
    return f"Math.{function}({arguments})"


def _negated(write: ExpressionWriter, known: Known, depth: int) -> str:
    operator = write.random.choice(("-", "+", "~"))
    return f"({operator}numberOf({write.expression(NUMBER, known, depth)}))"


def _measure(write: ExpressionWriter, known: Known, depth: int) -> str:
    type_ = write.random.choice((STRING, ListOf(NUMBER), ListOf(STRING), ListOf(INT)))
    return f"{write.expression(type_, known, depth)}.length"


def _reduced(write: ExpressionWriter, known: Known, depth: int) -> str:
    sum_, item = write.name("s"), write.name("x")
    element = write.random.choice((NUMBER, INT))
    inner = known.inner(Variable(sum_, NUMBER), Variable(item, element), may_await=False)
    body = write.expression(NUMBER, inner, min(depth, 1))
    array = write.expression(ListOf(element), known, depth)
    method = write.random.choice(("reduce", "reduceRight"))
    start = write.expression(NUMBER, known, 0)
    return f"{array}.{method}(({sum_}: number, {item}) => {body}, numberOf({start}))"


def _found_index(write: ExpressionWriter, known: Known, depth: int) -> str:
    element = write.random.choice((NUMBER, STRING, BOOLEAN))
    array = write.expression(ListOf(element), known, depth)
    method = write.random.choice(("indexOf", "lastIndexOf"))
    return f"{array}.{method}({write.expression(element, known, depth)})"


def _read_number(write: ExpressionWriter, known: Known, depth: int) -> str:
    text = write.expression(STRING, known, depth)
    return write.random.choice((f"Number({text})", f"parseInt({text})", f"parseFloat({text})", f"(+({text}))"))


def _small(write: ExpressionWriter, known: Known, depth: int) -> str:
    operator = write.random.choice(("+", "-"))
    first, second = write.expression(INT, known, depth), write.expression(INT, known, depth)
    return f"(({first} {operator} {second}) & 1023)"


def _cut(write: ExpressionWriter, known: Known, depth: int) -> str:
    return f"(({write.expression(NUMBER, known, depth)} | 0) & 255)"


def _shifted(write: ExpressionWriter, known: Known, depth: int) -> str:
    operator = write.random.choice((">>", "&", "|", "^"))
    return f"({write.expression(INT, known, depth)} {operator} {write.expression(INT, known, depth)} & 7)"


def _length(write: ExpressionWriter, known: Known, depth: int) -> str:
    return f"({_measure(write, known, depth)} & 63)"


# Texts


def _concatenation(write: ExpressionWriter, known: Known, depth: int) -> str:
    other = write.random.choice((STRING, NUMBER, BOOLEAN, INT))
    return f"({write.expression(STRING, known, depth)} + {write.expression(other, known, depth)})"


def _template(write: ExpressionWriter, known: Known, depth: int) -> str:
    types = (write.random.choice((STRING, NUMBER, BOOLEAN, INT)) for _ in range(2))
    first, second = (write.expression(type_, known, depth) for type_ in types)
    return f"`${{{first}}}-${{{second}}}`"


def _text_method(write: ExpressionWriter, known: Known, depth: int) -> str:
    text = write.expression(STRING, known, depth)
    one, two = (write.expression(NUMBER, known, 0) for _ in range(2))
    other = write.expression(STRING, known, 0)
    forms = (
        f"{text}.slice({one}, {two})",
        f"{text}.substring({one}, {two})",
        f"{text}.{write.random.choice(('toUpperCase', 'toLowerCase', 'trim', 'trimStart', 'trimEnd'))}()",
        f"{text}.charAt({one})",
        f"{text}.padStart(at({one}, 9), {other})",
        f"{text}.padEnd(at({one}, 9), {other})",
        f"{text}.repeat(at({one}, 3))",
        f"{text}.replace({other}, {write.expression(STRING, known, 0)})",
        f"{text}.replaceAll({other}, {write.expression(STRING, known, 0)}).slice(0, 40)",
        f"({text}.at({one}) ?? {other})",
        f"{text}.concat({other})",
    )
    return write.random.choice(forms)


def _shown_number(write: ExpressionWriter, known: Known, depth: int) -> str:
    value = write.expression(write.random.choice((NUMBER, INT)), known, depth)
    digits = write.random.randint(1, 6)
    forms = (f"String({value})", f"({value}).toFixed({digits})", f"({value}).toPrecision({digits})")
    return write.random.choice((*forms, f"({value}).toString()", f"({value}).toExponential({digits})"))


def _joined(write: ExpressionWriter, known: Known, depth: int) -> str:
    array = write.expression(ListOf(write.random.choice((NUMBER, STRING, INT, BOOLEAN))), known, depth)
    return f"{array}.join({write.expression(STRING, known, 0)})"


def _kind(write: ExpressionWriter, known: Known, depth: int) -> str:
    return f"(typeof {write.expression(UNKNOWN, known, depth)})"


# Conditions


def _comparison(write: ExpressionWriter, known: Known, depth: int) -> str:
    operator = write.random.choice(("<", "<=", ">", ">=", "===", "!=="))
    type_ = write.random.choice((NUMBER, STRING, INT))
    first, second = write.expression(type_, known, depth), write.expression(type_, known, depth)
    return f"({type_.name}Of({first}) {operator} {type_.name}Of({second}))"


def _logic(write: ExpressionWriter, known: Known, depth: int) -> str:
    operator = write.random.choice(("&&", "||"))
    return f"({write.expression(BOOLEAN, known, depth)} {operator} {write.expression(BOOLEAN, known, depth)})"


def _negation(write: ExpressionWriter, known: Known, depth: int) -> str:
    type_ = write.random.choice((BOOLEAN, NUMBER, STRING, INT))
    value = write.expression(type_, known, depth)
    return f"!{value}" if type_ == BOOLEAN else f"!{type_.name}Of({value})"


def _tested(write: ExpressionWriter, known: Known, depth: int) -> str:
    objects = [item for item in known.variables if isinstance(item.type, ObjectOf) or item.type == UNKNOWN]
    if objects and known.classes and write.random.random() < 0.5:
        return f"is{write.random.choice(known.classes).name}({write.random.choice(objects).name})"
    element = write.random.choice((NUMBER, STRING))
    method = write.random.choice(("some", "every"))
    array = write.expression(ListOf(element), known, depth)
    return f"{array}.{method}({write.arrow(Function(element, BOOLEAN), known, depth)})"


def _text_test(write: ExpressionWriter, known: Known, depth: int) -> str:
    method = write.random.choice(("includes", "startsWith", "endsWith"))
    return f"{write.expression(STRING, known, depth)}.{method}({write.expression(STRING, known, 0)})"


def _same(write: ExpressionWriter, known: Known, depth: int) -> str:
    """A comparison of something unknown with something that is no function: adapters of functions are not the same."""
    operator = write.random.choice(("===", "!=="))
    other = write.expression(write.random.choice((NUMBER, STRING, BOOLEAN)), known, depth)
    return f"(({write.expression(UNKNOWN, known, depth)} as unknown) {operator} {other})"


# Values of any type


def _anything(write: ExpressionWriter, known: Known, depth: int) -> str:
    type_ = write.random.choice([NUMBER, STRING, BOOLEAN, INT, *(item.type for item in known.variables)])
    return f"({write.expression(type_, known, depth)} as unknown)"


MAKERS: dict[str, list[Make]] = {
    "number": [
        _arithmetic,
        _arithmetic,
        _mathematics,
        _bitwise,
        _negated,
        _measure,
        _reduced,
        _found_index,
        _read_number,
    ],
    "int": [_small, _cut, _shifted, _length],
    "string": [_concatenation, _template, _text_method, _text_method, _shown_number, _joined, _kind],
    "boolean": [_comparison, _comparison, _logic, _negation, _tested, _text_test, _same],
    "unknown": [_anything],
}


def list_makers(element: Type) -> list[Make]:
    """Ways to an array of such elements."""

    def changed(write: ExpressionWriter, known: Known, depth: int) -> str:
        array = write.expression(ListOf(element), known, depth)
        forms = [
            lambda: f"{array}.filter({write.arrow(Function(element, BOOLEAN), known, depth)})",
            lambda: f"{array}.slice({write.expression(NUMBER, known, 0)}, {write.expression(NUMBER, known, 0)})",
            lambda: f"[...{array}, {write.expression(element, known, depth)}]",
            lambda: f"[...{array}].reverse()",
        ]
        if isinstance(element, Basic):
            forms.append(lambda: f"{array}.concat({write.expression(ListOf(element), known, depth)})")
        written = write.random.choice(forms)()
        return f"({written} as {spell(ListOf(element))})" if written.startswith("[") else written

    def mapped(write: ExpressionWriter, known: Known, depth: int) -> str:
        source = write.random.choice((NUMBER, STRING, INT))
        name = write.name("x")
        inner = known.inner(Variable(name, source), may_await=False)
        body = write.expression(element, inner, min(depth, 1))
        return f"{write.expression(ListOf(source), known, depth)}.map(({name}): {spell(element)} => {body})"

    def ordered(write: ExpressionWriter, known: Known, depth: int) -> str:
        array = write.expression(ListOf(element), known, depth)
        if element == STRING:
            return f"[...{array}].sort()"
        return f"{array}.filter((x) => x === x).sort((a, b) => {write.random.choice(('a - b', 'b - a'))})"

    def parts(write: ExpressionWriter, known: Known, depth: int) -> str:
        return f"{write.expression(STRING, known, depth)}.split({write.expression(STRING, known, 0)})"

    makers: list[Make] = [changed, changed, mapped]
    if element in (NUMBER, INT, STRING):
        makers.append(ordered)
    if element == STRING:
        makers.append(parts)
    return makers
