"""The files beside each indicator: values as CSV, description as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from microsite.marks import strip_inline
from microsite.model.indicator import Indicator, Reading
from microsite.model.site import Site
from microsite.render.page import Asset
from microsite.tabular import write_rows

_COLUMNS = (
    "year",
    "value",
    "qualifier",
    "preferred",
    "period",
    "unit_vi",
    "unit_en",
    "sources",
    "note_vi",
    "note_en",
)


def indicator_files(site: Site) -> Iterator[Asset]:
    """Yield the CSV (with BOM, so that Excel reads it) and the JSON of every indicator.

    With its page the files of an indicator are withdrawn.
    """
    folder = site.settings.addresses.indicators
    for indicator in site.indicators.values():
        if site.settings.withdraws(f"{folder}/{indicator.id}.md"):
            continue
        yield Asset(f"{folder}/{indicator.id}.csv", _csv(indicator))
        yield Asset(f"{folder}/{indicator.id}.metadata.json", _metadata(site, indicator))


def _csv(indicator: Indicator) -> bytes:
    preferred = indicator.preferred
    rows = (_row(indicator, reading, reading in preferred) for reading in indicator.series)
    return write_rows([_COLUMNS, *rows])


def _row(indicator: Indicator, reading: Reading, preferred: bool) -> list[str]:  # noqa: FBT001 — a column
    note = reading.note
    return [
        str(reading.year),
        f"{reading.value:.{indicator.decimals}f}",
        reading.qualifier,
        "true" if preferred else "false",
        str(reading.period or ""),
        indicator.unit.vi,
        indicator.unit.en or "",
        " ".join(reading.cited),
        strip_inline(note.vi) if note else "",
        strip_inline(note.en or "") if note else "",
    ]


def _metadata(site: Site, indicator: Indicator) -> bytes:
    cited = dict.fromkeys(source for reading in indicator.series for source in reading.cited)
    data = {
        "id": indicator.id,
        "name": indicator.name.model_dump(),
        "definition": indicator.definition.model_dump(),
        "unit": indicator.unit.model_dump(),
        "field": indicator.field,
        "better": indicator.better,
        "price_basis": indicator.price_basis,
        "territory": indicator.territory.model_dump() if indicator.territory else None,
        "confidence": indicator.confidence,
        "differs": indicator.differs.model_dump() if indicator.differs else None,
        "breaks": [{"year": cut.year, "why": cut.why.model_dump()} for cut in indicator.breaks],
        "series": [
            {
                "year": reading.year,
                "value": reading.value,
                "qualifier": reading.qualifier,
                "preferred": reading in indicator.preferred,
                "period": str(reading.period) if reading.period else None,
                "sources": list(reading.cited),
                "note": reading.note.model_dump() if reading.note else None,
            }
            for reading in indicator.series
        ],
        "sources": [
            site.sources[name].model_dump(mode="json", exclude_none=True, exclude={"url"})
            | ({"url": site.sources[name].url} if site.sources[name].public_link else {})
            for name in cited
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
