// reference
let x = 1;
console.log(x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x + x);
console.log(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((x)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))));
if (x > 0) {
  if (x > 0) {
    if (x > 0) {
      if (x > 0) {
        if (x > 0) {
          if (x > 0) {
            if (x > 0) {
              if (x > 0) {
                if (x > 0) {
                  if (x > 0) {
                    if (x > 0) {
                      if (x > 0) {
                        if (x > 0) {
                          if (x > 0) {
                            if (x > 0) {
                              if (x > 0) {
                                if (x > 0) {
                                  if (x > 0) {
                                    if (x > 0) {
                                      if (x > 0) {
                                        if (x > 0) {
                                          if (x > 0) {
                                            if (x > 0) {
                                              if (x > 0) {
                                                if (x > 0) {
                                                  if (x > 0) {
                                                    if (x > 0) {
                                                      if (x > 0) {
                                                        if (x > 0) {
                                                          if (x > 0) {
                                                            console.log("deep");
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
let s = "" + "0" + "1" + "2" + "3" + "4" + "5" + "6" + "7" + "8" + "9" + "10" + "11" + "12" + "13" + "14" + "15" + "16" + "17" + "18" + "19" + "20" + "21" + "22" + "23" + "24" + "25" + "26" + "27" + "28" + "29" + "30" + "31" + "32" + "33" + "34" + "35" + "36" + "37" + "38" + "39" + "40" + "41" + "42" + "43" + "44" + "45" + "46" + "47" + "48" + "49" + "50" + "51" + "52" + "53" + "54" + "55" + "56" + "57" + "58" + "59" + "60" + "61" + "62" + "63" + "64" + "65" + "66" + "67" + "68" + "69" + "70" + "71" + "72" + "73" + "74" + "75" + "76" + "77" + "78" + "79" + "80" + "81" + "82" + "83" + "84" + "85" + "86" + "87" + "88" + "89" + "90" + "91" + "92" + "93" + "94" + "95" + "96" + "97" + "98" + "99";
console.log(s.length);
if (x === 2) console.log(0);
 else if (x === 3) console.log(1);
 else if (x === 4) console.log(2);
 else if (x === 5) console.log(3);
 else if (x === 6) console.log(4);
 else if (x === 7) console.log(5);
 else if (x === 8) console.log(6);
 else if (x === 9) console.log(7);
 else if (x === 10) console.log(8);
 else if (x === 11) console.log(9);
 else if (x === 12) console.log(10);
 else if (x === 13) console.log(11);
 else if (x === 14) console.log(12);
 else if (x === 15) console.log(13);
 else if (x === 16) console.log(14);
 else if (x === 17) console.log(15);
 else if (x === 18) console.log(16);
 else if (x === 19) console.log(17);
 else if (x === 20) console.log(18);
 else if (x === 21) console.log(19);
 else if (x === 22) console.log(20);
 else if (x === 23) console.log(21);
 else if (x === 24) console.log(22);
 else if (x === 25) console.log(23);
 else if (x === 26) console.log(24);
 else if (x === 27) console.log(25);
 else if (x === 28) console.log(26);
 else if (x === 29) console.log(27);
 else if (x === 30) console.log(28);
 else if (x === 31) console.log(29);
 else if (x === 32) console.log(30);
 else if (x === 33) console.log(31);
 else if (x === 34) console.log(32);
 else if (x === 35) console.log(33);
 else if (x === 36) console.log(34);
 else if (x === 37) console.log(35);
 else if (x === 38) console.log(36);
 else if (x === 39) console.log(37);
 else if (x === 40) console.log(38);
 else if (x === 41) console.log(39);
 else if (x === 42) console.log(40);
 else if (x === 43) console.log(41);
 else if (x === 44) console.log(42);
 else if (x === 45) console.log(43);
 else if (x === 46) console.log(44);
 else if (x === 47) console.log(45);
 else if (x === 48) console.log(46);
 else if (x === 49) console.log(47);
 else if (x === 50) console.log(48);
 else if (x === 51) console.log(49);
 else if (x === 52) console.log(50);
 else if (x === 53) console.log(51);
 else if (x === 54) console.log(52);
 else if (x === 55) console.log(53);
 else if (x === 56) console.log(54);
 else if (x === 57) console.log(55);
 else if (x === 58) console.log(56);
 else if (x === 59) console.log(57);
 else if (x === 60) console.log(58);
 else if (x === 61) console.log(59);
 else console.log("none");
