// What strict functions do not tell, and what Function.prototype is.
function f(): void {}
const any: any = f;
for (const act of [() => any.caller, () => any.arguments, () => { any.caller = 1; }, () => (Function.prototype as any).caller, () => Object.keys(f).length, () => "caller" in f, () => (class { static caller = 5; } as any).caller, () => Function.prototype.length, () => Function.prototype.name]) {
  try {
    console.log(act());
  } catch (error) {
    console.log(String(error));
  }
}
console.log(Object.getOwnPropertyDescriptor(Function.prototype, "length"));
