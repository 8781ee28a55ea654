"""What `work.py` measures: library functions, and instructions that work or allocate, with arguments for which they do
the most for their price. The tests demand rows of all of them, but of those that wait for other tasks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from plait.isa import INSTRUCTIONS, Effect
from plait.isa.instruction import Flags, Instruction, NativeFunction
from plait.native import BY_NAME, NATIVES

SIZES: Final = (1, 30, 1_000, 100_000)
"""How large arguments are on which the work depends."""

ONE: Final = (1,)


@dataclass(frozen=True, slots=True)
class TypeNamed:
    """An immediate that names a type."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """An immediate that names a string."""

    text: str


Immediate: TypeAlias = int | TypeNamed | Text


@dataclass(frozen=True, slots=True)
class Fresh:
    """An operand that is made anew for every call, or once, by these instructions: mnemonics and immediates."""

    instructions: tuple[tuple[str, *tuple[Immediate, ...]], ...]
    once: bool = False


Make: TypeAlias = Callable[[int], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Row:
    """A call: `types` are those of the operands, `make` gives them for a size: host values, or `Fresh`."""

    entry: str
    case: str
    types: tuple[str, ...]
    make: Make
    sizes: tuple[int, ...] = ONE
    immediates: tuple[Immediate, ...] = ()


ENDLESS: Final = 2**31 - 1
TINY: Final = 5e-324
LARGE: Final = 1.2345678901234567e300
SMALL: Final = -1.2345678901234567e-300


def bind(make: Callable[..., Sequence[Any]], *values: object) -> Make:
    """A function of the size, from one that takes more values."""
    return lambda n: make(n, *values)


def strings(name: str, *cases: tuple[str, Make], sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """Rows of a function whose operands are of the types that its effect names."""
    return [Row(name, case, effect_types(name), make, sizes) for case, make in cases]


def entries() -> dict[str, Instruction | NativeFunction]:
    """All that must have a row, by name."""
    measured = Flags.WORKS | Flags.WORKS_SELDOM | Flags.ALLOCATES
    natives = {native.name: native for native in NATIVES.values() if not native.flags & Flags.WAITS}
    return natives | {
        entry.mnemonic: entry
        for entry in INSTRUCTIONS.values()
        if entry.flags & measured and not entry.flags & Flags.WAITS and isinstance(entry.effect, Effect)
    }


def effect_types(name: str) -> tuple[str, ...]:
    """The types of the operands, as the effect spells them."""
    effect = entries()[name].effect
    assert isinstance(effect, Effect)
    return tuple(map(str, effect.pops))


def of_array(name: str, kind: str, case: str, make: Make, *more: str) -> Row:
    """A row of a function of arrays of any element."""
    return Row(name, f"{kind} {case}".strip(), (f"array({kind})", *more), make, SIZES)


ELEMENTS: Final[dict[str, Any]] = {"bool": True, "i32": 7, "f64": 1.5, "i64": 7, "string": "abc", "any": 1.5}


def array_rows() -> list[Row]:
    """Functions of arrays."""
    rows: list[Row] = []
    for kind, item in ELEMENTS.items():
        same = f"array({kind})"
        rows += [
            of_array("array.slice", kind, "", bind(lambda n, x: ([x] * n, 0, ENDLESS), item), "i32", "i32"),
            of_array("array.concat", kind, "", bind(lambda n, x: ([x] * n, [x] * n), item), same),
            of_array(
                "array.append", kind, "", bind(lambda n, x, k: (new_array(k), [x] * n), item, kind), f"array({kind})"
            ),
            of_array("array.fill", kind, "", bind(lambda n, x: ([x] * n, x, 0, ENDLESS), item), kind, "i32", "i32"),
            of_array("array.reverse", kind, "", bind(lambda n, x: ([x] * n,), item)),
            of_array("array.remove", kind, "none", bind(lambda n, x: ([x] * n, 0, 0), item), "i32", "i32"),
            of_array("array.insert", kind, "in front", bind(lambda n, x: ([x] * n, 0, x), item), "i32", kind),
        ]
    rows += strings(
        "array.join",
        ("", lambda n: (["abc"] * n, "")),
        ("empty", lambda n: ([""] * n, "")),
        ("wide", lambda n: (["abc"] * n, "\u03a9")),
    )
    for case, number in (("long", SMALL), ("tiny", TINY), ("large", LARGE), ("whole", 3.0), ("fraction", 0.1)):
        rows += strings("array.join.f64", (case, bind(lambda n, x: ([x] * n, ""), number)))
    rows += strings(
        "array.join.i32", ("long", lambda n: ([-2_000_000_000] * n, "")), ("short", lambda n: ([1] * n, ""))
    )
    absent: dict[str, tuple[str, Any, Any]] = {
        "i32": ("i32", 7, 8),
        "i64": ("i64", 7, 8),
        "f64": ("f64", 1.5, 2.5),
        "bool": ("bool", True, False),
        "ref": ("string", "abc", "abd"),
        "any": ("any", 1.5, 2.5),
    }
    for suffix, (kind, item, other) in absent.items():
        make = bind(lambda n, x, y: ([x] * n, y, 0), item, other)
        rows.append(of_array(f"array.indexOf.{suffix}", kind, "absent", make, kind, "i32"))
    rows += [
        of_array(
            "array.indexOf.any", "any", "strings", lambda n: (["abc" * 9] * n, "abc" * 8 + "abd", 0), "any", "i32"
        ),
        of_array(
            "array.indexOf.ref", "string", "long", lambda n: (["abc" * 9] * n, "abc" * 8 + "abd", 0), "string", "i32"
        ),
        of_array("array.find.f64", "f64", "absent", lambda n: ([1.5] * n, 2.5, 0), "f64", "i32"),
        of_array("array.find.f64", "f64", "NaN", lambda n: ([1.5] * n, float("nan"), 0), "f64", "i32"),
        of_array("array.find.any", "any", "absent", lambda n: ([1.5] * n, 2.5, 0), "any", "i32"),
    ]
    return rows


def new_array(kind: str) -> Fresh:
    """An empty array."""
    return Fresh((("NEW_ARRAY", TypeNamed(kind)),))


def searches() -> list[Row]:
    """Finding strings in strings: also where both repeat themselves."""
    cases: list[tuple[str, Make]] = [
        ("absent", lambda n: ("a" * n, "b", 0)),
        ("wide", lambda n: ("\u03a9" * n, "\u03a8", 0)),
        ("nearly", lambda n: ("a" * n, "a" * (n // 2) + "b", 0)),
        ("nearly in front", lambda n: ("a" * n, "b" + "a" * (n // 2), 0)),
        ("nearly, short", lambda n: ("a" * n, "aaaab", 0)),
        ("pairs", lambda n: ("ab" * n, "ab" * (n // 2) + "b", 0)),
        ("wide and narrow", lambda n: ("\u03a9" + "a" * n, "a" * (n // 2) + "b", 0)),
        ("wide, nearly", lambda n: ("\u03a9" * n, "\u03a9" * (n // 2) + "a", 0)),
        ("hex", lambda n: ("a" * n, "a" * 30 + "b", 0)),
    ]
    rows: list[Row] = []
    for name in ("string.indexOf", "string.includes"):
        rows += strings(name, *cases)
    backwards = [(case, bind(lambda n, make: (*make(n)[:2], ENDLESS), make)) for case, make in cases]
    return rows + strings("string.lastIndexOf", *backwards)


def string_rows() -> list[Row]:
    """Functions of strings."""
    rows = searches()
    rows += strings("string.charAt", ("", lambda n: ("abc", 1)), ("wide", lambda n: ("\u03a9", 0)), sizes=ONE)
    rows += strings("string.charCodeAt", ("", lambda n: ("abc", 1)), sizes=ONE)
    rows += strings("string.codePointAt", ("", lambda n: ("\U0001f600", 0)), sizes=ONE)
    rows += strings("string.fromCharCode", ("", lambda n: (97,)), ("wide", lambda n: (0x3A9,)), sizes=ONE)
    rows += strings("string.fromCodePoint", ("", lambda n: (97,)), ("pair", lambda n: (0x1F600,)), sizes=ONE)
    rows += strings(
        "string.slice",
        ("", lambda n: ("a" * (n + 1), 1, ENDLESS)),
        ("wide", lambda n: ("\u03a9" * (n + 1), 1, ENDLESS)),
        ("narrowed", lambda n: ("\u03a9" + "a" * n, 1, ENDLESS)),
        ("whole", lambda n: ("a" * n, 0, ENDLESS)),
    )
    for name in ("string.startsWith", "string.endsWith"):
        at = ENDLESS if name == "string.endsWith" else 0
        rows += strings(
            name,
            ("", bind(lambda n, at: ("a" * n, "a" * n, at), at)),
            ("widths", bind(lambda n, at: ("a" * n + "\u03a9" + "a" * n, "a" * n, at), at)),
        )
    rows += strings(
        "string.repeat",
        ("one", lambda n: ("a", n)),
        ("three", lambda n: ("abc", n)),
        ("wide", lambda n: ("\u03a9", n)),
        ("none", lambda n: ("a" * n, 0)),
    )
    for name in ("string.padStart", "string.padEnd"):
        rows += strings(
            name,
            ("one", lambda n: ("", n, "a")),
            ("three", lambda n: ("", n, "abc")),
            ("widened", lambda n: ("\u03a9", n + 1, "abc")),
            ("cut", lambda n: ("abc", n + 2, "a" * n + "\u03a9")),
        )
    for name in ("string.trim", "string.trimStart", "string.trimEnd"):
        rows += strings(
            name,
            ("spaces", lambda n: (" " * n,)),
            ("wide spaces", lambda n: ("\u3000" * n,)),
            ("one", lambda n: (" " + "a" * n + " ",)),
            ("narrowed", lambda n: ("\u3000" + "a" * n + "\u3000",)),
        )
    for name in ("string.toUpperCase", "string.toLowerCase"):
        rows += strings(
            name,
            ("small", lambda n: ("a" * n,)),
            ("great", lambda n: ("A" * n,)),
            ("last great", lambda n: ("a" * n + "A",)),
            ("sharp s", lambda n: ("\u00df" * n,)),
            ("Greek", lambda n: ("\u03b1\u03a9" * n,)),
            ("sigma", lambda n: ("\u03a3" * n,)),
            ("Vietnamese", lambda n: ("\u1ec7\u1ea0" * n,)),
            ("ligatures", lambda n: ("\ufb03" * n,)),
            ("Deseret", lambda n: ("\U00010400\U00010428" * n,)),
            ("Chinese", lambda n: ("\u4e2d" * n,)),
            ("marks", lambda n: ("\u03a3" + "\u0301" * n,)),
            ("sigma and marks", lambda n: ("\u03a3\u0301\u0301\u0301" * n,)),
        )
    rows += strings(
        "string.splitInto",
        ("absent", lambda n: (new_array("string"), "a" * n, "b", -1)),
        ("units", lambda n: (new_array("string"), "a" * n, "", -1)),
        ("wide units", lambda n: (new_array("string"), "\u03a9" * n, "", -1)),
        ("all", lambda n: (new_array("string"), "," * n, ",", -1)),
        ("halves", lambda n: (new_array("string"), "a," * n, ",", -1)),
        ("nearly", lambda n: (new_array("string"), "a" * n, "a" * (n // 2) + "b", -1)),
    )
    replacements: list[tuple[str, Make]] = [
        ("all", lambda n: ("a" * n, "a", "b")),
        ("removed", lambda n: ("a" * n, "a", "")),
        ("doubled", lambda n: ("a" * n, "a", "bc")),
        ("between", lambda n: ("a" * n, "", "b")),
        ("widened", lambda n: ("a" * n, "a", "\u03a9")),
        ("halves", lambda n: ("ab" * n, "b", "c")),
        ("wide", lambda n: ("\u03a9a" * n, "\u03a9", "b")),
        ("absent", lambda n: ("a" * n, "b", "c")),
        ("nearly", lambda n: ("a" * n, "a" * (n // 2) + "b", "c")),
        ("long replacement", lambda n: ("a", "a", "b" * n)),
        ("unused replacement", lambda n: ("a", "b", "b" * n)),
    ]
    for name in ("string.replace", "string.replaceAll"):
        rows += strings(name, *replacements)
    rows += comparisons("string.compare")
    return rows


def comparisons(name: str) -> list[Row]:
    """Comparing two strings that are equal, or nearly."""
    return strings(
        name,
        ("equal", lambda n: ("a" * n, "a" * n)),
        ("nearly equal", lambda n: ("a" * n + "b", "a" * n + "c")),
        ("widths", lambda n: ("a" * n + "b", "a" * n + "\u03a9")),
        ("wide", lambda n: ("\u03a9" * n + "b", "\u03a9" * n + "c")),
    )


def number_rows() -> list[Row]:
    """Functions of numbers, console and mathematics: the slowest arguments."""
    rows: list[Row] = []
    for name in ("number.isNaN", "number.isFinite", "number.isInteger", "number.isSafeInteger", "number.toInteger"):
        rows += strings(name, ("", lambda n: (1.5,)), ("NaN", lambda n: (float("nan"),)), sizes=ONE)
    values = (("tiny", TINY), ("large", 1.7976931348623157e308), ("small", 1.2345e-7), ("third", 1 / 3), ("two", 2.0))
    for name, most in (("number.toFixed", 100), ("number.toPrecision", 100), ("number.toExponential", 100)):
        for case, value in values:
            for count in (2, most):
                rows += strings(name, (f"{case} {count}", bind(lambda n, x, k: (x, k), value, count)), sizes=ONE)
    for case, value in values:
        for base in (2, 3, 10, 36):
            rows += strings("number.toString", (f"{case} {base}", bind(lambda n, x, k: (x, k), value, base)), sizes=ONE)
    texts: list[tuple[str, Callable[[int], str]]] = [
        ("digits", lambda n: "1234567890" * (n // 10 + 1)),
        ("one", lambda n: "7"),
        ("zeros", lambda n: "0" * n + "1"),
        ("fraction", lambda n: "0." + "0" * n + "1"),
        ("spaces", lambda n: " " * n + "1"),
        ("spaces behind", lambda n: "1" + " " * n),
        ("all spaces", lambda n: " " * n),
        ("half way", lambda n: "9007199254740993." + "0" * n + "1"),
        ("tiny", lambda n: "4.9406564584124654e-324"),
        ("hex", lambda n: "0x" + "f" * n),
        ("letters", lambda n: "zz" * n),
        ("exponent", lambda n: "1e" + "0" * n + "1"),
    ]
    for case, make in texts:
        rows += strings("number.parseFloat", (case, bind(lambda n, make: (make(n),), make)))
        rows += strings("number.ofString", (case, bind(lambda n, make: (make(n),), make)))
        for base in (0, 2, 36, 7):
            rows += strings("number.parseInt", (f"{case} {base}", bind(lambda n, make, k: (make(n), k), make, base)))
    for name in ("console.log", "console.error", "console.unformatted"):
        rows += strings(
            name,
            ("", lambda n: ("a" * n,)),
            ("wide", lambda n: ("\u03a9" * n,)),
            ("percent", lambda n: ("% " * n,)),
        )
    rows += strings("math.clz32", ("", lambda n: (5,)), sizes=ONE)
    for native in NATIVES.values():
        if native.name.startswith("math.") and native.name != "math.clz32":
            for value in (0.7, 1e-9, 3.5, 1e22, 1.7e308, -0.99, 600.0):
                operands = (value,) * len(effect_types(native.name))
                rows += strings(native.name, (f"{value}", bind(lambda n, x: x, operands)), sizes=ONE)
    return rows


def instruction_rows() -> list[Row]:
    """Instructions that work or allocate."""
    rows: list[Row] = []
    for name in ("STRING_EQ", "STRING_NE", "STRING_LT", "STRING_LE", "STRING_GT", "STRING_GE"):
        rows += comparisons(name)
    rows += [Row("ANY_EQ", row.case, ("any", "any"), row.make, SIZES) for row in comparisons("STRING_EQ")]
    rows += strings(
        "STRING_CONCAT",
        ("", lambda n: ("a" * n, "b")),
        ("widened", lambda n: ("a" * n, "\u03a9")),
        ("wide", lambda n: ("\u03a9" * n, "a")),
    )
    rows += strings(
        "STRING_SUBSTRING",
        ("", lambda n: ("a" * (n + 1), 1, ENDLESS)),
        ("narrowed", lambda n: ("\u03a9" + "a" * n, 1, ENDLESS)),
        ("wide", lambda n: ("\u03a9" * (n + 1), 1, ENDLESS)),
    )
    rows += strings("I32_TO_STRING", ("", lambda n: (-2_000_000_000,)), sizes=ONE)
    for name in ("F64_TO_STRING", "F64_TO_DISPLAY"):
        for case, value in (
            ("long", SMALL),
            ("tiny", TINY),
            ("large", LARGE),
            ("whole", 3.0),
            ("tenth", 0.1),
            ("pi", 3.141592653589793),
            ("1e21", 1e21),
            ("123456789012345680000", 123456789012345680000.0),
        ):
            rows += strings(name, (case, bind(lambda n, x: (x,), value)), sizes=ONE)
    for name in ("ANY_TO_STRING", "ANY_TO_DISPLAY"):
        for case, given in (("long", SMALL), ("text", "abc"), ("whole", 3.0)):
            rows += strings(name, (case, bind(lambda n, x: (x,), given)), sizes=ONE)
    error = Fresh((("CONST_STRING", Text("no")), ("NEW_ERROR", 0)))
    rows += [
        Row("ERROR_STACK", "", ("object(0)",), lambda n: (error,)),
        Row("NEW_ERROR", "", ("string",), lambda n: ("no",), ONE, (0,)),
        Row("NEW_OBJECT", "", (), lambda n: (), ONE, (0,)),
        Row("NEW_MUTEX", "", (), lambda n: ()),
        Row("NEW_CELL", "", ("f64",), lambda n: (1.5,), ONE, (TypeNamed("f64"),)),
        Row("NEW_CHANNEL", "", ("i32",), lambda n: (n,), SIZES, (TypeNamed("f64"),)),
        Row(
            "ARRAY_SHIFT",
            "new zeros",
            ("array(f64)",),
            lambda n: (Fresh((("CONST_I32", n), ("NEW_ARRAY_ZEROED", TypeNamed("f64")))),),
            SIZES,
        ),
    ]
    rows += strings("BOX_I64", ("", lambda n: (1 << 60,)), sizes=ONE)
    rows += strings("I64_TO_STRING", ("", lambda n: (-(1 << 62),)), sizes=ONE)
    rows += strings("BOOL_TO_STRING", ("", lambda n: (False,)), sizes=ONE)
    rows += strings("ANY_TYPEOF", ("", lambda n: (1.5,)), sizes=ONE)
    for kind, suffix in (
        ("i32", "I32"),
        ("f64", "F64"),
        ("bool", "BOOL"),
        ("string", "REF"),
        ("i64", "I64"),
        ("any", "ANY"),
    ):
        item = ELEMENTS[kind]
        rows.append(
            Row(
                f"ARRAY_PUSH_{suffix}",
                "on empty",
                (f"array({kind})", kind),
                bind(lambda n, x, k: (new_array(k), x), item, kind),
            )
        )
        if kind not in ("string", "any"):
            rows.append(Row("NEW_ARRAY_ZEROED", kind, ("i32",), lambda n: (n,), SIZES, (TypeNamed(kind),)))
        rows.append(Row("NEW_ARRAY", kind, (), lambda n: (), ONE, (TypeNamed(kind),)))
    return rows


def coroutine_rows() -> list[Row]:
    """What coroutines do without waiting."""
    in_coroutine = Fresh((("NATIVE_CALL", BY_NAME["coroutine.detach"].id, 0), ("CONST_UNDEFINED",)))
    return [
        Row("coroutine.detach", "", (), lambda n: ()),
        Row("coroutine.prepare", "", (), lambda n: ()),
        Row("coroutine.finish", "", ("any",), lambda n: (in_coroutine,)),
    ]


def table_of(*keys: tuple[str, *tuple[Immediate, ...]]) -> Fresh:
    """A new table with keys, each made by an instruction."""
    new, set_ = (BY_NAME[name].id for name in ("table.new", "table.set"))
    made: list[tuple[str, *tuple[Immediate, ...]]] = [("NATIVE_CALL", new, 0)]
    for key in keys:
        boxing = "BOX_REF" if key[0] == "CONST_STRING" else "BOX_I32"
        made += [("DUP",), key, (boxing,), ("CONST_UNDEFINED",), ("NATIVE_CALL", set_, 3)]
    return Fresh(tuple(made))


def table_rows() -> list[Row]:
    """Hash tables: long keys, growth, cursors."""
    rows = [Row("table.new", "", (), lambda n: ())]
    for name, more in (("table.get", ()), ("table.has", ()), ("table.delete", ()), ("table.set", (1.5,))):
        types = ("any",) * (2 + len(more))
        for case, key in (("text", "a"), ("wide", "\u03a9")):
            held = bind(lambda n, key, more: (table_of(("CONST_STRING", Text(key * n))), key * n, *more), key, more)
            rows += [Row(name, case, types, held, SIZES)]
        rows += [Row(name, "number", types, bind(lambda n, more: (table_of(), 0.1, *more), more))]
    rows += [
        Row(
            "table.set",
            "growth",
            ("any", "any", "any"),
            lambda n: (table_of(*(("CONST_I32", number) for number in range(n))), -1.0, 0.0),
            (4, 16, 256),
        ),
        Row("table.clear", "", ("any",), lambda n: (table_of(),)),
        Row("table.size", "", ("any",), lambda n: (table_of(),)),
        Row("table.setBrand", "", ("any", "i32"), lambda n: (table_of(), 1)),
    ]
    for name, cursor in (("table.next", 0.0), ("table.key", 1.0), ("table.value", 1.0)):
        rows.append(Row(name, "", ("any", "f64"), bind(lambda n, x: (table_of(("CONST_I32", 7)), x), cursor)))
    return rows


def rows() -> list[Row]:
    """All rows."""
    return [*array_rows(), *string_rows(), *number_rows(), *instruction_rows(), *coroutine_rows(), *table_rows()]
