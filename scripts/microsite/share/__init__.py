"""Pages to the pictures that stand beside a link to them in messages and social networks.

A picture's name holds the hash of all it shows, because those networks keep what they once fetched
under a name; so an edit draws one picture anew.
"""

from __future__ import annotations

from microsite.share.card import SIDES, Card, card_of
from microsite.share.deck import Deck

__all__ = ["SIDES", "Card", "Deck", "card_of"]
