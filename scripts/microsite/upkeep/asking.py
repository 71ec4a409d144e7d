"""A form asked field by field: what is required, then what one may add; wrong answers are asked
again with the reason.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from microsite.check.meant import meant
from microsite.upkeep.answers import Answers, clean
from microsite.upkeep.kinds import ASKED_WHEN
from microsite.upkeep.shapes import Question, Shape, questions
from microsite.upkeep.talk import Talk
from microsite.wording.choices import choice_name
from microsite.wording.fields import label
from microsite.wording.fold import slugify


def ask_form(model: type[BaseModel], path: str, given: Answers, talk: Talk) -> Answers:
    """Ask every field of ``model`` that is not ``given`` and return all answers."""
    answers: Answers = dict(given)
    left: dict[str, Question] = {}
    for question in questions(model, path):
        name, group = question.name, question.shape.group
        if group is not None and isinstance(answers.get(name), dict):
            answers[name] = ask_form(group, question.path, answers[name], talk)
        elif name in answers or (name == "source" and "sources" in answers):
            continue
        elif question.asked or _is_due(question.path, answers):
            _answer(question, answers, talk)
        else:
            left[name] = question
    while left:
        names = [label(one.path, talk.words.lang) for one in left.values()]
        offered = (f"{name} [{key}]" for name, key in zip(names, left, strict=True))
        talk.say("\n" + talk.words("form.more", names=", ".join(offered)))
        chosen = talk.ask("> ")
        if not chosen:
            break
        keys = dict(zip(map(slugify, names), left, strict=True))
        key = chosen if chosen in left else keys.get(slugify(chosen), "")
        if key:
            _answer(left.pop(key), answers, talk)
        else:
            talk.say("  " + talk.words("form.no_field", got=chosen))
    return answers


def _is_due(path: str, answers: Answers) -> bool:
    name, answer = ASKED_WHEN.get(path, ("", ""))
    return bool(name) and answers.get(name) == answer


def ask_value(question: Question, talk: Talk, suggested: str = "") -> Any:
    """Ask for one value until it is right; an empty answer is what was suggested, or else None
    where one may leave it out.
    """
    talk.introduce(question.path, must=question.must)
    _offer(question, talk)
    prompt = talk.words("form.suggested", id=suggested) + " > " if suggested else "> "
    while True:
        answer = _chosen(clean(talk.ask(prompt)) or suggested, question.shape)
        if answer:
            if _is_right(question, answer, talk):
                return answer
        elif question.must:
            talk.say("  " + talk.words("form.needed"))
        else:
            return None


def _answer(question: Question, answers: Answers, talk: Talk) -> None:
    shape = question.shape
    value: Any
    if shape.group is not None:
        value = (
            _ask_groups(question, shape.group, talk)
            if shape.is_list
            else ask_form(shape.group, question.path, {}, talk)
        )
    else:
        suggested = talk.suggest(question.path, answers)
        value = _ask_list(question, talk) if shape.is_list else ask_value(question, talk, suggested)
    if value:
        answers[question.name] = value


def _ask_list(question: Question, talk: Talk) -> list[str]:
    """Ask for one value a line, until an empty line."""
    shape = question.shape
    talk.introduce(question.path, must=shape.least > 0)
    _offer(question, talk)
    talk.say("  " + talk.words("form.lines"))
    values: list[str] = []
    while True:
        line = clean(talk.ask("> "))
        if not line:
            if len(values) >= shape.least:
                return values
            talk.say("  " + talk.words("form.needed"))
            continue
        for part in clean(line.split(",") if shape.refers_to else [line]):
            value = _chosen(part, shape)
            if shape.refers_to and talk.offer_ids(value, shape.refers_to):
                continue
            if value not in values and _is_right(question, [value], talk):
                values.append(value)


def _ask_groups(question: Question, group: type[BaseModel], talk: Talk) -> list[Answers]:
    """Ask for one group after the other, until there are enough."""
    shape, name = question.shape, label(question.path, talk.words.lang)
    talk.introduce(question.path, must=shape.least > 0)
    found: list[Answers] = []
    while shape.most is None or len(found) < shape.most:
        another = talk.words("form.another", name=name)
        if len(found) >= shape.least and not talk.agree(another, default=False):
            break
        talk.say("\n" + talk.words("form.item", name=name, number=len(found) + 1))
        answers = ask_form(group, question.path, {}, talk)
        if _is_right(question, [answers], talk):
            found.append(answers)
    return found


def _offer(question: Question, talk: Talk) -> None:
    """Show the closed list with numbers, and what each word means."""
    flags = {"true": talk.words("form.yes"), "false": talk.words("form.no")}
    for number, choice in enumerate(question.shape.choices, 1):
        words = flags.get(choice) or choice_name(question.path, choice, talk.words)
        talk.say(f"  {number}. {choice} – {words}")


def _chosen(answer: Any, shape: Shape) -> Any:
    """Turn the number of a choice, or its name in words, into the choice."""
    if not shape.choices or not isinstance(answer, str) or answer in shape.choices:
        return answer
    if answer.isdecimal() and 0 < int(answer) <= len(shape.choices):
        return shape.choices[int(answer) - 1]
    guess = meant("flag" if "true" in shape.choices else "not-one-of", answer, shape.choices)
    return guess or answer


def _is_right(question: Question, answer: Any, talk: Talk) -> bool:
    """Judge an answer and say what is wrong; one item of a list may want more beside it."""
    forgive = ("too-few", "missing-key") if question.shape.most else ("too-few",)
    faults = talk.faults(question.model, question.name, answer, forgive=forgive)
    for fault in faults:
        talk.say(f"  ✗ {fault}")
    return not faults
