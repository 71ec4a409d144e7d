"""Pages of a booklet to sheets that a home printer prints on both sides."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PageObject, PdfReader, PdfWriter, Transformation


def pairs_of(count: int) -> Iterator[tuple[int, int]]:
    """Yield the pages, left and right, of each side of a sheet folded in the middle.

    Of 12 pages: (12, 1), (2, 11), (10, 3) and so on; turned over the short edge, the sheets in
    one another, they follow each other. Raises ValueError when four does not divide ``count``.
    """
    if count % 4:
        raise ValueError(count)
    for side in range(count // 2):
        outer, inner = count - side, side + 1
        yield (outer, inner) if side % 2 == 0 else (inner, outer)


def impose(pdf: bytes) -> bytes:
    """Return A4 sides, two A5 pages on each. Equal input gives equal bytes."""
    reader, writer = PdfReader(io.BytesIO(pdf)), PdfWriter()
    width, height = (float(side) for side in reader.pages[0].mediabox.upper_right)
    for left, right in pairs_of(len(reader.pages)):
        side = PageObject.create_blank_page(width=2 * width, height=height)
        for number, at in ((left, 0.0), (right, width)):
            page = reader.pages[number - 1]
            side.merge_transformed_page(page, Transformation().translate(at, 0))
        writer.add_page(side)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
