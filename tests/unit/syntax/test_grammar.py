"""The grammar decides everything by one word ahead: no rule is settled by which comes first."""

from lark import Lark
from lark.parsers.lalr_analysis import LALR_Analyzer

from hjemmel.syntax.parse import parser


def _analysed(of: Lark) -> None:
    """Raises GrammarError where two rules, or a rule and a word, compete."""
    LALR_Analyzer(of.parser.parser_conf, strict=True).compute_lalr()


def test_no_two_rules_compete(grammar: str) -> None:
    _analysed(parser(grammar))
