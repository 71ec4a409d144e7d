"""Whether a tree may go to readers: built for the portal, whole, without dead links."""

from __future__ import annotations

from pathlib import Path

from kioskbox.manifest import is_safe
from microsite.deploy.manifest import plain
from microsite.deploy.refusals import Refused
from microsite.model.settings import Settings
from microsite.placing import names_in
from microsite.verify import find_faults
from microsite.versions import ASSETS, is_versioned

_LEADS_ON = 'http-equiv="refresh"'
_APART = ("embed/",)
_MOST_NAMED = 5


def judge(site: Path, settings: Settings) -> None:
    """Judge a tree. Raises Refused when it is not sound."""
    if not (site / "index.html").is_file() or not (site / "404.html").is_file():
        raise Refused("no_site", path=site)
    files = names_in(site)
    for name in files:
        if not is_safe(name):
            raise Refused("bad_name", path=name)
        if name.startswith(f"{ASSETS}/") and not is_versioned(plain(name)):
            raise Refused("not_for_readers", path=name)
    pages = {name for name in files if name.endswith(".html")}
    apart = {name for name in pages if name.startswith(_APART) or _leads_on(site / name)}
    faults = find_faults(
        site,
        settings.languages,
        address=settings.address or "",
        apart=apart,
        withdrawn=frozenset(
            name for name in pages if settings.withdraws(settings.path_named(name))
        ),
    )
    if faults:
        raise Refused(
            "faults",
            count=len(faults),
            faults="\n".join(f"  {one}" for one in faults[:_MOST_NAMED]),
        )


def _leads_on(path: Path) -> bool:
    return _LEADS_ON in path.read_text(encoding="utf-8")[:3000]
