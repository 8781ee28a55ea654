console.log("to output");
console.error("Uncaught is what this line begins with");
console.warn("to errors");
throw new RangeError("the end");
