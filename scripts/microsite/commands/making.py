"""What every command that builds says: each part of the story as it begins, and why it stopped."""

from __future__ import annotations

import sys
from collections.abc import Callable

from microsite.commands import CONTENT, MISUSE
from microsite.commands.printing import Format, print_report
from microsite.pipeline import SiteError
from microsite.problems import ContentError
from microsite.wording.catalog import Words


def say_stages(words: Words, group: str = "summary") -> Callable[..., None]:
    """Return what prints the name of each part, of the words ``group``, where progress belongs."""

    def report(stage: str, **values: object) -> None:
        print(f"· {words(f'{group}.stage_{stage}', **values)} …", file=sys.stderr, flush=True)

    return report


def tell_refusal(error: Exception, lang: str, *, form: Format = "text") -> int:
    """Print the problems of the content, or the faults of the tree; return the exit code."""
    if isinstance(error, ContentError):
        print_report(error.problems, error.texts, lang, form=form)
        return CONTENT
    for fault in error.faults if isinstance(error, SiteError) else (str(error),):
        print(fault, file=sys.stderr)
    return MISUSE
