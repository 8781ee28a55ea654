// reference
interface State { readonly name: string; next(input: string): State }
class Idle implements State { readonly name = "idle"; next(i: string): State { return i === "coin" ? new Ready(1) : this; } }
class Ready implements State { readonly name: string; constructor(private coins: number) { this.name = "ready" + coins; } next(i: string): State { if (i === "coin") return new Ready(this.coins + 1); if (i === "push") return this.coins > 1 ? new Ready(this.coins - 1) : new Idle(); return this; } }
let s: State = new Idle(); for (const i of ["push", "coin", "coin", "push", "x", "push", "push"]) { s = s.next(i); console.log(i, s.name); }
