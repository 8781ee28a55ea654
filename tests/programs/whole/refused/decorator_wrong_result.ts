// tsc: 1270 line 6
function method(value: () => string, context: ClassMethodDecoratorContext): () => number {
  return () => value().length;
}
class A {
  @method name(): string {
    return "name";
  }
}
console.log(new A().name());
