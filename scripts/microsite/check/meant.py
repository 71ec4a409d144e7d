"""What a writer most likely meant by an answer of the wrong form; only ever a suggestion."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from microsite.model.edtf import parse_edtf
from microsite.wording.catalog import load_words
from microsite.wording.fields import load_labels
from microsite.wording.fold import fold, slugify

# how Vietnamese writers write days, months, years and spans, and the order of our parts
_DAY = re.compile(
    r"(?:ngày )?(?P<day>\d{1,2})(?: ?[/.-] ?| tháng )(?P<month>\d{1,2})(?: ?[/.-] ?| năm )"
    r"(?P<year>\d{4}|\d{2})"
)
_TURNED = re.compile(r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})")
_MONTH = re.compile(r"(?:tháng )?(?P<month>\d{1,2})(?: ?[/.-] ?| năm )(?P<year>\d{4})")
_TURNED_MONTH = re.compile(r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})")
_YEAR = re.compile(r"năm (?P<year>\d{4})")
_ABOUT = re.compile(r"khoảng (?:năm )?(?P<year>\d{4})")
_SPAN = re.compile(r"(?:từ )?(?P<from>\d{4}) ?(?:[–-]|đến) ?(?P<to>\d{4})")  # the dash of Word too
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS = 12
_CENTURY = 50  # two digits below it are of this century

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"-?\d+,\d+")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
# a number and its unit; words that count are part of the number
_UNIT = re.compile(r"(?P<number>-?[\d.,]+) ?(?!nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:%|[^\W\d].*)")
_YES, _NO = {"co", "dung", "x", "yes", "y"}, {"khong", "sai", "no", "n"}
_LONGEST = 80


def meant(code: str, got: str, choices: Iterable[str] = ()) -> str:
    """Return what ``got``, which broke the rule ``code``, most likely means; else nothing."""
    words = " ".join(got[: 2 * _LONGEST].split())
    if not 0 < len(words) <= _LONGEST:
        return ""
    if code == "not-one-of":
        return choice(words, choices)
    guess = _GUESSES.get(code)
    return guess(words) if guess is not None else ""


def choice(got: str, choices: Iterable[str]) -> str:
    """Return the choice that the site, or its form, calls ``got`` in one of its languages."""
    wanted = _plain(got)
    called = (one for lang in ("vi", "en") for one in _called(lang).get(wanted, ()))
    known = set(choices)
    return next((one for one in called if one in known), "")


@cache
def _called(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return the last parts of the names of all words of a language, by the words."""
    found: dict[str, tuple[str, ...]] = {}
    for name, text in load_words(lang).entries.items():
        plain = _plain(text)
        found[plain] = (*found.get(plain, ()), name.rpartition(".")[2])
    return found


def _plain(text: str) -> str:
    return fold(re.sub(r"\s*\([^)]*\)", "", text)).strip().casefold()


def _time(text: str) -> str:
    lower = text.casefold()
    if found := _SPAN.fullmatch(lower):
        return _sound(f"{found['from']}/{found['to']}")
    if found := _ABOUT.fullmatch(lower):
        return _sound(f"{found['year']}~")
    for pattern in (_DAY, _TURNED, _MONTH, _TURNED_MONTH, _YEAR):
        if found := pattern.fullmatch(lower):
            return _sound(_written(found.groupdict()))
    return ""


def _day(text: str) -> str:
    found = _time(text)
    return found if _FULL.fullmatch(found) else ""


def _written(parts: Mapping[str, str]) -> str:
    year = parts["year"]
    if len(year) == len("04"):
        year = f"{'20' if int(year) < _CENTURY else '19'}{year}"
    return "-".join([year, *(parts[name].zfill(2) for name in ("month", "day") if name in parts)])


def impossible_day(text: str) -> tuple[str, str] | None:
    """Return the month, and how many days it has, when ``text`` is a day beyond its end."""
    lower = " ".join(text.casefold().split())
    found = _DAY.fullmatch(lower) or _TURNED.fullmatch(lower)
    if found is None:
        return None
    year, month, day = (int(part) for part in _written(found.groupdict()).split("-"))
    if not 1 <= month <= _MONTHS or year < 1 or day < 1:
        return None
    days = monthrange(year, month)[1]
    return (f"{month:02}/{year}", str(days)) if day > days else None


def field_called(name: str, known: Iterable[str]) -> str:
    """Return the field of ``known`` that the form calls ``name`` in one of its languages."""
    allowed, wanted = set(known), _plain(name)
    for lang in ("vi", "en"):
        for path, words in load_labels(lang).items():
            field = path.rpartition(".")[2]
            if field in allowed and _plain(words) == wanted:
                return field
    return ""


def _sound(text: str) -> str:
    try:
        return str(parse_edtf(text))
    except ValueError:
        return ""


def _number(text: str) -> str:
    bare = text.casefold().removeprefix("năm ")
    if found := _UNIT.fullmatch(bare):
        bare = found["number"]
    if _THOUSANDS.fullmatch(bare) or _COMMA.fullmatch(bare):
        return bare.replace(".", "").replace(",", ".")
    return bare if bare != text and _PLAIN.fullmatch(bare) else ""


def _integer(text: str) -> str:
    found = _number(text)
    return "" if "." in found else found


def _flag(text: str) -> str:
    word = fold(text).casefold()
    return "true" if word in _YES else "false" if word in _NO else ""


def _address(text: str) -> str:
    return f"https://{text}" if _HOST.fullmatch(text) else ""


def _file(text: str) -> str:
    stem, dot, suffix = text.replace("\\", "/").rpartition("/")[2].rpartition(".")
    suffix = suffix.lower()
    known = suffix in ("avif", "jpg", "jpeg", "png", "webp", "m4a", "mp3", "ogg", "opus", "wav")
    return f"{slugify(stem)}.{suffix}" if dot and known and slugify(stem) else ""


_GUESSES: Mapping[str, Callable[[str], str]] = {
    "edtf": _time,
    "day": _day,
    "number": _number,
    "integer": _integer,
    "flag": _flag,
    "slug": slugify,
    "address": _address,
    "media-file": _file,
}
