"""Work on the content that editors ask for: nothing else writes into ``data/`` or ``docs/``."""
