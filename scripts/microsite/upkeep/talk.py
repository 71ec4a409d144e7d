"""What a form says to an editor and hears back, on whatever terminal the command line gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from microsite.check.answers import judge
from microsite.check.content import Content
from microsite.problems import Problem
from microsite.upkeep.finding import find_entries
from microsite.upkeep.schema import shown
from microsite.wording.catalog import Words
from microsite.wording.fields import named, teach
from microsite.wording.fold import slugify
from microsite.wording.problems import describe

# what may be suggested as the answer to the field at a path, from the answers before; or nothing
Suggest = Callable[[str, Mapping[str, Any]], str]


def nothing(_: str, __: Mapping[str, Any]) -> str:
    """Suggest nothing."""
    return ""


class Cancelled(Exception):  # noqa: N818 — nothing went wrong: the editor left
    """The editor left the form; nothing has been written."""


@dataclass(frozen=True)
class Talk:
    """One conversation about an entry: its words, how to say a line and to hear one, the content
    as it is, and what may be suggested.
    """

    words: Words
    say: Callable[[str], None]
    hear: Callable[[str], str]
    content: Content
    suggest: Suggest = nothing

    def ask(self, question: str) -> str:
        """Ask one line and return it trimmed. Raises Cancelled when the editor leaves."""
        try:
            return self.hear(question).strip()
        except (EOFError, KeyboardInterrupt) as error:
            raise Cancelled from error

    def agree(self, question: str, *, default: bool) -> bool:
        """Ask for yes or no; an empty answer is the default."""
        yes, no = self.words("form.yes"), self.words("form.no")
        hint = f"[{yes.upper()}/{no}]" if default else f"[{yes}/{no.upper()}]"
        while True:
            answer = self.ask(f"{question} {hint} ").lower()
            if not answer:
                return default
            if answer[0] in (yes[0], no[0]):
                return answer[0] == yes[0]

    def faults(
        self, model: type[BaseModel], name: str, answer: object, *, forgive: Sequence[str] = ()
    ) -> list[str]:
        """Say what is wrong with an answer, a sentence and a cure each."""
        found = judge(model, name, answer, self.content)
        return [self.told(problem) for problem in found if problem.code not in forgive]

    def offer_ids(self, words: str, collection: str) -> bool:
        """Where ``words`` are no id of ``collection`` but words or the address of some of its
        entries, name those; whether there were any.
        """
        slip = words == slugify(words) and self.content.nearest_id(words, collection)
        if self.content.knows(collection, words) or slip:
            return False
        found = find_entries(self.content, collection, words)
        if found:
            self.say("  " + self.words("form.ids", got=words))
        for identifier, title in found:
            self.say(f"    {identifier} – {title}")
        return bool(found)

    def told(self, problem: Problem) -> str:
        """Say a problem of an answer, which has no place in a file yet."""
        message = describe(problem, self.words.lang)
        return f"{message.expected}{message.got}\n    → {message.hint}"

    def introduce(self, path: str, *, must: bool) -> None:
        """Say what the field at ``path`` is, with its good example."""
        note = self.words("form.must" if must else "form.may")
        what, good = explain(path, self.words.lang)
        self.say(f"\n{named(path, self.words.lang)} ({note})")
        self.say(f"  {what}")
        if good:
            self.say(f"  {self.words('form.good', good=good)}")


def explain(path: str, lang: str) -> tuple[str, str]:
    """Return what the field at ``path`` is and its good example; a text in one language is
    explained by the field it belongs to.
    """
    outer, _, last = path.rpartition(".")
    if last not in ("vi", "en"):
        teaching = teach(path, lang)
        good = teaching.good[0] if _holds_groups(teaching.good) else teaching.good
        return teaching.what, ", ".join(good) if isinstance(good, list) else shown(good)
    teaching = teach(outer, lang)
    good = teaching.good[0] if isinstance(teaching.good, list) else teaching.good
    return f"{teaching.what} {teach(path, lang).what}", shown(good[last]) if last in good else ""


def _holds_groups(example: object) -> bool:
    return isinstance(example, list) and bool(example) and isinstance(example[0], dict)
