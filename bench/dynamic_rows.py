"""What `work.py` measures of the library functions for programs that are compiled by flow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from bench.work_rows import ONE, SIZES, Fresh, Immediate, Make, Row, Text, TypeNamed, bind, effect_types

from plait.native import BY_NAME

Step: TypeAlias = tuple[str, *tuple[Immediate, ...]]

ORDINARY: Final = 7
HIDDEN: Final = 1
FEW: Final = (1, 30)

NULL_WORD: Final[tuple[Step, ...]] = (("CONST_NULL", TypeNamed("string")), ("BOX_REF",))


def call(name: str) -> Step:
    """A call of a library function."""
    native = BY_NAME[name]
    return ("NATIVE_CALL", native.id, len(native.effect.pops))


NEW_RECORD: Final[tuple[Step, ...]] = (*NULL_WORD, call("record.new"))


def record_steps(count: int, attributes: int = ORDINARY) -> list[Step]:
    """Make a record with properties key0, key1 and so on."""
    steps: list[Step] = [*NEW_RECORD]
    for number in range(count):
        steps += [
            ("DUP",),
            ("CONST_STRING", Text(f"key{number}")),
            ("BOX_REF",),
            ("CONST_UNDEFINED",),
            ("CONST_I32", attributes),
            call("property.define"),
        ]
    return steps


def record(count: int, attributes: int = ORDINARY, once: bool = True) -> Fresh:
    """A record with properties."""
    return Fresh(tuple(record_steps(count, attributes)), once)


def heir(depth: int, once: bool = True) -> Fresh:
    """A record with one property and a chain of prototypes of so many."""
    return Fresh((*record_steps(1), *[call("record.new")] * depth), once)


def symbol() -> Fresh:
    """A symbol."""
    return Fresh((("CONST_UNDEFINED",), call("symbol.new")), True)


def of(name: str, case: str, make: Make, sizes: tuple[int, ...] = ONE) -> Row:
    """A row of a function."""
    return Row(name, case, effect_types(name), make, sizes)


def values(*operands: Any) -> Make:
    """Operands that are the same for all sizes."""

    def make(_: int) -> Sequence[Any]:
        return operands

    return make


def finding(name: str, *more: Any) -> list[Row]:
    """Rows of a function that looks for a property by key, given more operands."""
    return [
        of(name, "own", values(record(1), "key0", *more)),
        of(name, "many", values(record(200), "key199", *more)),
        of(name, "number", values(record(1), 123456789, *more)),
        of(name, "symbol", values(record(200), symbol(), *more)),
        of(name, "inherited", values(heir(14), "key0", *more)),
        of(name, "absent", values(heir(14), "key1", *more)),
        of(name, "absent text", lambda n: (record(1), "a" * n, *more), SIZES),
        of(name, "of a list", values([1, 2], 1, *more)),
        of(name, "of a string", values("abc", "1", *more)),
    ]


def record_rows() -> list[Row]:
    """Records and their kinds."""
    rows = [
        of(name, case, values(operand))
        for name in (
            "value.kind",
            "value.isObject",
            "value.isAbsent",
            "value.identity",
            "record.prototype",
            "record.inner",
            "object.integrity",
            "symbol.description",
            "symbol.new",
        )
        for case, operand in (("record", record(1)), ("list", []), ("symbol", symbol()), ("number", 1))
    ]
    function = Fresh((("CONST_UNDEFINED",), ("MAKE_CLOSURE", 2, 1), ("BOX_REF",)), True)
    return [
        *rows,
        of("value.absent", "", values()),
        of("value.identity", "new", values(Fresh(NEW_RECORD))),
        of("intrinsic.setPrototype", "", values(7, record(1))),
        of("intrinsic.prototype", "", values(7)),
        of("record.new", "", values(record(1))),
        of("record.object", "", values()),
        of("function.instance", "", values(function, "prototype")),
        of("record.new", "of a new one", values(Fresh(NEW_RECORD))),
        of("record.setPrototype", "", values(Fresh(NEW_RECORD), record(1))),
        of("record.setPrototype", "full", lambda n: (record(n, once=False), record(1)), FEW),
        of("record.setPrototype", "long chain", values(Fresh(NEW_RECORD), heir(300))),
        of("record.table", "", values(record(1), 1)),
        of("record.setInner", "", values(record(1), 1)),
        of("object.setIntegrity", "", values(record(1), 3)),
        of("function.of", "", values(function, "f")),
        of("function.of", "no function", values(1, "f")),
        of("function.properties", "", values(function)),
        of("function.setProperties", "", values(function, 1)),
    ]


def property_rows() -> list[Row]:
    """Properties by key."""
    rows: list[Row] = []
    for name in (
        "property.get",
        "property.own",
        "property.raw",
        "property.attributes",
        "property.holder",
        "property.accessor",
    ):
        rows += finding(name)
    rows += [row for row in finding("property.set", 1) if not row.case.startswith("absent")]
    rows += [
        of("property.set", "added", values(Fresh(NEW_RECORD), "key0", 1)),
        of("property.set", "added to many", lambda n: (record(n, once=False), "key", 1), FEW),
        of("property.set", "read-only", values(record(1, 0), "key0", 1)),
        of("property.set", "added text", lambda n: (Fresh(NEW_RECORD), "a" * n, 1), SIZES),
        of("property.define", "", values(record(1), "key0", 1, ORDINARY)),
        of("property.define", "added", values(Fresh(NEW_RECORD), "key0", 1, HIDDEN)),
        of("property.define", "changed", values(record(30, once=False), "key0", 1, HIDDEN)),
        of("property.append", "", values(record(1), "key0", 1)),
        of("property.append", "added", values(Fresh(NEW_RECORD), "key0", 1)),
        of("property.append", "added text", lambda n: (Fresh(NEW_RECORD), "a" * n, 1), SIZES),
        of("property.delete", "", lambda n: (record(n, once=False), "key0"), FEW),
        of("property.delete", "absent", values(record(30), "key")),
        of("property.keys", "strings", lambda n: (record(n), 1), FEW),
        of("property.keys", "all", lambda n: (record(n), 7), FEW),
        of("property.keys", "many", values(record(1000), 1)),
        of("property.keys", "of a list", lambda n: ([0] * n, 2), SIZES),
    ]
    return rows


def list_rows() -> list[Row]:
    """Elements."""
    return [
        of("element.get", "list", values([1, 2], 1.0)),
        of("element.get", "string", values("abc", 1.0)),
        of("element.set", "list", values([1, 2], 1.0, 1)),
        of("element.set", "behind", lambda n: (Fresh((("NEW_ARRAY", TypeNamed("any")), ("BOX_REF",))), n, 1), SIZES),
        of("view.get", "list", values([1, 2], 1.0, 6)),
        of("view.get", "string", values("abc", 1.0, 6)),
        of("view.set", "list", values([1, 2], 1.0, 1, 6)),
        of("value.length", "text", values("abc", "length")),
        of("text.unitIs", "", values("abc", 1.0, 98)),
        of("value.length", "record", values(record(30), "length")),
        of("list.isPlain", "", values([1, 2])),
        of("list.fixLength", "", values([1, 2])),
        of("list.setLength", "", lambda n: (Fresh((("NEW_ARRAY", TypeNamed("any")),)), n), SIZES),
    ]


def error_rows() -> list[Row]:
    """The machine's errors."""
    error = Fresh((("CONST_STRING", Text("no")), ("NEW_ERROR", 0), ("BOX_REF",)), True)
    rows = [of(name, "", values(error)) for name in ("error.message", "error.name", "error.record", "error.stack")]
    return [
        *rows,
        of("error.new", "", lambda n: ("a" * n, "no"), SIZES),
        of("error.setText", "", values(error, "a", "b")),
        of("error.setRecord", "", values(error, 1)),
        of("error.deadlock", "", values(1)),
    ]


def clock_rows() -> list[Row]:
    """The time and random numbers."""
    return [of(name, "", values()) for name in ("clock.now", "clock.epoch", "random.next")]


def operator_rows() -> list[Row]:
    """Operators on words."""
    texts: tuple[tuple[str, Make], ...] = (
        ("texts", lambda n: ("a" * n, "a" * n)),
        ("wide texts", lambda n: ("\u03a9" * n, "\u03a9" * n)),
        ("text, number", lambda n: ("a" * n, 5e-324)),
        ("number, text", lambda n: (-1.2345678901234567e-300, "a" * n)),
        ("digits, number", lambda n: ("1" * n, 0.1)),
    )
    rows: list[Row] = []
    for name, more in (
        *(("dynamic.add", ()), ("dynamic.looseEqual", ()), ("dynamic.compare", (1,))),
        *(("dynamic.sameValue", ()), ("dynamic.sameValueZero", ())),
    ):
        rows.append(of(name, "numbers", values(1.5, 2.5, *more)))
        rows.append(of(name, "constants", values(True, None, *more)))
        for case, make in texts:
            rows.append(of(name, case, bind(lambda n, make, more: (*make(n), *more), make, more), SIZES))
    rows.append(of("dynamic.number", "number", values(5e-324)))
    for name in ("dynamic.toNumber", "dynamic.toText", "dynamic.arrayIndex"):
        rows += [
            of(name, "number", values(5e-324)),
            of(name, "constant", values(True)),
            of(name, "digits", lambda n: ("1" * n,), SIZES),
            of(name, "spaces", lambda n: (" " * n,), SIZES),
            of(name, "index", values("4294967294")),
        ]
    return rows


def rows() -> list[Row]:
    """All rows."""
    return [*record_rows(), *property_rows(), *list_rows(), *error_rows(), *clock_rows(), *operator_rows()]
