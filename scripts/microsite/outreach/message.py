"""What may stand large on a banner or poster: nothing but names and approved words of the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from microsite.model.settings import Anniversary, Settings
from microsite.model.site import Site

_WOVEN = 20  # the only numerals that are woven


@dataclass(frozen=True)
class Message:
    """``text`` is what is written; ``number`` is drawn large above it, ``under`` stands below.

    ``says`` is the whole as it is read, for titles and for counting words.
    """

    id: str
    text: str
    says: str
    under: str = ""
    number: str = ""
    colour: str = "indigo"
    band: str = "trim"
    sources: tuple[str, ...] = ()

    @property
    def is_woven(self) -> bool:
        """Whether its number is drawn as cloth."""
        return self.number == str(_WOVEN)

    @property
    def words(self) -> int:
        """How many words a passer-by reads."""
        return len(self.says.split())


def messages_of(site: Site, lang: str) -> list[Message]:
    """Return the event's name, its anniversaries, and the slogans that somebody has approved.

    A slogan has the number, day and approver of its document (O9); a theme of a stage programme is
    none, so it is left out.
    """
    settings = site.settings
    anniversaries = [_anniversary(settings, one, lang) for one in settings.anniversaries]
    return [_name(settings, lang), *anniversaries, *_slogans(site, lang)]


def has_slogans(site: Site) -> bool:
    """Whether any slogan is approved."""
    return any(one.document for one in site.slogans.values())


def _name(settings: Settings, lang: str) -> Message:
    whole = settings.name.told(lang)
    # what stands in brackets is a line of its own
    text, _, under = whole.partition(" (")
    own = [one for one in settings.anniversaries if _held_on(one) == _day(settings.anchor.first)]
    number = str(own[0].years) if own else ""
    return Message(
        id="ten-su-kien",
        text=text,
        says=text,
        under=under.rstrip(")"),
        number=number if number == str(_WOVEN) else "",
        band=own[0].band if own else "trim",
        sources=own[0].sources if own else (),
    )


def _held_on(one: Anniversary) -> tuple[int, int, int]:
    day = one.date.first
    return day.year + one.years, day.month, day.day


def _day(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _anniversary(settings: Settings, one: Anniversary, lang: str) -> Message:
    label, since = one.label.told(lang), one.date.first.year
    colour = next((part.colour for part in settings.sections if part.band == one.band), "indigo")
    return Message(
        id=f"{one.years}-nam",
        text=label,
        says=f"{one.years} {label}",
        under=f"{since} – {since + one.years}",
        number=str(one.years),
        colour=colour,
        band=one.band,
        sources=one.sources,
    )


def _slogans(site: Site, lang: str) -> Iterator[Message]:
    for one in site.slogans.values():
        if one.document is not None:
            text = one.text.told(lang)
            yield Message(
                id=one.id, text=text, says=text, colour="red", band="mong", sources=one.sources
            )
