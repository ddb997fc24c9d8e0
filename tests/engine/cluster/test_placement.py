"""Who draws what: a model that is in memory first, nobody for ever, and no worker idle while there is work for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from engine.api.capacity import Capacity, LaneKey
from engine.cluster.place import CROWD, SPARE, Kind, Place
from engine.cluster.placement import LOAD_SECONDS, Placement
from engine.local.queue import MOST_PASSES, FairQueue

MODELS = "abcd"
ROWS, LANES, HELD = 8, 2, 2


def kind_of(model: str, side: int = 512, alone: bool = False) -> Kind:
    return Kind(LaneKey(model, side, side), alone=alone)


@dataclass(eq=False)
class Drawn:
    """A picture."""

    kind: Kind
    rows: int = 2
    cost: float = 1.0
    tenant: str = "ann"


@dataclass(eq=False)
class Card:
    """A worker that draws what it is handed when the test says so; it holds the models that it used last."""

    place: Place
    waiting: list[Drawn] = field(default_factory=list)
    seated: list[Drawn] = field(default_factory=list)
    held: list[str] = field(default_factory=list)

    def capacity(self) -> Capacity:
        lanes = {drawn.kind.lane for drawn in self.seated}
        rows = {
            lane: ROWS - sum(drawn.rows for drawn in self.seated if drawn.kind.lane == lane) for lane in lanes
        }
        return Capacity(rows, LANES - len(lanes), frozenset(self.held), True)

    def seat(self) -> None:
        """Begins what finds room, and loads its model."""
        for drawn in [*self.waiting]:
            capacity, lane = self.capacity(), drawn.kind.lane
            if capacity.rows.get(lane, ROWS if capacity.lanes else 0) >= drawn.rows:
                self.waiting.remove(drawn)
                self.seated.append(drawn)
                self.place.begun(drawn)
                if lane.model not in self.held:
                    self.held = [*self.held, lane.model][-HELD:]


class World:
    """Workers, and whoever waits for them."""

    def __init__(self, *cards: str) -> None:
        """A worker for each string, which can draw with the models that are its letters, and holds none."""
        self.now = 0.0
        self.queue: FairQueue[Drawn, Kind, Drawn] = FairQueue(lambda drawn: drawn.kind, lambda drawn: drawn)
        self.placement: Placement[Drawn] = Placement(self.queue, self._hand, lambda: self.now)
        self.cards: dict[Place, Card] = {}
        self.handed: list[Drawn] = []
        self.names = (f"w{number}" for number in count())
        for models in cards:
            self.join(models)

    def _hand(self, drawn: Drawn, place: Place) -> None:
        self.handed.append(drawn)
        self.cards[place].waiting.append(drawn)

    def join(self, models: str, held: str = "") -> Card:
        place = Place(next(self.names), models=models)
        card = self.cards[place] = Card(place, held=[*held])
        self.placement.join(place)
        self.placement.told(place, card.capacity())
        return card

    def ask(self, *drawn: Drawn, tenant: str = "ann") -> None:
        for each in drawn:
            each.tenant = tenant
            self.queue.push(tenant, each.cost, each)
        for each in drawn:
            self.placement.came(each)

    def tell(self, card: Card) -> None:
        card.seat()
        self.placement.told(card.place, card.capacity())

    def finish(self, card: Card) -> None:
        """All that it has begun is there."""
        for drawn in [*card.seated]:
            card.seated.remove(drawn)
            card.place.left(drawn, True)
        self.tell(card)

    def leave(self, card: Card) -> None:
        """It is gone; what it had waits anew."""
        self.placement.leave(card.place)
        del self.cards[card.place]
        lost = card.waiting + card.seated
        for drawn in lost:
            self.handed.remove(drawn)
            self.queue.put_back(drawn.tenant, drawn.cost, drawn)
        for drawn in lost:
            self.placement.came(drawn)


def test_pictures_of_one_job_go_to_several_workers() -> None:
    world = World()
    cards = [world.join("a", held="a") for _ in range(3)]
    world.ask(*(Drawn(kind_of("a")) for _ in range(6)))
    assert [len(card.waiting) for card in cards] == [2, 2, 2]


def test_a_model_in_memory_is_preferred_until_its_worker_is_crowded() -> None:
    world = World(MODELS)
    warm = world.join(MODELS, held="a")
    (cold, _) = world.cards.values()
    for number in range(CROWD):
        world.ask(Drawn(kind_of("a"), rows=1), tenant=f"t{number}")
    assert (len(warm.waiting), cold.waiting) == (CROWD, [])
    world.ask(Drawn(kind_of("a"), rows=1))
    assert len(cold.waiting) == 1


def test_nobody_is_sent_to_a_worker_without_the_model_or_drawn_beside_anybody_where_they_must_be_alone() -> (
    None
):
    world = World("b", "b", "b", "b", "b", "b", "b", "b", "b")
    able = [world.join("ab", held="a") for _ in range(2)]
    world.ask(*(Drawn(kind_of("a")) for _ in range(4)))
    assert [len(card.waiting) for card in able] == [2, 2]
    alone = Drawn(kind_of("a", alone=True))
    world.ask(alone, tenant="bob")
    assert alone not in world.handed
    for card in able:
        card.seat()
        world.finish(card)
    (taker,) = [card for card in able if alone in card.waiting]
    world.ask(Drawn(kind_of("a")), Drawn(kind_of("b")), tenant="cas")
    assert taker.waiting == [alone]


def test_one_for_whom_a_model_must_be_loaded_waits_no_longer_than_a_load_takes_beside_others() -> None:
    world = World("ab")
    (card,) = world.cards.values()
    world.ask(Drawn(kind_of("a")))
    world.tell(card)
    rare = Drawn(kind_of("b"))
    world.ask(rare, tenant="bob")
    assert rare not in world.handed
    world.now += LOAD_SECONDS
    world.tell(card)
    assert rare in card.waiting


def test_what_comes_forward_as_another_is_taken_is_offered_to_those_who_have_room_for_it() -> None:
    world = World()
    a, b = world.join("a", held="a"), world.join("b", held="b")
    world.ask(Drawn(kind_of("a"), rows=ROWS), tenant="eve")
    world.tell(a)
    first, second = Drawn(kind_of("a"), rows=ROWS), Drawn(kind_of("b"))
    world.ask(first, second)
    assert b.waiting == []  # it comes after the first of the same person
    world.finish(a)
    assert first in world.handed and b.waiting == [second]


OPERATIONS = st.lists(
    st.one_of(
        st.tuples(
            st.just("ask"), st.sampled_from("vwxyz"), st.sampled_from(MODELS), st.sampled_from((512, 768))
        ),
        st.tuples(st.sampled_from(("tell", "finish", "leave")), st.integers(0, 9)),
        st.tuples(st.just("join"), st.sampled_from(("abcd", "ab", "cd"))),
        st.tuples(st.just("wait"), st.floats(0.1, 12)),
    ),
    max_size=60,
)


@given(OPERATIONS)
def test_no_worker_idles_while_there_is_work_for_it_none_gets_too_much_and_nobody_starves(
    operations: list[tuple[str, ...]],
) -> None:
    world = World("abcd")
    asked: list[Drawn] = []
    for what, *how in operations:
        cards = [*world.cards.values()]
        match what, how:
            case "ask", [tenant, model, side]:
                asked.append(Drawn(kind_of(str(model), int(side))))
                world.ask(asked[-1], tenant=str(tenant))
            case "join", [models]:
                world.join(models)
            case "wait", [seconds]:
                world.now += float(seconds)
            case "leave", _ if len(cards) == 1:
                pass
            case _, [number] if cards:
                getattr(world, what)(cards[int(number) % len(cards)])
        for card in world.cards.values():
            for kind in {drawn.kind for drawn in card.seated}:
                more = sum(drawn.rows for drawn in card.waiting if drawn.kind == kind)
                free = card.place.capacity.rows.get(kind.lane, 0) if card.place.capacity else 0
                assert more <= max(free, 0) + SPARE
            if not card.place.load:
                fronts = {drawn.tenant: drawn for drawn in reversed([*world.queue])}
                assert not any(card.place.opens(drawn.kind) for drawn in fronts.values()), "it idles"
    world.join("abcd")
    for _ in range(len(asked) * MOST_PASSES + 2):
        world.now += LOAD_SECONDS
        for card in [*world.cards.values()]:
            world.finish(card)
    assert len(world.queue) == 0
    assert sorted(map(id, world.handed)) == sorted(map(id, asked))
