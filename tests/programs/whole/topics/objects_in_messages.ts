// How messages name an object: by its constructor, if it takes its text from Object and that has a name, else by its tag.
const written = (o: any): void => {
  try {
    Object.freeze(o);
    o.x = 1;
  } catch (e: any) {
    console.log(e.message);
  }
};
class Named {
  x = 0;
}
class Texted {
  x = 0;
  toString() {
    return "text";
  }
}
class Tagged {
  x = 0;
  get [Symbol.toStringTag]() {
    return "Tag";
  }
}
written({ x: 0 });
written(new Named());
written(new Texted());
written(new Tagged());
written(new (class {
  x = 0;
})());
written(Object.assign(Object.create(null), { x: 0 }));
written(Object.assign(Object.create([1]), { x: 0 }));
written(Object.assign(new Map(), { x: 0 }));
written(Object.assign(new Date(0), { x: 0 }));
written(Object.assign(/a/, { x: 0 }));
written(Object.assign([1], { x: 0 }));
written(Object.assign(new TypeError("why"), { x: 0 }));
written({ x: 0, constructor: 5 });
written({ x: 0, constructor: class Fake {} });
written({ x: 0, [Symbol.toStringTag]: "Tag", toString: null });
