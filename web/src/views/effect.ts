// Virkning: what the edits do to the cases, provision by provision and norm by norm.

import { told_day } from "../dates.js";
import { changed_paragraphs } from "../difference.js";
import { h, type Child } from "../dom.js";
import type { Compared, Elsewhere, Norm, Passed, ReadBack, Turned, Word } from "../engine/contract.js";
import { norm_of } from "../state.js";
import { count, say } from "../texts/texts.js";
import { button, grouped, link, named, tag, turned, worded } from "./parts.js";
import type { Shell } from "./view.js";
import { witness_box } from "./witness.js";

const MOST_SHOWN = 3;

export function effect(shell: Shell): Child[] {
  const { analysis, compared } = shell.state;
  if (analysis && !analysis.ok) return in_error(shell);
  if (!compared || (compared.direct.length === 0 && compared.gone.length === 0 && compared.affected.length === 0)) return untouched(shell, compared);
  return [
    h("h2", {}, say("effect_title")),
    summary(compared),
    h("p", { class: "quiet" }, told_scope(compared, shell.state.day)),
    by_provision(shell, compared),
    compared.gone.length > 0 && [h("h3", { class: "provision" }, say("taken_away")), compared.gone.map((each) => gone(shell, compared, each))],
    elsewhere(shell, compared.elsewhere),
  ];
}

const in_error = (shell: Shell): Child[] => [
  h("h2", {}, say("effect_title")),
  h("div", { class: "box broken" }, h("p", {}, say("effect_in_error")), button(say("show_problems"), () => shell.show("problems"))),
];

function untouched(shell: Shell, compared: Compared | null): Child[] {
  const steps = (["step_find", "step_write", "step_see", "step_hand_on"] as const).map((each) => h("li", {}, say(each)));
  return [
    h("h2", {}, say("effect_title")),
    h("p", { class: "lead" }, say("untouched")),
    h("p", {}, say("untouched_more")),
    h("div", { class: "box" }, h("h3", {}, say("how_to")), h("ol", {}, steps)),
    compared && h("p", { class: "quiet" }, say("tried_against", { norms: count(shell.state.norms.length, "norms_one"), cases: count(compared.cases, "cases_one"), day: told_day(shell.state.day) })),
  ];
}

function summary(compared: Compared): HTMLElement {
  const cases = new Set(compared.rows.map((each) => each.case)).size;
  const text = cases > 0 ? say("some_turn", { some: cases, all: compared.cases }) : say("none_turn", { all: compared.cases });
  return h("p", { class: "lead", id: "summary" }, text);
}

function told_scope(compared: Compared, day: string): string {
  const others = compared.affected.filter((each) => !compared.direct.includes(each)).length;
  const direct = count(compared.direct.length, "changed_norms_one");
  const told = others > 0 ? say("and_others", { direct, others: count(others, "norms_one") }) : direct;
  return say("judged_per", { what: told, day: told_day(day) });
}

function by_provision(shell: Shell, compared: Compared): Child[] {
  const shown = compared.affected
    .map((id) => norm_of(shell.state, id))
    .filter(({ id }) => compared.direct.includes(id) || compared.why[id] || compared.rows.some((each) => each.norm === id));
  return [...grouped(shown, (each) => each.provision)].map(([provision, norms]) => [
    h("h3", { class: "provision" }, provision),
    norms.map((each) => card(shell, compared, each)),
  ]);
}

function card(shell: Shell, compared: Compared, norm: Norm): HTMLElement {
  const is_direct = compared.direct.includes(norm.id);
  const rows = compared.rows.filter((each) => each.norm === norm.id);
  const read = compared.read[norm.id];
  return h(
    "article",
    { class: "card" },
    h(
      "header",
      {},
      h("h4", {}, named(norm)),
      is_direct ? tag(say("changed")) : tag(say("refers"), "faint"),
      link(say("show_rule"), () => shell.go(norm.file, norm.line), { class: "link far", "aria-label": say("show_rule_named", { norm: norm.title }) }),
    ),
    read && read_back(read),
    turns(shell, norm.id, rows),
    compared.why[norm.id] ? h("p", { class: "quiet" }, say("same_for_another_reason", { n: count(compared.why[norm.id]!, "cases_one") })) : null,
    is_direct && rows.length === 0 && witness_box(shell, compared, norm),
  );
}

const gone = (shell: Shell, compared: Compared, id: string): HTMLElement =>
  h("article", { class: "card" }, h("header", {}, h("h4", {}, h("code", {}, id))), turns(shell, id, compared.rows.filter((each) => each.norm === id)));

/** The cases that have turned, those together that have turned alike. */
const turns = (shell: Shell, norm: string, rows: readonly Turned[]): HTMLElement[] =>
  [...grouped(rows, (each) => JSON.stringify([each.before, each.after]))].map(([key, some]) => turn(shell, norm, key, some));

function read_back(read: ReadBack): Child {
  const changed = changed_paragraphs(read.before, read.after);
  return changed.length > 0 && h("div", { class: "read-back" }, changed.map(([before, after]) => h("p", {}, worded(before, after))));
}

function turn(shell: Shell, norm: string, key: string, some: readonly Turned[]): HTMLElement {
  const [before, after] = JSON.parse(key) as [Word | null, Word | null];
  const list = h(
    "ul",
    { class: "names" },
    some.map((each) => h("li", {}, link(each.title, () => shell.show("effect", { kind: "reason", case: each.case, norm, from: "effect" })))),
  );
  if (some.length <= MOST_SHOWN) return h("div", { class: "turn" }, turned(before, after), list);
  const head = h("summary", {}, turned(before, after), " ", h("b", { class: "number" }, count(some.length, "cases_one")));
  return h("details", { class: "turn", "data-key": `${norm} ${key}` }, head, list);
}

function elsewhere(shell: Shell, found: readonly Elsewhere[]): Child {
  if (found.length === 0) return null;
  return h(
    "section",
    { class: "elsewhere" },
    h("h3", { class: "provision" }, say("elsewhere")),
    h("p", { class: "quiet" }, say("elsewhere_more")),
    found.map((each) => h("div", { class: "box undecided" }, h("p", {}, h("b", {}, each.why)), h("ul", { class: "plain" }, each.places.map((place) => passed(shell, place))))),
  );
}

const passed = (shell: Shell, place: Passed): HTMLElement =>
  h("li", {}, link(place.place, () => shell.go(place.file, place.line)), ": ", place.read);
