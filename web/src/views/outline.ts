// The outline of the file that is open: headings, places, norms and declarations.

import { h, unseen, type Child } from "../dom.js";
import type { OutlineEntry } from "../engine/contract.js";
import type { State } from "../state.js";
import { say } from "../texts/texts.js";
import type { Shell } from "./view.js";

/** What is within these is shown only where it is searched for. */
const CLOSED: ReadonlySet<string> = new Set(["norm", "opplysninger om", "oppføring", "begrep", "register"]);

export function outline(shell: Shell): Child[] {
  const entries = shell.state.analysis?.outline[shell.state.file] ?? [];
  const marks = marked(shell.state);
  const shown = entries.filter((each) => each.kind !== "regelverk").map((each) => item(shell, each, marks));
  return [shown.some(Boolean) ? h("ul", { class: "outline" }, shown) : h("p", { class: "quiet" }, say("nothing_found"))];
}

type Marks = Readonly<{ changed: ReadonlySet<number>; wrong: readonly number[]; here: number }>;

function marked(state: State): Marks {
  const touched = new Set([...(state.analysis?.changed ?? []), ...(state.analysis?.new ?? [])]);
  const changed = state.norms.filter((each) => each.file === state.file && touched.has(each.id)).map((each) => each.line);
  const wrong = (state.analysis?.diagnostics ?? []).filter((each) => each.file === state.file).map((each) => each.range[0]);
  return { changed: new Set(changed), wrong, here: state.line };
}

function item(shell: Shell, of: OutlineEntry, marks: Marks): HTMLElement | null {
  const wanted = shell.state.filter.toLowerCase();
  const is_wanted = `${of.name} ${of.detail}`.toLowerCase().includes(wanted);
  const within = wanted || !CLOSED.has(of.kind) ? of.children.map((each) => item(shell, each, marks)).filter((each) => each !== null) : [];
  if (!is_wanted && within.length === 0) return null;
  return h("li", { class: `at-${level(of)}` }, entry(shell, of, marks), within.length > 0 && h("ul", {}, within));
}

const level = (of: OutlineEntry): string => (of.kind === "paragraf" ? "section" : of.kind === "sted" ? "place" : "norm");

function entry(shell: Shell, of: OutlineEntry, marks: Marks): HTMLElement {
  const is_here = of.line <= marks.here && marks.here <= of.last_line && !(open(of) && of.children.some((each) => each.line <= marks.here));
  const is_leaf = level(of) === "norm";
  return h(
    "button",
    { type: "button", "aria-current": is_here ? "true" : null, onclick: () => shell.go(shell.state.file, of.line) },
    words(of),
    is_leaf && marks.changed.has(of.line) && dot("changed", say("changed")),
    is_leaf && marks.wrong.some((each) => of.line <= each && each <= of.last_line) && dot("wrong", say("has_problem")),
  );
}

const open = (of: OutlineEntry): boolean => !CLOSED.has(of.kind);

function words(of: OutlineEntry): Child[] {
  if (of.kind === "paragraf") return [of.name, " ", of.detail];
  if (of.kind === "sted") return [of.name];
  return [h("span", { class: "kind" }, of.kind === "norm" ? of.detail : of.kind), " ", of.name];
}

const dot = (kind: string, text: string): HTMLElement => h("span", { class: `dot ${kind}`, title: text }, unseen(` (${text})`));
