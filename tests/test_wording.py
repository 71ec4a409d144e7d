"""Numbers, dates and slugs as each language writes them; the catalogues say the same things."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from microsite.model.culture import CultureItem
from microsite.model.edtf import Edtf, Moment, parse_edtf
from microsite.model.event import Confidence, Topic
from microsite.model.indicator import IndicatorField, Qualifier
from microsite.model.learning import QuestionGroup
from microsite.model.source import SourceKind
from microsite.model.story import StoryField
from microsite.model.unit import UnitKind
from microsite.wording.catalog import Words, load_words
from microsite.wording.dates import format_interval, format_moment
from microsite.wording.fold import fold, slugify
from microsite.wording.numbers import format_number

GOLDEN = Path(__file__).parent / "golden"


def cases(name: str) -> list[Any]:
    """Read a golden list."""
    loaded: list[Any] = yaml.safe_load((GOLDEN / name).read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize(("value", "decimals", "vi", "en"), cases("wording/numbers.yml"))
def test_number_in_both_languages(value: float, decimals: int, vi: str, en: str) -> None:
    """Vietnamese has dots for thousands and a comma for decimals, English the reverse (L10)."""
    assert format_number(value, "vi", decimals=decimals) == vi
    assert format_number(value, "en", decimals=decimals) == en


@pytest.mark.parametrize(("typed", "first", "last", "vi", "en"), cases("edtf/accepted.yml"))
def test_date_keeps_its_precision(typed: str, first: str, last: str, vi: str, en: str) -> None:
    """A date is shown as precisely as it was typed, in both languages, and returns to what was
    typed (D2).
    """
    when = parse_edtf(typed)
    assert (when.first.isoformat(), when.last.isoformat()) == (first, last)
    assert (written(when, load_words("vi")), written(when, load_words("en"))) == (vi, en)
    assert str(when) == typed


@pytest.mark.parametrize("typed", cases("edtf/refused.yml"))
def test_other_dates_are_refused(typed: str) -> None:
    """Anything but the accepted forms is an error, impossible days too."""
    with pytest.raises(ValueError):  # noqa: PT011 — the text is the whole message
        parse_edtf(typed)


def written(when: Edtf, words: Words) -> str:
    """Write a date as a page does."""
    if not when.is_interval:
        return moment(when.start, words)
    return format_interval(
        moment(when.start, words), moment(when.end, words), when.end_bound, words
    )


def moment(point: Moment | None, words: Words) -> str:
    """Write a point in time as a page does."""
    if point is None:
        return ""
    return format_moment(point.year, point.month, point.day, words, circa=point.circa)


def test_slug_folds_every_vietnamese_letter() -> None:
    """Addresses are ASCII, and đ becomes d (S8)."""
    assert slugify("Địa giới ở Ễ Ậ Ở Ỹ ợ ẵ, năm 2025!") == "dia-gioi-o-e-a-o-y-o-a-nam-2025"
    assert fold("Đường Thủy điện") == "Duong Thuy dien"


def test_catalogues_have_the_same_keys() -> None:
    """Every word exists in both languages, with the same blanks to fill."""
    vi, en = load_words("vi").entries, load_words("en").entries
    assert set(vi) == set(en)
    blanks = {key for key in vi if set(_blanks(vi[key])) != set(_blanks(en[key]))}
    assert blanks == set()


def test_every_closed_list_has_words() -> None:
    """Each value a writer may choose can be said on a page."""
    lists = {
        "topic": get_args(Topic),
        "field": (*get_args(IndicatorField), *get_args(StoryField)),
        "qualifier": get_args(Qualifier),
        "confidence": get_args(Confidence),
        "kind": get_args(CultureItem.model_fields["kind"].annotation),
        "source_kind": get_args(SourceKind),
        "question_group": get_args(QuestionGroup),
        "unit_kind": get_args(UnitKind),
    }
    known = load_words("vi").entries
    missing = [
        f"{name}.{value}"
        for name, values in lists.items()
        for value in values
        if f"{name}.{value}" not in known
    ]
    assert missing == []


def _blanks(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]
