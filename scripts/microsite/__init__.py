"""Microsite: checked YAML and Markdown in, a static bilingual anniversary site out."""

__version__ = "0.1.0"
