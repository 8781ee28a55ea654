"""Pricing rules over dicts: the rules are a program, the orders are data of Python's.

Rules can be changed without a release, and cannot do anything but answer: each call has its fuel and its time.
"""

from __future__ import annotations

from datetime import UTC, datetime

import plait

RULES = """
interface Line { article: string; price: number; quantity: number; tags?: string[] }
interface Order { customer: { tier: "gold" | "normal" }; placed: Date; lines: Line[] }

const discounts = { gold: 0.1, normal: 0 };

export function price(order: Order) {
  const lines = order.lines.map((line) => {
    const sum = line.price * line.quantity;
    const reduced = line.tags?.includes("clearance") ? sum / 2 : sum;
    return { ...line, total: Math.round(reduced * 100) / 100 };
  });
  const sum = lines.reduce((all, line) => all + line.total, 0);
  const isWeekend = [0, 6].includes(order.placed.getUTCDay());
  const discount = discounts[order.customer.tier] + (isWeekend ? 0.05 : 0);
  return { lines, discount, total: Math.round(sum * (1 - discount) * 100) / 100 };
}
"""

order = {
    "customer": {"tier": "gold"},
    "placed": datetime(2024, 6, 1, tzinfo=UTC),
    "lines": [
        {"article": "tea", "price": 2.5, "quantity": 4},
        {"article": "cup", "price": 9, "quantity": 1, "tags": ["clearance"]},
    ],
}


def main() -> None:
    """Price an order, and one that is faulty."""
    rules = plait.Vm(plait.VmOptions(max_memory=16 << 20)).load(plait.compile(RULES, "rules.ts"))
    priced = rules.call("price", order, fuel=1_000_000, timeout=0.5)
    print([line["total"] for line in priced["lines"]], priced["discount"], priced["total"])
    try:
        rules.call("price", {"lines": [{"article": object()}]})
    except TypeError as error:
        print(error)
    try:
        rules.call("price", {"customer": {"tier": "gold"}, "lines": []})
    except plait.GuestError as error:
        print(error, error.trace)


main()
