// One case: what the law says of it, in the order of the law.

import { told_day } from "../dates.js";
import { h, type Child } from "../dom.js";
import type { CasePage, VerdictLine } from "../engine/contract.js";
import { taken_up } from "../forms/filling.js";
import { count, say } from "../texts/texts.js";
import { case_actions } from "./cases.js";
import { back, button, grouped, heading, link, turned, verdict } from "./parts.js";
import type { Shell } from "./view.js";

export async function one_case(shell: Shell, id: string): Promise<Child[]> {
  const found = await shell.bench.ask<CasePage>("case", id);
  const raised = found.verdicts.filter((each) => !each.quiet || each.before);
  const quiet = found.verdicts.filter((each) => each.quiet && !each.before);
  return [
    back(say("all_cases"), () => shell.show("cases")),
    heading(found.title),
    h("p", { class: "quiet" }, [...head(found), say("judged_at", { day: told_day(found.day) }), tallied(raised)].join(" · ")),
    found.own && h("p", { class: "actions" }, button(say("change_in_form"), () => void fill_again(shell, found), { id: "change-case" }), case_actions(shell, id)),
    [...grouped(raised, (each) => each.provision)].map(([provision, some]) => [
      h("h3", { class: "provision" }, provision),
      h("ul", { class: "verdicts" }, some.map((each) => line(shell, id, each))),
    ]),
    unraised(shell, id, quiet),
  ];
}

const fill_again = (shell: Shell, found: CasePage): Promise<void> =>
  shell.bench.quietly(async () => {
    shell.state.filling = await taken_up(shell.bench, found.id);
    shell.show("form");
  });

const head = (found: CasePage): string[] => [...new Set(found.head)].filter((each) => each !== found.title);

function tallied(verdicts: readonly VerdictLine[]): string {
  const counts = grouped(verdicts, (each) => each.word.replace(/:.*/, ""));
  return [...counts].map(([word, some]) => `${some.length} ${word}`).join(", ");
}

const reason_page = (id: string, norm: string) => ({ kind: "reason", case: id, norm, from: "case" }) as const;

const line = (shell: Shell, id: string, of: VerdictLine): HTMLElement =>
  h(
    "li",
    { class: of.role },
    h(
      "button",
      { type: "button", onclick: () => shell.show("cases", reason_page(id, of.norm)) },
      h("span", { class: "verdict-norm" }, of.title),
      of.before ? turned(of.before, [of.word, of.role]) : verdict([of.word, of.role]),
      of.gist && h("span", { class: "verdict-gist" }, of.gist),
      h("span", { class: "verdict-cited" }, of.cited),
    ),
  );

const unraised = (shell: Shell, id: string, quiet: readonly VerdictLine[]): Child =>
  quiet.length > 0 &&
  h(
    "details",
    { class: "unraised", "data-key": "unraised" },
    h("summary", {}, say("not_raised", { n: count(quiet.length, "norms_one") })),
    h("ul", {}, quiet.map((each) => h("li", {}, link(`${each.provision}: ${each.title}`, () => shell.show("cases", reason_page(id, each.norm)))))),
  );
