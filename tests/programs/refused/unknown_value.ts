// expect: P2018 line 3
try {} catch (e) {
  console.log(e.message);
}
