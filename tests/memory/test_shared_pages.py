"""Pages that memories share until they write them."""

from __future__ import annotations

import mmap
import os

import pytest

from plait.memory import shared_pages
from plait.memory.linear_memory import LinearMemory
from plait.memory.shared_pages import FEWEST_PAGES, HAS_FILES, MOST_OPEN, SharedPages

PAGE = mmap.PAGESIZE
needs_files = pytest.mark.skipif(not HAS_FILES, reason="the system has no files in memory")


def pages(byte: bytes, count: int = FEWEST_PAGES + 2) -> SharedPages:
    return SharedPages(byte * PAGE * count)


def begun(shared: SharedPages) -> LinearMemory:
    memory = LinearMemory(64 * PAGE)
    memory.begin_with(4 * PAGE, shared)
    return memory


@pytest.mark.parametrize("has_files", [True, False])
def test_what_one_writes_no_other_sees(monkeypatch: pytest.MonkeyPatch, has_files: bool) -> None:
    monkeypatch.setattr(shared_pages, "HAS_FILES", has_files and HAS_FILES)
    shared = pages(b"a")
    first, second = begun(shared), begun(shared)
    place = 5 * PAGE + 7
    first.view[place] = ord("b")
    third = begun(shared)
    assert [memory.view[place] for memory in (first, second, third)] == list(b"baa")
    for memory in (first, second, third):
        assert memory.view[4 * PAGE - 1] == 0
        assert memory.view[4 * PAGE] == memory.view[(FEWEST_PAGES + 6) * PAGE - 1] == ord("a")
        assert memory.view[(FEWEST_PAGES + 6) * PAGE] == 0
    assert shared.is_open == (has_files and HAS_FILES)


def test_few_pages_need_no_file() -> None:
    shared = pages(b"a", FEWEST_PAGES)
    memory = begun(shared)
    assert memory.view[4 * PAGE] == ord("a")
    assert not shared.is_open


@needs_files
def test_files_are_closed_when_there_are_many_and_when_nobody_has_them() -> None:
    before = len(os.listdir("/proc/self/fd"))
    kept = [pages(b"%c" % (65 + number % 26)) for number in range(MOST_OPEN + 8)]
    memories = [begun(item) for item in kept]
    assert not kept[0].is_open
    assert kept[-1].is_open
    assert len(os.listdir("/proc/self/fd")) <= before + MOST_OPEN + 1
    # What was mapped stays, and what was closed can be mapped again.
    again = begun(kept[0])
    assert memories[0].view[4 * PAGE] == again.view[4 * PAGE] == 65
    assert kept[0].is_open
    del kept
    assert len(os.listdir("/proc/self/fd")) <= before + 1
    assert memories[-1].view[5 * PAGE] == 65 + (MOST_OPEN + 7) % 26


@needs_files
def test_without_room_for_a_file_pages_are_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, flags: int) -> int:
        raise OSError("too many open files")

    monkeypatch.setattr(os, "memfd_create", refuse)
    shared = pages(b"a")
    memory = begun(shared)
    assert memory.view[9 * PAGE] == ord("a")
    assert not shared.is_open
