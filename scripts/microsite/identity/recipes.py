"""The bands: for each its ground and its rows, from top to bottom.

Each is inspired by the cloth of one group, simplified by us; the group is credited in words by
the pages, from the data. A new band needs a sourced entry and a look from someone who knows the
cloth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from microsite.identity import threads as t
from microsite.identity.motifs import Cross, Hook, Moth, Star
from microsite.identity.rows import (
    Bead,
    Chain,
    Coin,
    Dash,
    Gap,
    Line,
    Nest,
    Row,
    Tassel,
    Teeth,
    Zig,
)

Rows = tuple[Row, ...]


@dataclass(frozen=True)
class Band:
    """One band: ``full`` from 60 px on, ``short`` (the core between two lines) below that."""

    ground: str
    full: Rows
    short: Rows

    def rows(self, form: str) -> Rows:
        """Return the rows of ``form``."""
        return self.full if form == "full" else self.short


def _mong() -> Band:
    teeth = (t.RED, t.ORANGE, t.MARIGOLD, t.ORANGE)
    nest = Nest(12, 2, (t.WHITE, None, t.RED, None, t.WHITE, t.MARIGOLD), t.WHITE)
    edge: Rows = (Line(0.7, t.MARIGOLD, dark=True), Gap(0.7))
    inner: Rows = (Line(0.5, t.WHITE), Gap(0.9))
    upper = (*edge, Teeth(3, 8, teeth), *inner)
    lower = (*inner[::-1], Teeth(3, 8, teeth, up=False), *edge[::-1])
    rim: Rows = (Line(0.55, t.MARIGOLD, dark=True), Gap(0.3))
    return Band(t.INDIGO, (*upper, nest, *lower), (*rim, nest, *rim[::-1]))


def _lu() -> Band:
    fine: list[Row] = [Gap(0.45)]
    for height in (0.25, 0.25, 0.6, 0.25, 0.25):
        fine += [Line(height, t.WHITE), Gap(0.45)]
    core: Rows = (Gap(0.6), Chain(7, 4, (t.JADE, t.RED), t.MARIGOLD), Gap(0.6))
    full: Rows = (
        *fine, Gap(0.35), Line(0.9, t.RED), *core, Line(0.9, t.JADE), Gap(0.35), *fine,
    )  # fmt: skip
    short: Rows = (Line(0.9, t.RED, dark=True), *core, Line(0.9, t.JADE, dark=True))
    return Band(t.BLACK_INDIGO, full, short)


def _thai_trang() -> Band:
    hem: Rows = (
        Line(0.9, t.RED), Line(0.9, t.MARIGOLD, dark=True), Line(0.9, t.TEA),
        Line(0.9, t.BLUE, dark=True),
    )  # fmt: skip
    rule, moth = Line(0.35, t.SILVER), Moth(9, 2, t.SILVER)
    full: Rows = (
        Gap(0.8), rule, Gap(1.3), moth, Gap(1.3), rule, Gap(0.8), *hem, Gap(0.6),
    )  # fmt: skip
    short: Rows = (
        Line(0.5, t.SILVER), Gap(0.6), moth, Gap(0.6),
        Line(0.75, t.RED, dark=True), Line(0.75, t.MARIGOLD), Line(0.75, t.BLUE, dark=True),
    )  # fmt: skip
    return Band(t.BLACK, full, short)


def _ha_nhi() -> Band:
    tassel = Tassel(3.2, 24, (t.MARIGOLD, t.RED, t.WHITE, t.JADE))
    white, coin = Line(0.8, t.WHITE), Coin(5.2, 4, t.SILVER)
    full: Rows = (
        Line(2, t.RED, dark=True), white, Line(2, t.MARIGOLD, dark=True),
        Line(0.8, t.INDIGO, dark=True), Line(2, t.JADE), Line(0.8, t.WHITE, dark=True), Gap(1.2),
        coin, Gap(1.2), white, Line(2, t.RED, dark=True), Gap(0.5), tassel,
    )  # fmt: skip
    short: Rows = (
        Line(1.3, t.RED, dark=True), Line(0.65, t.WHITE), Line(1.3, t.MARIGOLD, dark=True),
        Gap(0.9), coin, Gap(0.9), Line(1.3, t.JADE, dark=True), Line(0.65, t.WHITE),
        Line(1.3, t.RED, dark=True),
    )  # fmt: skip
    return Band(t.BLACK_INDIGO, full, short)


def _giay() -> Band:
    trims: Rows = (
        Gap(1.4), Line(0.46, t.WHITE), Gap(1), Line(1.8, t.PLUM), Gap(0.55),
        Dash(0.6, 12, t.MARIGOLD), Gap(0.55), Line(1.8, t.BLACK_INDIGO, dark=True), Gap(1.4),
        Line(0.46, t.WHITE), Gap(1.2),
    )  # fmt: skip
    half: Rows = (Gap(0.8), Line(0.65, t.WHITE), Gap(0.7), Line(1.7, t.PLUM), Gap(0.6))
    foot: Rows = (Gap(0.6), Line(1.7, t.BLACK_INDIGO, dark=True), Gap(0.7), Line(0.65, t.WHITE),
                  Gap(0.8))  # fmt: skip
    full: Rows = (*trims, Line(0.9, t.MARIGOLD), *trims[::-1])
    return Band(t.LEAF, full, (*half, Dash(0.8, 12, t.MARIGOLD), *foot))


def _dao() -> Band:
    star = Star(9.4, 2, t.SILVER, t.SILVER_SHADE, t.RED)
    rim: Rows = (Line(0.5, t.SILVER, dark=True), Gap(0.7), Dash(0.5, 12, t.SILVER), Gap(0.9))
    tassel = Tassel(5, 16, (t.RED, t.RED, t.BLUE, t.BLUE))
    short_rim: Rows = (Line(0.65, t.SILVER, dark=True), Gap(0.8))
    return Band(
        t.DAO_INDIGO,
        (*rim, star, *rim[::-1], Gap(0.45), tassel),
        (*short_rim, star, *short_rim[::-1]),
    )


def _mong_sap_ong() -> Band:
    rule, hook = Line(0.35, t.WHITE), Hook(5.4, 4, t.WHITE)
    upper: Rows = (
        Gap(0.7), rule, Gap(0.6), Zig(2.4, 8, t.WHITE, 0.75), Gap(0.8), hook, Gap(0.9), rule,
        Gap(0.8),
    )  # fmt: skip
    lower: Rows = (
        Gap(0.8), rule, Gap(0.9), hook, Gap(0.8), Zig(2.4, 8, t.WHITE, 0.75), Gap(0.6), rule,
        Gap(0.7),
    )  # fmt: skip
    rim: Rows = (Gap(0.5), Line(0.65, t.WHITE), Gap(1))
    return Band(
        t.WAX_INDIGO,
        (*upper, Cross(2.6, 6, t.MARIGOLD, 0.85), *lower),
        (*rim, hook, *rim[::-1]),
    )


def _la_hu() -> Band:
    bead = Bead(2.4, 10, (t.MARIGOLD, t.JADE, t.BLUE, t.RED, t.WHITE))
    trim: Rows = (Line(0.5, t.ORANGE), Gap(1.0), bead, Gap(1.0), Line(0.5, t.ORANGE))
    deep, bright, gap = t.DEEP_RED, t.RED, Gap(0.4)
    above: Rows = (
        Line(1.6, deep, dark=True), gap, Line(0.9, bright), gap, Line(1.6, deep, dark=True), gap,
    )  # fmt: skip
    below: Rows = (
        gap, Line(2.2, bright, dark=True), gap, Line(0.9, deep), gap, Line(1.6, bright, dark=True),
    )  # fmt: skip
    short: Rows = (
        Line(1.5, deep, dark=True), Line(0.65, bright), Gap(1), bead, Gap(1), Line(0.65, bright),
        Line(1.5, deep, dark=True),
    )  # fmt: skip
    return Band(t.LA_HU_BLACK, (*above, *trim, *below), short)


def _trim() -> Band:
    edge: Rows = (Gap(1.1), Line(0.46, t.WHITE), Gap(0.74))
    rows: Rows = (*edge, Dash(0.6, 12, t.MARIGOLD), *edge[::-1])
    return Band(t.INDIGO, rows, rows)


BANDS: Mapping[str, Band] = MappingProxyType(
    {
        "mong": _mong(),
        "lu": _lu(),
        "thai-trang": _thai_trang(),
        "ha-nhi": _ha_nhi(),
        "giay": _giay(),
        "dao": _dao(),
        "mong-sap-ong": _mong_sap_ong(),
        "la-hu": _la_hu(),
        "trim": _trim(),
    }
)
