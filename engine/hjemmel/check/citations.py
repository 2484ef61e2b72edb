"""Whether what a rule cites is there in the sources."""

from attrs import evolve

from hjemmel.check import problems_references
from hjemmel.check.checking import Checking
from hjemmel.source.citation import Citation, Level
from hjemmel.source.sentences import Sentences
from hjemmel.syntax.lines import Cited


def check_citations(ctx: Checking, cited: Cited) -> None:
    """Keep the citations with their sentences; a place that the source lacks is reported.

    Without the account of the sources every place is taken to be there.
    """
    sentences = ctx.around.sentences
    resolved = []
    for index, citation in enumerate(cited.citations):
        covered = sentences.cited(citation) if sentences else ()
        if sentences and not covered:
            known = _known(sentences, citation)
            ctx.report(
                problems_references.unknown_citation(str(citation), cited.spans[index], known)
            )
        resolved.append(evolve(citation, sentences=covered))
    ctx.tables.citations[cited] = tuple(resolved)


def _known(sentences: Sentences, citation: Citation) -> str:
    count = sentences.extent(citation.level, citation.provision)
    if citation.level is Level.REGULATION or not count:
        return "rett stedet; se kilden" if count else f"kilden har ikke {citation.provision}"
    return f"{citation.level.value} {citation.provision} har nr. 1 til {count}"
