// reference
type Item = { name: string; price: number; qty: number };
const cart: Item[] = [{ name: "pen", price: 2, qty: 10 }, { name: "book", price: 15, qty: 2 }]; cart.push({ name: "bag", price: 40, qty: 1 });
const total = cart.reduce((sum, it) => sum + it.price * it.qty, 0); console.log(total, cart.filter((i) => i.price > 10).map((i) => i.name).join(","));
