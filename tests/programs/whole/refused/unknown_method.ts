// tsc: 2339 line 7
class Dog {
  bark() {
    return "woof";
  }
}
console.log(new Dog().meow());
