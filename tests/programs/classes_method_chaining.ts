// reference
class Builder { private parts: string[] = []; add(s: string): this { this.parts.push(s); return this; } build(): string { return this.parts.join("-"); } }
console.log(new Builder().add("a").add("b").add("c").build());
