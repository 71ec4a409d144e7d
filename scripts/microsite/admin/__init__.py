"""The web form for those who use neither git nor a text editor: Sveltia CMS, made to stay at home."""
