"""The words that the two halves share: data and two protocols. Never torch, nothing else of ours."""
