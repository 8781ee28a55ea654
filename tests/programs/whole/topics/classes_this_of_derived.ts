// `this` of a derived class is what `super(...)` gives, and is not there before.
const show = (f: () => any): void => {
  try {
    console.log(f());
  } catch (e: any) {
    console.log(`${e.name}: ${e.message}`);
  }
};
class Base {
  own = 1;
  constructor(public given?: any) {
    if (given instanceof Object) return given;
  }
  name() {
    return "base";
  }
}
class Fields extends Base {
  more = 2;
}
class Written extends Base {
  more = 2;
  #hidden = 5;
  constructor(given?: any) {
    super(given);
    this.more++;
  }
  static hidden(o: any) {
    return o.#hidden;
  }
}
show(() => [new Fields(), new Fields({ q: 1 })]);
show(() => [new Written(), new Written({ q: 1 })]);
show(() => {
  const o = { z: 1 };
  new Written(o);
  return [Written.hidden(o), o];
});
show(() => {
  class Early extends Base {
    constructor() {
      const self = () => this;
      show(self);
      super();
      console.log(self() === this);
    }
  }
  return new Early();
});
show(() => {
  class Choice extends Base {
    late: any;
    constructor(x: boolean) {
      if (x) {
        super();
      } else {
        super({ other: 1 });
      }
      this.late = x;
    }
  }
  return [new Choice(true), new Choice(false)];
});
show(() => {
  class Twice extends Base {
    constructor() {
      super();
      const again = () => {
        try {
          return this.name();
        } finally {
          console.log("asked");
        }
      };
      console.log(again());
    }
  }
  return new Twice();
});
show(() => {
  class Never extends Base {
    constructor(x?: any) {
      if (x) super();
      console.log("no super");
    }
  }
  return new Never();
});
show(() => {
  class Another extends Base {
    constructor() {
      super();
      return { another: true } as any;
    }
  }
  return new Another();
});
show(() => {
  class Number5 extends Base {
    constructor() {
      super();
      return 5 as any;
    }
  }
  return new Number5();
});
show(() => {
  class Returns extends Base {
    late: any;
    constructor(x: any) {
      super();
      if (x) return;
      this.late = 1;
    }
  }
  return [new Returns(0), new Returns(1)];
});
show(() => {
  class Single {
    static one: any;
    constructor() {
      if (Single.one) return Single.one;
      Single.one = this;
    }
  }
  class Child extends Single {
    n = 3;
    constructor() {
      super();
      console.log(this === Single.one);
    }
  }
  return new Child() === new Child();
});
show(() => {
  class Nothing extends (null as any) {
    constructor() {
      super();
    }
  }
  return new Nothing();
});
show(() => {
  class Target extends Base {
    constructor() {
      console.log(new.target.name);
      super();
    }
  }
  class Below extends Target {}
  return [new Target(), new Below()];
});
