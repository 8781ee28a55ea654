"""What ECMA-262 calls early errors: programs whose text follows the grammar and that are none all the same."""

from plait.frontend.next.early.walk import report_early_errors

__all__ = ["report_early_errors"]
