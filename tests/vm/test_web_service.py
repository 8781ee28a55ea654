"""The example of a web service under load, for some seconds; `python -m bench.web_load` does the same for minutes."""

from __future__ import annotations

import asyncio
import importlib.util

import pytest
from bench.web_load import HOSTILE, ORDINARY, load, percentile, service, use_of

MISSING = [name for name in ("fastapi", "uvicorn") if importlib.util.find_spec(name) is None]


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_hostile_scripts_do_not_starve_the_others() -> None:
    async def work() -> None:
        with service() as (port, process):
            await load(port, 5, 1, 0.5)
            await load(port, 30, 1, 0.5)
            before = use_of(process)
            found = await load(port, 30, 3, 0.1)
            after = use_of(process)
        assert not found.wrong
        assert set(found.seconds) >= set(ORDINARY)
        assert set(found.seconds) & set(HOSTILE)
        assert percentile(found.ordinary(), 1) < 10
        assert after.threads <= before.threads + 4
        assert after.files <= before.files + 40

    asyncio.run(asyncio.wait_for(work(), 100))
