"""Approval: whether something may be published, who said so and on which day."""

from __future__ import annotations

from typing import Literal

from microsite.model.base import Day, Entry, Frozen, Text

Status = Literal["needs-check", "draft", "review", "approved"]


class Approvable(Frozen):
    """What somebody approves before it is published.

    Without a status it belongs to the founding stock, which the settings' ``owner.approved`` speaks
    for. ``needs-check`` lacks sources, ``draft`` is being written, ``review`` waits for approval.
    """

    status: Status | None = None
    approved_by: Text | None = None
    approved_on: Day | None = None

    @property
    def is_published(self) -> bool:
        """Whether readers may see it."""
        return self.status in (None, "approved")


class Shown(Approvable, Entry):
    """An entry that readers see."""
