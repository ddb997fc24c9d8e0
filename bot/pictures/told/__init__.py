"""What pictures' files tell of how they were made, whichever program made them: a file a kind of layout."""
