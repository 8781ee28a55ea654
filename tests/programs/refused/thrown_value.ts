// expect: P3011 line 2
throw 'text';
