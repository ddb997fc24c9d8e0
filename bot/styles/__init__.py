"""Styles as files: those that ship with Lukis, the operator's own, and the web UIs' tables of them."""
