"""The one adapter to MkDocs; nothing else imports ``mkdocs``.

``plugin`` serves plain ``mkdocs build`` and ``mkdocs serve``; ``press`` serves ``microsite build``,
where the pages are staged already; ``desk`` builds single pages, for it and ``microsite serve``.
"""

from microsite.engine.plugin import MicrositePlugin
from microsite.engine.press import build_site

__all__ = ["MicrositePlugin", "build_site"]
