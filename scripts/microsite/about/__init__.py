"""A page to what its head tells machines: the one true address, translations, Open Graph, Dublin
Core, JSON-LD.

Everything said here is said on the page too. Without the address of the site nothing absolute is
said; a share picture and Open Graph's address need one.
"""

from __future__ import annotations

from microsite.about.head import Heads

__all__ = ["Heads"]
