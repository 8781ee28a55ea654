"""Bounds of integer operations: from enclosures of the operands to an enclosure of the result."""

from __future__ import annotations

Bounds = tuple[int, int]


def of_binary(operator: str, left: Bounds, right: Bounds) -> Bounds:
    """Of `+ - * & | ^` on exact integers."""
    match operator:
        case "+":
            return left[0] + right[0], left[1] + right[1]
        case "-":
            return left[0] - right[1], left[1] - right[0]
        case "*":
            corners = [a * b for a in left for b in right]
            return min(corners), max(corners)
        case "&" if left[0] >= 0 or right[0] >= 0:
            return 0, min(bound[1] for bound in (left, right) if bound[0] >= 0)
    # A bitwise operation stays within the number of bits that hold both operands.
    limit = (1 << max(value.bit_length() for value in (*left, *right))) - 1
    return (0 if left[0] >= 0 and right[0] >= 0 else ~limit), limit


def of_unary(operator: str, operand: Bounds) -> Bounds:
    """Of `-` and `~`."""
    low, high = operand
    return (-high, -low) if operator == "-" else (~high, ~low)


def of_min_max(name: str, left: Bounds, right: Bounds) -> Bounds:
    """Of `min` and `max`."""
    choose = min if name == "min" else max
    return choose(left[0], right[0]), choose(left[1], right[1])


def union(left: Bounds, right: Bounds) -> Bounds:
    """Of one value or the other."""
    return min(left[0], right[0]), max(left[1], right[1])


def fits(inner: Bounds, outer: Bounds) -> bool:
    """Whether every value within `inner` is within `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
