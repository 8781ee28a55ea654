"""Which strings have properties of emoji in Unicode 17.0.

Made by `scripts/emoji_data.py`, read by `regexp_emoji.py`.

Numbers are hexadecimal. `@` stands before the name of a property; then come its single code points, `gap` or `gap+more`
as in `regexp_binary_data.py`, then behind `;` its strings in order: how many code points at the beginning are those of
the string before, then the others.
"""

from typing import Final

EMOJI: Final = """
@Basic_Emoji 231a+1 cd+3 3 2 209+1 15+1 32+b 2b 13 d 8+1 11+1 5+1 8 5 15 7+1 1 4 2 7 4+1 1c 23 1 4+2 1 3d+2 18 e 35b+1
33 4 1c4ae ca be 2+9 66 18 14 2+4 1+2 15+1 ae+20 c+8 1+45 1+15 c+2a 4+4 c+10 3 3+46 1 1+ba 2+3e d+3 1+17 12 1a+1 d
56+54 30+45 6 3+2 2+3 3+3 b+1 7+8 e3+b 4 11b+2e 1+9 1+b8 70+c 3+a 3+38 1 4+f 2+b 4+9 ; 0,a9,fe0f 0,ae,fe0f 0,203c,fe0f
0,2049,fe0f 0,2122,fe0f 0,2139,fe0f 0,2194,fe0f 0,2195,fe0f 0,2196,fe0f 0,2197,fe0f 0,2198,fe0f 0,2199,fe0f
0,21a9,fe0f 0,21aa,fe0f 0,2328,fe0f 0,23cf,fe0f 0,23ed,fe0f 0,23ee,fe0f 0,23ef,fe0f 0,23f1,fe0f 0,23f2,fe0f
0,23f8,fe0f 0,23f9,fe0f 0,23fa,fe0f 0,24c2,fe0f 0,25aa,fe0f 0,25ab,fe0f 0,25b6,fe0f 0,25c0,fe0f 0,25fb,fe0f
0,25fc,fe0f 0,2600,fe0f 0,2601,fe0f 0,2602,fe0f 0,2603,fe0f 0,2604,fe0f 0,260e,fe0f 0,2611,fe0f 0,2618,fe0f
0,261d,fe0f 0,2620,fe0f 0,2622,fe0f 0,2623,fe0f 0,2626,fe0f 0,262a,fe0f 0,262e,fe0f 0,262f,fe0f 0,2638,fe0f
0,2639,fe0f 0,263a,fe0f 0,2640,fe0f 0,2642,fe0f 0,265f,fe0f 0,2660,fe0f 0,2663,fe0f 0,2665,fe0f 0,2666,fe0f
0,2668,fe0f 0,267b,fe0f 0,267e,fe0f 0,2692,fe0f 0,2694,fe0f 0,2695,fe0f 0,2696,fe0f 0,2697,fe0f 0,2699,fe0f
0,269b,fe0f 0,269c,fe0f 0,26a0,fe0f 0,26a7,fe0f 0,26b0,fe0f 0,26b1,fe0f 0,26c8,fe0f 0,26cf,fe0f 0,26d1,fe0f
0,26d3,fe0f 0,26e9,fe0f 0,26f0,fe0f 0,26f1,fe0f 0,26f4,fe0f 0,26f7,fe0f 0,26f8,fe0f 0,26f9,fe0f 0,2702,fe0f
0,2708,fe0f 0,2709,fe0f 0,270c,fe0f 0,270d,fe0f 0,270f,fe0f 0,2712,fe0f 0,2714,fe0f 0,2716,fe0f 0,271d,fe0f
0,2721,fe0f 0,2733,fe0f 0,2734,fe0f 0,2744,fe0f 0,2747,fe0f 0,2763,fe0f 0,2764,fe0f 0,27a1,fe0f 0,2934,fe0f
0,2935,fe0f 0,2b05,fe0f 0,2b06,fe0f 0,2b07,fe0f 0,3030,fe0f 0,303d,fe0f 0,3297,fe0f 0,3299,fe0f 0,1f170,fe0f
0,1f171,fe0f 0,1f17e,fe0f 0,1f17f,fe0f 0,1f202,fe0f 0,1f237,fe0f 0,1f321,fe0f 0,1f324,fe0f 0,1f325,fe0f 0,1f326,fe0f
0,1f327,fe0f 0,1f328,fe0f 0,1f329,fe0f 0,1f32a,fe0f 0,1f32b,fe0f 0,1f32c,fe0f 0,1f336,fe0f 0,1f37d,fe0f 0,1f396,fe0f
0,1f397,fe0f 0,1f399,fe0f 0,1f39a,fe0f 0,1f39b,fe0f 0,1f39e,fe0f 0,1f39f,fe0f 0,1f3cb,fe0f 0,1f3cc,fe0f 0,1f3cd,fe0f
0,1f3ce,fe0f 0,1f3d4,fe0f 0,1f3d5,fe0f 0,1f3d6,fe0f 0,1f3d7,fe0f 0,1f3d8,fe0f 0,1f3d9,fe0f 0,1f3da,fe0f 0,1f3db,fe0f
0,1f3dc,fe0f 0,1f3dd,fe0f 0,1f3de,fe0f 0,1f3df,fe0f 0,1f3f3,fe0f 0,1f3f5,fe0f 0,1f3f7,fe0f 0,1f43f,fe0f 0,1f441,fe0f
0,1f4fd,fe0f 0,1f549,fe0f 0,1f54a,fe0f 0,1f56f,fe0f 0,1f570,fe0f 0,1f573,fe0f 0,1f574,fe0f 0,1f575,fe0f 0,1f576,fe0f
0,1f577,fe0f 0,1f578,fe0f 0,1f579,fe0f 0,1f587,fe0f 0,1f58a,fe0f 0,1f58b,fe0f 0,1f58c,fe0f 0,1f58d,fe0f 0,1f590,fe0f
0,1f5a5,fe0f 0,1f5a8,fe0f 0,1f5b1,fe0f 0,1f5b2,fe0f 0,1f5bc,fe0f 0,1f5c2,fe0f 0,1f5c3,fe0f 0,1f5c4,fe0f 0,1f5d1,fe0f
0,1f5d2,fe0f 0,1f5d3,fe0f 0,1f5dc,fe0f 0,1f5dd,fe0f 0,1f5de,fe0f 0,1f5e1,fe0f 0,1f5e3,fe0f 0,1f5e8,fe0f 0,1f5ef,fe0f
0,1f5f3,fe0f 0,1f5fa,fe0f 0,1f6cb,fe0f 0,1f6cd,fe0f 0,1f6ce,fe0f 0,1f6cf,fe0f 0,1f6e0,fe0f 0,1f6e1,fe0f 0,1f6e2,fe0f
0,1f6e3,fe0f 0,1f6e4,fe0f 0,1f6e5,fe0f 0,1f6e9,fe0f 0,1f6f0,fe0f 0,1f6f3,fe0f @Emoji_Keycap_Sequence ; 0,23,fe0f,20e3
0,2a,fe0f,20e3 0,30,fe0f,20e3 0,31,fe0f,20e3 0,32,fe0f,20e3 0,33,fe0f,20e3 0,34,fe0f,20e3 0,35,fe0f,20e3
0,36,fe0f,20e3 0,37,fe0f,20e3 0,38,fe0f,20e3 0,39,fe0f,20e3 @RGI_Emoji_Flag_Sequence ; 0,1f1e6,1f1e8 1,1f1e9 1,1f1ea
1,1f1eb 1,1f1ec 1,1f1ee 1,1f1f1 1,1f1f2 1,1f1f4 1,1f1f6 1,1f1f7 1,1f1f8 1,1f1f9 1,1f1fa 1,1f1fc 1,1f1fd 1,1f1ff
0,1f1e7,1f1e6 1,1f1e7 1,1f1e9 1,1f1ea 1,1f1eb 1,1f1ec 1,1f1ed 1,1f1ee 1,1f1ef 1,1f1f1 1,1f1f2 1,1f1f3 1,1f1f4 1,1f1f6
1,1f1f7 1,1f1f8 1,1f1f9 1,1f1fb 1,1f1fc 1,1f1fe 1,1f1ff 0,1f1e8,1f1e6 1,1f1e8 1,1f1e9 1,1f1eb 1,1f1ec 1,1f1ed 1,1f1ee
1,1f1f0 1,1f1f1 1,1f1f2 1,1f1f3 1,1f1f4 1,1f1f5 1,1f1f6 1,1f1f7 1,1f1fa 1,1f1fb 1,1f1fc 1,1f1fd 1,1f1fe 1,1f1ff
0,1f1e9,1f1ea 1,1f1ec 1,1f1ef 1,1f1f0 1,1f1f2 1,1f1f4 1,1f1ff 0,1f1ea,1f1e6 1,1f1e8 1,1f1ea 1,1f1ec 1,1f1ed 1,1f1f7
1,1f1f8 1,1f1f9 1,1f1fa 0,1f1eb,1f1ee 1,1f1ef 1,1f1f0 1,1f1f2 1,1f1f4 1,1f1f7 0,1f1ec,1f1e6 1,1f1e7 1,1f1e9 1,1f1ea
1,1f1eb 1,1f1ec 1,1f1ed 1,1f1ee 1,1f1f1 1,1f1f2 1,1f1f3 1,1f1f5 1,1f1f6 1,1f1f7 1,1f1f8 1,1f1f9 1,1f1fa 1,1f1fc
1,1f1fe 0,1f1ed,1f1f0 1,1f1f2 1,1f1f3 1,1f1f7 1,1f1f9 1,1f1fa 0,1f1ee,1f1e8 1,1f1e9 1,1f1ea 1,1f1f1 1,1f1f2 1,1f1f3
1,1f1f4 1,1f1f6 1,1f1f7 1,1f1f8 1,1f1f9 0,1f1ef,1f1ea 1,1f1f2 1,1f1f4 1,1f1f5 0,1f1f0,1f1ea 1,1f1ec 1,1f1ed 1,1f1ee
1,1f1f2 1,1f1f3 1,1f1f5 1,1f1f7 1,1f1fc 1,1f1fe 1,1f1ff 0,1f1f1,1f1e6 1,1f1e7 1,1f1e8 1,1f1ee 1,1f1f0 1,1f1f7 1,1f1f8
1,1f1f9 1,1f1fa 1,1f1fb 1,1f1fe 0,1f1f2,1f1e6 1,1f1e8 1,1f1e9 1,1f1ea 1,1f1eb 1,1f1ec 1,1f1ed 1,1f1f0 1,1f1f1 1,1f1f2
1,1f1f3 1,1f1f4 1,1f1f5 1,1f1f6 1,1f1f7 1,1f1f8 1,1f1f9 1,1f1fa 1,1f1fb 1,1f1fc 1,1f1fd 1,1f1fe 1,1f1ff 0,1f1f3,1f1e6
1,1f1e8 1,1f1ea 1,1f1eb 1,1f1ec 1,1f1ee 1,1f1f1 1,1f1f4 1,1f1f5 1,1f1f7 1,1f1fa 1,1f1ff 0,1f1f4,1f1f2 0,1f1f5,1f1e6
1,1f1ea 1,1f1eb 1,1f1ec 1,1f1ed 1,1f1f0 1,1f1f1 1,1f1f2 1,1f1f3 1,1f1f7 1,1f1f8 1,1f1f9 1,1f1fc 1,1f1fe 0,1f1f6,1f1e6
0,1f1f7,1f1ea 1,1f1f4 1,1f1f8 1,1f1fa 1,1f1fc 0,1f1f8,1f1e6 1,1f1e7 1,1f1e8 1,1f1e9 1,1f1ea 1,1f1ec 1,1f1ed 1,1f1ee
1,1f1ef 1,1f1f0 1,1f1f1 1,1f1f2 1,1f1f3 1,1f1f4 1,1f1f7 1,1f1f8 1,1f1f9 1,1f1fb 1,1f1fd 1,1f1fe 1,1f1ff 0,1f1f9,1f1e6
1,1f1e8 1,1f1e9 1,1f1eb 1,1f1ec 1,1f1ed 1,1f1ef 1,1f1f0 1,1f1f1 1,1f1f2 1,1f1f3 1,1f1f4 1,1f1f7 1,1f1f9 1,1f1fb
1,1f1fc 1,1f1ff 0,1f1fa,1f1e6 1,1f1ec 1,1f1f2 1,1f1f3 1,1f1f8 1,1f1fe 1,1f1ff 0,1f1fb,1f1e6 1,1f1e8 1,1f1ea 1,1f1ec
1,1f1ee 1,1f1f3 1,1f1fa 0,1f1fc,1f1eb 1,1f1f8 0,1f1fd,1f1f0 0,1f1fe,1f1ea 1,1f1f9 0,1f1ff,1f1e6 1,1f1f2 1,1f1fc
@RGI_Emoji_Modifier_Sequence ; 0,261d,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,26f9,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe
1,1f3ff 0,270a,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,270b,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,270c,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,270d,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f385,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f3c2,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f3c3,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f3c4,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f3c7,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f3ca,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f3cb,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f3cc,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f442,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f443,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f446,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f447,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f448,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f449,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f44a,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f44b,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f44c,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f44d,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f44e,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f44f,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f450,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f466,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f467,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f468,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f469,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f46b,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f46c,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f46d,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f46e,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f46f,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f470,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f471,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f472,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f473,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f474,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f475,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f476,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f477,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f478,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f47c,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f481,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f482,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f483,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f485,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f486,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f487,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f48f,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f491,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f4aa,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f574,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f575,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f57a,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f590,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f595,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f596,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f645,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f646,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f647,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f64b,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f64c,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f64d,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f64e,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f64f,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f6a3,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f6b4,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f6b5,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f6b6,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f6c0,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f6cc,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f90c,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f90f,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f918,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f919,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f91a,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f91b,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f91c,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f91d,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f91e,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f91f,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f926,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f930,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f931,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f932,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f933,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f934,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f935,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f936,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f937,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f938,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f939,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f93c,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f93d,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f93e,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f977,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f9b5,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9b6,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f9b8,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9b9,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9bb,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f9cd,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9ce,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f9cf,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d1,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d2,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d3,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d4,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f9d5,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d6,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d7,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d8,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9d9,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1f9da,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9db,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1f9dc,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1f9dd,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1fac3,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1fac4,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1fac5,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1faf0,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1faf1,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1faf2,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1faf3,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1faf4,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1faf5,1f3fb 1,1f3fc
1,1f3fd 1,1f3fe 1,1f3ff 0,1faf6,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff 0,1faf7,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff
0,1faf8,1f3fb 1,1f3fc 1,1f3fd 1,1f3fe 1,1f3ff @RGI_Emoji_Tag_Sequence ; 0,1f3f4,e0067,e0062,e0065,e006e,e0067,e007f
3,e0073,e0063,e0074,e007f 3,e0077,e006c,e0073,e007f @RGI_Emoji_ZWJ_Sequence ; 0,26d3,fe0f,200d,1f4a5
0,26f9,fe0f,200d,2640,fe0f 3,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,2764,fe0f,200d,1f525 3,1fa79 0,1f344,200d,1f7eb 0,1f34b,200d,1f7e9 0,1f3c3,200d,2640,fe0f 4,200d,27a1,fe0f
2,2642,fe0f 4,200d,27a1,fe0f 2,27a1,fe0f 1,1f3fb,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f
3,27a1,fe0f 1,1f3fc,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3fd,200d,2640,fe0f
5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3fe,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f
5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3ff,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f
0,1f3c4,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f3ca,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f3cb,fe0f,200d,2640,fe0f 3,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f3cc,fe0f,200d,2640,fe0f 3,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f3f3,fe0f,200d,26a7,fe0f 3,1f308 0,1f3f4,200d,2620,fe0f 0,1f408,200d,2b1b 0,1f415,200d,1f9ba 0,1f426,200d,2b1b
2,1f525 0,1f43b,200d,2744,fe0f 0,1f441,fe0f,200d,1f5e8,fe0f 0,1f468,200d,2695,fe0f 2,2696,fe0f 2,2708,fe0f
2,2764,fe0f,200d,1f468 5,1f48b,200d,1f468 2,1f33e 2,1f373 2,1f37c 2,1f393 2,1f3a4 2,1f3a8 2,1f3eb 2,1f3ed 2,1f466
3,200d,1f466 2,1f467 3,200d,1f466 4,1f467 2,1f468,200d,1f466 5,200d,1f466 4,1f467 5,200d,1f466 6,1f467
2,1f469,200d,1f466 5,200d,1f466 4,1f467 5,200d,1f466 6,1f467 2,1f4bb 2,1f4bc 2,1f527 2,1f52c 2,1f680 2,1f692 2,1f9af
3,200d,27a1,fe0f 2,1f9b0 2,1f9b1 2,1f9b2 2,1f9b3 2,1f9bc 3,200d,27a1,fe0f 2,1f9bd 3,200d,27a1,fe0f
1,1f3fb,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f 3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff
6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff 3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb
3,1f3ed 3,1f430,200d,1f468,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692
3,1f91d,200d,1f468,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f9af 4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc
4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1faef,200d,1f468,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 1,1f3fc,200d,2695,fe0f
3,2696,fe0f 3,2708,fe0f 3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc
9,1f3fd 9,1f3fe 9,1f3ff 3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f468,1f3fb
6,1f3fd 6,1f3fe 6,1f3ff 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f468,1f3fb 6,1f3fd 6,1f3fe
6,1f3ff 3,1f9af 4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f
3,1faef,200d,1f468,1f3fb 6,1f3fd 6,1f3fe 6,1f3ff 1,1f3fd,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f
3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f468,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff
3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f468,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff 3,1f9af
4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f
3,1faef,200d,1f468,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff 1,1f3fe,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f
3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff
3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff 3,1f9af
4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f
3,1faef,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff 1,1f3ff,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f
3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe
3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 3,1f9af
4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f
3,1faef,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 0,1f469,200d,2695,fe0f 2,2696,fe0f 2,2708,fe0f 2,2764,fe0f,200d,1f468
5,1f469 5,1f48b,200d,1f468 7,1f469 2,1f33e 2,1f373 2,1f37c 2,1f393 2,1f3a4 2,1f3a8 2,1f3eb 2,1f3ed 2,1f466
3,200d,1f466 2,1f467 3,200d,1f466 4,1f467 2,1f469,200d,1f466 5,200d,1f466 4,1f467 5,200d,1f466 6,1f467 2,1f4bb 2,1f4bc
2,1f527 2,1f52c 2,1f680 2,1f692 2,1f9af 3,200d,27a1,fe0f 2,1f9b0 2,1f9b1 2,1f9b2 2,1f9b3 2,1f9bc 3,200d,27a1,fe0f
2,1f9bd 3,200d,27a1,fe0f 1,1f3fb,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f 3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd
7,1f3fe 7,1f3ff 6,1f469,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
8,1f469,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff 3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed
3,1f430,200d,1f469,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692
3,1f91d,200d,1f468,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 5,1f469,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f9af 4,200d,27a1,fe0f
3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1faef,200d,1f469,1f3fc 6,1f3fd
6,1f3fe 6,1f3ff 1,1f3fc,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f 3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe
7,1f3ff 6,1f469,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
8,1f469,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff 3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed
3,1f430,200d,1f469,1f3fb 6,1f3fd 6,1f3fe 6,1f3ff 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692
3,1f91d,200d,1f468,1f3fb 6,1f3fd 6,1f3fe 6,1f3ff 5,1f469,1f3fb 6,1f3fd 6,1f3fe 6,1f3ff 3,1f9af 4,200d,27a1,fe0f
3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1faef,200d,1f469,1f3fb 6,1f3fd
6,1f3fe 6,1f3ff 1,1f3fd,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f 3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe
7,1f3ff 6,1f469,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
8,1f469,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff 3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed
3,1f430,200d,1f469,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692
3,1f91d,200d,1f468,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff 5,1f469,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff 3,1f9af 4,200d,27a1,fe0f
3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1faef,200d,1f469,1f3fb 6,1f3fc
6,1f3fe 6,1f3ff 1,1f3fe,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f 3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe
7,1f3ff 6,1f469,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
8,1f469,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff 3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed
3,1f430,200d,1f469,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692
3,1f91d,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff 5,1f469,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff 3,1f9af 4,200d,27a1,fe0f
3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1faef,200d,1f469,1f3fb 6,1f3fc
6,1f3fd 6,1f3ff 1,1f3ff,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f 3,2764,fe0f,200d,1f468,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe
7,1f3ff 6,1f469,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff 6,1f48b,200d,1f468,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff
8,1f469,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff 3,1f33e 3,1f373 3,1f37c 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed
3,1f430,200d,1f469,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692
3,1f91d,200d,1f468,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 5,1f469,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 3,1f9af 4,200d,27a1,fe0f
3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1faef,200d,1f469,1f3fb 6,1f3fc
6,1f3fd 6,1f3fe 0,1f46e,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f
3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f46f,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f470,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f471,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f473,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f477,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f481,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f482,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f486,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f487,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f575,fe0f,200d,2640,fe0f 3,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f62e,200d,1f4a8 0,1f635,200d,1f4ab 0,1f636,200d,1f32b,fe0f 0,1f642,200d,2194,fe0f 2,2195,fe0f
0,1f645,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f646,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f647,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f64b,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f64d,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f64e,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f6a3,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f6b4,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f6b5,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f
1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f
0,1f6b6,200d,2640,fe0f 4,200d,27a1,fe0f 2,2642,fe0f 4,200d,27a1,fe0f 2,27a1,fe0f 1,1f3fb,200d,2640,fe0f
5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3fc,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f
5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3fd,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f
1,1f3fe,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3ff,200d,2640,fe0f
5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 0,1f926,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f
3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f935,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f937,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f938,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f939,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f93c,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f93d,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f93e,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9b8,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9b9,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9cd,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9ce,200d,2640,fe0f 4,200d,27a1,fe0f 2,2642,fe0f 4,200d,27a1,fe0f 2,27a1,fe0f
1,1f3fb,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3fc,200d,2640,fe0f
5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3fd,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f
5,200d,27a1,fe0f 3,27a1,fe0f 1,1f3fe,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f
1,1f3ff,200d,2640,fe0f 5,200d,27a1,fe0f 3,2642,fe0f 5,200d,27a1,fe0f 3,27a1,fe0f 0,1f9cf,200d,2640,fe0f 2,2642,fe0f
1,1f3fb,200d,2640,fe0f 3,2642,fe0f 1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f
1,1f3fe,200d,2640,fe0f 3,2642,fe0f 1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9d1,200d,2695,fe0f 2,2696,fe0f 2,2708,fe0f
2,1f33e 2,1f373 2,1f37c 2,1f384 2,1f393 2,1f3a4 2,1f3a8 2,1f3eb 2,1f3ed 2,1f4bb 2,1f4bc 2,1f527 2,1f52c 2,1f680
2,1f692 2,1f91d,200d,1f9d1 2,1f9af 3,200d,27a1,fe0f 2,1f9b0 2,1f9b1 2,1f9b2 2,1f9b3 2,1f9bc 3,200d,27a1,fe0f 2,1f9bd
3,200d,27a1,fe0f 2,1f9d1,200d,1f9d2 5,200d,1f9d2 2,1f9d2 3,200d,1f9d2 2,1fa70 1,1f3fb,200d,2695,fe0f 3,2696,fe0f
3,2708,fe0f 3,2764,fe0f,200d,1f48b,200d,1f9d1,1f3fc 9,1f3fd 9,1f3fe 9,1f3ff 6,1f9d1,1f3fc 7,1f3fd 7,1f3fe 7,1f3ff
3,1f33e 3,1f373 3,1f37c 3,1f384 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f9d1,1f3fc 6,1f3fd 6,1f3fe
6,1f3ff 3,1f4bb 3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff
3,1f9af 4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1fa70
3,1faef,200d,1f9d1,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 1,1f3fc,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f
3,2764,fe0f,200d,1f48b,200d,1f9d1,1f3fb 9,1f3fd 9,1f3fe 9,1f3ff 6,1f9d1,1f3fb 7,1f3fd 7,1f3fe 7,1f3ff 3,1f33e 3,1f373
3,1f37c 3,1f384 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f9d1,1f3fb 6,1f3fd 6,1f3fe 6,1f3ff 3,1f4bb
3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f9af
4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1fa70
3,1faef,200d,1f9d1,1f3fb 6,1f3fd 6,1f3fe 6,1f3ff 1,1f3fd,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f
3,2764,fe0f,200d,1f48b,200d,1f9d1,1f3fb 9,1f3fc 9,1f3fe 9,1f3ff 6,1f9d1,1f3fb 7,1f3fc 7,1f3fe 7,1f3ff 3,1f33e 3,1f373
3,1f37c 3,1f384 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff 3,1f4bb
3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f9af
4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1fa70
3,1faef,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fe 6,1f3ff 1,1f3fe,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f
3,2764,fe0f,200d,1f48b,200d,1f9d1,1f3fb 9,1f3fc 9,1f3fd 9,1f3ff 6,1f9d1,1f3fb 7,1f3fc 7,1f3fd 7,1f3ff 3,1f33e 3,1f373
3,1f37c 3,1f384 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff 3,1f4bb
3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f9af
4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1fa70
3,1faef,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3ff 1,1f3ff,200d,2695,fe0f 3,2696,fe0f 3,2708,fe0f
3,2764,fe0f,200d,1f48b,200d,1f9d1,1f3fb 9,1f3fc 9,1f3fd 9,1f3fe 6,1f9d1,1f3fb 7,1f3fc 7,1f3fd 7,1f3fe 3,1f33e 3,1f373
3,1f37c 3,1f384 3,1f393 3,1f3a4 3,1f3a8 3,1f3eb 3,1f3ed 3,1f430,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 3,1f4bb
3,1f4bc 3,1f527 3,1f52c 3,1f680 3,1f692 3,1f91d,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 6,1f3ff 3,1f9af
4,200d,27a1,fe0f 3,1f9b0 3,1f9b1 3,1f9b2 3,1f9b3 3,1f9bc 4,200d,27a1,fe0f 3,1f9bd 4,200d,27a1,fe0f 3,1fa70
3,1faef,200d,1f9d1,1f3fb 6,1f3fc 6,1f3fd 6,1f3fe 0,1f9d4,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9d6,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9d7,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9d8,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9d9,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9da,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9db,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9dc,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9dd,200d,2640,fe0f 2,2642,fe0f 1,1f3fb,200d,2640,fe0f 3,2642,fe0f
1,1f3fc,200d,2640,fe0f 3,2642,fe0f 1,1f3fd,200d,2640,fe0f 3,2642,fe0f 1,1f3fe,200d,2640,fe0f 3,2642,fe0f
1,1f3ff,200d,2640,fe0f 3,2642,fe0f 0,1f9de,200d,2640,fe0f 2,2642,fe0f 0,1f9df,200d,2640,fe0f 2,2642,fe0f
0,1faf1,1f3fb,200d,1faf2,1f3fc 4,1f3fd 4,1f3fe 4,1f3ff 1,1f3fc,200d,1faf2,1f3fb 4,1f3fd 4,1f3fe 4,1f3ff
1,1f3fd,200d,1faf2,1f3fb 4,1f3fc 4,1f3fe 4,1f3ff 1,1f3fe,200d,1faf2,1f3fb 4,1f3fc 4,1f3fd 4,1f3ff
1,1f3ff,200d,1faf2,1f3fb 4,1f3fc 4,1f3fd 4,1f3fe
"""
