// tsc: 2353 line 5
function draw(options: { color: string }) {
  return options.color;
}
console.log(draw({ color: "red", size: 3 }));
