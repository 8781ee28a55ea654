// expect: P3019 line 6
// expect: P3019 line 7
type Listener = (n: number) => void;
const all: Listener[] = [];
const plain = (): void => console.log("plain");
all.push(plain);
console.log(all.indexOf(plain));
