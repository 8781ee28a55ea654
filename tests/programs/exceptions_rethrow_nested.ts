// reference
function level(n: number): void { try { if (n === 0) throw new Error("bottom"); level(n - 1); } catch (e) { console.log("at", n); if (n < 3) throw e; } finally { console.log("leave", n); } }
level(4); try { level(2); } catch (e) { if (e instanceof Error) console.log("out:", e.message); }
