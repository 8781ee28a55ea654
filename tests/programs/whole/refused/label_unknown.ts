// tsc: 1116 line 3
for (;;) {
  break missing;
}
