"""Entries as others read them: plain values, prose without marks, nothing of the editors' own."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from microsite.model.base import LocalizedProse
from microsite.model.edtf import Edtf
from microsite.model.source import Source
from microsite.render.context import Context

# who approved what, who agreed to what, how an entry is drawn, the name of a file nobody can fetch
HIDDEN = frozenset(
    {"status", "approved_by", "approved_on", "consents", "band", "cover", "chart", "tile", "file"}
)


def publish(value: Any, contexts: Mapping[str, Context]) -> Any:
    """Return ``value`` as JSON has it; what is not known is left out.

    Prose is written out in each language by its context: figures as words, citations left out, as
    ``sources`` names them.
    """
    if isinstance(value, LocalizedProse):
        said = {lang: value.get(lang) for lang in contexts}
        return {lang: contexts[lang].said(text) for lang, text in said.items() if text}
    if isinstance(value, BaseModel):
        return {
            name: publish(inner, contexts)
            for name in type(value).model_fields
            if name not in HIDDEN and (inner := getattr(value, name)) is not None
            if not (name == "url" and isinstance(value, Source) and not value.public_link)
        }
    if isinstance(value, tuple):
        return [publish(one, contexts) for one in value]
    if isinstance(value, Edtf | datetime.date):
        return str(value)
    return value
