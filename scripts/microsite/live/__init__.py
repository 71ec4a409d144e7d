"""The project as it is now, shown page by page while someone edits it; never part of the site."""
