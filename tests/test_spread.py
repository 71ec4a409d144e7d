"""Work spread over processes: the same answers in the same order, and no error is lost."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from microsite.problems import ContentError
from microsite.spread import spread


@pytest.fixture(autouse=True)
def fixture_nothing_drawn_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests of this process may have drawn; no copy here draws, so copies are safe."""
    monkeypatch.setattr("microsite.spread._held", [])


def test_answers_come_in_the_order_of_the_items() -> None:
    """Whoever does the work, and however many there are."""
    for workers in (1, 2, 3, 50):
        for in_turns in (False, True):
            doubled = spread(lambda number: number * 2, range(100), workers, in_turns=in_turns)
            assert doubled == list(range(0, 200, 2))
    assert spread(str, [], 4) == []


def test_several_processes_work() -> None:
    """With two workers two other processes do it; a little work is done here."""
    assert len({*spread(lambda _: os.getpid(), range(100), 2)} - {os.getpid()}) == 2
    assert {*spread(lambda _: os.getpid(), range(3), 2)} == {os.getpid()}


def test_first_error_is_raised() -> None:
    """An error is raised as it was; one that cannot travel as its traceback."""

    def work(number: int) -> int:
        if number == 70:
            raise ContentError((), {"a": "b"})
        if number == 90:
            raise ValueError(lambda: None)
        return number

    with pytest.raises((ContentError, RuntimeError)):
        spread(work, range(100), 2)
    with pytest.raises(RuntimeError, match="ValueError"):
        spread(work, range(80, 120), 2)


def test_worker_that_dies_is_told() -> None:
    """A worker that the system ends, for want of memory say, does not leave us waiting."""
    with pytest.raises(RuntimeError, match="without a word"):
        spread(lambda number: os._exit(9) if number == 3 else number, range(40), 2)


def test_process_with_a_drawing_library_is_not_copied() -> None:
    """The drawing library has threads, and a copy of a process has none of them: it would wait for
    ever. So after a drawing the work is done here.
    """
    script = (
        "import os\n"
        "from microsite.charts.draw import draw_svg\n"
        "from microsite.spread import spread\n"
        "draw_svg({'mark': 'point', 'data': {'values': [{'a': 1}]}})\n"
        "assert {*spread(lambda _: os.getpid(), range(100), 2)} == {os.getpid()}\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
