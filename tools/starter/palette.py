"""Colours, shapes, and the words for them and for places. Data only (stdlib)."""

COLOURS: dict[str, tuple[int, int, int]] = {
    "red": (222, 40, 44),
    "orange": (250, 130, 20),
    "yellow": (252, 212, 30),
    "green": (46, 160, 67),
    "cyan": (60, 205, 215),
    "blue": (40, 90, 220),
    "purple": (130, 60, 190),
    "pink": (250, 140, 185),
    "brown": (125, 75, 40),
    "black": (25, 25, 28),
    "grey": (140, 142, 146),
    "white": (250, 250, 250),
}
COLOUR_WORDS = {
    "grey": ("grey", "gray"),
    "cyan": ("cyan", "turquoise"),
    "purple": ("purple", "purple", "violet"),
}

SHAPES: dict[str, str] = {
    "circle": '<circle cx="50" cy="50" r="46"/>',
    "square": '<rect x="10" y="10" width="80" height="80"/>',
    "triangle": '<path d="M50 6L96 90H4z"/>',
    "star": '<path d="M50 3l14 31 33 4-25 23 7 34-29-17-29 17 7-34L3 38l33-4z"/>',
    "heart": '<path d="M50 92C10 62 2 44 4 30 6 14 18 6 29 7c10 1 17 7 21 16'
    ' 4-9 11-15 21-16 11-1 23 7 25 23 2 14-6 32-46 62z"/>',
    "diamond": '<path d="M50 2L88 50 50 98 12 50z"/>',
    "ring": '<path fill-rule="evenodd" d="M50 4a46 46 0 1 0 0 92 46 46 0 1 0 0-92z'
    'M50 30a20 20 0 1 1 0 40 20 20 0 1 1 0-40z"/>',
    "cross": '<path d="M36 5h28v31h31v28H64v31H36V64H5V36h31z"/>',
    "arrow": '<path d="M4 36h50V10l42 40-42 40V64H4z"/>',
    "moon": '<path d="M62 4a46 46 0 1 0 34 62A40 40 0 0 1 62 4z"/>',
}
# "star" and "moon" are things too; as a shape they always carry a colour.
SHAPE_WORDS = {
    "square": ("square", "square", "box"),
    "circle": ("circle", "circle", "disc"),
    "diamond": ("diamond", "diamond", "rhombus"),
    "cross": ("cross", "cross", "plus"),
}

PLACES_WORDS: dict[str, tuple[str, ...]] = {
    "night": ("at night", "under the stars", "in the night sky", "under a starry sky"),
    "grass": ("on grass", "on the grass", "in a meadow", "in a field", "in the park"),
    "beach": ("at the beach", "on the beach", "by the sea", "on the sand"),
    "snow": ("in the snow", "in snow", "in winter", "on the snow"),
    "sunset": ("at sunset", "in the sunset", "at dusk"),
    "space": ("in space", "in outer space", "in the galaxy"),
    "sea": ("under water", "underwater", "under the sea", "in the ocean", "in the sea"),
    "forest": ("in the forest", "in a forest", "in the woods"),
    "desert": ("in the desert", "in a desert"),
}

NATURAL_COLOURS = {
    "apple": "red",
    "banana": "yellow",
    "strawberry": "red",
    "tomato": "red",
    "lemon": "yellow",
    "carrot": "orange",
    "frog": "green",
    "pig": "pink",
    "flamingo": "pink",
    "rose": "red",
    "elephant": "grey",
    "crocodile": "green",
    "tree": "green",
    "pine tree": "green",
    "cactus": "green",
    "broccoli": "green",
    "fire truck": "red",
    "sunflower": "yellow",
    "eggplant": "purple",
    "grapes": "purple",
    "bear": "brown",
    "chick": "yellow",
    "cherries": "red",
    "blueberries": "blue",
    "fire": "orange",
    "snowman": "white",
    "polar bear": "white",
    "fox": "orange",
    "lion": "orange",
    "dragon": "green",
    "turtle": "green",
    "snake": "green",
    "rabbit": "white",
    "pumpkin": "orange",
    "sun": "yellow",
    "moon": "yellow",
    "star": "yellow",
    "whale": "blue",
    "car": "red",
    "taxi": "yellow",
}
"""The colour people name although it is the thing's own ("a red apple")."""
