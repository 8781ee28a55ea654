// Texts built piece by piece: behind, in front, at both ends, from templates, by join, and read while they grow.
function appended(count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) text += "item " + (i % 100) + ";";
  return text;
}

function prepended(count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) text = (i % 10) + text;
  return text;
}

function wrapped(count: number): string {
  let text = "x";
  for (let i = 0; i < count; i++) text = "(" + text + ")";
  return text;
}

function lines(count: number): number {
  let length = 0;
  for (let i = 0; i < count; i++) {
    const line = `line ${i}: ${i % 7 === 0 ? "seventh" : "other"}, half ${i / 2}`;
    length += line.length;
  }
  return length;
}

function joined(count: number): string {
  const parts: string[] = [];
  for (let i = 0; i < count; i++) parts.push("part" + (i % 10));
  return parts.join(", ");
}

function read(count: number): number {
  let text = "";
  let sum = 0;
  for (let i = 0; i < count; i++) {
    text += i % 3 === 0 ? "a" : "b";
    sum += text.charCodeAt(i >> 1);
  }
  return sum;
}

function units(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return sum;
}

console.log(units(appended(500000)), units(prepended(500000)), units(wrapped(200000)), lines(500000));
console.log(units(joined(500000)), read(10000));
