// Keys that spell numbers are elements of typed arrays, whatever has been found by them in objects of the same shape.
const prototype: any = Uint8Array.prototype;
prototype["1.5"] = "inherited";
prototype["-0"] = "inherited too";
function at(o: any, key: any): any {
  return o[key];
}
const plain = Object.create(Uint8Array.prototype);
const array: any = new Uint8Array(2);
for (let i = 0; i < 5; i++) {
  for (const key of ["1.5", "-0", "1.50", "0"]) console.log(key, at(plain, key), at(array, key));
}
array["1.5"] = 1;
plain["1.5"] = 2;
console.log(Object.keys(array), Object.keys(plain), array["1.5"], plain["1.5"], plain["-0"], "1.5" in array);
delete prototype["1.5"];
delete prototype["-0"];
console.log(array["1.5"], plain["-0"]);
