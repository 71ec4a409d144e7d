"""The report as a document of the State (nd30): a draft for an office to look through and sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from microsite.documents.draft import Appendix, Block, Draft, End, Grid, Paragraph, Part, Picture
from microsite.documents.forms import ND30
from microsite.documents.frame import blank_letterhead
from microsite.model.activity import Activity
from microsite.model.totals import people, totals_by
from microsite.report.naming import Naming, View, views_of
from microsite.report.table import shown

_NAMED_PERIODS = 6
_ROMAN = ("I", "II", "III", "IV")


def report_draft(
    activities: Sequence[Activity],
    naming: Naming,
    version: str,
    day: date,
    drawing: tuple[bytes, str] | None,
) -> Draft:
    """Return the report; ``drawing`` is the chart as PNG and what it says in words."""
    words, settings = naming.words, naming.site.settings
    head = settings.letterhead(ND30.id)
    notes = () if head else (f"({words('outline.no_issuer')})",)
    return Draft(
        form="nd30",
        head=head or blank_letterhead(ND30),
        day=day,
        title=words("reporting.title"),
        subject=words("reporting.subject", name=_inside(settings.name.vi)),
        foot=words("reporting.foot", version=version, day=f"{day:%d/%m/%Y}"),
        blocks=tuple(_blocks(activities, naming, drawing)),
        notes=notes,
        appendices=(_rows(activities, naming),),
    )


def _blocks(
    activities: Sequence[Activity], naming: Naming, drawing: tuple[bytes, str] | None
) -> Iterator[Block]:
    words = naming.words
    views = views_of(activities, naming)
    by_id = {view.id: view for view in views}
    periods = list(by_id["period"].names.values())
    yield Paragraph(
        words(
            "reporting.summary",
            rows=len(activities),
            units=len(by_id["unit"].names),
            channels=len(by_id["channel"].names),
            periods=_span(periods),
        )
    )
    counted, estimated = people(activities, "counted"), people(activities, "estimated")
    if counted or estimated:
        values = {"counted": shown(counted), "estimated": shown(estimated)}
        yield Paragraph(words("reporting.reached", **values))
    yield Paragraph(words("reporting.separate"))
    for number, view in enumerate((by_id["channel"], by_id["unit"], by_id["period"])):
        label = words("document.part", number=_ROMAN[number])
        yield Part(label, words(f"reporting.part.{view.id}"))
        yield _grid(view, activities, naming)
        if view.id == "channel" and drawing is not None:
            yield Picture(drawing[0], drawing[1], words("reporting.chart"))
    yield Paragraph(words("reporting.sources"))


def _inside(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]


def _span(periods: Sequence[str]) -> str:
    """Name the periods; of many the first and the last."""
    many = len(periods) > _NAMED_PERIODS
    return f"{periods[0]} – {periods[-1]}" if many else ", ".join(periods)


def _grid(view: View, activities: Sequence[Activity], naming: Naming) -> Grid:
    words = naming.words
    rows: list[tuple[str, ...]] = []
    last = ""
    for total in totals_by(activities, view.key, view.order):
        name = view.names[total.key]
        rows.append(
            (
                "" if name == last else name,
                naming.measure(total.measure),
                shown(total.quantity),
                _shown_people(total.counted),
                _shown_people(total.estimated),
            )
        )
        last = name
    total_row = (words("reporting.total"), "", "")
    counted, estimated = people(activities, "counted"), people(activities, "estimated")
    rows.append((*total_row, _shown_people(counted), _shown_people(estimated)))
    names = ("measure", "quantity", "counted", "estimated")
    head = [
        words(f"reporting.view.{view.id}"),
        *(words(f"reporting.column.{name}") for name in names),
    ]
    ends: tuple[End, ...] = ("left", "left", "right", "right", "right")
    return Grid(head, rows, (6, 3, 3, 3, 3), ends, has_total=True)


def _shown_people(count: int) -> str:
    return shown(count) if count else ""


def _rows(activities: Sequence[Activity], naming: Naming) -> Appendix:
    words = naming.words
    names = ("unit", "activity", "quantity", "measure", "period", "evidence")
    rows = [
        (
            naming.unit(one.unit),
            one.activity,
            shown(one.quantity),
            naming.measure(one.measure),
            naming.period(one.period),
            "; ".join(filter(None, (one.evidence, one.reporter))),
        )
        for one in activities
    ]
    head = [words(f"reporting.column.{name}") for name in names]
    ends: tuple[End, ...] = ("left", "left", "right", "left", "left", "left")
    grid = Grid(head, rows, (8, 10, 6, 5, 6, 9), ends)
    label = words("document.appendix", number=_ROMAN[0])
    return Appendix(label, words("reporting.appendix"), (grid,))
