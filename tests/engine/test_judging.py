"""Cases judged from mappings: the verdicts, the days, and what cannot be read."""

import json
import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner

import hjemmel
from hjemmel.cli import main
from support.engine_texts import PARKING

CAR = {"plass": {"kjøretøy": "bil", "timer": 2}}
DATA = Path(__file__).resolve().parents[2] / "data"
SERVICE = {
    "sak": "L-1",
    "tittel": "Prøvetjenesten",
    "vurderingsdato": "2024-06-01",
    "tjeneste": {
        "type": "flerregional behandlingstjeneste",
        "steder": [
            {"helseforetak": "OUS", "helseregion": "Helse Sør-Øst"},
            {"helseforetak": "Ukjent HF", "helseregion": "Helse Sør-Øst"},
        ],
    },
    "søknad": {"dato": "2023-12-31", "mottaker": "departementet"},
}


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("2021-12-31", "oppfylt"),
        ("2022-01-01", "brutt"),
        (date(2019, 12, 31), "ingen regel i kraft"),
    ],
)
def test_the_day_decides_which_edition(
    parking: hjemmel.Rulebook, day: date | str, word: str
) -> None:
    """Two hours were allowed until 2022; before 2020 there was no rule."""
    assert parking.judge(CAR, day).verdict("1-1/korttid").word == word


def test_a_verdict_has_what_a_program_needs(parking: hjemmel.Rulebook) -> None:
    """Outcome and effect apart, the edition in force, the reason as a tree, and the assumption."""
    found = parking.judge(CAR, date(2024, 1, 1)).verdict("1-1/korttid")
    assert (found.norm, found.title, found.kind) == ("1-1/korttid", "korttid", hjemmel.Kind.DUTY)
    assert (found.outcome, found.effect) == (hjemmel.Outcome.BROKEN, hjemmel.Effect.BREACH)
    assert found.is_finding
    assert found.edition is not None
    assert (found.edition.start, found.edition.end) == (date(2022, 1, 1), None)
    assert [str(each) for each in found.citations] == ["forskrift § 1-1 første ledd"]
    assert [(each.what, each.result, each.decisive) for each in found.reason][-1] == (
        "oppfylt når plassens timer er høyst 1", hjemmel.Result.FAILS, True,
    )  # fmt: skip
    assert [(e.ground, e.words) for e in found.rests_on] == [
        (hjemmel.Ground.ASSUMED, "første dag er antatt: brevet er udatert")
    ]


def test_the_guide_is_departed_from(parking: hjemmel.Rulebook) -> None:
    """The same outcome has another word and another effect; an amount may be a decimal number."""
    case = {"plass": {"takst": Decimal("19.50")}}
    found = parking.judge(case, "2024-01-01").verdict("1-1/takst")
    assert (found.level, found.word) == (hjemmel.Level.GUIDE, "fraveket")
    assert found.effect is hjemmel.Effect.DEPARTURE


def test_a_chosen_reading_is_told(parking: hjemmel.Rulebook) -> None:
    """What the rulebook chose stands apart from what the sources say."""
    found = parking.judge(CAR, "2024-01-01").verdict("1-1/hensyn")
    assert found.word == "oppfylt"
    assert [(each.ground, each.words) for each in found.rests_on] == [
        (hjemmel.Ground.CHOSEN, "Er en bil med sykkel på taket en sykkel? vid")
    ]


def test_what_is_missing(parking: hjemmel.Rulebook) -> None:
    """The fact, what it is called, why it is not known and who knows it."""
    found = parking.judge({"plass": {"kjøretøy": "bil"}}, "2024-01-01").verdict("1-1/korttid")
    assert found.word == "uavklart: mangler"
    (lack,) = found.missing
    assert (lack.about, lack.name) == ("plass.timer", "plassens timer")
    assert (lack.kind, lack.holder) == (hjemmel.Unknown.MISSING, "parkeringsvakten")


def test_it_is_what_the_command_writes(shipped: hjemmel.Rulebook, tmp_path: Path) -> None:
    """`to_json` and `explain` are those of `ntr`, to the last sign."""
    path = tmp_path / "sak.json"
    path.write_text(json.dumps(SERVICE), "utf-8")
    judgement = shipped.judge(SERVICE)

    def ntr(*words: str) -> str:
        cache = {"HJEMMEL_CACHE": str(tmp_path / "cache")}
        return CliRunner(env=cache).invoke(main, [*words, "--regelverk", "forskrift_kap4"]).stdout

    written = ntr("vurder", str(path), "--format", "json")
    assert json.loads(written) == judgement.to_json()
    assert [each.to_json() for each in judgement] == judgement.to_json()["verdikter"]
    norm = "4-2/to-helseregioner"
    assert ntr("forklar", str(path), "--norm", norm) == shipped.explain(judgement, norm, 1_000_000)


def test_the_values_of_python(parking: hjemmel.Rulebook) -> None:
    """Days, tuples, mappings of any kind and decimal numbers say what the same in JSON says."""
    case = MappingProxyType({
        "plass": {"kjøretøy": "bil", "timer": 1, "takst": 20.5, "naboer": ({"kjøretøy": "bil"},)},
        "klage": {"dag": date(2024, 7, 2)},
    })  # fmt: skip
    judgement = parking.judge(case, date(2024, 8, 1))
    assert judgement.unread == ()
    assert [each.word for each in judgement] == [
        "oppfylt", "oppfylt", "brutt", "gjelder ikke", "oppfylt",
    ]  # fmt: skip


UNREADABLE: dict[str, tuple[object, str]] = {
    "not a number": (float("nan"), "NTR507"),
    "endless": (Decimal("-Infinity"), "NTR507"),
    "huge": (Decimal("1E+400"), "NTR504"),
    "long": (10**5000, "NTR507"),
    "broken": (2.5, "NTR504"),
    "a set": ({1, 2}, "NTR504"),
    "an object": (object(), "NTR504"),
    "bytes": (b"2", "NTR504"),
    "a truth": (True, "NTR504"),
    "a text": ("2", "NTR504"),
}


@pytest.mark.parametrize(("value", "code"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_costs_the_fact(
    parking: hjemmel.Rulebook, value: object, code: str
) -> None:
    """The rest is judged, and what is not read is told with its code and its place."""
    judgement = parking.judge({"plass": {"kjøretøy": "bil", "timer": value}}, "2024-01-01")
    (unread,) = judgement.unread
    assert (unread.code, unread.place) == (code, "plass.timer")
    assert judgement.verdict("1-1/korttid").outcome is hjemmel.Outcome.UNDECIDED
    assert judgement.verdict("1-1/felles").outcome is hjemmel.Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("case", "code", "place"),
    [
        ({"plas": {}}, "NTR503", "plas"),
        ([], "NTR504", ""),
        ("plass", "NTR504", ""),
        ({"plass": 3}, "NTR504", "plass"),
        ({"klage": None}, "NTR504", "klage"),
        ({"vurderingsdato": "i fjor"}, "NTR506", "vurderingsdato"),
        ({"vurderingsdato": datetime(2024, 1, 1, 12)}, "NTR506", "vurderingsdato"),  # noqa: DTZ001
    ],
)
def test_what_is_no_case(parking: hjemmel.Rulebook, case: object, code: str, place: str) -> None:
    """It is raised, with all that is wrong."""
    with pytest.raises(hjemmel.FactsError) as raised:
        parking.judge(case, "2024-01-01")  # type: ignore[arg-type]
    (problem,) = raised.value.problems
    assert (raised.value.code, problem.code, problem.place) == (code, code, place)
    assert pickle.loads(pickle.dumps(raised.value)).problems == raised.value.problems


def test_a_case_that_holds_itself(parking: hjemmel.Rulebook) -> None:
    """It is too deep to be a case."""
    case: dict[str, object] = {}
    case["plass"] = case
    with pytest.raises(hjemmel.FactsError) as raised:
        parking.judge(case, "2024-01-01")
    assert raised.value.code == "NTR514"


def test_there_is_no_clock(parking: hjemmel.Rulebook) -> None:
    """Without a day there is no verdict; the case may say it, and the call goes first."""
    with pytest.raises(hjemmel.FactsError) as raised:
        parking.judge(CAR)
    assert (raised.value.code, raised.value.problems[0].place) == ("NTR506", "vurderingsdato")
    with pytest.raises(hjemmel.FactsError):
        parking.judge(CAR, "01.01.2024")
    dated = CAR | {"vurderingsdato": "2021-06-01"}
    assert parking.judge(dated).day == date(2021, 6, 1)
    assert parking.judge(dated, "2022-06-01").day == date(2022, 6, 1)


def test_many_cases_are_judged_as_they_come(parking: hjemmel.Rulebook) -> None:
    """None is read before it is asked for, and one that is no case does not stop the others."""
    asked: list[int] = []

    def cases():  # type: ignore[no-untyped-def]
        for number, each in enumerate((CAR, {"plas": {}}, CAR | {"sak": "C"})):
            asked.append(number)
            yield each

    found = parking.judge_many(cases(), "2024-01-01")
    assert asked == []
    first = next(found)
    assert asked == [0]
    second, third = found
    assert isinstance(first, hjemmel.Judgement)
    assert isinstance(second, hjemmel.FactsError)
    assert isinstance(third, hjemmel.Judgement)
    assert (first.case, third.case) == ("sak-1", "C")


def test_outcomes_alone_are_those_of_the_verdicts(shipped: hjemmel.Rulebook) -> None:
    """In every case of the portfolio: of all norms in the order of the law, or of some."""
    lines = (DATA / "portefolje.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(each) for each in lines]
    partly = {"tjeneste": SERVICE["tjeneste"] | {"steder": {"minst": [{"helseforetak": "OUS"}]}}}
    day = "2024-06-01"
    expected = [
        {each.norm: each.outcome for each in shipped.judge(case, day)} for case in (*cases, partly)
    ]
    found = list(shipped.outcomes([*cases, partly], day))
    assert found == expected
    assert [*found[0]] == [*expected[0]]
    some = ["4-2/to-helseregioner", "4-2/to-helseforetak"]
    for each, whole in zip(shipped.outcomes(iter(cases), day, some), expected, strict=False):
        assert isinstance(each, dict)
        assert [*each] == [norm for norm in whole if norm in some]
        assert each.items() <= whole.items()


def test_outcomes_of_what_is_no_case_or_no_norm(parking: hjemmel.Rulebook) -> None:
    """The one stands in its place, the other is told at once, before any case is read."""
    first, second, third = parking.outcomes([CAR, {"plas": {}}, CAR], "2024-01-01")
    assert isinstance(second, hjemmel.FactsError)
    assert first == third == {each.norm: each.outcome for each in parking.judge(CAR, "2024-01-01")}
    with pytest.raises(hjemmel.UnknownNormError):
        parking.outcomes([], "2024-01-01", ["1-1/kortti"])


def test_a_judgement_can_be_kept(shipped: hjemmel.Rulebook) -> None:
    """Pickled, it is judged again, to the same; what was not read comes along."""
    judgement = shipped.judge(SERVICE)
    copy = pickle.loads(pickle.dumps(judgement))
    assert copy.to_json() == judgement.to_json()
    assert (copy.unread, copy.notes, copy.day) == (judgement.unread, judgement.notes, judgement.day)
    assert any("Ukjent HF" in each for each in judgement.notes)


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads that give way to one another as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_two_rulebooks_in_turn(parking: hjemmel.Rulebook) -> None:
    """Each answers as when it is alone."""
    other = hjemmel.load_texts({"parkering": PARKING.replace("høyst 1\n", "høyst 5\n")})
    mine, theirs = (book.judge(CAR, "2024-01-01").to_json() for book in (parking, other))
    assert mine != theirs
    for _ in range(3):
        assert parking.judge(CAR, "2024-01-01").to_json() == mine
        assert other.judge(CAR, "2024-01-01").to_json() == theirs


def test_threads_that_use_one_rulebook(shipped: hjemmel.Rulebook, hurried: None) -> None:
    """From its first cases on, while it is made ready, nothing goes wrong and all agree."""
    wanted = shipped.judge(SERVICE).to_json()
    fresh: hjemmel.Rulebook = pickle.loads(pickle.dumps(shipped))
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: fresh.judge(SERVICE).to_json(), range(24)))
    assert found == [wanted] * 24


def test_nothing_can_be_changed(parking: hjemmel.Rulebook) -> None:
    """Rulebook, judgement, verdict and norm are frozen."""
    judgement = parking.judge(CAR, "2024-01-01")
    for each in (parking, judgement, judgement.verdict("1-1/korttid"), parking.norms[0]):
        with pytest.raises(AttributeError):
            each.title = "noe annet"  # type: ignore[misc,union-attr]
