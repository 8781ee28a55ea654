// reference
class Counter { static total = 0; static readonly step = 2; static bump(): number { Counter.total += Counter.step; return Counter.total; } }
console.log(Counter.bump(), Counter.bump(), Counter.total);
class Sub extends Counter { static bump2(): number { return Counter.bump() + 1; } }
console.log(Sub.bump2());
