"""Twenty deployments and rollbacks while people read, one killed at each stage; minutes long.

Run by `make test-deploy`. It prints how many pages were read and how many editions were seen.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from deploying import Readers, run_command
from servers import nginx
from test_deploy import (
    STAGES,
    Place,
    fixture_editions,
    fixture_make_place,
    fixture_open_folder,
)

__all__ = ["fixture_editions", "fixture_make_place", "fixture_open_folder"]


@pytest.mark.parametrize("kind", ["local", "ssh"])
def test_readers_notice_nothing(
    kind: str, make_place: Callable[[str], Place], open_folder: Path
) -> None:
    """Nobody ever gets a broken page, a missing asset, or a page and an asset of two versions."""
    place = make_place(kind)
    assert place.deploy(0) == 0
    serving = open_folder / "nginx"
    serving.mkdir()
    chance = random.Random(2004)
    deployments = rollbacks = killed = 0
    pages = ("index.html", "en/index.html", "vuon/", "404.html")
    with nginx(place.folder / "current", serving) as host:
        readers = Readers(host.address, pages)
        with readers.reading(6):
            for turn in range(20):
                site = str(place.editions[1 + turn % 9])
                stage = STAGES[turn // 2 % len(STAGES)] if turn % 2 else ""
                wanted = ["--rollback"] if turn % 5 == 4 else ["--site", site]
                wait = chance.uniform(0, 0.2)
                code = run_command(place.root, "deploy", "noi", *wanted, kill_at=stage, wait=wait)
                # a step of a killed one may still be at its end: then there is nothing before it
                assert stage or code in ((0, 2) if "--rollback" in wanted else (0,))
                deployments += "--rollback" not in wanted
                rollbacks += "--rollback" in wanted
                killed += bool(stage)
            assert place.deploy(9) == 0
            assert place.shows() == "9"
    said = f"{sum(readers.seen.values())} pages of {len(readers.seen)} editions were read"
    print(f"\n{kind}: {deployments} deployments, {rollbacks} rollbacks, {killed} killed; {said}")
    assert readers.problems[:5] == []
    assert sum(readers.seen.values()) > 200
    assert len(readers.seen) > 5
