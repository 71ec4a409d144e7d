"""Days, months, years, spans of years and hours in words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from microsite.speech.integers import spell_integer
from microsite.speech.numbers import DASH

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"[12]\d{3}"
_EDGE = r"(?<![\w/.,-])"
_END = r"(?![\w/]|[.,]\d)"
_LAST_MOORED = 10  # the first ten days of a month are “mồng”

_SPAN = re.compile(
    rf"(?:\b[Tt]ừ )?(?:\b[Nn]gày )?{_EDGE}(?P<d1>{_DAY})/(?P<m1>{_MONTH})(?:/(?P<y1>{_YEAR}))?"
    rf"(?:{DASH}| đến )(?:ngày )?(?P<d2>{_DAY})/(?P<m2>{_MONTH})/(?P<y2>{_YEAR}){_END}"
)
_DAYS = re.compile(
    rf"(?:\b[Tt]ừ )?(?:\b[Nn]gày )?{_EDGE}(?P<d1>{_DAY}){DASH}(?P<d2>{_DAY})/(?P<m>{_MONTH})"
    rf"(?:/(?P<y>{_YEAR}))?{_END}"
)
_FULL = re.compile(
    rf"(?:\b[Nn]gày )?{_EDGE}(?P<d>{_DAY})[/-](?P<m>{_MONTH})[/-](?P<y>{_YEAR}){_END}"
)
_ISO = re.compile(rf"(?:\b[Nn]gày )?{_EDGE}(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY}){_END}")
# without a year only the two-digit form is a day: 1/2 is a half
_SHORT = re.compile(
    rf"(?:(?P<said>\b[Nn]gày ){_EDGE}(?P<d1>{_DAY})/(?P<m1>{_MONTH})"
    rf"|{_EDGE}(?P<d2>0[1-9]|[12]\d|3[01])/(?P<m2>0[1-9]|1[0-2])){_END}"
)
_MONTH_YEAR = re.compile(rf"(?:\b[Tt]háng )?{_EDGE}(?P<m>{_MONTH})/(?P<y>{_YEAR}){_END}")
_NAMED_DAY = re.compile(rf"\b(?P<word>[Nn]gày|[Mm]ồng|[Mm]ùng) (?P<d>{_DAY}){_END}")
_NAMED_MONTH = re.compile(rf"\b(?P<word>[Tt]háng) (?P<m>{_MONTH}){_END}")
_YEARS = re.compile(
    rf"(?:\b[Tt]ừ )?(?:\b[Nn]ăm )?{_EDGE}(?P<y1>{_YEAR}){DASH}(?P<y2>{_YEAR}){_END}"
)
# what spans years by its name needs no “from year … to year …”
_TERM = re.compile(
    rf"\b(?P<head>[Nn]ăm học|[Nn]iên khóa|[Nn]hiệm kỳ|[Vv]ụ) "
    rf"(?P<y1>{_YEAR}){DASH}(?P<y2>{_YEAR}){_END}"
)
_TIME = re.compile(
    rf"{_EDGE}(?P<h>[01]?\d|2[0-3])(?:[:h]|(?P<said> giờ) ?)(?P<m>[0-5]\d)(?: phút)?{_END}"
)
_HOUR = re.compile(rf"{_EDGE}(?P<h>[01]?\d|2[0-3])h{_END}")


def spell_dates(text: str) -> str:
    """Return ``text`` with days, months, spans and hours in words.

    01/01/2004 is “ngày mồng một tháng một năm hai nghìn không trăm linh bốn”; a word that stands
    before it (ngày, tháng, năm, từ) is not said twice, and a capital letter stays one.
    """
    for pattern, say in _RULES:
        text = pattern.sub(_keeping_capital(say), text)
    return text


def spell_day(day: int) -> str:
    """Return a day of a month: mồng một, mười lăm, hai mươi tư."""
    return f"mồng {spell_integer(day)}" if day <= _LAST_MOORED else spell_integer(day)


def spell_month(month: int) -> str:
    """Return a month; the fourth is “tư”."""
    return "tư" if month == 4 else spell_integer(month)  # noqa: PLR2004


def _date(day: str, month: str, year: str | None = None) -> str:
    said = f"ngày {spell_day(int(day))} tháng {spell_month(int(month))}"
    return f"{said} năm {spell_integer(int(year))}" if year else said


def _full(found: re.Match[str]) -> str:
    """Say a whole date; one that no calendar has stays, so that it is noticed."""
    try:
        datetime.date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return found.group()
    return _date(found["d"], found["m"], found["y"])


def _span(found: re.Match[str]) -> str:
    start = _date(found["d1"], found["m1"], found["y1"])
    return f"từ {start} đến {_date(found['d2'], found['m2'], found['y2'])}"


def _days(found: re.Match[str]) -> str:
    start = f"từ ngày {spell_day(int(found['d1']))}"
    return f"{start} đến {_date(found['d2'], found['m'], found['y'])}"


def _short(found: re.Match[str]) -> str:
    return _date(found["d1"] or found["d2"], found["m1"] or found["m2"])


def _month_year(found: re.Match[str]) -> str:
    return f"tháng {spell_month(int(found['m']))} năm {spell_integer(int(found['y']))}"


def _years(found: re.Match[str]) -> str:
    return f"từ năm {spell_integer(int(found['y1']))} đến năm {spell_integer(int(found['y2']))}"


def _term(found: re.Match[str]) -> str:
    years = f"{spell_integer(int(found['y1']))} đến {spell_integer(int(found['y2']))}"
    return f"{found['head']} {years}"


def _time(found: re.Match[str]) -> str:
    hour = f"{spell_integer(int(found['h']))} giờ"
    return f"{hour} {spell_integer(int(found['m']))} phút" if int(found["m"]) else hour


def _named_day(found: re.Match[str]) -> str:
    day = int(found["d"])
    is_ngay = found["word"].lower() == "ngày"
    return f"{found['word']} {spell_day(day) if is_ngay else spell_integer(day)}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_SPAN, _span),
    (_DAYS, _days),
    (_FULL, _full),
    (_ISO, _full),
    (_MONTH_YEAR, _month_year),
    (_SHORT, _short),
    (_NAMED_DAY, _named_day),
    (_NAMED_MONTH, lambda found: f"{found['word']} {spell_month(int(found['m']))}"),
    (_TERM, _term),
    (_YEARS, _years),
    (_TIME, _time),
    (_HOUR, lambda found: f"{spell_integer(int(found['h']))} giờ"),
)


def _keeping_capital(say: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    def speak(found: re.Match[str]) -> str:
        words = say(found)
        return words[:1].upper() + words[1:] if found.group()[:1].isupper() else words

    return speak
