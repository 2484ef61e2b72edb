"""Every sentence and every norm is accounted for, or the account says which is not."""

from datetime import date

import pytest
from attrs import evolve

from hjemmel.core.nodes import Fact
from hjemmel.core.program import Kind, Suspension
from hjemmel.core.schema import CASE
from hjemmel.core.types import Date
from hjemmel.source.moment import Moment
from hjemmel.traceability.account import Account, account, changes
from hjemmel.traceability.finding import Lack
from hjemmel.traceability.fingerprints import compare, fingerprint
from hjemmel.traceability.ledger import Entry, Ground, SetAside
from support.invented_account import (
    LEDGER,
    RULES,
    aside,
    asking_nothing,
    comparing,
    expected,
    norm,
    program,
)


def lacks(found: Account) -> list[tuple[Lack, str]]:
    """What is wrong, and with what."""
    return [(each.lack, each.id) for each in found.findings]


def test_a_complete_account() -> None:
    """Four sentences cited, two set aside, a norm whole and a norm in two parts."""
    found = account(RULES, LEDGER)
    assert found.findings == ()
    assert (found.accounted, found.cited) == (6, 4)
    assert (found.present, found.expected, found.norms) == (2, 2, 3)


def test_a_line_has_the_norms_that_cite_it() -> None:
    """An open question cites too; a sentence set aside has its reason."""
    lines = {each.sentence: each for each in account(RULES, LEDGER).lines}
    assert lines["V1#4"].norms == ("1/to-b",)
    assert str(lines["V1#6"].set_aside) == "gjentar V1#1"
    assert lines["V1#2"].place == "veileder pkt. 1 nr. 2"


def test_provisions_that_refer_to_a_norm_count() -> None:
    """«Gjelder tilsvarende» accounts for the sentence that says so."""
    first = norm("1/en", "V1#2")
    (wording,) = first.wordings
    likewise = RULES.norms[0].wordings[0].citations
    rules = program(first.with_wordings([evolve(wording, likewise=likewise)]), *RULES.norms[1:])
    assert account(rules, LEDGER).findings == ()


def test_what_says_that_a_norm_is_not_in_force_counts() -> None:
    """The sentence that suspends a norm is accounted for by the norm that it suspends."""
    first = norm("1/en", "V1#2")
    days = (Moment(each, each) for each in (date(2024, 1, 1), date(2024, 3, 31)))
    gap = Suspension(*days, RULES.norms[0].wordings[0].citations)
    by_day = Fact(CASE, "vurderingsdato", Date())
    suspended = evolve(first, deciding=by_day, suspensions=(gap,))
    rules = program(suspended, *RULES.norms[1:])
    assert account(rules, LEDGER).findings == ()


def test_a_citation_taken_away() -> None:
    """The sentence is unaccounted for, and the norm that should have it is named."""
    rules = program(norm("1/en", "V1#1"), norm("1/to-a", "V1#2"), norm("1/to-b", "V1#2"))
    assert lacks(account(rules, LEDGER)) == [
        (Lack.AWAITED, "V1#3"),
        (Lack.UNACCOUNTED, "V1#4"),
        (Lack.UNCITED, "1/to"),
    ]


def test_a_sentence_more() -> None:
    """A sentence that nobody has accounted for is told of."""
    more = evolve(LEDGER, sentences={**LEDGER.sentences, "V1#7": Entry("pkt. 1 nr. 7", "")})
    found = account(RULES, more)
    assert lacks(found) == [(Lack.UNACCOUNTED, "V1#7")]
    assert found.accounted == 6


def test_a_sentence_accounted_for_twice() -> None:
    """It is cited, so it cannot be without a norm; the norm is named."""
    found = account(RULES, aside("V1#1", SetAside(Ground.BACKGROUND, "Nei.")))
    (finding,) = found.findings
    assert (finding.lack, finding.id, finding.norms) == (Lack.DOUBLED, "V1#1", ("1/en",))


@pytest.mark.parametrize("repeated", ["V1#6", "V1#7"])
def test_a_repetition_of_nothing(repeated: str) -> None:
    """To repeat a repetition, oneself or a sentence that is not there, is no reason."""
    ledger = aside("V1#6", SetAside(Ground.REPETITION, "Det samme.", repeated))
    assert (Lack.UNACCOUNTED, "V1#6") in lacks(account(RULES, ledger))


def test_a_repetition_of_a_purpose() -> None:
    """What is said twice need not be a norm."""
    ledger = aside("V1#6", SetAside(Ground.REPETITION, "Det samme.", "V1#5"))
    assert account(RULES, ledger).findings == ()


def test_ids_that_are_no_sentences() -> None:
    """In the rules, among those set aside, as repeated, and among the norms expected."""
    rules = program(*RULES.norms, norm("1/en-x", "V8#1"))
    ledger = evolve(
        aside("V8#2", SetAside(Ground.REPETITION, "Nei.", "V8#3")),
        expected=(*LEDGER.expected, expected("1/en-x", "V8#1", "V8#4")),
    )
    found = [each for each in account(rules, ledger).findings if each.lack is Lack.UNKNOWN]
    assert {each.id for each in found} == {"V8#1", "V8#2", "V8#3", "V8#4"}


def test_a_missing_norm() -> None:
    """A norm may be split, never dropped."""
    found = account(program(RULES.norms[0]), LEDGER)
    assert (Lack.MISSING, "1/to") in lacks(found)
    assert (found.present, found.expected) == (1, 2)


def test_a_sentence_of_a_missing_norm_waits_for_it() -> None:
    """It is not accounted for, and the account says by which norm it will be."""
    found = account(program(RULES.norms[0], norm("1/to-b", "V1#3", asked="V1#4")), LEDGER)
    assert lacks(found) == [(Lack.AWAITED, "V1#2"), (Lack.UNCITED, "1/to")]
    found = account(program(*RULES.norms[1:]), LEDGER)
    assert lacks(found) == [(Lack.AWAITED, "V1#1"), (Lack.UNACCOUNTED, "V1#6"),
                            (Lack.MISSING, "1/en")]  # fmt: skip
    assert found.lines[0].awaited == ("1/en",)


def test_what_is_only_compared_with_is_not_modelled() -> None:
    """«jf. …» accounts for a sentence, as one that is only cited."""
    rules = program(comparing(RULES.norms[0], "V1#7"), *RULES.norms[1:])
    more = evolve(LEDGER, sentences={**LEDGER.sentences, "V1#7": Entry("pkt. 1 nr. 7", "")})
    found = account(rules, more)
    assert found.findings == ()
    assert (found.modelled, found.mentioned, found.set_aside) == (4, 1, 2)
    assert (found.lines[-1].modelled, found.lines[-1].mentioned) == ((), ("1/en",))


def test_a_claim_to_model_is_no_more_than_a_claim() -> None:
    """Listed as modelled, and only compared with in the rules; or the other way."""
    more = {**LEDGER.sentences, "V1#7": Entry("pkt. 1 nr. 7", "")}
    first, second = RULES.norms[0], LEDGER.expected[1]
    listed = evolve(LEDGER, sentences=more, expected=(expected("1/en", "V1#1", "V1#7"), second))
    (finding,) = account(program(comparing(first, "V1#7"), *RULES.norms[1:]), listed).findings
    assert (finding.lack, finding.said) == (Lack.UNCITED, "V1#7 (bare nevnt)")
    beside = expected("1/en", "V1#1", "V1#7", mentioned=("V1#7",))
    listed = evolve(listed, expected=(beside, second))
    assert account(program(comparing(first, "V1#7"), *RULES.norms[1:]), listed).findings == ()
    rules = program(norm("1/en", "V1#1", "V1#7"), *RULES.norms[1:])
    (finding,) = account(rules, listed).findings
    assert (finding.lack, finding.said) == (Lack.OVERSTATED, "V1#7")


def test_what_asks_for_nothing_models_nothing() -> None:
    """To name a sentence after «etter» is not enough: something must be asked for."""
    found = account(program(asking_nothing(RULES.norms[0]), *RULES.norms[1:]), LEDGER)
    assert lacks(found) == [(Lack.UNASKED, "1/en")]
    assert found.lines[0].modelled == ()


def test_a_reason_may_stand_beside_a_mention() -> None:
    """To be compared with makes no sentence a norm's."""
    rules = program(comparing(RULES.norms[0], "V1#5"), *RULES.norms[1:])
    assert account(rules, LEDGER).findings == ()


def test_a_norm_that_is_not_expected() -> None:
    """A new norm is written down too, so that nobody can drop it later."""
    found = account(program(*RULES.norms, norm("1/tre", "V1#1")), LEDGER)
    assert lacks(found) == [(Lack.UNLISTED, "1/tre")]


def test_a_part_belongs_to_the_longest_id() -> None:
    """«1/to-a» is no part of «1/to» where it is expected itself."""
    ledger = evolve(LEDGER, expected=(*LEDGER.expected, expected("1/to-a", "V1#2")))
    assert lacks(account(RULES, ledger)) == [(Lack.UNCITED, "1/to")]


def test_a_part_with_a_line_of_its_own_is_no_norm_more() -> None:
    """It is listed for its level or kind; the norms are as many, and one that is gone is missed."""
    part = evolve(expected("1/to-b", "V1#3"), is_part=True)
    ledger = evolve(LEDGER, expected=(expected("1/en", "V1#1"), expected("1/to", "V1#2"), part))
    found = account(RULES, ledger)
    assert (lacks(found), found.present, found.expected) == ([], 2, 2)
    without = account(program(*RULES.norms[:2]), ledger)
    assert (Lack.MISSING, "1/to-b") in lacks(without)


def test_a_norm_without_sentences() -> None:
    """It is counted, and named."""
    found = account(program(*RULES.norms, norm("1/en-b")), LEDGER)
    assert lacks(found) == [(Lack.UNSOURCED, "1/en-b")]


def test_a_norm_of_another_kind() -> None:
    """What was found as a duty cannot become advice unseen."""
    rules = program(norm("1/en", "V1#1", kind=Kind.ADVICE), *RULES.norms[1:])
    (finding,) = account(rules, LEDGER).findings
    assert finding.lack is Lack.DIFFERENT
    assert finding.said == "er anbefaling (veileder) i reglene, men krav (veileder) i normer.tsv"


def test_a_word_that_a_norm_is_written_with() -> None:
    """A definition among the parts is no norm of the sources; a part that is a duty is."""
    word = norm("1/en-ord", "V1#1", kind=Kind.DEFINITION)
    assert account(program(*RULES.norms, word), LEDGER).findings == ()
    advice = norm("1/en-råd", "V1#1", kind=Kind.ADVICE)
    assert lacks(account(program(*RULES.norms, advice), LEDGER)) == [(Lack.DIFFERENT, "1/en-råd")]
    alone = program(norm("1/en", "V1#1", kind=Kind.DEFINITION), *RULES.norms[1:])
    assert lacks(account(alone, LEDGER)) == [(Lack.DIFFERENT, "1/en")]


def test_what_to_look_at_when_the_texts_change() -> None:
    """A changed or lost sentence has its norms; a new one those on both sides of it."""
    texts = {each: each for each in LEDGER.sentences}
    kept = {each: fingerprint(text) for each, text in texts.items()}
    now = {"V1#1": "V1#1", "V1#2": "Ny.", "V1#3": "V1#2", "V1#4": "Endret.", "V1#6": "V1#6"}
    found = changes(account(RULES, LEDGER), compare(kept, now))
    assert [(each.lack, each.id, each.norms) for each in found] == [
        (Lack.CHANGED, "V1#4", ("1/to-b",)),
        (Lack.MOVED, "V1#2", ("1/to-a",)),
        (Lack.NEW, "V1#2", ("1/en", "1/to-a")),
        (Lack.GONE, "V1#3", ("1/to-b",)),
        (Lack.GONE, "V1#5", ()),
    ]
    assert fingerprint("Endret.") in found[0].said
