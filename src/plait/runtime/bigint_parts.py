"""Arithmetic on limbs in memory: 64 bits each, the lowest first. Whoever calls has made room and counts the work."""

from __future__ import annotations

from plait.kernel import (
    add_u64,
    bool_to_i32,
    count_leading_zeros,
    divide_u64,
    fill_bytes,
    i64,
    kernel,
    load_i64,
    load_u32,
    load_u64,
    mul_u64,
    multiply_high_u64,
    remainder_u64,
    shift_left,
    shift_left_u64,
    shift_right_u64,
    store_u32,
    store_u64,
    sub_u64,
    to_i64,
    to_u64,
    u64,
    wrap_u32,
)

DIGIT = 1 << 32
DIGIT_MASK = DIGIT - 1


@kernel
def trimmed(place: i64, length: i64) -> i64:
    """How many limbs there are without zeros at the end."""
    count: i64 = length
    while count > 0 and load_i64(place + 8 * (count - 1)) == 0:
        count -= 1
    return count


@kernel
def compare_limbs(a: i64, length_a: i64, b: i64, length_b: i64) -> i64:
    """Below zero, zero or above zero as the first is less, equal or more; neither has zeros at its end."""
    if length_a != length_b:
        return length_a - length_b
    index: i64 = length_a
    while index > 0:
        index -= 1
        x = load_u64(a + 8 * index)
        y = load_u64(b + 8 * index)
        if x != y:
            return 1 if x > y else -1
    return 0


@kernel
def add_limbs(a: i64, length_a: i64, b: i64, length_b: i64, goal: i64) -> None:
    """The sum, in one limb more than the first has, which is not shorter than the second. It may stand in its place."""
    carry: u64 = to_u64(0)
    for index in range(length_a):
        x = load_u64(a + 8 * index)
        y = load_u64(b + 8 * index) if index < length_b else to_u64(0)
        partial = add_u64(x, y)
        total = add_u64(partial, carry)
        carry = to_u64(bool_to_i32(partial < x) | bool_to_i32(total < partial))
        store_u64(goal + 8 * index, total)
    store_u64(goal + 8 * length_a, carry)


@kernel
def subtract_limbs(a: i64, length_a: i64, b: i64, length_b: i64, goal: i64) -> None:
    """The difference; the first is not less than the second."""
    borrow: u64 = to_u64(0)
    for index in range(length_a):
        x = load_u64(a + 8 * index)
        y = load_u64(b + 8 * index) if index < length_b else to_u64(0)
        partial = sub_u64(x, y)
        total = sub_u64(partial, borrow)
        borrow = to_u64(bool_to_i32(x < y) | bool_to_i32(partial < borrow))
        store_u64(goal + 8 * index, total)


@kernel
def multiply_limbs(a: i64, length_a: i64, b: i64, length_b: i64, goal: i64) -> None:
    """The product, in as many limbs as both have together."""
    # What is carried stays in a register along the longer one.
    if length_a <= length_b:
        multiply_each(a, length_a, b, length_b, goal)
    else:
        multiply_each(b, length_b, a, length_a, goal)


@kernel
def multiply_each(a: i64, length_a: i64, b: i64, length_b: i64, goal: i64) -> None:
    """The sum of the products of each limb of the first with all of the second."""
    fill_bytes(goal, 0, 8 * (length_a + length_b))
    for i in range(length_a):
        x = load_u64(a + 8 * i)
        carry: u64 = to_u64(0)
        for j in range(length_b):
            y = load_u64(b + 8 * j)
            place = goal + 8 * (i + j)
            low = mul_u64(x, y)
            high = multiply_high_u64(x, y)
            partial = add_u64(low, load_u64(place))
            high = add_u64(high, to_u64(bool_to_i32(partial < low)))
            total = add_u64(partial, carry)
            high = add_u64(high, to_u64(bool_to_i32(total < partial)))
            store_u64(place, total)
            carry = high
        store_u64(goal + 8 * (i + length_b), carry)


@kernel
def shift_limbs_left(a: i64, length: i64, count: i64, goal: i64) -> None:
    """Limbs shifted by 0 to 63 bits, in one limb more."""
    carry: u64 = to_u64(0)
    for index in range(length):
        x = load_u64(a + 8 * index)
        store_u64(goal + 8 * index, shift_left_u64(x, count) | carry)
        carry = shift_right_u64(x, 64 - count) if count > 0 else to_u64(0)
    store_u64(goal + 8 * length, carry)


@kernel
def shift_limbs_right(a: i64, length: i64, count: i64, goal: i64) -> None:
    """Limbs shifted by 0 to 63 bits. They may stay in their place."""
    for index in range(length):
        x = shift_right_u64(load_u64(a + 8 * index), count)
        if count > 0 and index + 1 < length:
            x = x | shift_left_u64(load_u64(a + 8 * (index + 1)), 64 - count)
        store_u64(goal + 8 * index, x)


@kernel
def divide_by_digit(a: i64, digits: i64, divisor: i64, goal: i64) -> i64:
    """Digits of 32 bits divided by one; the rest. The quotient may stand in their place."""
    rest: u64 = to_u64(0)
    by = to_u64(divisor)
    index: i64 = digits
    while index > 0:
        index -= 1
        whole = shift_left_u64(rest, 32) | to_u64(load_u32(a + 4 * index))
        store_u32(goal + 4 * index, wrap_u32(to_i64(divide_u64(whole, by))))
        rest = remainder_u64(whole, by)
    return to_i64(rest)


@kernel
def times_digit_and(a: i64, digits: i64, factor: i64, term: i64) -> i64:
    """Digits of 32 bits times one, plus another; what is carried out of them."""
    carry: u64 = to_u64(term)
    by = to_u64(factor)
    for index in range(digits):
        whole = add_u64(mul_u64(to_u64(load_u32(a + 4 * index)), by), carry)
        store_u32(a + 4 * index, wrap_u32(to_i64(whole)))
        carry = shift_right_u64(whole, 32)
    return to_i64(carry)


@kernel
def estimate(upper: u64, following: i64, top: u64, second: u64) -> u64:
    """A digit of a quotient, at most one too large: of three digits of the dividend and two of the divisor."""
    guess = divide_u64(upper, top)
    rest = remainder_u64(upper, top)
    limit = to_u64(DIGIT)
    while guess >= limit or mul_u64(guess, second) > (shift_left_u64(rest, 32) | to_u64(following)):
        guess = sub_u64(guess, to_u64(1))
        rest = add_u64(rest, top)
        if rest >= limit:
            break
    return guess


@kernel
def subtract_times(a: i64, b: i64, digits: i64, factor: u64) -> bool:
    """Take a digit times digits off others, which are one more; whether that went below zero."""
    carry: u64 = to_u64(0)
    borrow = 0
    for index in range(digits):
        product = add_u64(mul_u64(to_u64(load_u32(b + 4 * index)), factor), carry)
        carry = shift_right_u64(product, 32)
        left = load_u32(a + 4 * index) - (to_i64(product) & DIGIT_MASK) - borrow
        store_u32(a + 4 * index, wrap_u32(left))
        borrow = 1 if left < 0 else 0
    last = load_u32(a + 4 * digits) - to_i64(carry) - borrow
    store_u32(a + 4 * digits, wrap_u32(last))
    return last < 0


@kernel
def add_back(a: i64, b: i64, digits: i64) -> None:
    """Add digits to others, which are one more; what is carried out of those is left out."""
    carry = 0
    for index in range(digits):
        total = load_u32(a + 4 * index) + load_u32(b + 4 * index) + carry
        store_u32(a + 4 * index, wrap_u32(total))
        carry = 1 if total >= DIGIT else 0
    store_u32(a + 4 * digits, wrap_u32(load_u32(a + 4 * digits) + carry))


@kernel
def divide_digits(a: i64, digits_a: i64, b: i64, digits_b: i64, goal: i64) -> None:
    """Divide digits of 32 bits (Knuth's algorithm D): the rest stays in their place, the quotient comes to another.

    The divisor has two digits or more, and its highest bit is 1; the dividend has one digit more than it needs.
    """
    top = to_u64(load_u32(b + 4 * (digits_b - 1)))
    second = to_u64(load_u32(b + 4 * (digits_b - 2)))
    index = digits_a - digits_b - 1
    while index >= 0:
        place = a + 4 * (index + digits_b)
        upper = shift_left_u64(to_u64(load_u32(place)), 32) | to_u64(load_u32(place - 4))
        guess = estimate(upper, load_u32(place - 8), top, second)
        if subtract_times(a + 4 * index, b, digits_b, guess):
            guess = sub_u64(guess, to_u64(1))
            add_back(a + 4 * index, b, digits_b)
        store_u32(goal + 4 * index, wrap_u32(to_i64(guess)))
        index -= 1


@kernel
def free_bits(digit: i64) -> i64:
    """How many bits in front of a digit of 32 bits are 0."""
    return count_leading_zeros(digit) - 32


@kernel
def bits_of_limbs(place: i64, length: i64) -> i64:
    """How many bits there are up to the highest one that is 1."""
    if length == 0:
        return 0
    return shift_left(length, 6) - count_leading_zeros(load_i64(place + 8 * (length - 1)))
