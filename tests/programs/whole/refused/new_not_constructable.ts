// tsc: 7009 line 3
const f = () => 1;
console.log(new f());
