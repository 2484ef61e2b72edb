"""What differs between two days as flat rows of text, for tables others write."""

from collections.abc import Iterator

from hjemmel.compare.changes import Change, Comparison
from hjemmel.explain.verdict import full_word, missing
from hjemmel.render.change_words import because

CHANGE_HEADER = (
    "sak", "tittel", "fra", "til", "norm", "normtittel", "arsak", "hjemmel", "ord_for", "niva_for",
    "svar_for", "virkning_for", "ord_etter", "niva_etter", "svar_etter", "virkning_etter", "grunn",
)  # fmt: skip


def change_rows(case_id: str, title: str, found: Comparison) -> Iterator[tuple[str, ...]]:
    """One row for each norm that differs, under `CHANGE_HEADER`."""
    days = tuple(each.isoformat() for each in found.days)
    for cause, changes in (("ordlyden", found.edition), ("dagen", found.day)):
        for each in changes:
            yield (case_id, title, *days, *_cells(each, cause))


def _cells(change: Change, cause: str) -> Iterator[str]:
    yield from (change.norm.id, change.norm.title, cause)
    yield "; ".join(map(str, change.after.citations))
    for each in (change.before, change.after):
        yield from (full_word(each, missing(each)), each.level.value)
        yield from (each.outcome.value, each.effect.value)
    yield because(change)
