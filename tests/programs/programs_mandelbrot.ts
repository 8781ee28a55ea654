function mandelbrot(width: number, height: number, limit: number): number {
  let inside = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cr = (x / width) * 3 - 2;
      const ci = (y / height) * 2 - 1;
      let zr = 0;
      let zi = 0;
      let n = 0;
      while (n < limit && zr * zr + zi * zi <= 4) {
        const t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        n++;
      }
      if (n === limit) inside++;
    }
  }
  return inside;
}
console.log(mandelbrot(80, 60, 100));
