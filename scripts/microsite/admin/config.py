"""The configuration of the form, from the models and from where the project keeps its files."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from microsite.admin.fields import Field, Form, list_of
from microsite.identity.mark import draw_mark
from microsite.load.nodes import Fields, Items, Node, Scalar
from microsite.load.write_yaml import write_yaml
from microsite.model.deploy import Targets
from microsite.model.page import PageMeta
from microsite.model.redirect import Redirects
from microsite.model.settings import Settings
from microsite.model.site import COLLECTIONS
from microsite.paths import ProjectPaths
from microsite.upkeep.shapes import Shape
from microsite.wording.catalog import Words

_REPOSITORY = re.compile(r"(?P<service>github|gitlab):(?P<repo>[\w.-]+(?:/[\w.-]+)+)")
_SERVER = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?", re.IGNORECASE)
_API = {"github": "/api/v3", "gitlab": "/api/v4"}  # where servers of one's own answer
_SINGLE = "_singletons"  # the form's own name for files that stand alone
_PAGE_DEPTH = 4
# what some reader of YAML takes for something else than words
_NOT_WORDS = re.compile(r"true|false|yes|no|on|off|y|n|null|~||[-+.\d].*", re.IGNORECASE)


@dataclass(frozen=True)
class Backend:
    """Where entries are saved: in a repository of ``service``, or in a folder of this machine.

    ``server`` is the address of a service of one's own (GitHub Enterprise, GitLab).
    """

    repo: str
    service: str = ""
    server: str = ""

    @property
    def settings(self) -> Mapping[str, Any]:
        """What the form is told; a token is the one way in that asks no third party."""
        told = {"name": self.service or "github", "repo": self.repo, "auth_methods": ["token"]}
        if self.server:
            told |= {
                "base_url": self.server,
                "api_root": self.server + _API[self.service],
                "graphql_api_root": f"{self.server}/api/graphql",  # the same on both
            }
        return told


def parse_backend(text: str, server: str = "") -> Backend:
    """Parse ``github:owner/repository``, on github.com or on ``server``. Raises ValueError on
    anything else.
    """
    found = _REPOSITORY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    server = server.rstrip("/")
    if server and not _SERVER.fullmatch(server):
        raise ValueError(server)
    return Backend(found["repo"], found["service"], server)


def local_backend(paths: ProjectPaths) -> Backend:
    """Return the folder of the project; the form wants a name for it, which it shows."""
    name = re.sub(r"[^\w.-]", "-", paths.root.name) or "microsite"
    return Backend(f"{name}/{name}")


def config_text(paths: ProjectPaths, words: Words, title: str, backend: Backend) -> str:
    """Return ``config.yml``."""
    return write_yaml(_node(config(paths, words, title, backend)))


def config(paths: ProjectPaths, words: Words, title: str, backend: Backend) -> Mapping[str, Any]:
    """Return the whole configuration."""
    form = Form(words, {name: _place(name, paths) for name in COLLECTIONS})
    folders = [name for name in COLLECTIONS if _in_folder(name, paths)]
    return {
        "backend": {**backend.settings, **(_told(words) if backend.service else {})},
        **({"publish_mode": "editorial_workflow"} if backend.service else {}),
        "app_title": title,
        "logo": {"src": _logo()},
        "media_folder": "docs/assets",
        "public_folder": "/assets",
        "media_libraries": {"stock_assets": False},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_sequences": False}},
        "collections": [
            *(_folder(name, form) for name in folders),
            *(_pages(path.name, form) for path in sorted(paths.docs.iterdir(), reverse=True)
              if path.name in ("vi", "en")),
        ],
        "singletons": [
            *(_file(name, form) for name in COLLECTIONS if name not in folders),
            _whole("deploy", Targets, form),
            _whole("redirects", Redirects, form),
            _whole("site", Settings, form),
        ],
    }  # fmt: skip


def _told(words: Words) -> Mapping[str, Any]:
    """Return what the history of the repository says of each kind of change."""
    kinds = ("create", "update", "delete", "uploadMedia", "deleteMedia")
    return {"commit_messages": {kind: words(f"admin.commit.{kind}") for kind in kinds}}


def _logo() -> str:
    """Return the site's mark as an address, since nobody knows where the form will lie."""
    return "data:image/svg+xml;base64," + base64.b64encode(draw_mark().encode()).decode()


def _in_folder(name: str, paths: ProjectPaths) -> bool:
    return (paths.data / name).is_dir()


def _place(name: str, paths: ProjectPaths) -> Mapping[str, str]:
    if _in_folder(name, paths):
        return {"collection": name}
    return {"collection": _SINGLE, "file": name}


def _folder(name: str, form: Form) -> Mapping[str, Any]:
    """A collection cut into files: each file of its folder is opened as a whole."""
    return {
        "name": name,
        "label": form.words(f"admin.collection.{name}"),
        "description": form.words("admin.of_many"),
        "folder": f"data/{name}",
        "extension": "yml",
        "format": "yaml",
        "create": False,
        "delete": False,
        "summary": "{{filename}}",
        "fields": [_entries(name, form)],
    }


def _file(name: str, form: Form) -> Mapping[str, Any]:
    """A collection in one file."""
    return {
        "name": name,
        "label": form.words(f"admin.collection.{name}"),
        "file": f"data/{name}.yml",
        "format": "yaml",
        "fields": [_entries(name, form)],
    }


def _entries(name: str, form: Form) -> Field:
    fields = form.fields(COLLECTIONS[name], name)
    title = form.words(f"admin.collection.{name}")
    return {"name": name, "label": title, **list_of(fields, Shape(is_list=True))}


def _whole(name: str, model: type[BaseModel], form: Form) -> Mapping[str, Any]:
    """A file that is one entry."""
    return {
        "name": name,
        "label": form.words(f"admin.collection.{name}"),
        "file": f"data/{name}.yml",
        "format": "yaml",
        "fields": form.fields(model, name),
    }


def _pages(lang: str, form: Form) -> Mapping[str, Any]:
    """The pages of a language; their text stays Markdown, which the form must not rewrite."""
    body = {
        "name": "body",
        "label": form.words("admin.body"),
        "hint": form.words("admin.body_hint"),
        "widget": "text",
        "use_emoji_autocomplete": False,
    }
    return {
        "name": f"pages-{lang}",
        "label": form.words(f"admin.pages_{lang}"),
        "label_singular": form.words("admin.page"),
        "folder": f"docs/{lang}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "nested": {"depth": _PAGE_DEPTH, "subfolders": False},
        "meta": {"path": {"index_file": "index"}},
        "create": True,
        "delete": False,
        "identifier_field": "title",
        "summary": "{{title}}",
        "fields": [*form.fields(PageMeta, "page"), body],
    }


def _node(value: Any) -> Node:
    """Turn plain values into nodes; words that look like something else are quoted."""
    if isinstance(value, Mapping):
        pairs = tuple((Scalar(key, 0, 0), _node(one)) for key, one in value.items())
        return Fields(pairs, 0, 0)
    if isinstance(value, list | tuple):
        return Items(tuple(_node(one) for one in value), 0, 0)
    if isinstance(value, bool):
        return Scalar(str(value).lower(), 0, 0)
    text = str(value)
    return Scalar(text, 0, 0, plain=isinstance(value, int) or not _NOT_WORDS.fullmatch(text))
