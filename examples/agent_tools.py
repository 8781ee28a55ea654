"""The code that a language model writes to call tools: asynchronous functions of Python's, several in flight at once.

What the model is told of the tools is made from the functions themselves.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import plait


@dataclass
class Forecast:
    """The weather of a day."""

    city: str
    degrees: float


class Tools:
    """What the model may call."""

    async def weather(self, city: str) -> Forecast:
        """Looks up today's weather."""
        await asyncio.sleep(0.05)
        if city == "Atlantis":
            raise LookupError(f"there is no {city}")
        return Forecast(city, 10.0 + len(city))

    def convert(self, degrees: float, unit: str = "F") -> float:
        """Converts degrees Celsius."""
        return degrees * 9 / 5 + 32 if unit == "F" else degrees


WRITTEN_BY_THE_MODEL = """
const cities = ["Oslo", "Lima", "Atlantis"];
const found = await Promise.allSettled(cities.map((city) => weather(city)));
return found.map((item, index) =>
  item.status === "fulfilled" ? `${cities[index]}: ${convert(item.value.degrees, "F")}` : `${item.reason.message}`);
"""


async def main() -> None:
    """Show what the model is told, and run what it has written, beside something that never ends."""
    vm = plait.Vm(plait.VmOptions(max_memory=64 << 20))
    vm.functions(Tools())
    print(vm.declarations())
    program = plait.compile(vm.declarations() + WRITTEN_BY_THE_MODEL, "answer.ts")
    endless = plait.compile("while (true) {}", "endless.ts")
    answers = await asyncio.gather(
        vm.execute_async(program, timeout=5),
        vm.execute_async(endless, timeout=0.2),
        return_exceptions=True,
    )
    print(answers[0])
    print(type(answers[1]).__name__)


asyncio.run(main())
