"""The form as a folder: page, program, configuration, fonts and words."""

from __future__ import annotations

import html
from collections.abc import Mapping
from importlib.resources import files

from microsite.admin.config import Backend, config_text
from microsite.admin.program import program_files
from microsite.identity.mark import draw_mark
from microsite.load.nodes import Fields, Scalar
from microsite.load.tree import read_text
from microsite.load.yaml_files import parse_yaml
from microsite.paths import ProjectPaths
from microsite.wording.catalog import Words

_PAGE = files("microsite.admin") / "page"
_API = {"": "", "github": " https://api.github.com", "gitlab": " https://gitlab.com"}
_PICTURES = {
    "": "",
    "github": " https://avatars.githubusercontent.com",
    "gitlab": " https://gitlab.com https://secure.gravatar.com",
}


def form_files(
    archive: bytes, paths: ProjectPaths, words: Words, backend: Backend
) -> Mapping[str, bytes]:
    """Return every file of the form by its name in the folder. Raises Unlike."""
    title = words("admin.app", name=_title(paths, words.lang))
    page = (_PAGE / "index.html").read_text(encoding="utf-8")
    filled = page.format(
        lang=words.lang,
        policy=html.escape(policy(backend)),
        title=html.escape(title),
        place="hosted" if backend.service else "local",
        no_scripts=html.escape(words("admin.no_scripts")),
    )
    return {
        "index.html": filled.encode("utf-8"),
        **{name: (_PAGE / name).read_bytes() for name in ("form.css", "start.js")},
        "icon.svg": draw_mark().encode("utf-8"),
        "config.yml": config_text(paths, words, title, backend).encode("utf-8"),
        **program_files(archive),
    }


def policy(backend: Backend) -> str:
    """Return what the browser lets the page load: its own files, and the repository's service."""
    own = f" {backend.server}"
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",  # the program writes its styles into the page
            f"img-src 'self' data: blob:{own if backend.server else _PICTURES[backend.service]}",
            "media-src 'self' blob:",
            f"connect-src 'self' blob: data:{own if backend.server else _API[backend.service]}",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _title(paths: ProjectPaths, lang: str) -> str:
    """Return the short name of the site, or of its folder: the form must open on broken files."""
    settings = paths.data / "site.yml"
    text = read_text(settings, paths.root)[0] if settings.is_file() else None
    root = parse_yaml(text, settings.name)[0] if text else None
    names = root.get("short_name") if isinstance(root, Fields) else None
    name = names.get(lang) or names.get("vi") if isinstance(names, Fields) else None
    return name.text if isinstance(name, Scalar) else paths.root.name
