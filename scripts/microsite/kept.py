"""What is kept between builds, by the hash of all that it was worked out from."""

from __future__ import annotations

import hashlib
import pickle
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from microsite.placing import replacing, write_whole
from microsite.spread import FEW, spread

In = TypeVar("In")
Out = TypeVar("Out")


@dataclass(frozen=True)
class Kept:
    """A file of results; without ``path`` nothing is kept.

    ``edition`` is the hash of what works them out: what another one made counts for nothing.
    """

    path: Path | None = None
    edition: str = ""

    def beside(self, name: str) -> Kept:
        """Return another file of the same edition."""
        return Kept(self.path and self.path.with_name(f"{self.path.name}-{name}"), self.edition)

    def forget(self) -> None:
        """Delete what is kept."""
        if self.path:
            self.path.unlink(missing_ok=True)

    def each(
        self,
        items: Mapping[bytes, In],
        work: Callable[[In], Out],
        workers: int,
        *,
        few: int = FEW,
        in_turns: bool = False,
    ) -> dict[bytes, Out]:
        """Return ``work(item)`` for all ``items``, by the hash of what they are; only those that
        are not kept are worked out, by ``spread``. Exactly these are kept afterwards.
        """
        known: Mapping[bytes, Out] = self._read()
        lacking = [key for key in items if key not in known]
        fresh = spread(lambda key: work(items[key]), lacking, workers, few=few, in_turns=in_turns)
        made = {**known, **dict(zip(lacking, fresh, strict=True))}
        found = {key: made[key] for key in items}
        if self.path and (lacking or found.keys() != known.keys()):
            with replacing(self.path) as file:  # as it goes, or there would be two of all of it
                pickle.dump((self.edition, found), file, pickle.HIGHEST_PROTOCOL)
        return found

    def _read(self) -> Mapping[bytes, Any]:
        if not self.path:
            return {}
        try:
            with self.path.open("rb") as file:
                edition, found = pickle.load(file)
        except Exception:  # whatever is wrong with the file: it can be made again
            return {}
        return found if edition == self.edition else {}


NOTHING = Kept()
"""What keeps nothing."""


class KeptFiles:
    """The files in ``folder``, by names that hold the hash of what they were made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __contains__(self, name: str) -> bool:
        return self.path(name).is_file()

    def path(self, name: str) -> Path:
        """Return where the file called ``name`` lies or would lie."""
        return self._folder / name

    def put(self, name: str, content: bytes) -> None:
        """Keep a file; a reader never sees half of it."""
        write_whole(self.path(name), content)

    def keep_only(self, names: Iterable[str]) -> None:
        """Delete everything else, so that nothing of what was removed stays on the machine."""
        wanted = set(names)
        for path in self._folder.glob("*"):
            if path.is_dir():  # an earlier version kept something else here
                shutil.rmtree(path)
            elif path.name not in wanted:
                path.unlink()


def key_of(*parts: str | bytes) -> bytes:
    """Return the hash of ``parts``, in their order."""
    total = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        total.update(len(raw).to_bytes(8, "big") + raw)
    return total.digest()[:16]
