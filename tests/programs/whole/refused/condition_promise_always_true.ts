// tsc: 2801 line 5
async function ready() {
  return false;
}
if (ready()) console.log("always");
