"""Roman numerals inside text, by the words before them: khóa XV, lần thứ XIV, thế kỷ XX."""

from __future__ import annotations

import re
from collections.abc import Mapping

from microsite.speech.integers import spell_integer
from microsite.speech.numbers import DASH, ordinal
from microsite.speech.roman import ROMAN, read_roman

_HEADS = (
    "thứ|khóa|khoá|đại hội|thế kỷ|kỳ|phần|chương|mục|điều|quý|hạng|loại|cấp|bậc|tập|vùng|khu"
    "|thời kỳ|nhóm"
)
_HEADED = re.compile(
    rf"\b(?P<head>{_HEADS}) (?P<low>{ROMAN})(?:{DASH}(?P<high>{ROMAN}))?(?!\w)", re.IGNORECASE
)
# without a word before it only what cannot be a letter or an abbreviation
_LONE = re.compile(r"(?<![\w/-])[IVX]{2,}(?![\w/-])")
_ORDINAL_HEADS = {"thứ", "hạng"}


def spell_roman(text: str, abbreviations: Mapping[str, str]) -> str:
    """Return ``text`` with Roman numerals in words; an abbreviation of those letters goes first."""
    text = _HEADED.sub(_headed, text)
    return _LONE.sub(lambda found: _lone(found.group(), abbreviations), text)


def _headed(found: re.Match[str]) -> str:
    head, low, high = found["head"], found["low"], found["high"]
    if not low.isupper() or (high and not high.isupper()):
        return found.group()
    is_ordinal = head.lower() in _ORDINAL_HEADS
    say = ordinal if is_ordinal else spell_integer
    if high:
        return f"{head} {say(read_roman(low))} đến {say(read_roman(high))}"
    return f"{head} {say(read_roman(low))}"


def _lone(written: str, abbreviations: Mapping[str, str]) -> str:
    if written in abbreviations:
        return written
    try:
        return spell_integer(read_roman(written))
    except ValueError:
        return written
