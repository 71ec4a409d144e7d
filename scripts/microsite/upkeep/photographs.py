"""What the form for a photograph can suggest: a file that waits for its words, the camera's day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from microsite.load.media import PHOTOS, day_of_picture
from microsite.model.media import Photo
from microsite.upkeep.project import Project
from microsite.upkeep.talk import Suggest


def suggest_for(project: Project) -> Suggest:
    """Return what suggests answers for a photograph of ``project``; the editor says yes or no."""

    def suggest(path: str, answers: Mapping[str, Any]) -> str:
        if path == "photos.file":
            return next(iter(waiting(project)), "")
        if path == "photos.date":
            return day_of_picture(project.paths, str(answers.get("file", "")))
        return ""

    return suggest


def waiting(project: Project) -> list[str]:
    """Return the files among the photographs that no entry names yet."""
    entries = project.content.of("photos")
    named = {entry.value.file for entry in entries if isinstance(entry.value, Photo)}
    files = (path.partition("/")[2] for path in project.raw.media if path.startswith(f"{PHOTOS}/"))
    return sorted(set(files) - named)
