"""What is stored of programs and does not fit is compiled anew, silently."""

from __future__ import annotations

from pathlib import Path

import pytest

import plait
from plait import pipeline
from plait.cli.module_cache import compile_cached
from plait.frontend.next.lower.compiled_library import keep_library, kept_library
from plait.frontend.next.lower.library_module import compiled_library
from plait.jit.linked_unit import ObjectUnit, body_name, entry_name, pack_units
from plait.kernel.cache import ObjectCache
from plait.kernel.native import compile_object
from plait.vm.machine import native_machine

from .running import module_of

FUNCTION = ".function main() -> i32\n CONST_I32 7\n RETURN"

STRANGE = compile_object(f"define void @{body_name(9)}() {{ ret void }} define void @{entry_name(9)}() {{ ret void }}")
NEGATIVE = compile_object(
    f'define void @"{body_name(-1)}"() {{ ret void }} define void @"{entry_name(-1)}"() {{ ret void }}'
)

BAD_UNITS = {
    "nothing": b"",
    "no JSON": b"x\n",
    "no list": b"5\n",
    "no units": b"[1]\n",
    "no code": pack_units([ObjectUnit((0,), (), (), (), b"")]),
    "no object code": pack_units([ObjectUnit((0,), (), (), (), b"nothing")]),
    "other symbols": pack_units([ObjectUnit((0,), (), (), (), STRANGE)]),
    "unknown kernels": pack_units([ObjectUnit((9,), (), (), ("no.kernel",), STRANGE)]),
    "no such function": pack_units([ObjectUnit((9,), (), (), (), STRANGE)]),
    "before the first function": pack_units([ObjectUnit((-1,), (), (), (), NEGATIVE)]),
    "no such loop": pack_units([ObjectUnit((), (5,), (), (), STRANGE)]),
}


@pytest.fixture(scope="module", autouse=True)
def _machine() -> None:
    """Comes from the cache as it is."""
    native_machine()


@pytest.mark.parametrize("engine", ["jit", "auto"])
@pytest.mark.parametrize("name", BAD_UNITS)
def test_bad_units(engine: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest says that they are what was stored, but they are not code of the program."""
    kept: list[bytes] = []

    def keep(_: ObjectCache, key: str, data: bytes) -> None:
        kept.append(data)

    monkeypatch.setattr(ObjectCache, "get", lambda *_: BAD_UNITS[name])
    monkeypatch.setattr(ObjectCache, "put", keep)
    vm = plait.Vm(plait.VmOptions(engine=engine))
    assert vm.execute(module_of(FUNCTION)) == 7
    assert vm.stats.compiled_functions == len(kept) == (engine == "jit")


def _refused_module() -> bytes:
    """A module that can be read and breaks a rule."""
    module = module_of(".function main() -> i32\n CONST_F64 1\n RETURN")
    with pytest.raises(plait.VerifyError):
        plait.Vm().execute(module)
    return module.to_bytes()


def test_the_library_is_not_stored_with_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that begins with the library is found again, and is a miss when its library is gone."""
    monkeypatch.setenv("PLAIT_CACHE_DIR", str(tmp_path))
    source = b"const o: any = { a: [1] }; return Object.keys(o).length;"
    library = compiled_library()
    keep_library(library)
    good = compile_cached(source, "a.ts")
    (file,) = (tmp_path / "modules").iterdir()
    assert file.stat().st_size < 8192
    monkeypatch.setattr(pipeline, "load_bytes", None)
    again = compile_cached(source, "a.ts")
    assert again == good
    assert again.base is not None
    assert plait.Vm().execute(again) == 1
    monkeypatch.undo()
    monkeypatch.setenv("PLAIT_CACHE_DIR", str(tmp_path))
    for item in (tmp_path / "libraries").iterdir():
        item.unlink()
    kept_library.cache_clear()
    assert plait.Vm().execute(compile_cached(source, "a.ts")) == 1


@pytest.mark.parametrize("data", [b"", b"nothing", module_of(FUNCTION).to_bytes()[:-3], _refused_module()])
def test_bad_modules(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAIT_CACHE_DIR", str(tmp_path))
    source = b"return 6 * 7;"
    keys: list[str] = []
    put = ObjectCache.put

    def noted(cache: ObjectCache, key: str, stored: bytes) -> None:
        keys.append(key)
        put(cache, key, stored)

    monkeypatch.setattr(ObjectCache, "put", noted)
    good = compile_cached(source, "a.ts")
    cache = ObjectCache.default("modules")
    stored = cache.get(keys[0])
    assert stored is not None
    assert stored.endswith(good.to_bytes())
    put(cache, keys[0], data)
    assert compile_cached(source, "a.ts").to_bytes() == good.to_bytes()
    assert keys == [keys[0]] * 2
    assert cache.get(keys[0]) == stored
