"""Administrative documents: drafts in the form of the State or of the Party, and their checker."""
