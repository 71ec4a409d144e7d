"""Whether a word is a syllable of Vietnamese, which every voice and every reader can say."""

from __future__ import annotations

import re
import unicodedata

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_NUCLEUS = "[aăâeêioôơuưy]{1,3}"
_CODA = "ch|nh|ng|[cmnpt]"
_SYLLABLE = re.compile(f"(?:{_ONSET})?{_NUCLEUS}(?:{_CODA})?")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def is_syllable(word: str) -> bool:
    """Whether ``word`` is built like one syllable; “Forum” and “Times” are not."""
    apart = unicodedata.normalize("NFD", word.lower())
    toneless = "".join(letter for letter in apart if letter not in _TONES)
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)))
