"""What keeps the files of a project in good order."""
