"""Where a name was first, told from little room."""

from hypothesis import given
from hypothesis import strategies as st

from hjemmel.facts.first_places import FirstPlaces

PLACES = st.one_of(
    st.text(max_size=8),
    st.builds("{}, linje {}".format, st.sampled_from(["a.csv", "b.jsonl"]), st.integers(0)),
)


@given(st.lists(st.tuples(st.text(max_size=3), PLACES)))
def test_it_is_as_a_dictionary(told: list[tuple[str, str]]) -> None:
    """Whatever the names and the places are."""
    found, known = FirstPlaces(), dict[str, str]()
    for name, place in told:
        assert found.first(name, place) == known.get(name)
        known.setdefault(name, place)


def test_many_names_take_little_room() -> None:
    """Less than 100 bytes for each, and none is lost as the table grows."""
    found = FirstPlaces()
    for number in range(30_000):
        assert found.first(f"S-{number}", f"saker.csv, linje {number + 2}") is None
    assert found.first("S-0", "") == "saker.csv, linje 2"
    assert found.first("S-29999", "") == "saker.csv, linje 30001"
    assert found.slots.buffer_info()[1] * found.slots.itemsize < 100 * 30_000
    assert len(found.words) == 1
