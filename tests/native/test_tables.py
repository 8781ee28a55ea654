"""Hash tables do what a model in Python does, whatever happens to them while cursors go through them."""

from __future__ import annotations

import itertools
import math
import random
from typing import Any

import pytest
from tests.vm.running import CHECKED, MODES, NATIVE, agree, module_of

import plait

RUN = """
.global table any
.global cursors array(f64)
.function run(array(any), i32) -> array(any)
.local array(any), i32, any, any, i32
    NATIVE_CALL table.new 0
    STORE_GLOBAL table
    LOAD_LOCAL 1
    NEW_ARRAY_ZEROED f64
    STORE_GLOBAL cursors
    NEW_ARRAY any
    STORE_LOCAL 2
    CONST_I32 0
    STORE_LOCAL 3
again:
    LOAD_LOCAL 3
    LOAD_LOCAL 0
    ARRAY_LENGTH
    ILT
    JUMP_IF_FALSE end
    LOAD_LOCAL 0
    LOAD_LOCAL 3
    ARRAY_GET_ANY
    UNBOX_I32
    STORE_LOCAL 6
    LOAD_LOCAL 0
    LOAD_LOCAL 3
    CONST_I32 1
    IADD
    ARRAY_GET_ANY
    STORE_LOCAL 4
    LOAD_LOCAL 0
    LOAD_LOCAL 3
    CONST_I32 2
    IADD
    ARRAY_GET_ANY
    STORE_LOCAL 5
    LOAD_LOCAL 2
    LOAD_LOCAL 6
    LOAD_LOCAL 4
    LOAD_LOCAL 5
    CALL step 3
    ARRAY_PUSH_ANY
    LOAD_LOCAL 3
    CONST_I32 3
    IADD
    STORE_LOCAL 3
    JUMP again
end:
    LOAD_LOCAL 2
    RETURN
.function step(i32, any, any) -> any
.local f64
    LOAD_LOCAL 0
    CONST_I32 0
    IEQ
    JUMP_IF_FALSE not_get
    LOAD_GLOBAL table
    LOAD_LOCAL 1
    NATIVE_CALL table.get 2
    RETURN
not_get:
    LOAD_LOCAL 0
    CONST_I32 1
    IEQ
    JUMP_IF_FALSE not_set
    LOAD_GLOBAL table
    LOAD_LOCAL 1
    LOAD_LOCAL 2
    NATIVE_CALL table.set 3
    CONST_UNDEFINED
    RETURN
not_set:
    LOAD_LOCAL 0
    CONST_I32 2
    IEQ
    JUMP_IF_FALSE not_has
    LOAD_GLOBAL table
    LOAD_LOCAL 1
    NATIVE_CALL table.has 2
    BOX_BOOL
    RETURN
not_has:
    LOAD_LOCAL 0
    CONST_I32 3
    IEQ
    JUMP_IF_FALSE not_delete
    LOAD_GLOBAL table
    LOAD_LOCAL 1
    NATIVE_CALL table.delete 2
    BOX_BOOL
    RETURN
not_delete:
    LOAD_LOCAL 0
    CONST_I32 4
    IEQ
    JUMP_IF_FALSE not_clear
    LOAD_GLOBAL table
    NATIVE_CALL table.clear 1
    CONST_UNDEFINED
    RETURN
not_clear:
    LOAD_LOCAL 0
    CONST_I32 5
    IEQ
    JUMP_IF_FALSE not_size
    LOAD_GLOBAL table
    NATIVE_CALL table.size 1
    BOX_I32
    RETURN
not_size:
    LOAD_LOCAL 0
    CONST_I32 7
    IEQ
    JUMP_IF_TRUE begin
    LOAD_GLOBAL table
    LOAD_GLOBAL cursors
    LOAD_LOCAL 1
    UNBOX_I32
    ARRAY_GET_F64
    NATIVE_CALL table.next 2
    STORE_LOCAL 3
    LOAD_LOCAL 3
    CONST_F64 0.0
    FLT
    JUMP_IF_TRUE at_end
    LOAD_GLOBAL cursors
    LOAD_LOCAL 1
    UNBOX_I32
    LOAD_LOCAL 3
    ARRAY_SET_F64
    LOAD_GLOBAL table
    LOAD_LOCAL 3
    NATIVE_CALL table.key 2
    LOAD_GLOBAL table
    LOAD_LOCAL 3
    NATIVE_CALL table.value 2
    NEW_ARRAY_OF any 2
    BOX_REF
    RETURN
begin:
    LOAD_GLOBAL cursors
    LOAD_LOCAL 1
    UNBOX_I32
    CONST_F64 0.0
    ARRAY_SET_F64
at_end:
    CONST_STRING "end"
    BOX_REF
    RETURN
"""
GET, SET, HAS, DELETE, CLEAR, SIZE, NEXT, BEGIN = range(8)
CURSORS = 3
END = "end"

Step = tuple[int, Any, Any]


class Model:
    """What a table is: entries that have come one after the other, of which cursors remember the last they passed."""

    def __init__(self) -> None:
        self.entries: dict[Any, tuple[int, Any, Any]] = {}
        self.numbers = itertools.count(1)
        self.cursors = [0] * CURSORS

    def do(self, step: Step) -> Any:
        """What a step gives."""
        operation, first, second = step
        key = key_of(first)
        match operation:
            case 0:
                return self.entries[key][2] if key in self.entries else None
            case 1:
                number = self.entries[key][0] if key in self.entries else next(self.numbers)
                stored = 0.0 if first == 0 and not isinstance(first, bool | str) else first
                self.entries[key] = number, self.entries[key][1] if key in self.entries else stored, second
            case 2:
                return key in self.entries
            case 3:
                return self.entries.pop(key, None) is not None
            case 4:
                self.entries.clear()
            case 5:
                return len(self.entries)
            case 6:
                for number, known, value in self.entries.values():
                    if number > self.cursors[first]:
                        self.cursors[first] = number
                        return [known, value]
                return END
            case _:
                self.cursors[first] = 0
                return END
        return None


def key_of(key: Any) -> Any:
    """What SameValueZero tells apart."""
    if isinstance(key, float) and math.isnan(key):
        return "nan", None
    return ("number", float(key)) if isinstance(key, int | float) and not isinstance(key, bool) else (type(key), key)


def shown(value: Any) -> str:
    """A value as text, so that NaN equals itself and the zeros differ."""
    if isinstance(value, list):
        return str([shown(item) for item in value])
    return repr(float(value)) if isinstance(value, int | float) and not isinstance(value, bool) else repr(value)


SPECIAL: tuple[Any, ...] = (
    None,
    True,
    False,
    0.0,
    -0.0,
    math.nan,
    math.inf,
    -math.inf,
    0.1,
    5e-324,
    1e300,
    "",
    "é",
    "Ω",
)


def make_key(chance: random.Random, spread: int) -> Any:
    kind = chance.random()
    number = chance.randrange(spread)
    if kind < 0.3:
        return float(number)
    if kind < 0.6:
        return "k" * (number % 23) + str(number)
    if kind < 0.7:
        return "\u03a9" * (number % 9) + str(number)
    return chance.choice(SPECIAL) if kind < 0.8 else number * 65536.0 + 0.5


HABITS: tuple[tuple[float, ...], ...] = (
    (2, 6, 1, 1, 0, 4),
    (1, 2, 1, 6, 0, 4),
    (1, 3, 1, 3, 0.2, 6),
    (0, 9, 0, 7, 0, 2),
)
"""How often which steps come: GET, SET, HAS, DELETE, CLEAR, NEXT."""


def make_steps(seed: int, count: int) -> list[Step]:
    """Steps that let a table grow and shrink, in phases of different habits."""
    chance = random.Random(seed)
    steps: list[Step] = []
    weights = HABITS[0]
    spread = 10
    for number in range(count):
        if number % 40 == 0:
            weights = chance.choice(HABITS)
            spread = chance.choice((6, 30, 200))
        operation = chance.choices((GET, SET, HAS, DELETE, CLEAR, NEXT), weights)[0]
        if operation == NEXT:
            begins = chance.random() < 0.1
            steps.append((BEGIN if begins else NEXT, chance.randrange(CURSORS), None))
        else:
            steps.append((operation, make_key(chance, spread), float(number)))
        if chance.random() < 0.1:
            steps.append((SIZE, None, None))
    return steps


def check(steps: list[Step], **options: Any) -> int:
    """Both do the same; the fuel that it took."""
    model = Model()
    expected = [model.do(step) for step in steps]
    vm = plait.Vm(plait.VmOptions(**options))
    context = vm.load(module_of(RUN.replace(".function run", ".function main()\n RETURN_VOID\n.function run")))
    given = vm.run(context, "run", [list(itertools.chain.from_iterable(steps)), CURSORS])
    assert isinstance(given, list)
    wrong = [
        (number, step, shown(mine), shown(theirs))
        for number, (step, mine, theirs) in enumerate(zip(steps, given, expected, strict=True))
        if shown(mine) != shown(theirs)
    ]
    assert wrong == [], wrong[:3]
    return context.fuel_used


@pytest.mark.parametrize("seed", range(6))
def test_random_steps(seed: int) -> None:
    steps = make_steps(seed, 400)
    fuel = {check(steps, **mode) for mode in MODES.values()}
    assert len(fuel) == 1


@pytest.mark.parametrize("seed", range(100, 110))
def test_many_random_steps(seed: int) -> None:
    check(make_steps(seed, 8000), engine="jit", collect_always=seed % 2 == 0, **CHECKED)


def test_a_queue_keeps_its_order() -> None:
    """A table from whose front entries go while others come."""
    steps: list[Step] = []
    for number in range(3000):
        steps.append((SET, f"q{number}", number))
        if number >= 50:
            steps += [(BEGIN, 0, None), (NEXT, 0, None), (DELETE, f"q{number - 50}", None)]
    check(steps, engine="interpreter")


def test_a_large_table() -> None:
    count = 60_000
    steps: list[Step] = [(SET, float(number) if number % 2 else f"{number}", number) for number in range(count)]
    steps += [(DELETE, float(number), None) for number in range(1, count, 4)]
    steps += [(NEXT, 0, None) for _ in range(200)]
    steps += [(GET, float(number) if number % 2 else f"{number}", None) for number in range(count)]
    check(steps, engine="jit", check_heap=True)


def result_of(code: str) -> Any:
    """What a program with a table in local 0 gives, in all modes."""
    text = f".function main() -> any\n.local any, string\nNATIVE_CALL table.new 0\nSTORE_LOCAL 0\n{code}\nRETURN"
    done = agree(text)
    return done.error or done.value


def test_bigints_are_keys_by_value() -> None:
    key = "CONST_I64 {}\nBOX_I64\n"
    text = f"LOAD_LOCAL 0\n{key.format(1 << 60)}CONST_TRUE\nBOX_BOOL\nNATIVE_CALL table.set 3\n"
    get = f"LOAD_LOCAL 0\n{key}NATIVE_CALL table.get 2"
    assert result_of(text + get.format(1 << 60)) is True
    assert result_of(text + get.format(1)) is None


@pytest.mark.parametrize("filler", ["x", "\u03a9"])
def test_texts_are_keys_by_their_units(filler: str) -> None:
    """However they were made: in one piece, or put together at either end."""
    longer = f"""
    CONST_STRING "{filler * 200}"
    STORE_LOCAL 1
    CONST_STRING "a"
    LOAD_LOCAL 1
    STRING_CONCAT
    STORE_LOCAL 1
    CONST_STRING "a"
    LOAD_LOCAL 1
    STRING_CONCAT
    STORE_LOCAL 1
    LOAD_LOCAL 1
    CONST_STRING "b"
    STRING_CONCAT
    BOX_REF
"""
    whole = f'CONST_STRING "aa{filler * 200}b"\nBOX_REF\n'
    for first, second in itertools.permutations((longer, whole)):
        code = f"LOAD_LOCAL 0\n{first}CONST_TRUE\nBOX_BOOL\nNATIVE_CALL table.set 3\n"
        text = f"{code}LOAD_LOCAL 0\n{second}NATIVE_CALL table.get 2"
        assert result_of(text) is True


IDENTITY = """
.function main() -> i32
.local any, array(any), i32, i32
    NATIVE_CALL table.new 0
    STORE_LOCAL 0
    NEW_ARRAY any
    STORE_LOCAL 1
    CONST_I32 0
    STORE_LOCAL 2
again:
    LOAD_LOCAL 1
    {key}
    ARRAY_PUSH_ANY
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    LOAD_LOCAL 2
    ARRAY_GET_ANY
    LOAD_LOCAL 2
    BOX_I32
    NATIVE_CALL table.set 3
    LOAD_LOCAL 2
    CONST_I32 1
    IADD
    STORE_LOCAL 2
    LOAD_LOCAL 2
    CONST_I32 {count}
    ILT
    JUMP_IF_TRUE again
    CONST_I32 0
    STORE_LOCAL 2
    CONST_I32 0
    STORE_LOCAL 3
look:
    LOAD_LOCAL 3
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    LOAD_LOCAL 2
    ARRAY_GET_ANY
    NATIVE_CALL table.get 2
    UNBOX_I32
    IADD
    STORE_LOCAL 3
    LOAD_LOCAL 2
    CONST_I32 1
    IADD
    STORE_LOCAL 2
    LOAD_LOCAL 2
    CONST_I32 {count}
    ILT
    JUMP_IF_TRUE look
    LOAD_LOCAL 3
    RETURN
"""
OBJECTS = {
    "records": "CONST_NULL string\nBOX_REF\nNATIVE_CALL record.new 1",
    "lists": "NEW_ARRAY any\nBOX_REF",
    "symbols": "CONST_UNDEFINED\nNATIVE_CALL symbol.new 1",
    "instances": "NEW_OBJECT 0\nBOX_REF",
}


@pytest.mark.parametrize("key", OBJECTS.values(), ids=OBJECTS)
def test_objects_are_keys_by_identity(key: str) -> None:
    assert agree(IDENTITY.format(key=key, count=25)).value == 25 * 24 // 2

    def cost(count: int) -> int:
        return agree(IDENTITY.format(key=key, count=count), reference=False).fuel

    assert cost(400) < 5 * cost(100)


@pytest.mark.parametrize("operand", ["CONST_UNDEFINED", "CONST_TRUE\nBOX_BOOL", 'CONST_STRING "a"\nBOX_REF'])
def test_what_is_no_table_is_refused(operand: str) -> None:
    for call in ("table.get 2", "table.has 2", "table.delete 2"):
        code = f"{operand}\nCONST_UNDEFINED\nNATIVE_CALL {call}"
        code += "" if call.startswith("table.get") else "\nBOX_BOOL"
        assert result_of(code) == "TypeError: the value is not of the type that is asked for"


def test_a_cursor_that_is_none_is_at_the_end() -> None:
    fill = "LOAD_LOCAL 0\nCONST_TRUE\nBOX_BOOL\nCONST_TRUE\nBOX_BOOL\nNATIVE_CALL table.set 3\n"
    for cursor in ("nan", "-1.0", "1e300", "-inf"):
        assert result_of(f"{fill}LOAD_LOCAL 0\nCONST_F64 {cursor}\nNATIVE_CALL table.next 2\nBOX_F64") == -1.0
        assert result_of(f"{fill}LOAD_LOCAL 0\nCONST_F64 {cursor}\nNATIVE_CALL table.key 2") is None


@pytest.mark.parametrize("engine", NATIVE)
def test_keys_that_collide_cost_fuel(engine: str) -> None:
    """Instances of one hash: what looking for them takes is paid for."""

    def cost(count: int) -> int:
        return check([(SET, float(number), 0.0) for number in range(count)], engine=engine)

    assert cost(2000) < 3 * cost(1000)
