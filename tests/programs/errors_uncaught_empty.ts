// reference
console.log("before");
throw new Error();
