"""Which words a chat wants blocked, hidden or told to its admins: lists of words, and how texts are read for them."""
