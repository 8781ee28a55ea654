"""Every instruction that is known by name has a rule in the verifier and in preparation."""

from plait.isa.instruction import Special
from plait.prepare.translator import Translator
from plait.verify.types import TypeChecker


def test_every_special_instruction_has_a_rule() -> None:
    assert set(TypeChecker.RULES) == set(Special)
    assert set(Translator.RULES) == set(Special)
