// tsc: 1240 line 4
function method(value: () => void, context: ClassMethodDecoratorContext): void {}
class A {
  @method field = 1;
}
console.log(new A());
