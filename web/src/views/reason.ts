// Why a norm comes out as it does in a case, before and after, and what it would take to turn it.

import { h, unseen, type Child } from "../dom.js";
import type { Reason, Side, Step, Word } from "../engine/contract.js";
import type { Page } from "../state.js";
import { say, type Key } from "../texts/texts.js";
import { back, button, heading, link, named, turned, verdict } from "./parts.js";
import { settling_box } from "./settling.js";
import type { Shell } from "./view.js";

const ROLES = { holder: "met", svikter: "broken", uavklart: "undecided" } as const;
const SIGNS = { holder: "✓", svikter: "✗", uavklart: "?" } as const;

export async function reason(shell: Shell, page: Extract<Page, { kind: "reason" }>): Promise<Child[]> {
  const found = await shell.bench.ask<Reason>("reason", page.case, page.norm);
  const { before, after } = found;
  const is_new = (shell.state.analysis?.new ?? []).includes(found.norm);
  const both = before !== null && after !== null && differs(before, after);
  return [
    page.from === "effect" ? back(say("tab_effect"), () => shell.show("effect")) : back(found.case_title, () => shell.show("cases", { kind: "case", id: page.case })),
    heading(named(found)),
    h("p", { class: "quiet" }, link(found.case_title, () => shell.show("cases", { kind: "case", id: page.case })), ` · ${found.provision} · `, h("code", {}, found.norm)),
    h("p", { class: "turned-line" }, both || !after || is_new ? turned(word(before), word(after)) : verdict([after.word, after.role])),
    after?.own_words ? h("p", { class: "own-words" }, h("b", {}, say("own_words")), " ", after.own_words) : null,
    h("p", { class: "actions" }, button(say("show_rule"), () => shell.go(found.file, found.line))),
    after && settling_box(shell, found, after),
    both ? [told("after_edit", after), told("before_edit", before)] : after ? told("reasons", after) : before && told("before_edit", before),
  ];
}

const word = (side: Side | null): Word | null => side && [side.word, side.role];

const differs = (a: Side, b: Side): boolean => a.word !== b.word || JSON.stringify(a.reason) !== JSON.stringify(b.reason);

const told = (title: Key, side: Side): Child[] => [
  h("h3", {}, say(title)),
  h("p", { class: "gist" }, side.gist),
  side.cited.length > 0 && h("ul", { class: "cited", "aria-label": say("hover_cited") }, side.cited.map((each) => h("li", {}, each))),
  listed("binds", side.binds),
  tree(side.reason),
  listed("lacking", side.missing.map((each) => each.text)),
  listed("rests_on", side.rests_on),
];

const listed = (title: Key, lines: readonly string[]): Child =>
  lines.length > 0 && [h("h4", {}, say(title)), h("ul", { class: "plain" }, lines.map((each) => h("li", {}, each)))];

const tree = (steps: readonly Step[]): HTMLElement => h("ul", { class: "tree" }, steps.map(step));

function step(of: Step): HTMLElement {
  const more = [of.citation, of.source && say("source", { source: of.source }), ...of.notes].filter(Boolean);
  return h(
    "li",
    { class: of.decisive ? "decisive" : "" },
    h(
      "div",
      { class: "step" },
      h("span", { class: `sign ${ROLES[of.result]}`, "aria-hidden": "true" }, SIGNS[of.result]),
      h("span", {}, unseen(`${of.result}: `), of.what, of.value && [": ", h("b", {}, of.value)], more.map((each) => h("small", {}, each))),
    ),
    of.because.length > 0 && tree(of.because),
  );
}
