"""What stands around a document: the letterhead over it and the place to sign under it."""

from __future__ import annotations

from microsite.documents.draft import Draft
from microsite.documents.forms import PARTY, STATE, Form
from microsite.documents.lines import Frame, Line, Rule
from microsite.documents.widths import width_of
from microsite.model.drafting import Letterhead, Signer
from microsite.wording.catalog import load_words

_ISSUER_RULE = 0.4  # of the length of the name: between a third and a half (W4)
_BLANK = " " * 10  # where a clerk writes the number


def blank_letterhead(form: Form) -> Letterhead:
    """Return the letterhead of an office that has not told its name: the words of the samples."""
    words = load_words("vi")
    return Letterhead(
        form=form.id,
        superior=words("document.blank.superior"),
        issuer=words("document.blank.issuer"),
        place=words("document.blank.place"),
        signer=Signer(title=words("document.blank.signer")),
    )


def letterhead(draft: Draft, form: Form) -> Frame:
    """Return who writes on the left, the State or the Party on the right (W6), and the mark of a
    draft where a number will stand.
    """
    number = (
        Line("number", form.number + _BLANK),
        Line("draft", load_words("vi")("document.draft")),
    )
    day = (Line("place-date", f"{draft.head.place}, {written_day(draft)}"),)
    return Frame(form.columns, ((_left(draft, form), _right(form)), (number, day)))


def _left(draft: Draft, form: Form) -> tuple[Line | Rule, ...]:
    issuer, room = draft.head.issuer.upper(), form.columns[0]
    names = (Line("superior", draft.head.superior.upper()), Line("issuer", issuer))
    if form.id == "hd36":
        return (*names, Line("star", "*"))
    length = width_of(issuer, form.looks["issuer"].size)
    return (*names, Rule(min(length, room) * _ISSUER_RULE, room))


def _right(form: Form) -> tuple[Line | Rule, ...]:
    said = (
        (("party", PARTY),) if form.id == "hd36" else zip(("nation", "motto"), STATE, strict=True)
    )
    lines = tuple(Line(role, text) for role, text in said)
    length = width_of(lines[-1].text, form.looks[lines[-1].role].size)
    return (*lines, Rule(length, form.columns[1]))


def written_day(draft: Draft) -> str:
    """Return the day as documents write it: 0 before days under 10 and months under 3 (W7)."""
    day = draft.day
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"  # noqa: PLR2004
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def sign_off(draft: Draft, form: Form) -> Frame:
    """Return the recipients on the left, who would sign on the right; no name, nothing signed."""
    words, signer = load_words("vi"), draft.head.signer
    told = (
        *(f"- {one};" for one in draft.head.recipients),
        f"- {words('document.file')}.",
    )
    left = (
        Line("recipients-head", words("document.recipients")),
        *(Line("recipients", one) for one in told),
    )
    mark = form.authority[signer.authority]
    body = (Line("signer", f"{mark} {(signer.body or '').upper()}".strip()),) if mark else ()
    right = (*body, Line("signer", signer.title.upper()), Line("signer-name", ""))
    return Frame(form.columns, ((left, right),))
