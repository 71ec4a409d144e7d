"""The finished site to the place where readers get it, whole or not at all.

A place with a shell (`folder.py`, over `shell.py`) holds whole releases and one link, ``current``,
that is replaced in one step. A place without (`remote.py`) gets assets first, then pages, and
loses what is old last. Both carry the assets of former releases along for a while, so that a page
opened before finds its own after.
"""
