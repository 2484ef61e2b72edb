// Where none of the cases shows a change: why that is, and a case that does.

import { h, type Child } from "../dom.js";
import type { Compared, Norm, Witness } from "../engine/contract.js";
import { what_was_wrong } from "../bench.js";
import { count, say } from "../texts/texts.js";
import { button } from "./parts.js";
import type { Shell } from "./view.js";

export function witness_box(shell: Shell, compared: Compared, norm: Norm): HTMLElement {
  const raised = compared.raised[norm.id] ?? 0;
  const why = raised === 0 ? say("none_raises") : say("none_shows", { n: count(raised, "cases_raise_one") });
  return h("div", { class: "box undecided witness" }, h("p", {}, why), outcome(shell, norm) ?? search(shell, norm));
}

function outcome(shell: Shell, norm: Norm): Child {
  const sought = shell.state.sought.get(norm.id);
  return sought === undefined ? null : h("p", { role: "status" }, h("b", {}, sought));
}

function search(shell: Shell, norm: Norm): HTMLElement {
  const made = button(say("make_showing_case"), () => void sought(), { "data-variant": "primary", id: `witness-${norm.id}` });
  const sought = async (): Promise<void> => {
    made.setAttribute("aria-busy", "true");
    made.textContent = say("searching");
    const found = await asked(shell, norm);
    if (found !== null) shell.state.sought.set(norm.id, found);
    shell.redraw();
  };
  return made;
}

/** What is to be said where no case was found; null where one lies on the bench. */
async function asked(shell: Shell, norm: Norm): Promise<string | null> {
  try {
    const found = await shell.bench.put<Witness>("witness", norm.id);
    return found.found ? null : found.text;
  } catch (wrong) {
    return what_was_wrong(wrong);
  }
}
