"""What a channel makes: files that say of themselves what they are and where they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from microsite.model.activity import ActivityChannel
from microsite.model.site import Site
from microsite.placing import write_whole
from microsite.render.whole import known_names
from microsite.spoken.knowledge import Knowledge, know
from microsite.spoken.script import Edition


class TooHeavyError(Exception):
    """A file has more bytes than those who take it accept; which, how many, how many at most."""

    def __init__(self, name: str, size: int, most: int) -> None:
        super().__init__(f"{name}: {size} > {most} bytes")


@dataclass(frozen=True)
class Made:
    """One file of the kit: its path in it, what it is, and the ids of its sources.

    ``ways`` are the channels of grassroots information that it is for, ``tells`` the ids of events
    and indicators that it tells of. ``facts`` goes into the list as it is: minutes, syllables, the
    hash of the text.
    """

    path: str
    content: bytes
    channel: str
    title: str
    unit: str
    lang: str
    sources: tuple[str, ...]
    ways: tuple[ActivityChannel, ...] = ()
    tells: tuple[str, ...] = ()
    facts: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])


@dataclass(frozen=True)
class Filed:
    """A file of the kit as it lies on the disk: ``made`` without its content."""

    made: Made
    size: int
    digest: str


@dataclass(frozen=True)
class Job:
    """A piece of work with a name that people may read while it is done."""

    name: str
    make: Callable[[], Iterable[Made]]


@dataclass(frozen=True)
class Voice:
    """A command that reads a file aloud: ``{text}`` and ``{sound}`` are the two paths in it.

    Where it can only write waves, ``encoder`` is a second command that makes ``{sound}`` of
    ``{wave}``; ``{title}`` and ``{note}`` in it are what the file says of itself.
    """

    command: tuple[str, ...]
    suffix: str = "wav"
    encoder: tuple[str, ...] = ()


@dataclass(frozen=True)
class Order:
    """What is wanted: of which site, as which edition, for which units (none named: all).

    ``cache`` keeps what is slow to make, by the hash of what it is made from. ``theme`` is the
    folder of templates, colours and fonts; without it nothing is set in type.
    """

    site: Site
    edition: Edition
    cache: Path
    units: tuple[str, ...] = ()
    voice: Voice | None = None
    theme: Path | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that no line may part."""
        return known_names(self.site)

    @property
    def known(self) -> Knowledge:
        """What scripts are made from."""
        return know(vars(self.site), self.site.settings.ear)


Channel = Callable[[Order], Sequence[Job]]
"""Turns an order into its pieces of work, in a fixed order."""


def remember(folder: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """Return what was made for ``key`` before, or make and keep it."""
    kept = folder / key
    if kept.is_file():
        return kept.read_bytes()
    raw = make()
    write_whole(kept, raw)
    return raw
