// tsc: 2774 line 5
function isReady() {
  return false;
}
if (isReady) console.log("always");
