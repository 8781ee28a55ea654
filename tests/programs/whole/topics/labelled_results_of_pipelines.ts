interface Order { id: number; customer: string; lines: { sku: string; qty: number; price: number }[]; status: "new" | "paid" | "void" }
const orders: Order[] = [
  { id: 1, customer: "ann", status: "paid", lines: [{ sku: "a", qty: 2, price: 5 }, { sku: "b", qty: 1, price: 20 }] },
  { id: 2, customer: "bob", status: "new", lines: [{ sku: "a", qty: 10, price: 4.5 }] },
  { id: 3, customer: "ann", status: "void", lines: [] },
  { id: 4, customer: "cy", status: "paid", lines: [{ sku: "c", qty: 3, price: 1.25 }, { sku: "a", qty: 1, price: 5 }] },
];
const total = ({ lines }: Order) => lines.reduce((s, { qty, price }) => s + qty * price, 0);
console.log(orders.map((o) => [o.id, total(o)]));
const byCustomer = orders.filter((o) => o.status !== "void").reduce<Record<string, number>>((acc, o) => ({ ...acc, [o.customer]: (acc[o.customer] ?? 0) + total(o) }), {});
console.log(byCustomer, Object.entries(byCustomer).sort(([, a], [, b]) => b - a)[0]);
const skus = [...new Set(orders.flatMap((o) => o.lines.map((l) => l.sku)))].sort();
console.log(skus, skus.map((s) => orders.flatMap((o) => o.lines).filter((l) => l.sku === s).reduce((n, l) => n + l.qty, 0)));
const statuses = orders.reduce((m, { status }) => m.set(status, (m.get(status) ?? 0) + 1), new Map<Order["status"], number>());
console.log(statuses, [...statuses.entries()].map(([k, v]) => `${k}:${v}`).join(" "));
const best = orders.toSorted((a, b) => total(b) - total(a) || a.id - b.id).at(0);
console.log(best?.id, best && { ...best, lines: best.lines.length });
const index = new Map(orders.map((o) => [o.id, o] as const));
console.log(index.get(2)?.lines[0]?.sku, index.get(9)?.lines[0].sku, index.has(3));
const paged = Array.from({ length: Math.ceil(orders.length / 3) }, (_, i) => orders.slice(i * 3, i * 3 + 3).map((o) => o.id));
console.log(paged);
const summary = orders.map(({ id, lines: [first, ...others], ...rest }) => ({ id, first: first?.sku ?? null, more: others.length, ...rest }));
console.log(summary);
const updated = orders.map((o) => (o.id === 2 ? { ...o, status: "paid" as const, lines: o.lines.map((l) => ({ ...l, qty: l.qty - 1 })) } : o));
console.log(updated[1], orders[1].status, updated[0] === orders[0], updated.filter((o) => o.status === "paid").map(total));
const some = orders.some((o) => total(o) > 40), every = orders.every((o) => o.lines.length > 0);
console.log(some, every, orders.findLast((o) => o.customer === "ann")?.id, orders.findIndex((o) => o.status === "void"));
const text = orders.map((o) => `#${o.id} ${o.customer.padEnd(4)} ${total(o).toFixed(2).padStart(6)} ${"*".repeat(o.lines.length)}`).join("\n");
console.log(text);
const nested = orders.reduce<Record<string, Record<string, number[]>>>((acc, o) => { ((acc[o.customer] ??= {})[o.status] ??= []).push(o.id); return acc; }, {});
console.log(nested, JSON.stringify(nested));
