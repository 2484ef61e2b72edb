"""How the page of a comparison looks: as a case's page does, and what only this one has."""

from hjemmel.render.html_style import STYLE as CASE

STYLE = (
    CASE
    + """\
:root { --soft: #f4f4f2; --in: #dff3e4; --out: #fbe3e3; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --soft: #222; --in: #173d25; --out: #4a1d1d;
  --link: #9cc7ff; } }
body { max-width: 76rem; overflow-wrap: break-word; }
h1 { margin-top: 0; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .2em; margin-top: 2em; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .3rem; background: var(--paper); padding: .3em; }
nav ul { display: flex; flex-wrap: wrap; gap: .3em 1.2em; list-style: none; padding: 0; }
header dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em .8em; margin: .5em 0; }
header dt { color: var(--muted); }
header dd { margin: 0; }
#kort { background: var(--soft); border: 1px solid var(--line); padding: .4rem 1rem 1rem;
  margin-top: 1.5rem; }
#kort h2 { border: 0; margin-top: .4em; }
#kort ul { margin: .5em 0; padding-left: 1.3em; }
p.strong { font-weight: 650; font-size: 1.08em; }
p.warning { border-left: .35rem solid var(--departed); padding: .3em .8em; font-weight: 650; }
p.lead { margin-top: 1em; font-weight: 650; }
article { border-left: .3rem solid var(--line); padding: .1em 0 .4em 1em; margin: 1.2em 0; }
article.changed { border-color: var(--departed); }
article.added { border-color: var(--met); }
article.removed { border-color: var(--broken); }
article h3 { margin: .2em 0 .4em; font-size: 1.1em; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
  gap: 1rem; margin: .6em 0; }
.side { border: 1px solid var(--line); padding: .5rem .8rem; background: var(--paper); }
.side > p:first-child { font-size: 1.1em; border-bottom: 1px solid var(--line);
  padding-bottom: .3em; margin-bottom: .4em; }
.side .reason { padding-left: 1em; margin: .2em 0; }
.side > .reason { padding-left: 0; }
.case { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .15em 1em;
  margin: .4em 0; }
.case dt { color: var(--muted); }
.case dd { margin: 0; font-weight: 650; }
.diff { list-style: none; padding: 0; margin: .4em 0; }
.diff li { padding: .1em .5em .1em 1.4em; text-indent: -.9em; border-left: .2rem solid transparent;
  white-space: pre-wrap; }
.diff .in { background: var(--in); }
.diff .out { background: var(--out); }
.diff .is { border-color: var(--line); }
ins { background: var(--in); text-decoration: underline; text-decoration-thickness: 1px; }
del { background: var(--out); }
del + ins { margin-left: .2em; }
#tekst .diff { font-family: ui-monospace, monospace; font-size: .88em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: .6em;
  font-size: .88em; }
mark { background: var(--out); color: inherit; text-decoration: underline wavy var(--broken); }
table { margin: .5em 0; }
thead th { background: var(--soft); }
td:last-child { min-width: 14rem; }
footer { margin-top: 3em; border-top: 1px solid var(--line); color: var(--muted);
  overflow-wrap: anywhere; font-size: .9em; }
@media (max-width: 34rem) { body { margin: 1rem auto; padding: 0 .8rem; }
  .case { grid-template-columns: 1fr; gap: 0; } .case dd { margin-bottom: .4em; }
  article { padding-left: .6em; }
  thead { display: none; } tbody tr { display: block; border-bottom: 1px solid var(--line);
    padding: .4em 0; }
  tbody td { display: block; border: 0; padding: .1em 0; min-width: 0; }
  tbody td::before { content: attr(data-head) ": "; color: var(--muted); } }
@media print { nav, .skip { display: none; } article, .side { break-inside: avoid; }
  details > summary { list-style: none; } }
"""
)
