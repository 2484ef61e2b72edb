// Slik leses normen: the norm under the cursor read back in sentences, with what an edit does to it.

import { h, type Child } from "../dom.js";
import { say } from "../texts/texts.js";
import { worded } from "./parts.js";
import type { Shell } from "./view.js";

export function reading({ state }: Shell): Child[] {
  const read = state.read_back;
  if (read === null) return [h("p", { class: "quiet" }, say("no_norm_here"))];
  const lines = Array.from({ length: Math.max(read.before.length, read.after.length) }, (_, at) => paragraph(read.before, read.after, at));
  return [h("p", { class: "read-title" }, h("b", {}, read.title), " ", h("code", { class: "quiet" }, read.norm)), lines];
}

/** A norm that is new, is told as it stands. */
function paragraph(before: readonly string[], after: readonly string[], at: number): HTMLElement {
  const [was, is] = [before[at] ?? "", after[at] ?? ""];
  return h("p", {}, before.length === 0 || was === is ? is : worded(was, is));
}
