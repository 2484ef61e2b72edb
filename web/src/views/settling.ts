// Hva skal til: what would settle an open verdict, or turn one that fails. It is searched for, so it
// is asked for by the reader.

import { what_was_wrong } from "../bench.js";
import { h, redraw, type Child } from "../dom.js";
import type { Reason, Settling, Side, Way } from "../engine/contract.js";
import { say } from "../texts/texts.js";
import { button, verdict } from "./parts.js";
import type { Shell } from "./view.js";

const SEARCHED: ReadonlySet<string> = new Set(["undecided", "broken", "departed", "refused", "failed"]);

export function settling_box(shell: Shell, of: Reason, side: Side): Child {
  if (!SEARCHED.has(side.role)) return null;
  const box = h("section", { class: "settling", "aria-live": "polite" });
  const ask = button(say("settling_ask"), () => void asked(), { id: "settling" });
  const asked = async (): Promise<void> => {
    ask.setAttribute("aria-busy", "true");
    ask.textContent = say("searching");
    redraw(box, [await found(shell, of)]);
  };
  box.append(ask);
  return box;
}

async function found(shell: Shell, of: Reason): Promise<Child> {
  try {
    return told(await shell.bench.ask<Settling>("settling", of.case, of.norm));
  } catch (wrong) {
    return h("p", {}, what_was_wrong(wrong));
  }
}

const told = (found: Settling): HTMLElement =>
  h(
    "div",
    { class: "box undecided" },
    h("h3", {}, say("settling")),
    found.text && h("p", {}, found.text),
    found.ways.map(way),
    found.needed && found.needed.length > 0 && [h("p", {}, say("settling_needed")), list(found.needed)],
    found.open_still.length > 0 && [h("p", {}, say("settling_open")), list(found.open_still)],
    found.grounds && h("p", { class: "quiet small" }, found.grounds),
  );

const list = (lines: readonly string[]): HTMLElement => h("ul", { class: "plain" }, lines.map((each) => h("li", {}, each)));

const way = (of: Way): HTMLElement =>
  h(
    "div",
    { class: "way" },
    h("p", {}, say("settling_to"), " ", verdict([of.word, of.role]), of.cited && h("span", { class: "quiet" }, ` ${of.cited}`)),
    of.ways.length > 1 && h("p", {}, say("settling_each")),
    h("ul", { class: "plain" }, of.ways.map((steps) => h("li", {}, steps.join(" · ")))),
    of.is_all && h("p", { class: "quiet small" }, say("settling_all")),
  );
