// reference
class Account { #balance = 0; #log: string[] = []; deposit(n: number): void { this.#balance += n; this.#note("in " + n); } #note(s: string): void { this.#log.push(s); } get balance(): number { return this.#balance; } get history(): string { return this.#log.join(";"); } }
const a = new Account(); a.deposit(5); a.deposit(7); console.log(a.balance, a.history);
