"""Strangers' pictures: looked at before they are decoded, and decoded in a process of their own."""
