"""The project's own account: every sentence of the sources, and every norm found in them."""

from hjemmel.analysis.mutation.mutant import Change
from hjemmel.analysis.mutation.mutants import of_norm
from hjemmel.provenance.book import new_book
from hjemmel.resources import folder
from hjemmel.traceability.account import account
from hjemmel.traceability.citing import modelled
from hjemmel.traceability.ledger import Ledger
from hjemmel.traceability.reading import EXPECTED, read_ledger
from support.golden_run import compiled, project

PLACE = folder("rules") / "kilder"


def ledger() -> Ledger:
    """What is written down beside the rules."""
    found = read_ledger(PLACE)
    assert isinstance(found, Ledger)
    return found


OF_CLAUSES = set(Change) - {Change.PERIOD, Change.DECIDING, Change.CITATION, Change.HOLDER}


def test_every_norm_is_written_and_every_sentence_is_accounted_for() -> None:
    """Every sentence is a norm's or is set aside with a reason, and no norm is unlisted."""
    found = account(compiled(())[0].value, ledger())
    assert [f"{each.lack.value}: {each.id}" for each in found.findings] == []
    assert (len(found.lines), found.accounted) == (254, 254)
    assert (found.expected, found.present) == (191, 191)


def test_what_models_a_sentence_can_be_changed() -> None:
    """A norm that models sentences has a clause that the trial of cases changes and must notice."""
    program = compiled(())[0].value
    book = new_book(program)
    for norm in program.norms:
        made = of_norm(book, norm, norm.wordings[0].citations[0])
        assert not modelled(norm) or any(each.change in OF_CLAUSES for each in made), norm.id


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
    assert heading.split("\t") == ["id", "sted", "setninger", "sitert", "nivå", "slag"]
