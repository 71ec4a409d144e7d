"""Run the command as ``python -m microsite``."""

from microsite.cli import main

raise SystemExit(main())
