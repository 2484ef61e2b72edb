"""Which sentences read as before, told without keeping their texts."""

import pytest

from hjemmel.traceability.fingerprints import compare, fingerprint

TEXTS = {f"V1#{number}": f"Setning {number}." for number in range(1, 6)}
KEPT = {sentence: fingerprint(text) for sentence, text in TEXTS.items()}


def numbered(*texts: str) -> dict[str, str]:
    """Texts by the number that they would get."""
    return {f"V1#{number}": text for number, text in enumerate(texts, 1)}


@pytest.mark.parametrize("text", ["Én  setning\n her.", " Én setning her.", "Én setning her."])
def test_layout_is_no_change(text: str) -> None:
    """Spaces, line ends and the way an accent is written do not count."""
    assert fingerprint(text) == fingerprint("Én setning her.")


def test_a_letter_is_a_change() -> None:
    """Everything that is read counts, capital letters and signs too."""
    texts = ["en", "En", "en.", "e n"]
    assert len({fingerprint(each) for each in texts}) == len(texts)


def test_the_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    """The first of SHA-256, so that anybody can make it."""
    assert fingerprint("abc") == "ba7816bf8f01cfea"


def test_equal_texts_are_the_same() -> None:
    """Nothing to look at."""
    found = compare(KEPT, TEXTS)
    assert found.same == tuple(TEXTS)
    assert (found.changed, found.moved, found.new, found.gone) == ((), (), (), ())


def test_a_changed_sentence_keeps_its_number() -> None:
    """The other sentences are as they were."""
    found = compare(KEPT, TEXTS | {"V1#3": "Noe annet."})
    assert found.changed == ("V1#3",)
    assert (found.moved, found.new, found.gone) == ((), (), ())


def test_a_sentence_put_in_moves_the_rest() -> None:
    """The sentences after it are not told as changed."""
    one, two, *rest = TEXTS.values()
    found = compare(KEPT, numbered(one, two, "Ny.", *rest))
    assert found.new == ("V1#3",)
    assert found.moved == (("V1#3", "V1#4"), ("V1#4", "V1#5"), ("V1#5", "V1#6"))
    assert (found.changed, found.gone) == ((), ())


def test_a_sentence_taken_out_moves_the_rest() -> None:
    """And is the only one that is gone."""
    one, _, *rest = TEXTS.values()
    found = compare(KEPT, numbered(one, *rest))
    assert found.gone == ("V1#2",)
    assert (found.changed, found.new) == ((), ())


def test_a_last_sentence_is_gone_or_new() -> None:
    """Both ways, without any number changing."""
    shorter = {each: TEXTS[each] for each in list(TEXTS)[:4]}
    assert compare(KEPT, shorter).gone == ("V1#5",)
    kept = {each: KEPT[each] for each in shorter}
    assert compare(kept, TEXTS).new == ("V1#5",)


def test_equal_sentences_of_two_sections_stay_in_theirs() -> None:
    """A text that two sections have is looked for in its own first."""
    kept = {each: fingerprint("Likt.") for each in ("F4-3#1", "F4-5#1")}
    found = compare(kept, {"F4-5#2": "Likt.", "F4-3#2": "Likt."})
    assert set(found.moved) == {("F4-3#1", "F4-3#2"), ("F4-5#1", "F4-5#2")}
