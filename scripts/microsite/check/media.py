"""Pictures and recordings have their files, fit for a page, and words that say more than a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from microsite.check.content import Content, Located
from microsite.check.meant import meant
from microsite.check.nearest import nearest
from microsite.check.withdrawal import withdrawn
from microsite.model.media import Photo, Recording
from microsite.pictures import Flaw
from microsite.problems import Problem, Where
from microsite.wording.fold import slugify

# the size that is told may be off by one part in twenty
_TOLERANCE = 20
# what no entry would help: another kind of file, whatever it is called
_NOT_ONE_OF_OURS = ("picture-heic", "picture-kind")
_PICTURE_NAME = re.compile(r"photos/.*\.(?:avif|jpe?g|png|webp|hei[cf])", re.IGNORECASE)


def check(content: Content) -> Iterator[Problem]:
    """Check the file of every picture and recording, and the words of every picture."""
    gone = set(map(id, withdrawn(content)))  # their files may be deleted at once
    for entry in content.entries:
        value = entry.value
        if isinstance(value, (Photo, Recording)) and id(entry) not in gone:
            yield from _file(entry, value, content)
        if isinstance(value, Photo):
            yield from _words(entry, value)
    yield from _unlisted(content)


def _file(entry: Located, value: Photo | Recording, content: Content) -> Iterator[Problem]:
    size, found = content.media.get(value.path), content.pictures.get(value.path)
    if size is None and value.consents and _is_broken("consents", content):
        return  # nobody can know whether it was withdrawn and its file deleted
    if size is None:
        folder = value.path.partition("/")[0]
        known = [path.partition("/")[2] for path in content.media if path.startswith(folder)]
        values = {"folder": folder, "nearest": nearest(value.file, known)}
        yield Problem(entry.where("file"), "media-missing", value.file, values)
    elif isinstance(found, Flaw):
        values = {"limit": found.limit, "file": value.file}
        yield Problem(entry.where("file"), found.code, found.got, values, spot=value.file)
    elif isinstance(value, Recording) and abs(value.bytes - size) * _TOLERANCE > size:
        yield Problem(entry.where("bytes"), "media-size", str(value.bytes), {"size": str(size)})


def _words(entry: Located, photo: Photo) -> Iterator[Problem]:
    """Words for those who do not see the picture must say what it shows, not what it is called."""
    names = {slugify(photo.file), slugify(PurePosixPath(photo.file).stem)}
    for lang in ("vi", "en"):
        alt, caption = photo.alt.get(lang), photo.caption.get(lang)
        if alt is None:
            continue
        if slugify(alt) in names:
            yield Problem(entry.where("alt", lang), "alt-is-name", alt)
        elif caption is not None and slugify(alt) == slugify(caption):
            yield Problem(entry.where("alt", lang), "alt-is-caption", alt)


def _unlisted(content: Content) -> Iterator[Problem]:
    """Yield the photographs that nobody has written about; they would silently not be shown.

    A name that leads nowhere is said already, and may be meant for one of them.
    """
    if _is_broken("photos", content):
        return
    listed = {entry.value.path for entry in content.of("photos") if isinstance(entry.value, Photo)}
    gone = {getattr(entry.value, "path", "") for entry in withdrawn(content)}
    if not listed - gone <= content.media.keys():
        return
    for path in sorted(content.media.keys() - listed):
        where, flaw = Where(f"docs/assets/{path}"), content.pictures.get(path)
        if isinstance(flaw, Flaw) and flaw.code in _NOT_ONE_OF_OURS:
            yield Problem(where, flaw.code, flaw.got, {"limit": flaw.limit})
        elif _PICTURE_NAME.fullmatch(path):
            name = PurePosixPath(path).name
            clean = meant("media-file", name)
            values = {"nearest": clean if clean != name else ""}
            yield Problem(where, "picture-unlisted", "", values)


def _is_broken(collection: str, content: Content) -> bool:
    """Whether a file or an entry of ``collection`` could not be read; its mistake is said there."""
    return collection in content.unreadable or any(name == collection for name, _ in content.broken)
