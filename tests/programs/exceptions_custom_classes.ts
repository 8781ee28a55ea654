// reference
class AppError extends Error { constructor(message: string, public readonly code: number) { super(message); this.name = "AppError"; } }
class NotFound extends AppError { constructor(what: string) { super(what + " not found", 404); this.name = "NotFound"; } }
function find(k: string): string { if (k === "x") throw new NotFound(k); if (k === "y") throw new RangeError("range"); return k; }
for (const k of ["a", "x", "y"]) { try { console.log(find(k)); } catch (e) { if (e instanceof NotFound) console.log(e.name, e.code, e.message, e instanceof AppError, e instanceof Error); else if (e instanceof RangeError) console.log("range", e.message); } }
