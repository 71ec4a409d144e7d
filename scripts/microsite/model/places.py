"""The path of a page in the project, and its address in the built site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit


def built_path(path: str, lang: str, default_lang: str) -> str:
    """Return where the page staged at ``path`` lies in the built site."""
    folder = "" if lang == default_lang else f"{lang}/"
    return folder + html_path(path)


def html_path(path: str) -> str:
    """Return the built name of a page within its language; other files keep theirs."""
    return f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path


def page_path(written: str) -> str:
    """Return the path of the page that somebody named by its path or by its address."""
    return f"{written.removesuffix('.html')}.md" if written.endswith(".html") else written


def split_language(address: str, languages: Iterable[str]) -> tuple[str, str]:
    """Return (language, rest) of an address; without a language's folder the language is empty."""
    folder, slash, rest = address.partition("/")
    return (folder, rest) if slash and folder in languages else ("", address)


def resolve(address: str, target: str) -> str:
    """Return the address of the file that a link of the page at ``address`` leads to."""
    path = unquote(urlsplit(target).path)
    if not path:
        return address
    full = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
    return posixpath.join(full, "index.html") if path.endswith("/") or full == "." else full
