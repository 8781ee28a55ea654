// reference
function a(): number { try { return 1; } finally { console.log("a"); } }
function b(): number { try { throw new Error("lost"); } catch (e) { return 2; } finally { console.log("b"); } }
function c(): string { try { try { throw new Error("inner"); } finally { console.log("c1"); } } catch (e) { return e instanceof Error ? e.message : "?"; } finally { console.log("c2"); } }
console.log(a(), b(), c());
