"""What the last look at a built site finds."""

from __future__ import annotations

from pathlib import Path

from microsite.verify import find_faults

GOOD = '<html><body><a href="b.html#x">b</a> <a href="en/index.html">en</a></body></html>'


def put(folder: Path, **pages: str) -> Path:
    """Write pages by name; `__` in a name is a folder."""
    for name, html in pages.items():
        path = folder / (name.replace("__", "/") + ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    """Return the faults as text."""
    return [str(fault) for fault in find_faults(folder, ("vi", "en"))]


def test_sound_site_has_no_fault(tmp_path: Path) -> None:
    """Linked, mirrored pages pass."""
    fetched = '<img src="https://host.test/a.png"><img src="no.png">'
    doubled = '<i id="d"></i><i id="d"></i>'
    outside = '<a href="https://host.test/">outside</a>'
    foreign_style = '<link rel="stylesheet" href="//cdn.test/a.css">'
    put(
        tmp_path,
        index=GOOD + fetched + '<a href="no.html">no</a>' + doubled,
        b='<p id="y">b</p>' + outside + foreign_style,
        en__index="<p>en</p>",
        lone="<p>lone</p>",
    )
    assert faults(tmp_path) == [
        "b.html: foreign request: //cdn.test/a.css",
        "b.html: not in both vi and en: b.html",
        "index.html: dead anchor: b.html#x",
        "index.html: dead link: no.html",
        "index.html: foreign request: https://host.test/a.png",
        "index.html: id twice: d",
        "index.html: missing file: no.png",
        "lone.html: not in both vi and en: lone.html",
        "lone.html: not reachable from the home page: lone.html",
    ]


def test_links_from_the_host_root_are_read_under_the_site_address(tmp_path: Path) -> None:
    """The 404 page's absolute links are checked where the site will lie."""
    put(tmp_path, index="<p>x</p>")
    (tmp_path / "404.html").write_text(
        '<a href="/sub/index.html">a</a><a href="/sub/no.html">b</a>', encoding="utf-8"
    )
    found = find_faults(tmp_path, ("vi",), address="https://host.test/sub/")
    assert [(fault.file, fault.kind) for fault in found] == [("404.html", "dead link")]


def test_page_without_elements_is_read(tmp_path: Path) -> None:
    """Nothing, blanks or a comment: no fault by itself, no traceback. An empty id is an id too."""
    put(tmp_path, index='<a href="b.html">b</a><a href="c.html">c</a><a href="d.html">d</a>')
    put(tmp_path, b="", c=" \n", d='<!-- x --><i id=""></i><i id=""></i>')
    assert [str(fault) for fault in find_faults(tmp_path, ("vi",))] == ["d.html: id twice: "]
