"""The sections of a comparison of two versions, in the order in which they are read."""

from collections.abc import Iterator

from hjemmel.analysis.comparison.comparison import Comparison
from hjemmel.analysis.render_comparison.affected import affected
from hjemmel.analysis.render_comparison.blocks import Page, Section
from hjemmel.analysis.render_comparison.effects import changed, come_and_gone, unchanged
from hjemmel.analysis.render_comparison.elsewhere import elsewhere
from hjemmel.analysis.render_comparison.gist import gist
from hjemmel.analysis.render_comparison.others import (
    declarations,
    grounds,
    others,
    source_sentences,
)
from hjemmel.analysis.render_comparison.text_section import texts


def page(found: Comparison) -> Page:
    """The whole."""
    old, new = found.old, found.new
    about = (
        f"Før: {old.label}",
        f"Nå: {new.label}",
    )
    return Page("Hva som er endret i reglene", about, tuple(_sections(found)))


def _sections(found: Comparison) -> Iterator[Section]:
    yield gist(found)
    yield from effects(found)
    yield from besides(found)


def effects(found: Comparison) -> Iterator[Section]:
    """What has another effect, for whom, and where else it may have been meant."""
    made = (changed(found), come_and_gone(found), affected(found), elsewhere(found))
    yield from (each for each in made if each is not None)


def besides(found: Comparison) -> Iterator[Section]:
    """What is found to stand the same, and what is another than the effect."""
    made = (
        unchanged(found), grounds(found), others(found), source_sentences(found),
        declarations(found), texts(found),
    )  # fmt: skip
    yield from (each for each in made if each is not None)
