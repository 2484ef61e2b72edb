"""What figures show is what the verdicts come to, counted anew here."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from attrs import evolve

from hjemmel.cli.figures import drawer
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.core.schema import Register, RegisterEntry
from hjemmel.core.types import Listed, Registered, Row
from hjemmel.explain.verdict import missing
from hjemmel.render.portfolio import CaseVerdicts
from hjemmel.render.report.counts import Breakdown
from hjemmel.render.report.figures import COLOURS, picture, spec
from hjemmel.render.report.gathering import Gathering, Overview
from hjemmel.render.report.groups import Grouped, groups_of
from support.example import NATIONAL, PROGRAM, REGIONS, SCHEMA, judged, service, sites

TWO = sites(("OUS", "Helse Sør-Øst"), ("HB", "Helse Vest"))
MANY = (
    CaseVerdicts("1", "", tuple(judged(service()).values())),
    CaseVerdicts("2", "", tuple(judged(service(type=NATIONAL, gevinst=None)).values())),
    CaseVerdicts("3", "", tuple(judged(service(steder=TWO), date(2021, 3, 1)).values())),
    CaseVerdicts("4", "", tuple(judged(service(type=None, steder=None)).values())),
)


def gathered(cases: Sequence[CaseVerdicts] = MANY) -> Overview:
    """The cases, gathered."""
    gathering = Gathering(PROGRAM)
    for each in cases:
        gathering.add(each)
    return gathering.whole()


def the(name: str) -> Breakdown:
    """One of the figures."""
    return next(each for each in gathered().breakdowns if each.id == name)


def counts(of: Breakdown) -> dict[str, dict[str, int]]:
    """Its numbers."""
    return {row.name: {each: row.counts[each] for each in of.shown if row.counts[each]}
            for row in of.rows}  # fmt: skip


VERDICTS = [verdict for each in MANY for verdict in each.verdicts]
ASKED = [each for each in VERDICTS
         if each.outcome not in (Outcome.NOT_APPLICABLE, Outcome.NO_RULE)]  # fmt: skip
FAILED = {Effect.BREACH: "brutt", Effect.DEPARTURE: "fraveket", Effect.UNMET: "ikke oppfylt",
          Effect.REFUSAL: "avslag", Effect.NONE: "holder ikke, ingen feil"}  # fmt: skip
HELD = {Outcome.MET: "holder", Outcome.UNDECIDED: "uavklart"}


def test_answers_by_provision_and_by_level() -> None:
    """Every norm that is asked in a case is counted once in each; what is not asked, in none."""
    told = [(each, HELD.get(each.outcome) or FAILED[each.effect]) for each in ASKED]
    levels = Counter((each.level.value, answer) for each, answer in told)
    found = counts(the("niva"))
    assert {(row, each): n for row, some in found.items() for each, n in some.items()} == levels
    assert list(found) == ["forskrift", "veileder"]
    places = counts(the("bestemmelse"))
    assert places["§ 4-2"] == Counter(
        answer for each, answer in told if each.norm.place.startswith("§ 4-2")
    )
    assert sum(n for some in places.values() for n in some.values()) == len(ASKED)
    assert gathered().answered == len(ASKED)


def test_cases_by_kind() -> None:
    """Each by the gravest there is of it; the kind that is not told has a row of its own, last."""
    found = counts(the("gruppe-1"))
    assert the("gruppe-1").title == "Etter tjenestens type"
    assert list(found)[-1] == "ikke fortalt"
    assert {name: sum(some.values()) for name, some in found.items()} == {
        "flerregional behandlingstjeneste": 2, "nasjonal behandlingstjeneste": 1, "ikke fortalt": 1,
    }  # fmt: skip
    states = [next((word for word in ("brutt", "fraveket", "ikke oppfylt", "uavklart")
                    if each.line.counts[word]), "ingen av delene")
              for each in gathered().services]  # fmt: skip
    assert Counter(states) == sum(map(Counter, found.values()), Counter())


def test_what_is_missing_by_who_has_it() -> None:
    """Each thing once in each case that lacks it."""
    wanted = Counter(
        (number, each.holder, each.kind.value, tuple(p for p in each.path if isinstance(p, str))
         or each.about)
        for number, case in enumerate(MANY)
        for verdict in case.verdicts
        for each in missing(verdict)
    )  # fmt: skip
    by_holder = Counter(holder or "ingen bestemt" for _, holder, _, _ in wanted)
    found = {name: sum(some.values()) for name, some in counts(the("hos")).items()}
    assert found == by_holder
    assert found["helseforetaket"] >= 1


def test_years_only_where_days_differ() -> None:
    """Each case in the year it is judged by."""
    found = counts(the("ar"))
    assert {name: sum(some.values()) for name, some in found.items()} == {"2021": 1, "2024": 3}
    assert [each.id for each in gathered(MANY[:2]).breakdowns if each.id == "ar"] == []


def test_a_figure_has_the_numbers_of_its_table() -> None:
    """Nothing more, and each part has its own colour."""
    for each in gathered().breakdowns:
        made = spec(each)
        drawn = {(one["rad"], one["del"]): one["antall"] for one in made["data"]["values"]}
        assert drawn == {(row, word): n for row, some in counts(each).items()
                         for word, n in some.items()}  # fmt: skip
        assert made["encoding"]["y"]["sort"] == [row.name for row in each.rows]
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_a_figure_is_drawn() -> None:
    """With its letters as letters, each row named; and the same every time."""
    draw = drawer()
    assert draw is not None
    found = the("bestemmelse")
    made = picture(found, draw)
    assert made == picture(found, draw)
    for row in found.rows:
        assert f">{row.name}</text>" in made
    for word in found.shown:
        assert f'fill="{COLOURS[word]}"' in made
    assert "http" not in made
    assert " style=" not in made
    assert " id=" not in made


# --- groups ----------------------------------------------------------------------------------

REGISTER = Register("region", tuple(map(RegisterEntry, REGIONS)))
SERVICE, APPLICATION, SITE = SCHEMA.records
PLACED = evolve(
    SCHEMA,
    records=(
        SERVICE,
        APPLICATION,
        evolve(SITE, fields=(SITE.fields[0], evolve(SITE.fields[1], type=Registered("region")))),
    ),
    registers=(REGISTER,),
)


def view(*regions: str | None, kind: str = NATIONAL) -> dict[str, dict[str, object]]:
    """What is seen of a service in these regions."""
    return {"tjeneste": {"type": kind, "steder": [{"helseregion": each} for each in regions]}}


def test_cases_are_grouped_by_what_has_few_values() -> None:
    """Also in the entries of a list; a case that is in several is in each of those groups."""
    groups = groups_of(PLACED)
    assert [each.path for each in groups] == [("tjeneste", "type"),
                                              ("tjeneste", "steder", "helseregion")]  # fmt: skip
    grouped = Grouped(groups)
    for each in (view("Helse Vest", "Helse Nord", "Helse Vest"), view("Helse Nord", None), None):
        grouped.add(each)
    (chosen,) = grouped.chosen()  # all are of one kind, which tells nothing apart
    assert chosen.path == ("tjeneste", "steder", "helseregion")
    assert list(grouped.values(chosen)) == [("Helse Nord", "Helse Vest"), ("Helse Nord",), ()]


def test_what_few_cases_tell_is_no_group() -> None:
    """Nor what could be very many things."""
    grouped = Grouped(groups_of(PLACED))
    for each in (view("Helse Nord"), view(), view()):
        grouped.add(each)
    assert grouped.chosen() == ()
    many = evolve(
        PLACED, registers=(Register("region", tuple(map(RegisterEntry, "abcdefghijklm"))),)
    )
    assert [each.path for each in groups_of(many)] == [("tjeneste", "type")]
    assert Listed(Row("sted")) == SERVICE.fields[1].type
