// tsc: 2540 line 3
const config = { port: 80, hosts: ["a"] } as const;
config.port = 81;
console.log(config);
