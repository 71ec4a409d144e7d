"""``robots.txt`` and ``security.txt``: what machines ask a host for before anything else (S9).

Both hold for a host only where the site lies at its root; below a path they are there to be copied.
"""

from __future__ import annotations

from microsite.model.settings import Settings

SITEMAP = "sitemap.xml"
SECURITY = ".well-known/security.txt"


def write_robots(settings: Settings) -> str:
    """Return ``robots.txt`` (RFC 9309): everything may be read, and where the list of pages is."""
    sitemap = settings.web_address(SITEMAP)
    rules = "User-agent: *\nAllow: /\n"
    return f"{rules}\nSitemap: {sitemap}\n" if sitemap else rules


def write_security(settings: Settings) -> str | None:
    """Return ``security.txt`` (RFC 9116); None where the data name no contact."""
    said = settings.security
    if said is None:
        return None
    lines = [
        f"Contact: {said.contact}",
        f"Expires: {said.expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(settings.languages)}",
    ]
    if own := settings.web_address(SECURITY):
        lines.append(f"Canonical: {own}")
    return "\n".join(lines) + "\n"
