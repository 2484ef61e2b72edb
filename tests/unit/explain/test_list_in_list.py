"""A list held against a list: the difference is told, not every pair, and it is what decides."""

import json
from itertools import product

import pytest

from hjemmel.explain.finding import Result
from hjemmel.provenance.replay import replay
from hjemmel.render.told import Told, flat, told_reason
from support.evaluation import evaluate
from support.golden_run import Judged, judged
from support.work import growth
from unit.lowering.rulebook import program

DECLARED = """\
opplysninger om ting, tingen, tingens
  opplysning l er liste av tekst, oppgis av eieren
  opplysning m er liste av tekst, oppgis av eieren
  opplysning år er liste av årstall, oppgis av eieren
  opplysning poster er liste av post, oppgis av eieren

oppføring post
  opplysning navn er tekst, oppgis av eieren

"""
ASKED = (
    "tingens l er det samme som tingens m",
    "tingens l omfatter alt i tingens m",
    "tingens l har ingenting utenom tingens m",
    "tingens år dekker hvert år fra og med 2010 til og med 2013",
    "navn blant tingens poster omfatter alt i tingens m",
)
RULES = program(
    "".join(
        f"krav n{number}, etter forskrift § 4-2\n  gjelder for tingen\n  oppfylt når {each}\n\n"
        for number, each in enumerate(ASKED)
    ),
    DECLARED,
)


def case(left: object, right: object, years: object, posts: object) -> Judged:
    told = {"l": left, "m": right, "år": years, "poster": posts}
    facts = {key: value for key, value in told.items() if value is not None}
    return judged(RULES, json.dumps({"vurderingsdato": "2024-06-01", "ting": facts}))


def asked(found: Judged, number: int) -> Told:
    return told_reason(found.verdicts[f"4-2/n{number}"])[-1]


def test_what_is_missing_and_what_is_more_are_told() -> None:
    """Each by the list that lacks it."""
    found = case(["a", "b", "c"], ["b", "c", "d", "e"], None, None)
    assert asked(found, 1).value == "2 av 4; mangler blant tingens l: d, e"
    assert asked(found, 2).value == "2 av 3; mangler blant tingens m: a"
    assert [each.value for each in asked(found, 0).because] == [
        "2 av 3; mangler blant tingens m: a",
        "2 av 4; mangler blant tingens l: d, e",
    ]


def test_a_list_known_in_part_leaves_the_difference_unsure() -> None:
    """What it is not known to hold is not missing."""
    found = case(["a"], {"minst": ["b"]}, None, None)
    assert asked(found, 2).value == "0 til 1 av 1; uvisst om a"


def test_lists_that_are_the_same_are_told_by_their_number() -> None:
    """There is no difference to tell."""
    found = case(["a", "b"], ["b", "a"], None, None)
    assert [each.value for each in asked(found, 0).because] == ["2 av 2", "2 av 2"]


@pytest.mark.parametrize("right", [lambda n: n, lambda n: f"y{n}", lambda _: "x1"])
def test_a_reason_grows_as_the_lists_do(right: object) -> None:
    """Not as the pairs of their entries: one step for each entry, and a few for what it is."""
    assert callable(right)
    counts = []
    for size in (40, 80):
        left = [f"x{number}" for number in range(size)]
        other = [str(right(each)) for each in left]
        years = [each for each in range(2000, 2000 + size) if each != 2012]
        found = case(left, other, years, None)
        counts.append([len(list(flat((asked(found, each),)))) for each in range(4)])
    for small, large in zip(*counts, strict=True):
        assert large < 2.5 * small + 20


@pytest.mark.parametrize("right", ["x", "y"])
def test_long_lists_take_no_work_for_every_pair(right: str) -> None:
    """A reason takes work as the lists are long, and not as the pairs of their entries are many."""

    def tell(size: int) -> None:
        left, other = ([f"{sign}{number}" for number in range(size)] for sign in ("x", right))
        told = asked(case(left, other[::-1], None, None), 0)
        assert told.result is (Result.HOLDS if right == "x" else Result.FAILS)

    assert growth(tell, 100) < 2.1


LISTS = (None, [], ["a"], ["a", "a", "b"], {"minst": ["a", "b"]})
YEARS = (None, [2010, 2011, 2012, 2013], [2010, 2012], {"minst": [2010, 2011]})
POSTS = (None, [{"navn": "a"}, {}], [{"navn": "b"}, {"navn": "a"}])


@pytest.mark.parametrize(("left", "right"), list(product(LISTS, LISTS)))
def test_the_decisive_facts_decide(left: object, right: object) -> None:
    """Of every way that two lists can stand: without the others the outcome is the same."""
    for years, posts in product(YEARS, POSTS):
        found = case(left, right, years, posts)
        for verdict in found.verdicts.values():
            again = replay(verdict.case, verdict.norm, evaluate)
            assert again.agrees, (verdict.norm.own_words, again)
