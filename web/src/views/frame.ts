// What stands around the views: the bar at the top, the tabs and the line at the bottom.

import { read_day, short_day } from "../dates.js";
import { h, type Child } from "../dom.js";
import type { State, Tab } from "../state.js";
import { TABS } from "../state.js";
import { count, language, say, type Key, type Language } from "../texts/texts.js";
import { button } from "./parts.js";
import type { Shell } from "./view.js";

export const SCHEMES = ["auto", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

export type Frame = Shell &
  Readonly<{
    scheme: () => Scheme;
    choose_scheme: (wanted: Scheme) => void;
    choose_language: (wanted: Language) => void;
    hand_on: () => void;
    /** Where it is opened from a folder on the machine, which it may write in. */
    disk: object | null;
    keep: () => void;
  }>;

export function top(frame: Frame): Child[] {
  return [
    h("h1", { class: "brand" }, h("span", { class: "brand-mark", "aria-hidden": "true" }, "§"), "hjemmel ", h("span", { class: "brand-place" }, say("workbench"))),
    h("div", { id: "status", class: "status", role: "status", "aria-live": "polite" }),
    day(frame),
    h(
      "div",
      { class: "choices" },
      select("language", say("language"), [["nb", "Bokmål"], ["nn", "Nynorsk"]], language(), (to) => frame.choose_language(to as Language)),
      select("scheme", say("scheme"), SCHEMES.map((each) => [each, say(`scheme_${each}`)]), frame.scheme(), (to) => frame.choose_scheme(to as Scheme)),
    ),
    h("div", { class: "actions", id: "actions" }),
  ];
}

function select(id: string, label: string, options: readonly (readonly [string, string])[], chosen: string, choose: (to: string) => void): HTMLElement {
  const made = h("select", { id, class: "ds-input", "aria-label": label, title: label }, options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
  made.addEventListener("change", () => choose(made.value));
  return made;
}

function day(frame: Frame): HTMLElement {
  const field = h("input", { id: "day", class: "ds-input", type: "text", inputmode: "numeric", size: 11, autocomplete: "off", value: short_day(frame.state.day), "aria-describedby": "day-help" });
  const help = h("span", { id: "day-help", class: "field-fault", role: "alert" });
  field.addEventListener("change", () => {
    const read = read_day(field.value);
    field.setAttribute("aria-invalid", String(read === null));
    help.textContent = read === null ? say("no_such_day") : "";
    if (read === null) return;
    field.value = short_day(read);
    void frame.bench.quietly(() => frame.bench.set_day(read));
  });
  return h("div", { class: "day" }, h("label", { for: "day" }, say("judge_at")), field, help);
}

/** Undo and hand on: they can be pressed only when there is something to do it with. */
export function actions(frame: Frame): Child[] {
  const { state, bench } = frame;
  const errors = wrong(state);
  const has_own = bench.journal.length > 0;
  const is_changed = bench.is_edited || (state.compared?.direct.length ?? 0) > 0;
  const can_hand_on = state.phase.is === "ready" && errors === 0 && (is_changed || has_own);
  return [
    button(say("undo_all"), () => bench.undo_all(), { id: "undo", disabled: !bench.is_edited }),
    frame.disk !== null && button(say("save"), () => frame.keep(), { id: "save", "data-variant": "primary", disabled: !bench.is_edited }),
    button(say("hand_on"), () => frame.hand_on(), { id: "hand-on", "data-variant": frame.disk === null ? "primary" : "secondary", disabled: !can_hand_on }),
  ];
}

const wrong = (state: State): number => (state.analysis?.diagnostics ?? []).filter((each) => each.severity === "error").length;

export function status(frame: Frame): Child[] {
  const { state } = frame;
  const { kind, text } = told(frame);
  return [
    h("span", { class: `pill ${kind}`, id: "told" }, text),
    state.notice && h("span", { class: "notice" }, state.notice.text, state.notice.act && [" ", button(state.notice.act.label, state.notice.act.run, { id: "notice-act" })]),
  ];
}

function told(frame: Frame): { kind: string; text: string } {
  const { state, bench } = frame;
  const { phase } = state;
  if (phase.is === "starting") return { kind: "busy", text: say(`starting_${phase.step}`) };
  if (phase.is === "restarting") return { kind: "busy", text: say("restarting") };
  if (phase.is === "stopped") return { kind: "broken", text: say("stopped", { why: phase.why }) };
  const errors = wrong(state);
  if (errors > 0) return { kind: "broken", text: count(errors, "errors_one") };
  const changes = bench.editor.changes();
  return changes > 0 ? { kind: "edited", text: count(changes, "edits_one") } : { kind: "", text: say("no_edits") };
}

export function tabs(frame: Frame): Child[] {
  return TABS.map((each) => tab(frame, each));
}

const NAMES: Readonly<Record<Tab, Key>> = { effect: "tab_effect", cases: "tab_cases", form: "tab_form", problems: "tab_problems" };

function tab(frame: Frame, name: Tab): HTMLElement {
  const is_chosen = frame.state.tab === name;
  const number = name === "problems" ? (frame.state.analysis?.diagnostics.length ?? 0) : name === "effect" ? (frame.state.compared?.rows.length ?? 0) : 0;
  const made = h(
    "button",
    { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(is_chosen), "aria-controls": "side", tabindex: is_chosen ? 0 : -1, onclick: () => frame.show(name) },
    say(NAMES[name]),
    number > 0 && h("span", { class: `number-tag ${name === "problems" ? "broken" : ""}` }, number),
  );
  made.addEventListener("keydown", (event) => moved(frame, name, event));
  return made;
}

function moved(frame: Frame, name: Tab, event: KeyboardEvent): void {
  const at = TABS.indexOf(name);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const wanted = TABS[(to + TABS.length) % TABS.length]!;
  frame.show(wanted);
  document.getElementById(`tab-${wanted}`)?.focus();
}

export function bottom(frame: Frame): Child[] {
  const { keeps } = frame.state;
  return [
    h("span", {}, say(frame.disk === null ? "stays_here" : "stays_on_machine"), " ", keeps === true ? say("kept") : keeps === false ? h("b", {}, say("not_kept")) : null),
    h("span", { class: "keys" }, say("keys")),
  ];
}
