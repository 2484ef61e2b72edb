"""Rulebooks by name, by path and from texts; and what is raised where there is none."""

import pickle
from pathlib import Path

import pytest

import hjemmel
from support.engine_texts import PARKING

BROKEN = PARKING.replace("plassens timer er høyst 2", "plassens tiimer er høyst 2")


def test_a_shipped_rulebook_by_name(shipped: hjemmel.Rulebook) -> None:
    """Its norms have their ids, kinds, levels, citations, periods and own words."""
    assert shipped.name == "forskrift_kap4"
    norm = shipped.norm("4-1/rett-mottaker")
    assert (norm.title, norm.kind) == ("om rett mottaker", hjemmel.Kind.DUTY)
    assert norm.levels == (hjemmel.Level.REGULATION,)
    assert norm.own_words.startswith("Søknaden går til departementet, eller til den som har")
    assert [(str(each.start), each.end) for each in norm.editions] == [("2011-01-01", None)]
    assert "forskriften § 4-1 første ledd" in map(str, norm.citations)


def test_the_periods_of_a_shipped_norm(shipped: hjemmel.Rulebook) -> None:
    """Two wordings, each of its level; both may be in force while the sources tell no day."""
    norm = shipped.norm("4-1/kopi")
    assert [each.value for each in norm.levels] == ["veileder", "nettside"]
    guide, page = norm.editions
    assert (str(guide.start), str(guide.end)) == ("2022-01-01", "2024-04-04")
    assert (str(page.start), page.end, page.assumed) == ("2024-01-01", None, "")


def test_what_is_assumed_of_a_day() -> None:
    """With the reason that the rulebook gives."""
    norm = hjemmel.load_texts({"parkering": PARKING}).norm("1-1/korttid")
    assert "brevet er udatert" in norm.editions[-1].assumed


def test_files_and_folders(tmp_path: Path) -> None:
    """A file, as text or as a path, and a folder, are the same rulebook as the texts in them."""
    (tmp_path / "parkering.ntr").write_text(PARKING, "utf-8")
    file = tmp_path / "parkering.ntr"
    wanted = hjemmel.load_texts({"parkering": PARKING}).fingerprint
    for given in (file, str(file), tmp_path):
        assert hjemmel.load(given).fingerprint == wanted


def test_texts_see_one_another_and_no_file() -> None:
    """One that builds on a shipped file needs it among the texts."""
    own = "regelverk egen\nbygger på ord_kap4\n"
    with pytest.raises(hjemmel.RulebookError) as raised:
        hjemmel.load_texts({"egen": own})
    assert raised.value.code == "NTR202"
    book = hjemmel.load_texts({**hjemmel.shipped_texts(), "egen.ntr": own}, names=["egen.ntr"])
    assert book.name == "egen"
    assert "tjeneste.type" in [each.key for each in book.questions]


def test_the_texts_that_come_along_are_the_rulebook_that_comes_along(
    shipped: hjemmel.Rulebook,
) -> None:
    """Down to the fingerprint, and to the sentences that are cited."""
    book = hjemmel.load_texts(
        hjemmel.shipped_texts(), ["forskrift_kap4"], hjemmel.shipped_sentences()
    )
    assert book.fingerprint == shipped.fingerprint
    assert book.norms == shipped.norms


def test_a_rulebook_with_errors_is_not_one() -> None:
    """All that was found comes along, the code of the first error, and what to do."""
    with pytest.raises(hjemmel.RulebookError) as raised:
        hjemmel.load_texts({"prøve": BROKEN})
    assert raised.value.diagnostics == hjemmel.check_texts({"prøve": BROKEN})
    assert str(raised.value) == "NTR204: prøve.ntr:31:17: «plassens tiimer» er ikke erklært"
    assert "mente du «plassens timer»?" in raised.value.help
    copy = pickle.loads(pickle.dumps(raised.value))
    assert (copy.code, copy.diagnostics) == (raised.value.code, raised.value.diagnostics)


@pytest.mark.parametrize(
    ("given", "code"),
    [("finnes-ikke", "NTR202"), ("finnes/ikke.ntr", "NTR501"), (".", "NTR202")],
)
def test_what_is_not_there(
    given: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name, a file, an empty folder: each with a code, and with what to do."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(hjemmel.RulebookError) as raised:
        hjemmel.load(given)
    assert raised.value.code == code
    assert raised.value.help
    assert raised.value.diagnostics == ()


def test_no_texts_at_all() -> None:
    """Nothing is no rulebook."""
    with pytest.raises(hjemmel.RulebookError):
        hjemmel.load_texts({})


def test_two_texts_of_one_name() -> None:
    """Which of them is meant, nobody knows."""
    with pytest.raises(ValueError, match="parkering"):
        hjemmel.load_texts({"parkering": PARKING, "parkering.ntr": PARKING})


def test_a_rulebook_can_be_sent_to_another_process(parking: hjemmel.Rulebook) -> None:
    """It judges there as it does here."""
    copy = pickle.loads(pickle.dumps(parking))
    case = {"plass": {"kjøretøy": "bil", "timer": 3}}
    assert copy.fingerprint == parking.fingerprint
    assert copy.judge(case, "2024-01-01").to_json() == parking.judge(case, "2024-01-01").to_json()


def test_the_questions(parking: hjemmel.Rulebook) -> None:
    """What a rulebook wants to know: type, values, holder, meaning, and who asks."""
    asked = {each.key: each for each in parking.questions}
    kind = asked["plass.kjøretøy"]
    assert kind.path == ("plass", "kjøretøy")
    assert kind.values == ("bil", "sykkel")
    assert (kind.holder, kind.meaning) == ("eieren", "Det som står på plassen.")
    assert kind.norms == ("1-1/korttid", "1-1/hensyn")
    assert asked["plass.timer"].type == "et helt tall"
    assert asked["plass.naboer.kjøretøy"].norms == ("1-1/felles",)
    assert asked["klage.dag"].optional
    assert not kind.optional
    with pytest.raises(hjemmel.UnknownNormError, match="mente du «1-1/korttid»"):
        parking.norm("1-1/kortid")
