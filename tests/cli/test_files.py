"""Files that are missing, broken or of another kind; the commands that write files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import EXAMPLES, Plait

MAGIC = b"\x89plb\r\n\x1a\n"
COMMANDS = ["run", "check", "dis"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["x.ts", "x.plasm", "x.plb", "no-such-folder/x.ts", "x" * 300 + ".ts"])
def test_a_missing_file(plait_here: Plait, tmp_path: Path, command: str, name: str) -> None:
    ended = plait_here(command, tmp_path / name)
    assert ended.code == 2
    reason = "cannot be read: " if len(name) > 200 else "there is no such file"
    assert ended.messages.startswith(f"{tmp_path / name}: {reason}")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder(plait_here: Plait, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "folder.ts"
    folder.mkdir()
    ended = plait_here(command, folder)
    assert ended.code == 2
    assert ("has no .ts files" if command == "check" else "is a folder") in ended.messages


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(plait_here: Plait, tmp_path: Path) -> None:
    path = tmp_path / "secret.ts"
    path.touch(mode=0)
    ended = plait_here("run", path)
    assert ended.code == 2
    assert "cannot be read" in ended.messages


@pytest.mark.parametrize("name", ["program.js", "program", "program.tsx", "program.TS"])
def test_a_file_of_another_kind(plait_here: Plait, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("console.log(1);")
    ended = plait_here("run", path)
    assert ended.code == 2
    assert ".ts, .plasm and .plb" in ended.messages


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("data", [b"", b"\x00", MAGIC, bytes(range(256)) * 20, MAGIC + b"\xff" * 100])
def test_bytes_that_are_no_module(plait_here: Plait, tmp_path: Path, command: str, data: bytes) -> None:
    path = tmp_path / "broken.plb"
    path.write_bytes(data)
    ended = plait_here(command, path)
    assert ended.code == 2
    assert ended.messages.startswith(f"{path}: ")
    assert ended.messages.count("\n") == 1


def test_a_damaged_module(plait_here: Plait, hello: Path, tmp_path: Path) -> None:
    path = tmp_path / "hello.plb"
    plait_here("compile", hello, "-o", path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    ended = plait_here("run", path)
    assert ended.code == 2
    assert ended.output == ""


@pytest.mark.parametrize("name", ["program.ts", "program.plasm"])
def test_text_that_is_not_utf8(plait_here: Plait, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"// one\n// caf\xe9\n")
    ended = plait_here("run", path)
    assert ended.code == 2
    assert ended.messages == f"{path}:2: not UTF-8 text (byte 0xe9)\n"


@pytest.mark.parametrize("data", [bytes(256), b"\0console.log(1)", b"(" * 100_000, b"[[" * 30_000, b"`${" * 20_000])
def test_text_that_is_no_program(plait_here: Plait, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.ts"
    path.write_bytes(data)
    ended = plait_here("check", path)
    assert ended.code == 2
    assert "error P1" in ended.messages or "error P3021" in ended.messages


@pytest.mark.parametrize("text", ["nonsense\n", ".function", "\0", ".module 'x'\n    IADD\n"])
def test_text_that_is_no_assembly(plait_here: Plait, tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.plasm"
    path.write_text(text)
    ended = plait_here("run", path)
    assert ended.code == 2
    assert ended.messages.startswith(f"{path}:")


def test_a_program_that_does_not_compile(plait_here: Plait, program: Callable[[str], Path]) -> None:
    path = program('const n: number = "text";\nconsole.log(missing);\n')
    for command in (["run"], ["check"], ["dis"], ["compile", "-o", str(path.with_suffix(".plb"))]):
        ended = plait_here(*command, path)
        assert ended.code == 2
        assert ended.output == ""
        assert f"{path}:1:19: error P2006: " in ended.messages
        assert f"{path}:2:13: error P2001: " in ended.messages
    assert not path.with_suffix(".plb").exists()


def test_check_says_nothing_when_nothing_is_wrong(plait_here: Plait, hello: Path) -> None:
    ended = plait_here("check", hello)
    assert (ended.code, ended.output, ended.messages) == (0, "", "")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.ts")), ids=lambda path: path.stem)
def test_from_source_to_module_to_text_and_back(plait_here: Plait, path: Path, tmp_path: Path) -> None:
    first, text, second = tmp_path / "first.plb", tmp_path / "text.plasm", tmp_path / "second.plb"
    assert plait_here("compile", path, "-o", first).code == 0
    assert plait_here("dis", first, "-o", text).code == 0
    assert plait_here("asm", text, "-o", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert plait_here("dis", path).output == plait_here("dis", text).output == text.read_text(encoding="utf-8")


def test_assembly_text_and_modules_run(plait_here: Plait, hello: Path, tmp_path: Path) -> None:
    for command, name in (("dis", "hello.plasm"), ("compile", "hello.plb")):
        plait_here(command, hello, "-o", tmp_path / name)
        assert plait_here("run", tmp_path / name).output == "Hello, world!\n"


@pytest.mark.parametrize(("command", "name"), [("compile", "x.plb"), ("compile", "x.plasm"), ("asm", "x.ts")])
def test_a_command_that_takes_other_files(plait_here: Plait, tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / name).touch()
    ended = plait_here(command, tmp_path / name, "-o", tmp_path / "out.plb")
    assert ended.code == 2
    assert "file is needed" in ended.messages
    assert not (tmp_path / "out.plb").exists()


def test_what_cannot_be_written(plait_here: Plait, hello: Path, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no-such-folder" / "out.plb"):
        ended = plait_here("compile", hello, "-o", target)
        assert ended.code == 2
        assert str(target) in ended.messages
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_replaced_as_a_whole(plait_here: Plait, hello: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "out.plb", tmp_path / "link.plb"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert plait_here("compile", hello, "-o", link).code == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert plait_here("run", target).output == "Hello, world!\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.plb", "out.plb"]


def test_standard_output_takes_a_module(plait_here: Plait, hello: Path) -> None:
    ended = plait_here("dis", "-", stdin=hello.read_bytes())
    assert ended.code == 0
    assert "greet" in ended.output
