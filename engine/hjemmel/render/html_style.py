"""How the page looks: one column that reads well on screen, on a phone and on paper."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #c9c9c9;
  --met: #1a6b3c; --broken: #a61b1b; --departed: #8a4b00; --undecided: #1d4f91; --muted: #595959; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #161616; --line: #555;
  --met: #6fd39a; --broken: #ff8f8f; --departed: #f0b060; --undecided: #8fbcff;
  --muted: #b5b5b5; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 .4em; }
h4 { margin-top: .2em; }
h4 small { font-weight: normal; color: var(--muted); }
p { margin: .3em 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3em .5em; text-align: left;
  vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.verdict { border-left: .3rem solid var(--line); padding: .2em 0 .4em 1em; margin: .8em 0; }
.verdict.met { border-color: var(--met); }
.verdict.broken { border-color: var(--broken); }
.verdict.departed { border-color: var(--departed); }
.verdict.refused { border-color: var(--ink); }
.verdict.undecided { border-color: var(--undecided); }
strong.met, span.met { color: var(--met); }
strong.broken, span.broken { color: var(--broken); }
strong.departed { color: var(--departed); }
strong.undecided, span.undecided { color: var(--undecided); }
.muted { color: var(--muted); }
.reason { list-style: none; padding-left: 1.2em; }
details > .reason { padding-left: .2em; }
summary { cursor: pointer; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; }
  .verdict, tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
"""
