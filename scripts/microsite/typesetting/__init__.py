"""A template and its data to PDF or PNG, with only the fonts that are given.

The only part that knows the typesetter. Equal input gives equal bytes: no system font, no clock.
Whatever the typesetter would do in silence is an error here: a letter that the fonts have not, a
font that is not there, more pages than expected.
"""

from __future__ import annotations

from microsite.typesetting.fonts import FontCase, open_fonts
from microsite.typesetting.press import Press, TypesetError

__all__ = ["FontCase", "Press", "TypesetError", "open_fonts"]
