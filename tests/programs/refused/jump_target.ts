// expect: P1007 line 2
break;
