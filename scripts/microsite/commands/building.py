"""What `microsite build` does when there is something to do: build, or say why not."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from microsite.commands import FINE, MISUSE
from microsite.commands.making import say_stages, tell_refusal
from microsite.commands.printing import Format
from microsite.engine import build_site
from microsite.paths import ProjectPaths
from microsite.pipeline import SiteError, build
from microsite.problems import ContentError
from microsite.wording.catalog import Words


def make(
    paths: ProjectPaths, options: argparse.Namespace, words: Words, former: Path | None
) -> tuple[int, Mapping[str, Any]]:
    """Build the site; return the exit code, and what was built in numbers.

    ``former`` is the site that lies there, if this generator built it and nobody changed it.
    """
    try:
        summary = build(
            paths,
            build_site,
            say_stages(words),
            drafts=options.drafts,
            workers=options.workers,
            former=former,
        )
    except (ContentError, SiteError, RuntimeError) as error:
        form: Format = "json" if options.json else "text"
        code = tell_refusal(error, options.lang, form=form)
        if isinstance(error, ContentError) and form == "text":
            print(words("summary.problems", count=len(error.problems)))
        if code == MISUSE or form == "text":
            print(words("summary.kept"))
        return code, {}
    return FINE, {
        "pages": dict(summary.pages),
        "collections": summary.collections,
        "figures": summary.figures,
        "gaps": summary.gaps,
        "unapproved": summary.held,
        "withdrawn": summary.withdrawn,
        "problems": 0,
    }
