// reference
// limits: max_fuel=5000
// Running out of fuel is no error that a program could catch.
let caught = 0;
while (caught >= 0) {
  try {
    throw new Error("again");
  } catch (error) {
    caught = (caught + 1) % 1000;
  }
}
// limit: max_fuel
