"""Chat platforms: each turns its own messages into ours and back, and knows nothing of the others."""
