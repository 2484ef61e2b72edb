"""Rulebooks from files, from what comes along, and from texts."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import PurePath

from attrs import frozen

from hjemmel.core.program import Program
from hjemmel.diagnostics.checked import Checked
from hjemmel.engine.diagnostics import Diagnostic, diagnostics_of
from hjemmel.engine.errors import RulebookError
from hjemmel.engine.rulebook import Rulebook
from hjemmel.rulebooks.compiling import compiled, in_files
from hjemmel.rulebooks.library import Files
from hjemmel.rulebooks.shelf import shelf
from hjemmel.rulebooks.texts import compiled_texts, names_with_norms, rulebook_name, sources_of
from hjemmel.rulebooks.unusable import UnusableError
from hjemmel.source.sentences import Sentences, parse_sentences


def load(*names_or_paths: str | PurePath) -> Rulebook:
    """A rulebook by name, file or folder, as `--regelverk` of the commands; several make one.

    Without any, the rulebooks that come along. This reads files; nothing else of the engine does.
    RulebookError where it is not there, cannot be read, or has errors.
    """
    try:
        on = shelf(tuple(map(str, names_or_paths)))
        checked = compiled(on)
        return _usable(Checked(checked.value, in_files(checked.diagnostics, Files(on))))
    except UnusableError as wrong:
        raise _refused(wrong) from None


def load_texts(
    texts: Mapping[str, str],
    names: Sequence[str] | None = None,
    sentences: str | None = None,
) -> Rulebook:
    """A rulebook from texts at hand, each by the name that «bygger på» knows it by.

    `names` are the rulebooks asked for; else all texts that have norms. They see one another and
    nothing else: put `shipped_texts()` among them to build on what comes along. `sentences` is
    the text of a list of source sentences, for the citations to be checked against.
    """
    sources = sources_of(texts)
    wanted = names_with_norms(sources) if names is None else tuple(map(rulebook_name, names))
    try:
        return _usable(compiled_texts(sources, wanted, listed_sentences(sentences)))
    except UnusableError as wrong:
        raise _refused(wrong) from None


def check_texts(
    texts: Mapping[str, str],
    names: Sequence[str] | None = None,
    sentences: str | None = None,
) -> tuple[Diagnostic, ...]:
    """All that is found of some texts, errors and warnings; of `names` alone, or of all of them.

    What is wrong in a text that others build on is told even when it is not named.
    """
    return examine(texts, tuple(texts) if names is None else names, sentences).diagnostics


@frozen
class Examined:
    """All that is found of some texts, and the rulebook that they make, if they have no errors."""

    diagnostics: tuple[Diagnostic, ...]
    rulebook: Rulebook | None


def examine(
    texts: Mapping[str, str],
    names: Sequence[str] | None = None,
    sentences: str | None = None,
) -> Examined:
    """Both what `check_texts` and what `load_texts` give, for somebody who is writing.

    `names` are the rulebooks asked for; else all texts that have norms. A norm that is written as
    it was when it was last examined, is not worked out again.
    """
    sources = sources_of(texts)
    wanted = names_with_norms(sources) if names is None else tuple(map(rulebook_name, names))
    try:
        checked = compiled_texts(sources, wanted, listed_sentences(sentences))
    except UnusableError as wrong:
        raise _refused(wrong) from None
    found = diagnostics_of(checked.diagnostics)
    is_whole = not any(each.is_error for each in found)
    return Examined(found, Rulebook(checked.value, found) if is_whole else None)


@lru_cache(maxsize=8)
def _listed(text: str) -> Sentences:
    """What is remembered of norms is remembered by this object."""
    return parse_sentences(text)


def listed_sentences(text: str | None) -> Sentences | None:
    """The list of source sentences of a text, read once."""
    return None if text is None else _listed(text)


def _usable(checked: Checked[Program]) -> Rulebook:
    found = diagnostics_of(checked.diagnostics)
    errors = [each for each in found if each.is_error]
    if not errors:
        return Rulebook(checked.value, found)
    more = f" (og {len(errors) - 1} til)" if len(errors) > 1 else ""
    first = str(errors[0]).replace(f"{errors[0].code}: ", "", 1)
    raise RulebookError(errors[0].code, f"{first}{more}", found, errors[0].help)


def _refused(wrong: UnusableError) -> RulebookError:
    return RulebookError(wrong.code, wrong.reason, (), wrong.help)
