const x = [0, 4.84143144246472090, 8.34336671824457987];
const y = [0, -1.16032004402742839, 4.12479856412430479];
const z = [0, -0.103622044471123109, -0.403523417114321381];
const vx = [0, 0.606326392995832, -1.01077434617879236];
const vy = [0, 2.81198684491626016, 1.82566237123041186];
const vz = [0, -0.0252183616598876, 0.00841576137658415];
const mass = [39.47841760435743, 0.03769367487038949, 0.011286326131968767];
function energy(): number {
  let e = 0;
  for (let i = 0; i < mass.length; i++) {
    e += 0.5 * mass[i] * (vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]);
    for (let j = i + 1; j < mass.length; j++) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const dz = z[i] - z[j];
      e -= (mass[i] * mass[j]) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return e;
}
function advance(dt: number): void {
  for (let i = 0; i < mass.length; i++) {
    for (let j = i + 1; j < mass.length; j++) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const dz = z[i] - z[j];
      const d = dx * dx + dy * dy + dz * dz;
      const mag = dt / (d * Math.sqrt(d));
      vx[i] -= dx * mass[j] * mag;
      vy[i] -= dy * mass[j] * mag;
      vz[i] -= dz * mass[j] * mag;
      vx[j] += dx * mass[i] * mag;
      vy[j] += dy * mass[i] * mag;
      vz[j] += dz * mass[i] * mag;
    }
  }
  for (let i = 0; i < mass.length; i++) {
    x[i] += dt * vx[i];
    y[i] += dt * vy[i];
    z[i] += dt * vz[i];
  }
}
console.log(energy());
for (let i = 0; i < 1000; i++) advance(0.01);
console.log(energy());
