"""Banners and posters: a message on a sheet, as PDF with bleed and marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from microsite.outreach.boxes import with_boxes
from microsite.outreach.channel import Job, Made, Order
from microsite.outreach.imprint import small_print
from microsite.outreach.lines import unbroken
from microsite.outreach.message import Message, has_slogans, messages_of
from microsite.outreach.sheets import MARKS_MM, Sheet, sheets_of
from microsite.outreach.studio import Studio, band_share, colours_of, draw_code
from microsite.wording.catalog import load_words
from microsite.wording.numbers import format_number

CHANNEL = "in"
_SCENE = (1200, 760)


def print_jobs(order: Order) -> Sequence[Job]:
    """Return a job for each message on each size that it may stand on, in each language.

    Streets speak the first language only; posters all of them.
    """
    if order.theme is None:
        return ()
    studio = Studio(order.theme, order.cache)
    jobs = [_job(order, studio, *one) for one in _wanted(order)]
    return [*jobs, Job("in/ve-khau-hieu", lambda: _about_slogans(order))]


def _wanted(order: Order) -> Iterator[tuple[Sheet, Message, str]]:
    languages = order.site.settings.languages
    for lang in languages:
        for message in messages_of(order.site, lang):
            for sheet in sheets_of(order.site.settings.outreach):
                is_here = sheet.family == "ap-phich" or lang == languages[0]
                if is_here and message.words <= sheet.most_words:
                    yield sheet, message, lang


def _job(order: Order, studio: Studio, sheet: Sheet, message: Message, lang: str) -> Job:
    path = f"{lang}/{CHANNEL}/{sheet.family}/{message.id}-{sheet.name}-cm.pdf"

    def make() -> Iterator[Made]:
        words = load_words(lang)
        family = words(f"printed.family.{sheet.family}")
        yield Made(
            path=path,
            content=draw_sheet(order, studio, sheet, message, lang),
            channel=CHANNEL,
            title=words("printed.titled", family=family, says=message.says),
            unit="",
            lang=lang,
            sources=message.sources,
            ways=("boards",) if sheet.family == "ap-phich" else (),
            facts={
                "size": _size(sheet, lang),
                "area_m2": format_number(sheet.area, lang, decimals=2),
                "scale": f"1:{sheet.scale}",
                "distance_m": sheet.distance,
            },
        )

    return Job(path, make)


def _size(sheet: Sheet, lang: str) -> str:
    if sheet.family == "pano":
        sides = (
            format_number(side / 100, lang, decimals=2) for side in (sheet.width, sheet.height)
        )
        return load_words(lang)("printed.size", size=f"{' × '.join(sides)} m")
    return load_words(lang)("printed.size", size=f"{sheet.name.replace('x', ' × ')} cm")


def draw_sheet(order: Order, studio: Studio, sheet: Sheet, message: Message, lang: str) -> bytes:
    """Return the PDF of a message on a sheet.

    Raises TypesetError when the words do not fit at the size that its readers need, or when the
    fonts lack a letter.
    """
    bleed, _ = _margins(order, sheet)
    template = "poster.typ" if sheet.family == "ap-phich" else "street.typ"
    pdf = studio.press(template).pdf(_data(order, studio, sheet, message, lang), pages=1)
    return with_boxes(pdf, marks_mm=MARKS_MM, bleed_mm=bleed)


def _margins(order: Order, sheet: Sheet) -> tuple[float, float]:
    campaign = order.site.settings.outreach
    return sheet.margins_mm(campaign.paper if sheet.family == "ap-phich" else campaign.street)


def _data(
    order: Order, studio: Studio, sheet: Sheet, message: Message, lang: str
) -> dict[str, object]:
    settings, words = order.site.settings, load_words(lang)
    bleed, safe = _margins(order, sheet)
    width, height = sheet.sides_mm
    is_poster = sheet.family == "ap-phich"
    palette = studio.palette(message.colour)
    ridges = studio.ridges if is_poster else studio.dark_ridges
    drawings = {
        "band": studio.band(message.band),
        "ridges": ridges(message.id, message.colour),
        "mark": studio.mark(),
        "twenty": studio.twenty() if is_poster else studio.twenty("#f5f1e6"),
    }
    if is_poster:
        drawings["scene"] = studio.scene(*_SCENE)
        if settings.address:
            drawings["code"] = draw_code(settings.address)
    size = _size(sheet, lang)
    print_line = small_print(order, lang, message.sources, message.band, woven=message.is_woven)
    return {
        "sides": [width, height],
        "bleed": bleed,
        "safe": safe,
        "marks": MARKS_MM,
        "least": sheet.least_size,
        "band_share": band_share(message.band),
        "family": sheet.family,
        "lang": lang,
        "title": message.says,
        "text": unbroken(message.text, order, lang),
        "under": message.under,
        "number": message.number,
        "woven": message.is_woven,
        "sign": settings.short_name.told(lang),
        "address": settings.address or "",
        "scan": words("printed.scan"),
        "print": print_line,
        "file": words("printed.file", size=size, scale=f"1:{sheet.scale}", distance=sheet.distance),
        "colours": dict(colours_of(palette)),
        "drawings": drawings,
    }


def _about_slogans(order: Order) -> Iterator[Made]:
    """Say where banners take their words from, and what to fill in to have slogans."""
    lang = order.site.settings.languages[0]
    words = load_words(lang)
    key = "printed.slogans_used" if has_slogans(order.site) else "printed.slogans_none"
    lines = [words(key)]
    if not order.site.settings.address:
        lines.append(words("printed.no_address"))
    lines.append(small_print(order, lang, ()))
    yield Made(
        path=f"{lang}/{CHANNEL}/doc-truoc-khi-in.txt",
        content="\r\n\r\n".join(lines).encode("utf-8-sig"),
        channel=CHANNEL,
        title=words("printed.read_first"),
        unit="",
        lang=lang,
        sources=(),
    )
