"""The one adapter to the typesetter."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import typst

from microsite.typesetting.fonts import FontCase

Data = Mapping[str, object]
"""What a template reads as ``json(bytes(sys.inputs.data))``."""

# stands in every PDF as its date: an hour of the build would change the bytes
_NO_HOUR = 0


class TypesetError(Exception):
    """A template or data that would not come out as meant; says why."""


class Press:
    """A template ready to be filled any number of times.

    It sees the files in the folder of the template, the fonts in ``case`` and nothing else.
    """

    def __init__(self, template: Path, case: FontCase) -> None:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(case.folder)]
        )
        self._template, self._case = template, case
        self._compiler = typst.Compiler(root=str(template.parent), font_paths=fonts)

    def png(self, data: Data, *, pages: int, ppi: float = 72) -> tuple[bytes, ...]:
        """Return each page as PNG; at 72 pixels an inch a point is a pixel. Raises TypesetError."""
        made = self._compile(data, "png", ppi)
        found = tuple(made) if isinstance(made, list) else (made,)
        if len(found) != pages:
            message = f"{self._template.name}: {len(found)} pages, expected {pages}"
            raise TypesetError(message)
        return found

    def pdf(
        self, data: Data, *, pages: int | None, standard: Literal["ua-1"] | None = None
    ) -> bytes:
        """Return all pages as one PDF; ``pages`` is None where the text decides how many.

        Raises TypesetError.
        """
        if pages is not None:
            self.png(data, pages=pages, ppi=1)  # only pictures of pages can be counted
        made = self._compile(data, "pdf", None, standard)
        return made[0] if isinstance(made, list) else made

    def _compile(
        self,
        data: Data,
        form: Literal["pdf", "png"],
        ppi: float | None,
        standard: Literal["ua-1"] | None = None,
    ) -> bytes | list[bytes]:
        lacking = self._case.lacking("".join(_texts(data)))
        if lacking:
            message = f"{self._template.name}: no font has {lacking!r}"
            raise TypesetError(message)
        try:
            made, warnings = self._compiler.compile_with_warnings(
                str(self._template),
                format=form,
                ppi=ppi,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
                pdf_standards=[standard] if standard else [],
                timestamp=_NO_HOUR,
            )
        except typst.TypstError as error:
            message = f"{self._template.name}: {error.diagnostic or error}"
            raise TypesetError(message) from None
        if warnings or made is None:
            message = f"{self._template.name}: {'; '.join(one.message for one in warnings)}"
            raise TypesetError(message)
        return made


def _texts(value: object) -> Iterator[str]:
    """Yield every text in ``value`` that will be read; drawings are no text."""
    if isinstance(value, str):
        if not value.startswith("<svg"):
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
