// expect: P3003 line 3
const name: string = "./other";
import(name);
