"""Why a deployment did not happen, or stopped before readers could see it."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 — a refusal, no error of the program
    """A deployment that stopped; ``code`` names the words that say why, ``values`` fill them."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values
