// reference
class Addr { constructor(public city: string, public zip: number | undefined) {} } class Person { addr: Addr | null = null; friend?: Person; }
const p = new Person(); console.log(p.addr?.city ?? "no city"); p.addr = new Addr("Rome", undefined); console.log(p.addr?.city, p.addr?.zip ?? 0, p.friend?.addr?.city ?? "no friend");
p.friend = new Person(); p.friend.addr = new Addr("Oslo", 5); console.log(p.friend?.addr?.city, p.friend?.addr?.zip);
