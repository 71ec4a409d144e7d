"""Work on many things over the processor's cores; each worker is a copy of this process."""

from __future__ import annotations

import gc
import os
import pickle
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

FEW = 8
"""With fewer things to do for each, a copy of the process costs more than it saves."""

_held: list[str] = []


def cores() -> int:
    """Return how many processes can run at once."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def hold_together(reason: str) -> None:
    """Say that this process cannot be copied any more: a library of it has threads of its own."""
    _held.append(reason)


def spread(
    work: Callable[[In], Out],
    items: Sequence[In],
    workers: int,
    *,
    few: int = FEW,
    in_turns: bool = False,
) -> list[Out]:
    """Return ``work(item)`` for each of ``items``, in their order.

    Each of at most ``workers`` processes takes a stretch of the items, so that neighbours share
    what one of them prepared; or they take one ``in_turns``, where some items are heavier and none
    share anything. With less than ``few`` items for each, or where processes cannot be
    copied, this one does the work. What ``work`` raises is raised here; what it changes is not
    seen here.
    """
    count = min(workers, len(items) // few)
    if count < 2 or _held or "fork" not in get_all_start_methods():  # noqa: PLR2004 — no crew
        return [work(item) for item in items]
    shares = list(_shares(len(items), count, in_turns=in_turns))
    gc.freeze()  # or every copy would touch, and so own, all that lives
    try:
        crews = [_send_off(work, items[share]) for share in shares]
        answers = [_hear(*crew) for crew in crews]
    finally:
        gc.unfreeze()
    done: list[Any] = [None] * len(items)
    for share, answer in zip(shares, answers, strict=True):
        if isinstance(answer, BaseException):
            raise answer
        done[share] = answer
    return done


def _shares(length: int, count: int, *, in_turns: bool) -> Iterator[slice]:
    for number in range(count):
        if in_turns:
            yield slice(number, length, count)
        else:
            yield slice(length * number // count, length * (number + 1) // count)


def _send_off(work: Callable[[In], Out], stretch: Sequence[In]) -> tuple[Any, Connection]:
    fork = get_context("fork")
    here, there = fork.Pipe(duplex=False)
    worker = fork.Process(target=_do, args=(work, stretch, there))
    worker.start()
    there.close()
    return worker, here


def _do(work: Callable[[In], Out], stretch: Sequence[In], answer: Connection) -> None:
    gc.enable()  # what this copy makes is little to look through, all else is frozen
    try:
        said = pickle.dumps([work(item) for item in stretch], pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        said = _as_bytes(error)
    answer.send_bytes(said)


def _as_bytes(error: Exception) -> bytes:
    """Write an error down; one that cannot be read back becomes one that tells all of it."""
    try:
        said = pickle.dumps(error)
        pickle.loads(said)
    except Exception:
        return pickle.dumps(RuntimeError("".join(traceback.format_exception(error))))
    return said


def _hear(worker: Any, answer: Connection) -> Any:
    try:
        return pickle.loads(answer.recv_bytes())
    except EOFError:
        return RuntimeError(f"a worker ended without a word ({worker.pid})")
    finally:
        worker.join()
        answer.close()
