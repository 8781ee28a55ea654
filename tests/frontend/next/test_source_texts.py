"""What functions are as texts: `source_texts.out` is what Node prints, which takes types out as it runs TypeScript."""

from __future__ import annotations

from pathlib import Path

import plait

HERE = Path(__file__).parent


def test_functions_show_their_source_without_types() -> None:
    output: list[str] = []
    source = (HERE / "source_texts.ts").read_text(encoding="utf-8")
    plait.Vm(plait.VmOptions(engine=plait.Engine.INTERPRETER), write=output.append).execute(
        plait.compile(source, "source_texts.ts")
    )
    assert "".join(output) == (HERE / "source_texts.out").read_text(encoding="utf-8")
