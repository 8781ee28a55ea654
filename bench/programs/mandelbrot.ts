function mandelbrot(size: number, limit: number): number {
  let total = 0;
  for (let py = 0; py < size; py++) {
    const y0 = (py / size) * 2 - 1;
    for (let px = 0; px < size; px++) {
      const x0 = (px / size) * 3 - 2;
      let x = 0; let y = 0; let n = 0;
      while (n < limit && x * x + y * y <= 4) {
        const t = x * x - y * y + x0;
        y = 2 * x * y + y0;
        x = t;
        n++;
      }
      total += n;
    }
  }
  return total;
}
console.log(mandelbrot(500, 100));
