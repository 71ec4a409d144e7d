"""What the form for a photograph can suggest: a file that waits for its words, the camera's day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from microsite.check.nearest import nearest
from microsite.load.media import PHOTOS, day_of_picture
from microsite.model.media import Photo
from microsite.pictures import Flaw
from microsite.problems import Problem, Where
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


def fault_of(project: Project, file: str) -> Problem | None:
    """Return why ``file`` cannot be a photograph before anything is asked about it."""
    path = f"{PHOTOS}/{file}"
    if path not in project.raw.media:
        values = {"folder": PHOTOS, "nearest": nearest(file, waiting(project))}
        return Problem(Where("", key="file"), "media-missing", file, values)
    found = project.raw.pictures.get(path)
    if isinstance(found, Flaw):
        values = {"limit": found.limit, "file": file}
        return Problem(Where("", key="file"), found.code, found.got, values)
    return None


def waiting(project: Project) -> list[str]:
    """Return the files among the photographs that no entry names yet."""
    entries = project.content.of("photos")
    named = {entry.value.file for entry in entries if isinstance(entry.value, Photo)}
    files = (path.partition("/")[2] for path in project.raw.media if path.startswith(f"{PHOTOS}/"))
    return sorted(set(files) - named)
