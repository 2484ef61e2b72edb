"""A fix does what the help says: what was found is then no longer found there."""

import pytest

import hjemmel
from support.engine_texts import PARKING
from support.golden_file import Page, pages

MISTAKES = {
    "a line word": ("  oppfylt når plassens takst", "  opfylt når plassens takst", "oppfylt når"),
    "a fact": ("plassens takst er minst", "plassens taksst er minst", "plassens takst"),
    "a value": ("kjøretøy er sykkel\n\nkonst", "kjøretøy er syckel\n\nkonst", "sykkel"),
    "a part": ("gjelder for klagen", "gjelder for klgen", "klagen"),
    "a day": ("1. juli 2024", "1/7-24", "1. juli 2024"),
    "a month": ("1. juli 2024", "1. jull 2024", "juli"),
}


def mended(text: str, fix: hjemmel.Fix) -> str:
    """The text with the fix applied."""
    lines = text.split("\n")
    at = fix.range
    line = lines[at.start_line - 1]
    lines[at.start_line - 1] = line[: at.start_column - 1] + fix.text + line[at.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(("right", "wrong", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_misspelt_word_is_mended(right: str, wrong: str, told: str) -> None:
    """To the very text that it was."""
    text = PARKING.replace(right, wrong)
    assert text != PARKING
    found = [each for each in hjemmel.check_texts({"parkering": text}) if each.fixes]
    (fix,) = found[0].fixes
    assert fix.text == told
    assert told in fix.title
    assert mended(text, fix) == PARKING


def test_what_needs_judgement_has_no_fix() -> None:
    """A name that is like no other."""
    text = PARKING.replace("plassens takst er", "plassens fargesammensetning er")
    (found,) = hjemmel.check_texts({"parkering": text})
    assert (found.code, found.fixes) == ("NTR204", ())


@pytest.fixture(scope="module")
def golden() -> tuple[Page, ...]:
    """The pages of mistakes, and the texts that they may build on."""
    return tuple(each for each in pages("kontroller") if each.rules)


def test_on_every_golden_page(golden: tuple[Page, ...]) -> None:
    """What has a fix is gone once that is applied, and there are no more errors than before."""
    mends = 0
    for page in golden:
        texts = {**hjemmel.shipped_texts(), **page.rules}
        found = hjemmel.check_texts(texts, list(page.rules))
        for each in found:
            for fix in each.fixes:
                mends += 1
                name = each.file.removesuffix(".ntr")
                after = {**texts, name: mended(texts[name], fix)}
                left = hjemmel.check_texts(after, list(page.rules))
                place = (each.code, each.range.start_line, each.range.start_column)
                places = {(e.code, e.range.start_line, e.range.start_column) for e in left}
                assert place not in places, (page.name, str(each), fix)
                assert _errors(left) <= _errors(found), (page.name, str(each), fix)
    assert mends >= 5


def _errors(found: tuple[hjemmel.Diagnostic, ...]) -> int:
    return sum(each.is_error for each in found)
