// Saker: all the cases, those of one's own first and then those whose verdicts have turned.

import { h, unseen, type Child } from "../dom.js";
import { COUNTED, type CaseLine, type Counted, type Rejected, type Role, type Uploaded } from "../engine/contract.js";
import { count, say } from "../texts/texts.js";
import { button, link, SIGNS, tag } from "./parts.js";
import type { Shell } from "./view.js";

const ROLES: Readonly<Record<Counted, Role>> = {
  brutt: "broken",
  nektet: "refused",
  ikke_oppfylt: "failed",
  fraveket: "departed",
  uavklart: "undecided",
  oppfylt: "met",
};
const words = (each: Counted): string => each.replace("_", " ");
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function cases(shell: Shell): Promise<Child[]> {
  const portfolio = await shell.bench.portfolio();
  const turned = new Set((shell.state.compared?.rows ?? []).map((each) => each.case));
  const wanted = shell.state.case_filter.toLowerCase();
  const shown = portfolio.cases
    .filter((each) => each.title.toLowerCase().includes(wanted))
    .sort((a, b) => Number(b.own) - Number(a.own) || Number(turned.has(b.id)) - Number(turned.has(a.id)));
  return [
    h("h2", {}, say("tab_cases")),
    bring(shell),
    shell.state.uploaded && told_upload(shell.state.uploaded),
    filter(shell, portfolio.cases.length),
    legend(),
    shown.length === 0 ? h("p", {}, say("no_such_case")) : h("ul", { class: "cases" }, shown.map((each) => line(shell, each, turned.has(each.id)))),
    portfolio.rejected.length > 0 && rejected(portfolio.rejected),
  ];
}

function bring(shell: Shell): HTMLElement {
  const input = h("input", { type: "file", multiple: true, accept: ".xlsx,.ods,.json,.jsonl,.csv,.tsv,.zip", class: "unseen", id: "files" });
  input.addEventListener("change", () => void shell.take(input.files ?? []));
  return h(
    "div",
    { class: "bring" },
    h("span", {}, say("bring_files")),
    input,
    h("label", { for: "files", class: "ds-button", "data-size": "sm", "data-variant": "secondary" }, say("choose_file")),
    button(say("get_template"), () => void template(shell), { id: "template" }),
  );
}

const template = (shell: Shell): Promise<void> =>
  shell.bench.quietly(async () => shell.save("saker.xlsx", await shell.bench.file("template"), WORKBOOK));

function told_upload(found: Uploaded): HTMLElement {
  const faults = [...found.rejected, ...found.unread];
  return h(
    "div",
    { class: "uploaded", role: "status", id: "uploaded" },
    h("p", {}, found.cases.length > 0 ? say("read_from", { n: count(found.cases.length, "cases_one"), file: found.file }) : say("nothing_read_from", { file: found.file })),
    found.notes.map((each) => h("p", { class: "quiet" }, [each.place, each.text].filter(Boolean).join(": "))),
    faults.length > 0 && rejected(faults),
  );
}

const rejected = (faults: readonly Rejected[]): HTMLElement =>
  h(
    "ul",
    { class: "problems" },
    faults.map((each) =>
      h("li", { class: "broken" }, h("div", { class: "problem" }, each.place && h("span", { class: "quiet small" }, each.place), h("b", {}, each.reason), each.help && h("span", {}, each.help))),
    ),
  );

function filter(shell: Shell, number: number): HTMLElement {
  const field = h("input", { id: "find-case", type: "search", class: "ds-input", value: shell.state.case_filter, autocomplete: "off" });
  field.addEventListener("input", () => {
    shell.state.case_filter = field.value;
    shell.redraw();
  });
  return h("div", { class: "field" }, h("label", { for: "find-case" }, say("find_case", { n: count(number, "cases_one") })), field);
}

const legend = (): HTMLElement =>
  h("p", { class: "legend" }, COUNTED.map((each) => h("span", { class: ROLES[each] }, h("b", { "aria-hidden": "true" }, SIGNS[ROLES[each]]), ` ${words(each)}`)));

function line(shell: Shell, of: CaseLine, is_turned: boolean): HTMLElement {
  const counts = COUNTED.filter((each) => of.counts[each] > 0).map((each) => tally(each, of.counts[each]));
  return h(
    "li",
    { class: is_turned ? "turned-case" : "" },
    h(
      "button",
      { type: "button", onclick: () => shell.show("cases", { kind: "case", id: of.id }) },
      h("span", { class: "case-name" }, of.title, of.own && tag(say("own"), "faint"), is_turned && tag(say("turned_verdict"))),
      h("span", { class: "tallies" }, counts),
      (of.kind || of.first) && h("span", { class: "case-more" }, [of.kind, of.first].filter(Boolean).join(" · ")),
    ),
  );
}

const tally = (word: Counted, number: number): HTMLElement =>
  h("span", { class: `verdict ${ROLES[word]}`, title: `${number} ${words(word)}` }, h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[ROLES[word]]), number, unseen(` ${words(word)} `));

export const case_actions = (shell: Shell, id: string): Child =>
  link(say("remove_case"), () => void remove(shell, id), { id: "remove-case" });

async function remove(shell: Shell, id: string): Promise<void> {
  await shell.bench.quietly(() => shell.bench.put("drop_case", id));
  shell.state.uploaded = null;
  shell.show("cases");
}

