"""Frozen objects that say what the site knows. No input or output, no clock."""
