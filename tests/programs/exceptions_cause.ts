// reference
try { try { throw new Error("low"); } catch (e) { throw new Error("high", { cause: e }); } } catch (e) { if (e instanceof Error) { console.log(e.message); const c = e.cause; if (c instanceof Error) console.log("because", c.message); } }
