// expect: P1005 line 2
(1 + 2)++;
