// Dates: fields, setters, texts, conversions.
const d = new Date(0);
console.log(d, [d], {d}, new Date(NaN), String(d), d + "", +d, `${d}`, JSON.stringify({d}), d.toJSON(), typeof Date());
console.log(Date.UTC(2020, 1, 29, 12, 30, 15, 500), Date.UTC(99), Date.UTC(2020), Date.UTC(NaN), Date.UTC(2020, 14, 35, 99, 99, 99, 9999));
for (const t of [0, -1, 1e12, -1e12, 8.64e15, -8.64e15, 1709164800000, 951782400000, -62198755200000, -1e15, 1e15, 253402300799999]) {
  const x = new Date(t);
  console.log(x.toString(), x.toISOString(), x.toUTCString(), x.toDateString(), x.toTimeString(), x.getTime());
  console.log(x.getFullYear(), x.getMonth(), x.getDate(), x.getDay(), x.getHours(), x.getMinutes(), x.getSeconds(), x.getMilliseconds(), x.getTimezoneOffset());
  console.log(x.getUTCFullYear(), x.getUTCMonth(), x.getUTCDate(), x.getUTCDay(), x.getUTCHours(), x.getUTCMinutes(), x.getUTCSeconds(), x.getUTCMilliseconds());
  console.log(x.toLocaleString(), x.toLocaleDateString(), x.toLocaleTimeString(), x.toLocaleString("en-GB"), (x as any).getYear());
}
const bad = new Date("nope");
console.log(bad.getTime(), bad.getDay(), String(bad), bad.toUTCString(), bad.toLocaleString(), bad.toJSON(), bad.toDateString(), bad.toTimeString());
try { bad.toISOString(); } catch (e) { console.log(String(e)); }
try { (Date.prototype.getTime as any).call({}); } catch (e) { console.log(String(e)); }
const s = new Date(2024, 0, 31, 10, 20, 30, 40);
console.log(s.setMonth(1), s.toISOString(), s.setDate(0), s.toISOString(), s.setHours(25, 61, 61, 1001), s.toISOString(), s.setFullYear(2021, 5, 7), s.toISOString());
console.log(s.setMinutes(-1), s.setSeconds(90, 5), s.setMilliseconds(-1), s.setTime(5.9), s.setUTCHours(3), s.setUTCDate(31), s.setUTCMonth(0, 1), s.setUTCFullYear(1999), s.setUTCMinutes(1, 2, 3), s.setUTCSeconds(4), s.setUTCMilliseconds(5));
console.log(bad.setMonth(3), bad.setFullYear(2000), bad.toISOString(), new Date(2020, 0).getTime(), new Date(99, 1).getFullYear(), new Date(-1, 0).getFullYear());
console.log(new Date(d) === d, new Date(new Date(5)).getTime(), new Date("5").getTime(), new Date(null as any).getTime(), new Date(undefined as any).getTime(), new Date(true as any).getTime(), new Date([2020, 1] as any).getTime());
console.log(new Date(1) < new Date(2), (new Date(5) as any) - (new Date(2) as any), new Date(5) == new Date(5) as any, (new Date(1) as any)[Symbol.toPrimitive]("number"));
class My extends Date { twice() { return this.getTime() * 2; } }
const my = new My(21); console.log(my.twice(), my, my instanceof Date, Object.prototype.toString.call(my), Object.prototype.toString.call(d));
console.log(structuredClone({ when: new Date(77) }), Object.keys(d), Object.assign(new Date(3), { a: 1 }));
console.log([new Date(3), new Date(1), new Date(2)].sort((a, b) => a.getTime() - b.getTime()));
console.log(Date.name, Date);
