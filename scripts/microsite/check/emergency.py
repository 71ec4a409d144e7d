"""The emergency switch does what its writer thinks: its pages exist, its banner has words."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.addresses import generated
from microsite.check.content import Content, settings_place
from microsite.check.nearest import nearest
from microsite.model.emergency import ALL
from microsite.problems import Problem


def check(content: Content) -> Iterator[Problem]:
    """Check the paths of the switch, and that pages are named for a banner only."""
    settings = content.settings
    if settings is None or settings.emergency is None:
        return
    switch = settings.emergency
    if switch.pages and switch.banner is None:
        place = settings_place(content, ("emergency", "pages"))
        yield Problem(place, "missing-key", "", {"name": "banner"})
    made = generated(content)
    known = {page.path for page in content.raw_pages} | set(made.paths)
    for name in ("pages", "withdraw"):
        for index, typed in enumerate(getattr(switch, name)):
            path = settings.path_named(typed)
            if path in known or made.has(path) or (name == "withdraw" and typed == ALL):
                continue
            place = settings_place(content, ("emergency", name, index))
            yield Problem(place, "no-such-page", typed, {"nearest": nearest(path, known)})
