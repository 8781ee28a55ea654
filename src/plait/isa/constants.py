"""Constants: 0x07 to 0x0f."""

from __future__ import annotations

from plait.isa.instruction import Immediate, Special, special

special(0x07, Special.CONST_WORD, "Pushes the string with this index as a dynamic value.", Immediate.STRING)
special(0x08, Special.CONST_I32, "Pushes the i32.", Immediate.I32)
special(0x09, Special.CONST_F64, "Pushes the f64.", Immediate.F64)
special(0x0A, Special.CONST_TRUE, "Pushes true.")
special(0x0B, Special.CONST_FALSE, "Pushes false.")
special(0x0C, Special.CONST_STRING, "Pushes the string with this index in the module's string table.", Immediate.STRING)
special(0x0D, Special.CONST_I64, "Pushes the i64.", Immediate.I64)
special(0x0E, Special.CONST_NULL, "Pushes the null of the (reference) type.", Immediate.TYPE)
special(0x0F, Special.CONST_UNDEFINED, "Pushes the undefined of `any`.")
