"""Pictures and recordings have their files, and a reader is told the true size."""

from __future__ import annotations

from collections.abc import Iterator

from microsite.check.content import Content
from microsite.check.nearest import nearest
from microsite.model.media import Photo, Recording
from microsite.problems import Problem

# the size that is told may be off by one part in twenty
_TOLERANCE = 20


def check(content: Content) -> Iterator[Problem]:
    """Check that every named file is there, and that recordings tell their size."""
    for entry in content.entries:
        value = entry.value
        if not isinstance(value, (Photo, Recording)):
            continue
        size = content.media.get(value.path)
        if size is None:
            folder = value.path.partition("/")[0]
            known = [path.partition("/")[2] for path in content.media if path.startswith(folder)]
            values = {"folder": folder, "nearest": nearest(value.file, known)}
            yield Problem(entry.where("file"), "media-missing", value.file, values)
        elif isinstance(value, Recording) and abs(value.bytes - size) * _TOLERANCE > size:
            yield Problem(entry.where("bytes"), "media-size", str(value.bytes), {"size": str(size)})
