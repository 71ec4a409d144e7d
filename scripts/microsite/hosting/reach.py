"""How readers reach the server: protocols, name, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from microsite.hosting.findings import Finding, Question, equal

MOVED = (301, 302, 307, 308)


def find_https(question: Question) -> Iterator[Finding]:
    """Whether http leads to https."""
    host = question.host
    if not host.is_secure:
        yield Finding("", "skip", "http")
        return
    parts = urlsplit(host.address)
    plain = urlunsplit(("http", parts.hostname or "", parts.path, "", ""))
    if parts.port not in (None, 443):
        yield Finding("", "pass", f"port {parts.port}")
        return
    try:
        answer = question.probe.fetch(plain)
    except OSError:
        yield Finding("", "pass", "80: –")
        return
    leads = answer.status in MOVED and answer.get("location").startswith("https://")
    wanted = f"301 https://{parts.hostname}{parts.path}"
    yield Finding("", "pass") if leads else Finding("", "fail", f"{answer.status} {plain}", wanted)


def find_gov(question: Question) -> Iterator[Finding]:
    """Whether the name is the state's."""
    name = question.host.name
    yield Finding("", "pass" if name.endswith(".gov.vn") else "ask", name, "….gov.vn")


def find_ipv6(question: Question) -> Iterator[Finding]:
    """Whether the name has an address of IPv6."""
    has = question.probe.has_ipv6()
    yield Finding("", "pass" if has else "ask", "" if has else "A", "AAAA")


def find_http2(question: Question) -> Iterator[Finding]:
    """Whether it would rather speak HTTP/2."""
    if not question.host.is_secure:
        yield Finding("", "skip", "http")
        return
    yield equal(question.probe.protocol(), "h2")


def find_sub_path(question: Question) -> Iterator[Finding]:
    """Whether the root folder is found without its slash."""
    if question.host.path == "/":
        yield Finding("", "skip", "/")
        return
    answer = question.probe.fetch(question.host.address.rstrip("/"))
    leads = answer.status in MOVED and answer.get("location").endswith(question.host.path)
    wanted = f"301 {question.host.path}"
    yield Finding("", "pass") if leads else Finding("", "fail", str(answer.status), wanted)


def find_person(_: Question) -> Iterator[Finding]:
    """What only a person can say."""
    yield Finding("", "ask")
