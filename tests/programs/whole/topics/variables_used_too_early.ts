// Variables that are looked at before their declaration has run.
const show = (f: () => any): void => {
  try {
    console.log(f());
  } catch (e: any) {
    console.log(`${e.name}: ${e.message}`);
  }
};
show(() => {
  const get = () => x;
  get();
  let x = 1;
  return x;
});
show(() => {
  switch (1 as number) {
    case 0:
      let x: any = 1;
      console.log(x);
    case 1:
      return x;
  }
});
show(() => {
  switch (0 as number) {
    case 0:
      let x: any = 1;
    case 1:
      return x;
  }
});
show(() => {
  switch (1 as number) {
    case 0:
      let x: any;
    case 1:
      x = 5;
      return x;
  }
});
show(() => {
  const made: any[] = [];
  for (const x of (made.push(() => x), [1, 2])) made.push(() => x);
  show(made[0]);
  return made.slice(1).map((f) => f());
});
show(() => {
  const [a, b = a] = [3] as any;
  const { c, d = c } = { c: 4 } as any;
  return [a, b, c, d];
});
show(() => {
  const made: any[] = [];
  for (let i = 0; i < 3; i++) {
    try {
      const get = () => x;
      made.push(get());
    } catch {
      made.push("early");
    }
    let x = i;
    made.push(x);
  }
  return made;
});
show(() => {
  class A {
    static b: any = A;
    static c = 5;
    static d = A.c + 1;
  }
  return A.d;
});
