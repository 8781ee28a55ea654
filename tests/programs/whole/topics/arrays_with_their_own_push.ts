// Classes that extend Array and have a push of their own.
class Seq<T> extends Array<T> {
  override push(...v: T[]): number { console.log("push", v); return super.push(...v); }
}
const s = new Seq<number>();
s.push(1); s.push(2, 3);
function add(x: any) { x.push(9); }
add(s);
class Base<T> extends Array<T> { toJ() { return [...this]; } }
class S2<T> extends Base<T> { _push(i: T) { super.push(i); } override push(...v: T[]) { return super.push(...v.map(x => ({ value: x }) as any)); } }
const s2 = new S2<any>(); s2.push(9); s2._push(3); add(s2); console.log(s2.toJ(), s2.length);
abstract class C2 extends Array<unknown> { abstract push(...v: unknown[]): number; }
class S3 extends C2 { push(...v: unknown[]): number { return Array.prototype.push.apply(this, v.map(x => [x])); } }
const s3 = new S3(); s3.push(1); console.log(s3.length, s3[0]);
