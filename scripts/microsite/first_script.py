"""The script in the head of every page, and what a content policy says to let it run.

It stands in the page, because a file of its own would hold up the first paint by a connection.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_NEEDLESS = re.compile(r"(?<=[\W]) | (?=[\W])")


def _shortened(text: str) -> str:
    """Leave out comments and spaces. The script's own strings hold neither."""
    return _NEEDLESS.sub("", _SPACE.sub(" ", _COMMENT.sub("", text)).strip())


FIRST_SCRIPT = _shortened(Path(__file__).with_suffix(".js").read_text(encoding="utf-8"))

# the hash of what stands between the tags (W3C CSP 3, 2.3.1)
FIRST_HASH = f"'sha256-{base64.b64encode(hashlib.sha256(FIRST_SCRIPT.encode()).digest()).decode()}'"

# also in the head of every page, for servers that send no header fields
PAGE_POLICY = (
    f"default-src 'self'; script-src 'self' {FIRST_HASH}; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)
