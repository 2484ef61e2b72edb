"""Rulebooks from texts at hand: no files but those that the program itself came with."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from hjemmel import resources
from hjemmel.diagnostics.checked import Checked
from hjemmel.files.reading import Once, composed
from hjemmel.rulebooks.compiling import in_sources
from hjemmel.rulebooks.shelf import grammar, may_have_norms, rule_files
from hjemmel.rulebooks.unusable import NOT_FOUND, UnusableError
from hjemmel.source.source import Source, read_text

if TYPE_CHECKING:
    from hjemmel.core.program import Program
    from hjemmel.source.sentences import Sentences

SUFFIX = ".ntr"


def sources_of(texts: Mapping[str, str]) -> dict[str, Source]:
    """The texts by the names that rules know them by, each named as a file of its own."""
    found: dict[str, Source] = {}
    for given, text in texts.items():
        name = rulebook_name(given)
        if name in found:
            raise ValueError(f"two texts have the name «{name}»")
        found[name] = source_of(name, text)
    return found


@lru_cache(maxsize=64)
def source_of(name: str, text: str) -> Source:
    """One text, named as a file of its own. The same is asked about many times over."""
    return read_text(f"{name}{SUFFIX}", text)


def lines_before(text: str, line: int, column: int) -> list[str]:
    """The plain lines of a text up to a column of a line, both from 1, as the text stands."""
    raw = text.removeprefix("\ufeff").split("\n")[: max(line, 1)]
    last = raw[-1][: max(column, 1) - 1].removesuffix("\r")
    return read_text("", "\n".join([*raw[:-1], last])).lines


def rulebook_name(given: str) -> str:
    """The name that «bygger på» says, for a name that may be that of a file."""
    return composed(given).removesuffix(SUFFIX)


def names_with_norms(sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Those of the texts that have norms; the others are what they build on. All, if none has."""
    return tuple(name for name, each in sources.items() if may_have_norms(each.raw)) or tuple(
        sources
    )


def compiled_texts(
    sources: Mapping[str, Source], names: Sequence[str], sentences: "Sentences | None"
) -> "Checked[Program]":
    """The rulebooks of these names, its diagnostics by the columns of the texts as they stand."""
    from hjemmel.pipeline import compile_rules

    if not names:
        raise UnusableError(NOT_FOUND, "ingen regelfiler er oppgitt", "gi teksten til minst én")
    checked = compile_rules(tuple(names), sources, the_grammar(), sentences)
    return Checked(checked.value, in_sources(checked.diagnostics, sources.values()))


@lru_cache(maxsize=1)
def the_grammar() -> str:
    """The grammar that comes along."""
    return grammar(Once())


def shipped_texts() -> dict[str, str]:
    """The rule files that come along, by name."""
    files = rule_files(resources.folder("rules"))
    return {name: path.read_text("utf-8") for name, path in files.items()}


def shipped_sentences() -> str:
    """The list of source sentences that comes along, as text."""
    return resources.text("rules", "kilder/setninger.tsv")
