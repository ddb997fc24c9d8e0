"""Draws pictures: jobs go in, events come out; many strangers' jobs share each forward."""

import os

# On a CPU the threads of one product wait for each other by spinning, by default for milliseconds: where
# somebody else takes a core for a moment, the others then burn theirs. Read when torch is first imported.
os.environ.setdefault("GOMP_SPINCOUNT", "1000")
