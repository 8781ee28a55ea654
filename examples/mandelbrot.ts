// The Mandelbrot set, drawn with characters.

const width = 78;
const height = 32;
const maxSteps = 200;

function stepsToEscape(x: number, y: number): number {
  let real = 0;
  let imaginary = 0;
  for (let step = 0; step < maxSteps; step++) {
    const squares = real * real + imaginary * imaginary;
    if (squares > 4) {
      return step;
    }
    const next = real * real - imaginary * imaginary + x;
    imaginary = 2 * real * imaginary + y;
    real = next;
  }
  return maxSteps;
}

function shade(steps: number): string {
  if (steps === maxSteps) {
    return "#";
  }
  return steps > 12 ? "+" : steps > 5 ? "." : " ";
}

for (let row = 0; row < height; row++) {
  let line = "";
  for (let column = 0; column < width; column++) {
    line += shade(stepsToEscape((column / width) * 3 - 2.2, (row / height) * 2.4 - 1.2));
  }
  console.log(line);
}
