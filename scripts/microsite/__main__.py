"""Run the command as ``python -m microsite``."""

from microsite.cli import run

run()
