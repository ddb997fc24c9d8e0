"""The words that the two halves share: data and one protocol. Never torch, nothing else of ours."""
