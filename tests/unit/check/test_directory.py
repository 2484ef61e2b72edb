"""The norms by section and title."""

from hjemmel.check.directory import Directory
from hjemmel.check.heads import Head
from hjemmel.check.sources import sources_of
from hjemmel.source.span import NOWHERE
from hjemmel.syntax.lines import UNCITED
from hjemmel.syntax.tree import Cite, NormName
from support.work import growth

NO_PLACE = Cite("", "")


def test_a_norm_is_found_in_a_table_of_titles() -> None:
    """And not among all norms for every reference, which took a minute for ten thousand."""

    def find(norms: int) -> None:
        heads = (
            Head(f"9-1/n{each}", f"n{each}", "krav", "§ 9-1", "", NO_PLACE, "a", UNCITED, NOWHERE)
            for each in range(norms)
        )
        directory = Directory(tuple(heads), sources_of(())[0])
        for each in range(norms):
            assert directory.meant(NormName("§ 9-1", f"n{each}"), "") == (f"9-1/n{each}",)

    assert growth(find, 50) < 2.1
