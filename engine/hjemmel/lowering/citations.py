"""Citations with the sentences that they cover."""

from attrs import evolve

from hjemmel.check import problems_references
from hjemmel.lowering.context import Context
from hjemmel.source.citation import Citation, Level
from hjemmel.syntax.lines import Cited


def lower_citations(ctx: Context, cited: Cited) -> tuple[Citation, ...]:
    """The citations with their sentences; a place that the source lacks is reported."""
    found = []
    for index, citation in enumerate(cited.citations):
        sentences = ctx.sentences.cited(citation) if ctx.sentences else ()
        if ctx.sentences and not sentences:
            ctx.report(
                problems_references.unknown_citation(
                    str(citation), cited.spans[index], _known(ctx, citation)
                )
            )
        found.append(evolve(citation, sentences=sentences))
    return tuple(found)


def _known(ctx: Context, citation: Citation) -> str:
    assert ctx.sentences is not None
    count = ctx.sentences.extent(citation.level, citation.provision)
    if citation.level is Level.REGULATION or not count:
        return "rett stedet; se kilden" if count else f"kilden har ikke {citation.provision}"
    return f"{citation.level.value} {citation.provision} har nr. 1 til {count}"
