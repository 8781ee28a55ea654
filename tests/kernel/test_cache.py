"""The object cache: damage, concurrency, pruning; and kernels that come from it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from plait.kernel.cache import ObjectCache, default_cache_directory
from plait.kernel.native import load_kernels

from . import samples


def _only_file(directory: Path) -> Path:
    (path,) = directory.iterdir()
    return path


def test_round_trip(tmp_path: Path) -> None:
    """What is put can be got, under its key only."""
    cache = ObjectCache(tmp_path / "a" / "b")
    assert cache.get("key") is None
    cache.put("key", b"data")
    assert cache.get("key") == b"data"
    assert ObjectCache(tmp_path / "a" / "b").get("key") == b"data"
    assert cache.get("other") is None
    cache.put("key", b"")
    assert cache.get("key") == b""


def test_damaged_files_are_misses(tmp_path: Path) -> None:
    """Cut at any place, or with any byte changed, or copied under a wrong name."""
    cache = ObjectCache(tmp_path)
    cache.put("key", b"some data")
    path = _only_file(tmp_path)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert cache.get("key") is None
    for position in range(len(whole)):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert cache.get("key") is None
    cache.put("other", b"")
    path.write_bytes(next(p for p in tmp_path.iterdir() if p != path).read_bytes())
    assert cache.get("key") is None
    cache.put("key", b"again")
    assert cache.get("key") == b"again"


def test_what_cannot_be_written_is_not_cached(tmp_path: Path) -> None:
    """The directory is a file; a directory stands where the entry should."""
    obstacle = tmp_path / "file"
    obstacle.write_bytes(b"")
    cache = ObjectCache(obstacle)
    cache.put("key", b"data")
    assert cache.get("key") is None
    cache = ObjectCache(tmp_path / "cache")
    cache.put("key", b"data")
    path = _only_file(tmp_path / "cache")
    path.unlink()
    path.mkdir()
    (path / "inside").write_bytes(b"")
    cache.put("key", b"data")
    assert cache.get("key") is None
    assert _only_file(tmp_path / "cache") == path


def test_old_entries_are_removed(tmp_path: Path) -> None:
    """The ones not used for longest."""
    cache = ObjectCache(tmp_path, keep=3)
    for number in range(3):
        cache.put(str(number), b"x")
        for path in tmp_path.iterdir():
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 10))
    assert cache.get("0") == b"x"
    cache.put("3", b"x")
    assert [cache.get(str(number)) for number in range(4)] == [b"x", None, b"x", b"x"]


def test_default_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The environment decides."""
    monkeypatch.setenv("PLAIT_CACHE_DIR", str(tmp_path))
    assert default_cache_directory() == ObjectCache.default().directory == tmp_path
    monkeypatch.delenv("PLAIT_CACHE_DIR")
    assert default_cache_directory().is_absolute()


def test_kernels_from_the_cache(tmp_path: Path) -> None:
    """The second time nothing is compiled; a changed source or another set of kernels is something else."""
    cache = ObjectCache(tmp_path / "cache")
    source = tmp_path / "source.py"
    source.write_text("a")
    messages: list[str] = []
    memory = (ctypes.c_char * 64)()

    def load(*roots: object) -> bool:
        messages.clear()
        kernels = load_kernels(roots, cache, messages.append, folders=[tmp_path])  # type: ignore[arg-type]
        assert kernels.function(samples.fibonacci)(ctypes.addressof(memory), 10) == 55
        assert bool(messages) is not kernels.cached
        return kernels.cached

    assert [load(samples.fibonacci) for _ in range(2)] == [False, True]
    assert load(samples.fibonacci, samples.total) is False
    source.write_text("b")
    assert [load(samples.fibonacci) for _ in range(2)] == [False, True]
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert load(samples.fibonacci) is False


def test_roots_are_not_asked_for_when_cached(tmp_path: Path) -> None:
    """So that a cached start need not make them."""
    cache = ObjectCache(tmp_path)
    asked: list[None] = []

    def roots() -> list[object]:
        asked.append(None)
        return [samples.is_even]

    first, second = (load_kernels(roots, cache, folders=[]) for _ in range(2))  # type: ignore[arg-type]
    assert (first.cached, second.cached, len(asked)) == (False, True, 1)
    assert second.function(samples.is_even)(0, 4) is True


SCRIPT = """
    import sys
    sys.path[:0] = [{source!r}, {tests!r}]
    from kernel import samples
    from plait.kernel.cache import ObjectCache
    from plait.kernel.native import load_kernels
    for _ in range(5):
        kernels = load_kernels([samples.fibonacci], ObjectCache({directory!r}), folders=[])
        assert kernels.function(samples.fibonacci)(0, 12) == 144
    unneeded = {{"plait.kernel.analyse", "plait.kernel.emit_llvm", "plait.kernel.tree"}}
    print(kernels.cached, sorted(unneeded & set(sys.modules)) if {last} else "")
"""


def _start(directory: Path, last: bool) -> subprocess.Popen[str]:
    tests = Path(__file__).parent.parent
    script = SCRIPT.format(source=str(tests.parent / "src"), tests=str(tests), directory=str(directory), last=last)
    return subprocess.Popen([sys.executable, "-c", dedent(script)], stdout=subprocess.PIPE, text=True)


def test_several_processes_at_once(tmp_path: Path) -> None:
    """They all work; one that starts later compiles nothing and imports no compiler."""
    processes = [_start(tmp_path, last=False) for _ in range(3)]
    for process in processes:
        assert process.communicate()[0].split() == ["True"]
        assert process.returncode == 0
    output, _ = _start(tmp_path, last=True).communicate()
    assert output.split() == ["True", "[]"]
