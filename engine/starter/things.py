"""The things that the starter model draws, and the words for them. Data only (stdlib).

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
