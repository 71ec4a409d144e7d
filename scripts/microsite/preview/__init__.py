"""What an approver gets: the pages that differ from a revision, in a zip that opens from a disk."""
