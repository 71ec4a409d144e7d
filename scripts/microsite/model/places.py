"""The path of a page in the project, and its address in the built site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import lru_cache
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
    return _resolved(address.rpartition("/")[0], target) or address


@lru_cache(maxsize=1 << 16)  # the pages of a folder share most of their links
def _resolved(folder: str, target: str) -> str:
    """Return where ``target`` leads from ``folder``; nothing for a place on the page itself."""
    path = unquote(urlsplit(target).path)
    if not path:
        return ""
    full = posixpath.normpath(posixpath.join(folder, path))
    return posixpath.join(full, "index.html") if path.endswith("/") or full == "." else full


@lru_cache(maxsize=1 << 16)
def relative_path(path: str, folder: str) -> str:
    """Return the address of the file at ``path`` for a page in ``folder``."""
    return posixpath.relpath(path, folder or ".")
