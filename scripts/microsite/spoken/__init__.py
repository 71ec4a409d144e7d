"""Bulletins to scripts: what a station says, line by line, with its sources. Pure."""
