// expect: P2023 line 2
if ('a') console.log(1);
