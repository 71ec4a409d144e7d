"""The hosting checklist (requirement V13) against a running server: each item with its verdict."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from microsite.hosting import reach
from microsite.hosting.findings import Finding, Question, equal, summed
from microsite.hosting.policy import TEXT, Host, media_type, place_of
from microsite.hosting.probe import Answer, Probe
from microsite.placing import names_in

_NOWHERE = "khong-co-trang-nay-0000.html"
_SAMPLE = 40
_SHORT = 1000  # bytes
_OK, _NOT_MODIFIED, _NOT_FOUND = 200, 304, 404
_BESIDE = (".br", ".gz")


def ask_host(host: Host, site: Path) -> Iterator[Finding]:
    """Yield the verdicts in the order of the list. Raises OSError when nobody answers."""
    shown = tuple(
        name for name in names_in(site) if not _is_hidden(name) and not name.endswith(_BESIDE)
    )
    question = Question(Probe(host.address), host, site, shown)
    question.probe.get("")  # nobody there: every item would say the same
    for item, check in CHECKS.items():
        for finding in check(question):
            yield Finding(item, finding.verdict, finding.got, finding.wanted)


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _compressed(question: Question) -> Iterator[Finding]:
    def look() -> Iterator[Finding]:
        for name in _one_of_each(question, TEXT):
            raw = (question.site / name).read_bytes()
            if len(raw) < _SHORT:  # some servers leave those alone
                continue
            for coding in ("br", "gzip"):
                answer = question.probe.get(name, Accept_Encoding=coding)
                yield equal(answer.get("content-encoding"), coding, name)
                yield equal(_mark(answer.body), _mark(raw), f"{name} ({coding})")

    yield from summed(look())


def _types(question: Question) -> Iterator[Finding]:
    ends = {name.rpartition(".")[2] for name in question.files}
    yield from summed(
        equal(
            question.probe.get(name).get("content-type").lower().replace(" ", ""),
            media_type(name).replace(" ", ""),
            name,
        )
        for name in _one_of_each(question, sorted(ends))
    )


def _headers(question: Question) -> Iterator[Finding]:
    def look() -> Iterator[Finding]:
        asked = {place_of(name): name for name in reversed(question.files)}
        asked["page"] = ""
        for place, name in sorted(asked.items()):
            answer = question.probe.get(name)
            for field, value in question.host.headers(place).items():
                yield equal(answer.get(field), value, f"{name or '/'} {field}:")
            if answer.get("x-frame-options") and place == "embed":
                yield Finding("", "fail", f"{name} X-Frame-Options", "–")

    yield from summed(look())


def _not_found(question: Question) -> Iterator[Finding]:
    def look() -> Iterator[Finding]:
        for name in (_NOWHERE, f"assets/{_NOWHERE}"):
            answer = question.probe.get(name)
            yield equal(str(answer.status), str(_NOT_FOUND), name)
            own = (question.site / "404.html").read_bytes()
            yield equal(_mark(answer.body), _mark(own), f"{name}: 404.html")
            cache = answer.get("cache-control")
            if "immutable" in cache:
                yield Finding("", "fail", f"{name} {cache}", "no-cache")

    yield from summed(look())


def _revalidates(question: Question) -> Iterator[Finding]:
    answer = question.probe.get("")
    tag, day = answer.get("etag"), answer.get("last-modified")
    if not tag and not day:
        yield Finding("", "fail", "–", "ETag")
        return
    asked = {"If_None_Match": tag} if tag else {"If_Modified_Since": day}
    yield equal(str(question.probe.get("", **asked).status), str(_NOT_MODIFIED))


def _no_listing(question: Question) -> Iterator[Finding]:
    def look() -> Iterator[Finding]:
        for folder in ("assets/", *_folders(question)):
            answer = question.probe.get(folder)
            if answer.status == _OK:
                yield Finding("", "fail", f"200 {folder}", "403/404")

    yield from summed(look())


def _hidden(question: Question) -> Iterator[Finding]:
    names = (".git/config", ".htaccess", ".env")
    answers = ((name, question.probe.get(name)) for name in names)
    yield from summed(
        Finding("", "fail", f"200 {name}", "404") for name, one in answers if one.status == _OK
    )


def _same(question: Question) -> Iterator[Finding]:
    pages = [name for name in question.files if name != "404.html"]
    step = max(1, len(pages) // _SAMPLE)

    def look() -> Iterator[Finding]:
        for name in dict.fromkeys(["index.html", *pages[::step]]):
            answer = question.probe.get(name)
            own = (question.site / name).read_bytes()
            yield equal(_told(answer), _told(Answer(_OK, {}, own)), name)

    yield from summed(look())


def _no_cookies(question: Question) -> Iterator[Finding]:
    cookies = question.probe.cookies
    yield Finding("", "fail", ", ".join(cookies[:3]), "–") if cookies else Finding("", "pass")


def _no_version(question: Question) -> Iterator[Finding]:
    server = question.probe.get("").get("server")
    leaks = any(letter.isdigit() for letter in server)
    yield Finding("", "fail", server, server.partition("/")[0]) if leaks else Finding("", "pass")


def _one_of_each(question: Question, ends: tuple[str, ...] | list[str]) -> Iterator[str]:
    for end in ends:
        found = [name for name in question.files if name.endswith(f".{end}")]
        if found:
            yield max(found, key=lambda name: (question.site / name).stat().st_size)


def _folders(question: Question) -> list[str]:
    """Return a few folders that have no page of their own."""
    folders = {name.rpartition("/")[0] for name in question.files if "/" in name}
    return [
        f"{folder}/" for folder in sorted(folders) if f"{folder}/index.html" not in question.files
    ][:5]


def _mark(body: bytes) -> str:
    return f"{len(body)} B {hashlib.sha256(body).hexdigest()[:12]}"


def _told(answer: Answer) -> str:
    return f"{answer.status} {_mark(answer.body)}"


CHECKS: dict[str, Callable[[Question], Iterator[Finding]]] = {
    "https": reach.find_https,
    "http2": reach.find_http2,
    "headers": _headers,
    "compressed": _compressed,
    "types": _types,
    "not_found": _not_found,
    "revalidates": _revalidates,
    "sub_path": reach.find_sub_path,
    "same": _same,
    "no_listing": _no_listing,
    "hidden": _hidden,
    "no_version": _no_version,
    "no_cookies": _no_cookies,
    "gov": reach.find_gov,
    "ipv6": reach.find_ipv6,
    "fallback": reach.find_person,
    "dossier": reach.find_person,
    "tested": reach.find_person,
}
