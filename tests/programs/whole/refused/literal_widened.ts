// tsc: 2345 line 6
const o = { method: "get" };
function send(method: "get" | "post") {
  return method;
}
console.log(send(o.method));
