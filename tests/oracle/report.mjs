// node --import report.mjs PROGRAM: an error that nobody catches ends the program with one line, as plait words it.
import { writeSync } from "node:fs";

process.on("uncaughtException", (error) => {
  writeSync(2, `Uncaught ${error}\n`);
  process.exit(1);
});
