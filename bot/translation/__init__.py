"""Prompts into English, their syntax whole: decide, protect, ask around, put back."""
