"""The web form for those who use neither git nor an editor program: Sveltia CMS, kept at home."""
