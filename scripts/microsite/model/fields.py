"""Every field that an editor may write, with its path: ``events.title.vi``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from microsite.model.deploy import Targets
from microsite.model.page import PageMeta
from microsite.model.redirect import Redirects
from microsite.model.settings import Settings
from microsite.model.site import COLLECTIONS

# beside the collections: the front matter of a page, data/deploy.yml,
# data/redirects.yml and data/site.yml
FORMS: Mapping[str, type[BaseModel]] = {
    **cast("Mapping[str, type[BaseModel]]", COLLECTIONS),
    "deploy": Targets,
    "page": PageMeta,
    "redirects": Redirects,
    "site": Settings,
}


@dataclass(frozen=True)
class ModelField:
    """A field of ``model``, and the path on which an editor meets it."""

    path: str
    model: type[BaseModel]
    name: str

    @property
    def info(self) -> FieldInfo:
        """What pydantic knows of it."""
        return self.model.model_fields[self.name]


def all_fields() -> Iterator[ModelField]:
    """Yield the fields of every form, outer ones first."""
    for name, model in FORMS.items():
        yield from fields_of(model, name)


def fields_of(model: type[BaseModel], path: str) -> Iterator[ModelField]:
    """Yield the fields of ``model`` and of the models inside, in the order of the class."""
    for name, info in model.model_fields.items():
        yield ModelField(f"{path}.{name}", model, name)
        inner = model_inside(info.annotation)
        if inner is not None:
            yield from fields_of(inner, f"{path}.{name}")


def model_inside(annotation: object) -> type[BaseModel] | None:
    """Return the model in ``tuple[Reading, ...] | None`` and the like, or None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = model_inside(inner)
        if found:
            return found
    return None
