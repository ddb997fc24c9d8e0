"""What the starter model draws: things, shapes, colours, places. Data only (stdlib).

One line a thing: `plain name = icon key | other words for it`. The icon key is
its name in the npm package `@iconify-json/fluent-emoji-flat`; it may be left
out where it is the plain name with hyphens.
"""

from dataclasses import dataclass

ANIMALS = """
fox | red fox
cat | kitten, kitty
dog | puppy
mouse | mice
rabbit = rabbit-face | bunny
bear | brown bear
polar bear
panda | panda bear
koala
tiger = tiger-face
lion
cow = cow-face
pig = pig-face | piglet
frog | toad
monkey = monkey-face
chicken | hen
chick = front-facing-baby-chick | baby chick
penguin
bird | bluebird
parrot
owl
duck
flamingo
wolf
horse = horse-face | pony
unicorn
zebra
deer | stag
sheep = ewe | lamb
llama | alpaca
giraffe
elephant
rhino = rhinoceros | rhinoceros
hippo = hippopotamus | hippopotamus
kangaroo
sloth
hedgehog
bat
squirrel = chipmunk | chipmunk
crocodile | alligator
turtle | tortoise
snake
dragon = dragon-face
dinosaur = t-rex | t-rex, tyrannosaurus
whale = spouting-whale
dolphin
fish
clownfish = tropical-fish | tropical fish
shark
octopus
crab
jellyfish
shell = spiral-shell | seashell
snail
butterfly
caterpillar = bug
bee = honeybee | honeybee
ladybug = lady-beetle | ladybird
spider
"""

FOOD = """
apple = red-apple
pear
tangerine | orange, mandarin
lemon
banana
watermelon
grapes
strawberry
blueberries
cherries | cherry
peach
pineapple
tomato
eggplant | aubergine
avocado
broccoli
pepper = bell-pepper | bell pepper
corn = ear-of-corn
carrot
mushroom | toadstool
bread | loaf
croissant
pretzel
pancakes | pancake
waffle
cheese = cheese-wedge
hamburger | burger
fries = french-fries | french fries
pizza
hot dog
sandwich
egg = cooking | fried egg
popcorn
sushi
noodles = steaming-bowl | ramen
spaghetti | pasta
ice cream = soft-ice-cream
donut = doughnut | doughnut
cookie | biscuit
cake = birthday-cake | birthday cake
cupcake | muffin
chocolate = chocolate-bar
candy | sweet
lollipop
milk = glass-of-milk
coffee = hot-beverage | tea
teapot
wine = wine-glass
beer = beer-mug
bubble tea | boba
"""

NATURE = """
tree = deciduous-tree
pine tree = evergreen-tree | fir, pine
palm tree | palm
cactus
flower = hibiscus
rose
tulip
sunflower
daisy = blossom
cherry blossom | sakura
clover = four-leaf-clover | shamrock
leaf = maple-leaf | maple leaf
mountain = snow-capped-mountain
volcano
island = desert-island
sun | sunshine
moon = full-moon-face
crescent moon
star | gold star
cloud
rain = cloud-with-rain | rain cloud
thunderstorm = cloud-with-lightning | storm
lightning = high-voltage | thunderbolt
rainbow
snowflake
snowman
fire | flame
droplet | water drop
wave = water-wave
planet = ringed-planet | saturn
"""

PLACES = """
house = house | home
cottage = house-with-garden
castle
church
tent
ferris wheel
car = automobile
taxi = oncoming-taxi
police car = oncoming-police-car
bus
ambulance
fire truck = fire-engine | fire engine
truck = delivery-truck
tractor
race car = racing-car
train = locomotive | steam train
motorcycle | motorbike
bicycle | bike
sailboat | boat
ship = passenger-ship
airplane | plane
helicopter
rocket | spaceship
ufo = flying-saucer | flying saucer
"""

OBJECTS = """
balloon
gift = wrapped-gift | present
christmas tree
pumpkin = jack-o-lantern
trophy
soccer ball | football
basketball
baseball
tennis ball = tennis
kite
dice = game-die | die
teddy bear | teddy
crown
top hat | hat
shirt = t-shirt | tee
dress
shoe = running-shoe | sneaker
backpack
sunglasses
umbrella
diamond ring = ring
gem = gem-stone | jewel
guitar
trumpet
drum
piano = musical-keyboard
bell
phone = mobile-phone | smartphone
laptop
computer = desktop-computer
television | tv
camera
clock = alarm-clock | alarm clock
light bulb = light-bulb | lamp
candle
book = closed-book
books
envelope | letter
pencil
scissors
key
sword = dagger
shield
telescope
chair
bed
door
bomb
skull
ghost
alien
robot
clown = clown-face
poop = pile-of-poo
smiley = smiling-face-with-smiling-eyes | smile
grin = beaming-face-with-smiling-eyes
laughing face = face-with-tears-of-joy
crying face = loudly-crying-face | sad face
angry face
sunglasses face = smiling-face-with-sunglasses | cool face
love face = smiling-face-with-heart-eyes | heart eyes
sleeping face
party face = partying-face
"""


@dataclass(frozen=True)
class Thing:
    """One drawable thing: its plain name, its icon's key and its other words."""

    name: str
    icon: str
    synonyms: tuple[str, ...]


def _parse(line: str) -> Thing:
    """`name = icon | a, b` -> Thing."""
    head, _, tail = line.partition("|")
    name, _, icon = (part.strip() for part in head.partition("="))
    words = tuple(word.strip() for word in tail.split(",") if word.strip())
    return Thing(name, icon or name.replace(" ", "-"), words)


def _table(*blocks: str) -> dict[str, Thing]:
    lines = (line for block in blocks for line in block.strip().splitlines())
    return {thing.name: thing for thing in map(_parse, lines)}


GROUPS = {
    "animals": tuple(_table(ANIMALS)),
    "food": tuple(_table(FOOD)),
    "nature": tuple(_table(NATURE)),
    "places": tuple(_table(PLACES)),
    "objects": tuple(_table(OBJECTS)),
}
THINGS = _table(ANIMALS, FOOD, NATURE, PLACES, OBJECTS)

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
    "apple": "red", "banana": "yellow", "strawberry": "red", "tomato": "red", "lemon": "yellow",
    "carrot": "orange", "frog": "green", "pig": "pink", "flamingo": "pink", "rose": "red",
    "elephant": "grey", "crocodile": "green", "tree": "green", "pine tree": "green",
    "cactus": "green", "broccoli": "green", "fire truck": "red", "sunflower": "yellow",
    "eggplant": "purple", "grapes": "purple", "bear": "brown", "chick": "yellow",
    "cherries": "red", "blueberries": "blue", "fire": "orange", "snowman": "white",
    "polar bear": "white", "fox": "orange", "lion": "orange", "dragon": "green",
    "turtle": "green", "snake": "green", "rabbit": "white", "pumpkin": "orange", "sun": "yellow",
    "moon": "yellow", "star": "yellow", "whale": "blue", "car": "red", "taxi": "yellow",
}
"""The colour people name although it is the thing's own ("a red apple")."""
