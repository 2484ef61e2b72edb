"""The project's own account is complete: all 248 sentences and all 139 norms."""

from hjemmel.resources import folder
from hjemmel.traceability.account import account
from hjemmel.traceability.ledger import Ledger
from hjemmel.traceability.reading import EXPECTED, read_ledger
from support.golden_run import compiled, project

PLACE = folder("rules") / "kilder"


def ledger() -> Ledger:
    """What is written down beside the rules."""
    found = read_ledger(PLACE)
    assert isinstance(found, Ledger)
    return found


def test_every_sentence_and_every_norm_is_accounted_for() -> None:
    """Nothing lacks, nothing is there twice, and the norms are what was found in the sources."""
    program = compiled(())[0].value
    found = account(program, ledger())
    assert [f"{each.lack.value}: {each.id} {each.said}" for each in found.findings] == []
    assert (found.accounted, len(found.lines)) == (248, 248)
    assert (found.present, found.expected) == (139, 139)


def test_every_sentence_set_aside_has_its_own_note() -> None:
    """No two notes are the same words: each is about its own sentence."""
    notes = [each.note for each in ledger().set_aside.values()]
    assert len(set(notes)) == len(notes)
    assert all(note.endswith(".") for note in notes)


def test_no_sentence_of_the_regulation_is_set_aside() -> None:
    """All of chapter 4 is rules."""
    assert not [each for each in ledger().set_aside if each.startswith("F")]


def test_the_files_follow_the_sources() -> None:
    """Sentences set aside stand in reading order, so that a reader finds them."""
    found = ledger()
    order = {sentence: number for number, sentence in enumerate(found.sentences)}
    places = [order[each] for each in found.set_aside]
    assert places == sorted(places)


def test_every_rule_file_is_of_the_account() -> None:
    """The rulebook that the account is held against builds on all rule files with norms."""
    norms = {each.rulebook for each in compiled(())[0].value.norms}
    assert norms <= set(project())
    assert {"forskrift_kap4", "erne"} <= norms


def test_expected_norms_are_facts_and_ids() -> None:
    """No column holds prose: what a norm says, the rules say."""
    heading = (PLACE / EXPECTED).read_text(encoding="utf-8").splitlines()[0]
    assert heading.split("\t") == ["id", "sted", "setninger", "nivå", "slag"]
