"""Modules that begin with a base, and the same without it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import plait
from plait.bytecode.builder import ModuleBuilder
from plait.bytecode.module import Base, Module, begins_with_base
from plait.bytecode.standalone import joined, own_part, standalone, used_functions
from plait.isa.value_types import F64, I32, STRING
from plait.prepare.image import build_image
from plait.prepare.translate import prepare
from plait.verify import verify

ENGINES = ("reference", "interpreter", "jit", "auto")


def base(key: str = "") -> Base:
    """Two functions that use a global and a text, and two that nobody uses."""
    module = ModuleBuilder("base")
    counter = module.add_global("counter", I32)
    module.add_global("unused", F64)
    unused = module.declare_function("unused", (), None)
    module.function(unused).emit("RETURN_VOID")
    count = module.declare_function("count", (I32,), I32)
    builder = module.function(count)
    label = builder.new_label()
    builder.place(label)
    for mnemonic, *immediates in (
        ("LOAD_GLOBAL", counter),
        ("CONST_I32", 1),
        ("IADD",),
        ("STORE_GLOBAL", counter),
        ("LOAD_LOCAL", 0),
        ("CONST_I32", 1),
        ("ISUB",),
        ("STORE_LOCAL", 0),
        ("LOAD_LOCAL", 0),
    ):
        builder.emit(mnemonic, *immediates)
    builder.emit("CONST_I32", 0)
    builder.emit("IGT")
    builder.emit("JUMP_IF_TRUE", label)
    builder.emit("LOAD_GLOBAL", counter)
    builder.emit("RETURN")
    name = module.declare_function("name", (), STRING)
    builder = module.function(name)
    builder.emit("CONST_STRING", module.add_string("of the base"))
    builder.emit("RETURN")
    return Base(module.build(None), key)


def extended(on: Base) -> Module:
    """A module that calls both functions, with a global and texts of its own."""
    module = ModuleBuilder("own", on)
    own = module.add_global("own", STRING)
    main = module.declare_function("main", (), STRING)
    builder = module.function(main)
    builder.emit("CALL", 2, 0)
    builder.emit("STORE_GLOBAL", own)
    builder.emit("LOAD_GLOBAL", own)
    builder.emit("CONST_STRING", module.add_string(" "))
    builder.emit("STRING_CONCAT")
    builder.emit("CONST_I32", 3)
    builder.emit("CALL", 1, 1)
    builder.emit("I32_TO_STRING")
    builder.emit("STRING_CONCAT")
    builder.emit("RETURN")
    return module.build(main)


@pytest.mark.parametrize("engine", ENGINES)
def test_both_forms_run_alike(engine: str) -> None:
    module = extended(base())
    found = []
    for item in (module, standalone(module), Module.from_bytes(module.to_bytes()), replace(module, base=None)):
        vm = plait.Vm(plait.VmOptions(engine=engine, check_heap=True))
        found.append((vm.execute(item), vm.stats.fuel))
    assert found[0][0] == "of the base 3"
    assert found == [found[0]] * 4


def test_the_names_of_a_base_are_not_those_of_the_program() -> None:
    """A function and a global called as one of the base are."""
    module = ModuleBuilder("own", base())
    own = module.add_global("counter", I32)
    count = module.declare_function("count", (), I32)
    builder = module.function(count)
    builder.emit("CONST_I32", 7)
    builder.emit("STORE_GLOBAL", own)
    builder.emit("LOAD_GLOBAL", own)
    builder.emit("RETURN")
    vm = plait.Vm()
    context = vm.load(module.build(None))
    assert vm.run(context, "count") == 7
    assert list(vm.global_vars) == ["counter"]
    assert vm.global_vars["counter"] == 7
    with pytest.raises(ValueError, match="no function named 'unused'"):
        vm.run(context, "unused")


def test_only_what_is_used_is_kept() -> None:
    alone = standalone(extended(base()))
    assert [function.name for function in alone.functions] == ["count", "name", "main"]
    assert [variable.name for variable in alone.globals] == ["counter", "own"]
    assert alone.strings == ("of the base", " ")
    assert used_functions(extended(base())) == [1, 2, 3]


def test_parts_are_joined_again() -> None:
    on = base()
    module = extended(on)
    assert begins_with_base(module)
    assert own_part(module).functions == module.functions[3:]
    again = joined(own_part(module), on)
    assert again == module
    assert begins_with_base(again)


def test_what_only_looks_like_a_base_is_verified() -> None:
    """A module whose first functions are others than those of its base."""
    module = extended(base())
    broken = replace(module, functions=(replace(module.functions[0], code=b"\xff"), *module.functions[1:]))
    assert not begins_with_base(broken)
    with pytest.raises(plait.VerifyError):
        verify(broken)


def test_a_base_that_is_wrong_is_refused() -> None:
    good = base()
    bad = Base(replace(good.module, functions=(replace(good.module.functions[0], code=b"\xff"),)), "")
    with pytest.raises(plait.VerifyError):
        verify(replace(bad.module, base=bad))


def test_images_of_one_base_are_laid_out_alike() -> None:
    on = base()
    first, second = (build_image(prepare(verify(extended(on)))) for _ in range(2))
    assert first == second
    assert first.parts[0] is second.parts[0]
    assert first.globals[:2] == second.globals[:2]


def test_what_is_kept_on_disk_serves_another_process(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three times: proven and prepared, found on disk, found on disk and compiled (which prepares single functions)."""
    monkeypatch.setenv("PLAIT_CACHE_DIR", str(tmp_path))
    for engine in ("interpreter", "interpreter", "reference"):
        # A new object each time: nothing is known of it in this process.
        on = base("key of the test")
        module = extended(on)
        vm = plait.Vm(plait.VmOptions(engine=engine))
        assert vm.execute(module) == "of the base 3"
        assert len(prepare(verify(module)).functions[1].instructions) > 3
