"""The object cache: damage, concurrency, pruning; and kernels that come from it."""

from __future__ import annotations

import ctypes
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from plait.kernel import as_kernel
from plait.kernel.cache import ObjectCache, default_cache_directory
from plait.kernel.call_texts import CallTexts
from plait.kernel.native import CompiledKernels, NativeKernels, compile_object, load_kernels

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


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these have directories of their own")
def test_default_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The environment decides; without an absolute path there is no cache."""
    monkeypatch.setenv("PLAIT_CACHE_DIR", str(tmp_path))
    assert default_cache_directory() == ObjectCache.default().directory == tmp_path
    assert ObjectCache.default("modules").directory == tmp_path / "modules"
    for relative in ("cache", "./cache", "~/cache"):
        monkeypatch.setenv("PLAIT_CACHE_DIR", relative)
        assert (
            default_cache_directory() is ObjectCache.default().directory is ObjectCache.default("x").directory is None
        )
    monkeypatch.delenv("PLAIT_CACHE_DIR")
    monkeypatch.setenv("HOME", "/home/me")
    for base, expected in (
        ("/caches", "/caches/plait"),
        ("caches", "/home/me/.cache/plait"),
        ("", "/home/me/.cache/plait"),
    ):
        monkeypatch.setenv("XDG_CACHE_HOME", base)
        assert default_cache_directory() == Path(expected)
    for home in ("", "home", "~"):
        monkeypatch.setenv("HOME", home)
        assert default_cache_directory() is None


def test_a_user_without_home_has_no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is written below the current directory, which may be anybody's."""

    def unknown(_: int) -> None:
        raise KeyError

    for name in ("PLAIT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    for cache in (ObjectCache.default(), ObjectCache.default("programs"), ObjectCache("~/cache"), ObjectCache(".")):
        cache.put("key", b"data")
        assert cache.get("key") is None
    assert list(tmp_path.iterdir()) == []


def test_what_is_made_is_for_the_user_alone(tmp_path: Path) -> None:
    """Whatever the mask is."""
    before = os.umask(0)
    try:
        ObjectCache(tmp_path / "a" / "b").put("key", b"data")
    finally:
        os.umask(before)
    paths = (tmp_path / "a", tmp_path / "a" / "b", _only_file(tmp_path / "a" / "b"))
    assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [0o700, 0o700, 0o600]


def _link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)


def _terminal(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/tty")


def _others(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give files away")
    os.chown(path, 12345, -1)


SPOILED: dict[str, Callable[[Path], None]] = {
    "writable by the group": lambda path: path.chmod(path.stat().st_mode | 0o020),
    "writable by others": lambda path: path.chmod(path.stat().st_mode | 0o002),
    "a link": _link,
    "another user's": _others,
}
SPOILED_FILES = {**SPOILED, "a pipe": _pipe, "a terminal": _terminal}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("way", SPOILED_FILES)
def test_files_that_others_can_have_put_there_are_misses(tmp_path: Path, way: str) -> None:
    """Good contents or not, and nothing is waited for; what is stored again is there."""
    cache = ObjectCache(tmp_path)
    cache.put("key", b"data")
    SPOILED_FILES[way](_only_file(tmp_path))
    assert cache.get("key") is None
    cache.put("key", b"data")
    assert cache.get("key") == b"data"


@pytest.mark.parametrize("way", SPOILED)
def test_folders_that_others_can_write_are_no_caches(tmp_path: Path, way: str) -> None:
    """Neither is anything written there."""
    folder = tmp_path / "cache"
    cache = ObjectCache(folder)
    cache.put("key", b"data")
    assert cache.get("key") == b"data"
    SPOILED[way](folder)
    assert cache.get("key") is None
    cache.put("other", b"data")
    assert len(list(folder.iterdir())) == 1


def test_abandoned_files_are_removed(tmp_path: Path) -> None:
    """Those of processes that ended while they wrote."""
    for name, age in (("new-old", 7200), ("new-fresh", 10)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, time.time() - age))
    ObjectCache(tmp_path).put("key", b"data")
    assert {path.name for path in tmp_path.iterdir() if not path.suffix} == {"new-fresh"}


def test_contents_that_make_no_sense_are_misses(tmp_path: Path) -> None:
    """Though their digest is right."""
    cache = ObjectCache(tmp_path)
    cache.put("key", b"12")
    assert cache.load("key", int) == 12
    cache.put("key", b"x")
    assert cache.load("key", int) is None
    assert cache.load("nothing", int) is None


def _bad_kernels() -> list[bytes]:
    """What unpacks, links, or names kernels badly."""
    code = compile_object("define i64 @other() { ret i64 1 }")
    name = "samples.fibonacci"
    return [
        b"",
        b"x",
        b"[]",
        b"[1]\n",
        b"[{}, 0]\n",
        b'[["a", "b"], 3]\nabc',
        b'[{"a": 1}, 3]\nabc',
        CompiledKernels({name: ["i64", "i64"]}, b"nothing", b"[]").packed(),
        CompiledKernels({name: ["i64", "i64"]}, code, b"[]").packed(),
        CompiledKernels({name: ["i64", "i64"]}, code[:100], b"[]").packed(),
        CompiledKernels({"other": ["i64"]}, code, b"[]").packed(),
    ]


@pytest.mark.parametrize("number", range(11))
def test_bad_kernels_are_compiled_anew(tmp_path: Path, number: int) -> None:
    cache = ObjectCache(tmp_path)

    def load() -> NativeKernels:
        return load_kernels(
            [samples.fibonacci], cache, folders=[], check=lambda kernels: kernels.address(samples.fibonacci)
        )

    key = load().key
    assert load().cached
    cache.put(key, _bad_kernels()[number])
    assert not load().cached
    kernels = load()
    assert kernels.cached
    assert kernels.function(samples.fibonacci)(0, 10) == 55


@pytest.mark.parametrize("stored", [b"", b"x", b"{}", b"[1]", b'["abcdef"]', b'[["a", 1, "", "", [], []]]'])
def test_bad_texts_are_made_anew(stored: bytes) -> None:
    kernel = as_kernel(samples.fibonacci)
    assert CallTexts(stored).of(kernel) == CallTexts().of(kernel)


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
