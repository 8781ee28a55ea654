"""The maps of live slots: right in random modules, and the oracle that says so sees every kind of wrong one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fuzz.generate_module import generate_module
from fuzz.map_oracle import wrong_prepared_maps, wrong_stack_maps

from plait.bytecode.assembler import assemble
from plait.prepare.operations import MachineClass
from plait.prepare.prepared import PreparedModule
from plait.prepare.translate import prepare
from plait.verify import verify

LIVE = tuple[tuple[int, MachineClass], ...]


def prepared(text: str) -> PreparedModule:
    return prepare(verify(assemble(f'.module "m"\n{text}', "maps.plasm")))


def with_map(module: PreparedModule, index: int, live: LIVE | None) -> PreparedModule:
    """The module with another map, or none, at an index of its first function."""
    function = module.functions[0]
    maps = {place: slots for place, slots in function.live.items() if place != index}
    if live is not None:
        maps[index] = live
    return replace(module, functions=(replace(function, live=maps), *module.functions[1:]))


def map_before(module: PreparedModule, name: str) -> tuple[int, LIVE]:
    """The index of the first instruction of a name in the first function, and its map."""
    function = module.functions[0]
    index = next(i for i, item in enumerate(function.instructions) if item.operation.name == name)
    return index, function.live[index]


def test_maps_of_random_modules_are_right() -> None:
    modules = {seed: prepare(verify(generate_module(seed, small=True))) for seed in range(150)}
    wrong = {seed: wrong_prepared_maps(module) + wrong_stack_maps(module) for seed, module in modules.items()}
    assert {seed: texts for seed, texts in wrong.items() if texts} == {}


JOINS = {
    "work": 'CONST_STRING "a" | CONST_STRING "b" | STRING_CONCAT | POP',
    "a task": "SPAWN other 0 | POP",
    "a turn": "LOAD_LOCAL 1 | YIELD | POP",
}


@pytest.mark.parametrize("code", JOINS.values(), ids=JOINS.keys())
def test_a_join_behind_a_stop_takes_no_map_of_one_path(code: str) -> None:
    """What only the path past the stop has written is not named where the other path can stop too."""
    lines = "\n".join(code.split(" | "))
    module = prepared(f"""
        .function f(bool, string)
            LOAD_LOCAL 0
            JUMP_IF_TRUE L
            {lines}
        L:
            NEW_ARRAY i32
            POP
            RETURN_VOID
        .function other() -> string
            CONST_STRING "x"
            RETURN
    """)
    assert wrong_prepared_maps(module) == []
    assert map_before(module, "NEW_ARRAY")[1] == ()


KEEPS = """
    .function f(string, i64) -> string
        LOAD_LOCAL 0
        CONST_STRING "b"
        STRING_CONCAT
        LOAD_LOCAL 1
        I64_TO_STRING
        STRING_CONCAT
        RETURN
"""


def test_the_oracle_sees_a_slot_that_nothing_has_written() -> None:
    module = prepared(KEEPS)
    index, live = map_before(module, "STRING_CONCAT")
    unwritten = next(slot for slot in range(module.functions[0].slot_count) if slot not in dict(live) and slot > 1)
    item = module.functions[0].slot_classes[unwritten]
    found = wrong_prepared_maps(with_map(module, index, (*live, (unwritten, item))))
    assert any("names slot" in text for text in found)


def test_the_oracle_sees_a_slot_that_is_read_later() -> None:
    module = prepared(KEEPS)
    index, live = map_before(module, "I64_TO_STRING")
    assert len(live) > 1
    for missing in range(len(live)):
        found = wrong_prepared_maps(with_map(module, index, live[:missing] + live[missing + 1 :]))
        assert any("reads slot" in text for text in found)


def test_the_oracle_sees_a_slot_of_another_class() -> None:
    module = prepared(KEEPS)
    index, live = map_before(module, "STRING_CONCAT")
    lying = tuple((slot, MachineClass.REFERENCE if item is MachineClass.I64 else item) for slot, item in live)
    assert lying != live
    assert any("takes slot" in text for text in wrong_prepared_maps(with_map(module, index, lying)))


def test_the_oracle_sees_a_place_without_a_map() -> None:
    module = prepared(KEEPS)
    for index in module.functions[0].live:
        found = wrong_prepared_maps(with_map(module, index, None))
        assert any("has no map" in text for text in found), index


def test_the_oracle_sees_that_a_call_lies_over_the_outgoing_slots() -> None:
    module = prepared("""
        .function f(string) -> string
            LOAD_LOCAL 0
            CALL g 1
            RETURN
        .function g(string) -> string
            LOAD_LOCAL 0
            RETURN
    """)
    index, live = map_before(module, "CALL")
    outgoing = module.functions[0].slot_count + 2
    found = wrong_prepared_maps(with_map(module, index, (*live, (outgoing, MachineClass.REFERENCE))))
    assert any("names slot" in text for text in found)
