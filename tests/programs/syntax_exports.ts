// reference
export const limit = 3;
export let counter = 0;
export function next(): number {
  counter++;
  return early(counter);
}
export class Box {
  constructor(readonly value: number) {}
}
export interface Shape {
  area(): number;
}
export type Pair = [number, number];
export enum Color {
  RED = "red",
}
export abstract class Base {
  abstract name(): string;
}
export async function later(): Promise<number> {
  return limit;
}
export default function early(n: number): number {
  return n * 2;
}
class Hidden {}
const [first, second] = [1, 2];
export { Hidden, first as one, second };
export {};
export type { Pair as Two };
for (let i = 0; i < limit; i++) console.log(next());
const pair: Pair = [1, 2];
console.log(new Box(4).value, Color.RED, pair[1], await later(), new Hidden() instanceof Hidden, first + second);
