"""Whole numbers in words, as the north says them: linh, mốt, tư, lăm, nghìn, tỷ."""

from __future__ import annotations

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_CLASSES = ("", "nghìn", "triệu")
_BILLION = 10**9


def spell_integer(number: int) -> str:
    """Return ``number`` in words: 2004 is “hai nghìn không trăm linh bốn”.

    A class of three zeros inside a number is passed over when the class after it is said with its
    hundreds, so 1 000 001 is “một triệu không trăm linh một”; 1 000 100 keeps “không nghìn”,
    because “một triệu một trăm” is what people say for 1 100 000.
    """
    if number < 0:
        return f"âm {spell_integer(-number)}"
    return " ".join(_whole(number, is_inner=False)) or DIGITS[0]


def spell_digits(digits: str) -> str:
    """Return digits said one by one, as telephone numbers are."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def spell_fraction(digits: str) -> str:
    """Return the digits after the comma: up to three as a number, zeros before it one by one.

    78 is “bảy mươi tám”, 05 is “không năm”; a longer row is said digit by digit.
    """
    bare = digits.lstrip("0")
    if not bare or len(digits) > len(_CLASSES):
        return spell_digits(digits)
    zeros = spell_digits(digits[: len(digits) - len(bare)])
    return f"{zeros} {spell_integer(int(bare))}".strip()


def _whole(number: int, *, is_inner: bool) -> list[str]:
    """Say ``number``; inside a larger one its missing hundreds are said too."""
    high, low = divmod(number, _BILLION)
    words = [*_whole(high, is_inner=is_inner), "tỷ"] if high else []
    return words + _below_billion(low, is_inner=is_inner or bool(high))


def _below_billion(number: int, *, is_inner: bool) -> list[str]:
    words: list[str] = []
    is_said = is_inner
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += _group(group, is_inner=is_said)
            words += [_CLASSES[power]] if power else []
        elif power == 1 and is_said and number % 1000 >= 100:  # noqa: PLR2004  hundreds follow
            words += [DIGITS[0], _CLASSES[power]]
        is_said = is_said or bool(group)
    return words


def _group(number: int, *, is_inner: bool) -> list[str]:
    """Say one to 999; ``is_inner`` where a larger class stands before it."""
    hundreds, rest = divmod(number, 100)
    words = [DIGITS[hundreds], "trăm"] if hundreds or is_inner else []
    tens, ones = divmod(rest, 10)
    if not rest:
        return words
    if tens == 0:
        return [*words, "linh", DIGITS[ones]] if words else [DIGITS[ones]]
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return [*words, _after_ten(tens, ones)] if ones else words


def _after_ten(tens: int, ones: int) -> str:
    """Say the last digit of a number with tens: mười lăm, hai mươi mốt, hai mươi tư."""
    changed = {1: "mốt", 4: "tư"} if tens > 1 else {}
    return {**changed, 5: "lăm"}.get(ones, DIGITS[ones])
