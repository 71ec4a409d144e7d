"""Drafts of offices keep every rule of their form, and the checker finds each rule broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from microsite.documents.checker import check_document
from microsite.documents.drawing import draw_document
from microsite.documents.frame import written_day
from microsite.documents.widths import width_of
from microsite.model.drafting import Authority, FormId
from offices import BODY, STYLES, document, draft, part, with_part

HEADER = "word/header1.xml"
FORMS: tuple[FormId, ...] = ("nd30", "hd36")


def in_style(role: str, old: str, new: str) -> tuple[str, str]:
    """Return a pattern for ``old`` in the style of ``role``, and what stands in its place."""
    return rf'(w:styleId="ms-{role}".*?){old}', rf"\g<1>{new}"


BROKEN: tuple[tuple[str, FormId, str, str, str], ...] = (
    ("W1", "nd30", BODY, r'w:left="1701"', 'w:left="1400"'),
    ("W1", "nd30", BODY, r'w:h="16838"', 'w:h="15840"'),
    ("W2", "nd30", STYLES, *in_style("body", 'w:cs="Times New Roman"', 'w:cs="Arial"')),
    ("W2", "hd36", STYLES, *in_style("body", 'w:color w:val="000000"', 'w:color w:val="FF0000"')),
    ("W2", "nd30", BODY, "Vườn lập", "Vu\u031bo\u031b\u0300n lập"),
    ("W3", "nd30", BODY, "<w:titlePg/>", ""),
    ("W3", "hd36", BODY, r' w:start="1"', ""),
    ("W3", "nd30", HEADER, r'w:sz w:val="26"', 'w:sz w:val="22"'),
    ("W3", "nd30", HEADER, "PAGE", "DATE"),
    ("W4", "nd30", STYLES, *in_style("motto", 'w:sz w:val="26"', 'w:sz w:val="24"')),
    ("W4", "nd30", STYLES, *in_style("recipients-head", "<w:i/>", "")),
    ("W4", "nd30", BODY, "BAN QUẢN TRỊ VƯỜN MẪU", "Ban Quản trị Vườn mẫu"),
    ("W4", "nd30", BODY, r'w:left="966" w:right="966"', 'w:left="100" w:right="100"'),
    ("W5", "nd30", STYLES, *in_style("body", 'w:jc w:val="both"', 'w:jc w:val="left"')),
    ("W5", "nd30", STYLES, *in_style("body", 'w:firstLine="720"', 'w:firstLine="400"')),
    ("W5", "hd36", STYLES, *in_style("body", 'w:after="120"', 'w:after="40"')),
    ("W5", "nd30", STYLES, *in_style("body", 'w:line="276"', 'w:line="480"')),
    ("W6", "nd30", BODY, "ms-place-date", "ms-number"),
    ("W6", "nd30", BODY, r'(<w:tc>.{0,80}<w:p><w:pPr><w:pStyle w:val=")ms-number', r"\1ms-nation"),
    ("W7", "nd30", BODY, "ngày 06", "ngày 6"),
    ("W7", "hd36", BODY, "tháng 01", "tháng 1"),
    ("W7", "nd30", BODY, "tháng 01", "tháng 06"),
    ("W8", "nd30", BODY, "Phần I<", "Phần 1<"),
    ("W8", "nd30", STYLES, *in_style("part", "<w:b/>", "")),
    ("W9", "nd30", BODY, "DỰ THẢO", "BẢN CHÍNH"),
    ("W9", "nd30", BODY, r"Số: +", "Số: 12/BC-VM"),
    ("W9", "hd36", BODY, r"(TRƯỞNG BAN</w:t>)", r"\1<w:drawing/>"),
    ("W9", "nd30", BODY, r"<w:tblPr>", "<w:tblPr><w:tblBorders/>"),
    ("P1", "hd36", BODY, "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG BỘ VƯỜN MẪU"),
    ("P1", "hd36", BODY, r"<w:t>\*</w:t>", "<w:t>***</w:t>"),
    ("P2", "hd36", STYLES, *in_style("title", 'w:sz w:val="32"', 'w:sz w:val="28"')),
    ("P2", "hd36", STYLES, *in_style("part", 'w:sz w:val="28"', 'w:sz w:val="26"')),
    ("P3", "hd36", BODY, r'w:right="850"', 'w:right="1134"'),
    ("P4", "hd36", BODY, "T/M BAN", "TM. BAN"),
    ("P4", "nd30", BODY, "TM. BAN", "T/M BAN"),
    ("P5", "hd36", BODY, "Ghi chú.", "Độc lập - Tự do - Hạnh phúc"),
    ("P5", "nd30", BODY, "Ghi chú.", "ĐẢNG CỘNG SẢN VIỆT NAM"),
)


@pytest.mark.parametrize("form", FORMS)
def test_draft_keeps_every_rule(form: FormId) -> None:
    """W10: the checker finds nothing in what is made here."""
    assert check_document(document(form), form) == ()


@pytest.mark.parametrize(
    ("rule", "form", "name", "old", "new"),
    BROKEN,
    ids=[f"{one[0]}-{one[1]}-{index}" for index, one in enumerate(BROKEN)],
)
def test_broken_rule_is_found(rule: str, form: FormId, name: str, old: str, new: str) -> None:
    """A document in which one thing is changed breaks that rule, as its XML says."""
    raw = document(form)
    changed, count = re.subn(old, new, part(raw, name), count=1, flags=re.DOTALL)
    assert count == 1
    found = {fault.rule for fault in check_document(with_part(raw, name, changed), form)}
    assert rule in found


def test_every_rule_has_a_case() -> None:
    """W1 to W9 and P1 to P5 are each broken above; W10 is the checker."""
    numbers = [
        *(f"W{number}" for number in range(1, 10)),
        *(f"P{number}" for number in range(1, 6)),
    ]
    assert {one[0] for one in BROKEN} == set(numbers)


def xml_facts(form: FormId) -> dict[str, Callable[[str, str], bool]]:
    """Return what the XML itself must say, rule by rule, without the checker."""
    right = "1134" if form == "nd30" else "850"
    return {
        "paper": lambda body, _: (
            all(
                found == ("1134", right, "1134", "1701")
                for found in re.findall(
                    r'<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"', body
                )
            )
            and body.count('<w:pgSz w:w="11906" w:h="16838"/>') == 2
        ),
        "font": lambda _, styles: (
            set(re.findall(r'styleId="ms-[^>]*>.*?w:ascii="([^"]*)"', styles))
            == {"Times New Roman"}
        ),
        "numbers": lambda body, _: body.count('w:start="1"') == body.count("<w:titlePg/>") == 2,
        "rules": lambda body, _: '<w:pBdr><w:top w:val="single"' in body,
        "frame": lambda body, _: body.count("<w:tblStyle") == 1,  # the table of times only
        "empty": lambda body, _: "<w:drawing" not in body and "<w:pict" not in body,
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fact", ["paper", "font", "numbers", "rules", "frame", "empty"])
def test_xml_says_so(form: FormId, fact: str) -> None:
    """What the rules want is in the file itself, whatever the checker thinks."""
    raw = document(form)
    assert xml_facts(form)[fact](part(raw), part(raw, STYLES))


@pytest.mark.parametrize(
    ("authority", "state", "party"),
    [
        ("on-behalf", "TM. BAN QUẢN TRỊ", "T/M BAN QUẢN TRỊ"),
        ("deputy", "KT. BAN QUẢN TRỊ", "K/T BAN QUẢN TRỊ"),
        ("by-order", "TL. BAN QUẢN TRỊ", "T/L BAN QUẢN TRỊ"),
    ],
)
def test_marks_of_authority_follow_the_form(authority: Authority, state: str, party: str) -> None:
    """P4: the State writes TM., KT., TL.; the Party T/M, K/T, T/L."""
    for form, mark in (("nd30", state), ("hd36", party)):
        raw = document(form, authority=authority)  # type: ignore[arg-type]
        assert f">{mark}<" in part(raw)
        assert check_document(raw, form) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 1, 6), "ngày 06 tháng 01 năm 2024"),
        (date(2024, 2, 29), "ngày 29 tháng 02 năm 2024"),
        (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024"),
        (date(2024, 12, 10), "ngày 10 tháng 12 năm 2024"),
    ],
)
def test_days_as_documents_write_them(day: date, written: str) -> None:
    """W7: 0 stands before days under 10 and months under 3, nowhere else."""
    made = draft("nd30", day=day)
    assert written_day(made) == written
    assert check_document(draw_document(made), "nd30") == ()


def test_a_form_is_not_the_other() -> None:
    """P5: what keeps the rules of one form breaks those of the other."""
    assert check_document(document("nd30"), "hd36")
    assert check_document(document("hd36"), "nd30")


@pytest.mark.parametrize("form", FORMS)
def test_equal_drafts_give_equal_bytes(form: FormId) -> None:
    """Nothing in a document depends on when it is made, and another word changes it."""
    assert document(form) == document(form)
    assert draw_document(replace(draft(form), subject="Sáu năm vườn mẫu")) != document(form)


def test_widths_know_marks_and_horns() -> None:
    """Marks do not widen a letter, so a rule under “Ế” is as long as one under “E”."""
    assert width_of("VIỆT NAM", 15) == pytest.approx(width_of("VIET NAM", 15))
    assert width_of("ƯƠ", 12) == pytest.approx(width_of("UO", 12))
    assert 70 < width_of("ĐẢNG CỘNG SẢN VIỆT NAM", 15) < 76
