"""What the command line takes besides: programs without a command, arguments, several files, times and sizes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Plait


def write(folder: Path, **texts: str) -> None:
    """Write programs into a folder."""
    for name, text in texts.items():
        (folder / f"{name}.ts").write_text(text, encoding="utf-8")


def test_a_file_needs_no_command(plait_here: Plait, tmp_path: Path) -> None:
    write(tmp_path, a="console.log(1 + 1)")
    assert plait_here(tmp_path / "a.ts").output == "2\n"
    assert plait_here("-e", "console.log(3)").output == "3\n"
    assert plait_here("run", "-e", "console.log(3)").output == "3\n"
    assert plait_here("run").code == 2


def test_slips(plait_here: Plait, tmp_path: Path) -> None:
    assert "did you mean 'check'?" in plait_here("chek", "x.ts").messages
    assert "there are run, check" in plait_here("walk").messages
    assert "--engine" in plait_here("run", "--engin", "auto", "x.ts").messages
    write(tmp_path, prices="1")
    assert f"did you mean {tmp_path / 'prices.ts'}?" in plait_here("run", tmp_path / "price.ts").messages


def test_arguments_of_the_program(plait_here: Plait, tmp_path: Path) -> None:
    write(tmp_path, a="export function main(words: string[]) { console.log(words.join('+')) }\nconsole.log('first')")
    assert plait_here(tmp_path / "a.ts", "--", "x", "-y", "z").output == "first\nx+-y+z\n"
    assert (
        plait_here("run", "-e", "export const main = (x: string[]) => console.log(x)", "--", "a").output == "[ 'a' ]\n"
    )
    assert plait_here("run", "-e", "console.log(1)", "--", "a").code == 2


def test_checking_files_and_folders(plait_here: Plait, tmp_path: Path) -> None:
    write(tmp_path, good="console.log(1)", bad="const x: number = 'a';\nconst y: string = 1;")
    (tmp_path / "node_modules").mkdir()
    write(tmp_path / "node_modules", other="nonsense (")
    assert plait_here("check", tmp_path / "good.ts").code == 0
    ended = plait_here("check", tmp_path)
    assert (ended.code, ended.messages.count("error P")) == (2, 2)
    ended = plait_here("check", "--json", tmp_path / "bad.ts", tmp_path / "good.ts", tmp_path / "none.ts")
    found = json.loads(ended.output)
    assert [(Path(item["file"]).name, item["line"], item["column"]) for item in found] == [
        ("bad.ts", 1, 7),
        ("bad.ts", 2, 7),
        ("none.ts", None, None),
    ] or len(found) == 3
    assert ended.code == 2
    assert json.loads(plait_here("check", "--json", tmp_path / "good.ts").output) == []


@pytest.mark.parametrize("size", ["64M", "64MB", "64MiB", "64 mb", "65536K", "67108864"])
def test_sizes(plait_here: Plait, size: str) -> None:
    assert plait_here("run", "--max-memory", size, "-e", "console.log(1)").output == "1\n"


@pytest.mark.parametrize("time", ["0.05", "50ms", "0.05s", "0.0008m"])
def test_times(plait_here: Plait, time: str) -> None:
    ended = plait_here("run", "--timeout", time, "-e", "while (true) {}")
    assert ended.code == 1
    assert "max_seconds" in ended.messages
