// Small things that stand in several views.

import { difference } from "../difference.js";
import { h, unseen, type Child } from "../dom.js";
import type { Role, Word } from "../engine/contract.js";
import { say } from "../texts/texts.js";

export const SIGNS: Readonly<Record<Role, string>> = {
  met: "✓",
  broken: "✗",
  departed: "!",
  refused: "✗",
  failed: "✗",
  undecided: "?",
  muted: "–",
};

/** A verdict: its word, with a colour and a sign, so that no colour is needed to read it. */
export const verdict = ([word, role]: Word): HTMLElement =>
  h("span", { class: `verdict ${role}` }, h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[role]), word);

/** From what to what. */
export const turned = (before: Word | null, after: Word | null): HTMLElement =>
  h(
    "span",
    { class: "turned" },
    before ? verdict(before) : h("em", {}, say("new_norm")),
    h("span", { class: "arrow", "aria-hidden": "true" }, "→"),
    unseen(say("becomes")),
    after ? verdict(after) : h("em", {}, say("gone_norm")),
  );

/** Two texts as one, with what is gone and what has come marked. */
export const worded = (before: string, after: string): Child[] =>
  difference(before, after).map(({ kind, text }) =>
    kind === "same" ? text : kind === "gone" ? h("del", {}, unseen(say("gone_words")), text) : h("ins", {}, unseen(say("come_words")), text),
  );

export const button = (text: Child, run: () => void, more: Readonly<Record<string, string | boolean>> = {}): HTMLButtonElement =>
  h("button", { type: "button", class: "ds-button", "data-size": "sm", "data-variant": "secondary", onclick: run, ...more }, text);

export const link = (text: Child, run: () => void, more: Readonly<Record<string, string>> = {}): HTMLButtonElement =>
  h("button", { type: "button", class: "link", onclick: run, ...more }, text);

export const back = (text: string, run: () => void): HTMLElement =>
  h("button", { type: "button", id: "back", class: "back", onclick: run }, h("span", { "aria-hidden": "true" }, "‹ "), text);

/** The heading of a page that was gone to: the keyboard is put there. */
export const heading = (text: Child): HTMLElement => h("h2", { tabindex: "-1" }, text);

export const tag = (text: string, kind: "strong" | "faint" = "strong"): HTMLElement => h("span", { class: `tag ${kind}` }, text);

/** A sentence of the engine's, as it stands on a button. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What a norm is called, with its kind first and fainter; many are called by their kind. */
export function named({ kind, title }: Readonly<{ kind: string; title: string }>): Child[] {
  const rest = title.startsWith(`${kind} `) ? title.slice(kind.length + 1) : title;
  return [kind && [h("span", { class: "kind" }, kind), " "], rest];
}

/** In the order that they came, by what a key says of each. */
export function grouped<T>(all: readonly T[], key: (each: T) => string): Map<string, T[]> {
  const made = new Map<string, T[]>();
  for (const each of all) {
    const of = key(each);
    const there = made.get(of);
    if (there) there.push(each);
    else made.set(of, [each]);
  }
  return made;
}
