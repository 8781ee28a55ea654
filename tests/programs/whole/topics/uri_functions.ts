// encodeURIComponent, encodeURI and their inverses.
console.log(encodeURIComponent("a b&c=é/😀?-_.!~*'()"), encodeURI("http://x.y/a b?q=é&r=1#z[]"));
console.log(decodeURIComponent("a%20b%C3%A9%F0%9F%98%80%2f"), decodeURI("%41%2F%20%23%c3%bc"), encodeURIComponent(""), encodeURIComponent(12.5));
let all = "";
for (let i = 32; i < 127; i++) all += String.fromCharCode(i);
console.log(encodeURI(all));
console.log(encodeURIComponent(all));
console.log(decodeURIComponent(encodeURIComponent(all)) === all, decodeURI(encodeURI(all)) === all);
const wrong = ["%", "%4", "%zz", "%E0%A4%A", "%ff", "%C3%28", "%C0%80", "%ED%A0%80", "%F4%90%80%80", "%80", "a%"];
for (const text of wrong) {
  try {
    console.log(decodeURIComponent(text));
  } catch (e: any) {
    console.log(text, e.name, e.message, e instanceof URIError);
  }
}
for (const text of ["\ud800", "\udc00x", "a\ud83d"]) {
  try {
    console.log(encodeURIComponent(text));
  } catch (e: any) {
    console.log(e.name, e.message);
  }
}
