// Format strings of the console are refused at run time when they could not be at compile time.
function show(label: string, value: number): void {
  try {
    console.log(label, value);
  } catch (e) {
    if (e instanceof Error) console.log(e.message);
  }
}
show("%d items", 3);
// output: console.log: format strings (%s, %d and so on) are not supported yet; pass one template string
show("%% sure", 3);
// output: console.log: format strings (%s, %d and so on) are not supported yet; pass one template string
