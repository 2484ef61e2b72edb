// How the rule language is coloured and folded in the editor.

import words from "grammar-words";
import { foldService, HighlightStyle, LanguageSupport, StreamLanguage, syntaxHighlighting, type StringStream } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";
import { DECLARATIONS, line_word, NORMS, PLACES, PROSE, rank } from "./line_words.js";

type Mode = "rule" | "heading" | "title" | "prose" | "cited" | "dated";
type State = { mode: Mode };

const matchers = (of: readonly { pattern: string }[], flags: string): RegExp[] => of.map(({ pattern }) => new RegExp(pattern, flags));
const VALUES = matchers(words.values, "iuy");
const CITED = matchers(words.cited, "iuy");
const BINDING = words.binding.map(({ name, pattern }) => [name, new RegExp(pattern, "uy")] as const);
const OPENS_CITATION = /^(KOMMA_ETTER|KOMMA_JF|KOMMA_TROSS)$/;
const NAME = /^[\p{L}\p{N}_-]+/u;

function first(stream: StringStream, patterns: readonly RegExp[]): boolean {
  return patterns.some((each) => eaten(stream, each));
}

function eaten(stream: StringStream, pattern: RegExp): boolean {
  pattern.lastIndex = stream.pos;
  const found = pattern.exec(stream.string);
  if (!found || found[0] === "") return false;
  stream.pos += found[0].length;
  return true;
}

function opened(stream: StringStream, state: State): string | null {
  state.mode = "rule";
  stream.eatSpace();
  const word = line_word(stream.string);
  if (word === null) return null;
  stream.pos = word.end;
  if (PLACES.has(word.name)) state.mode = "heading";
  else if (NORMS.has(word.name)) state.mode = "title";
  else if (PROSE.has(word.name)) state.mode = word.name === "REGELVERK" ? "heading" : "prose";
  else if (word.name === "ANTATT") state.mode = "dated";
  if (PLACES.has(word.name)) return "heading";
  return NORMS.has(word.name) || DECLARATIONS.has(word.name) ? "head" : "lineword";
}

function within(stream: StringStream, state: State): string | null {
  if (state.mode === "heading") return stream.skipToEnd(), "heading";
  if (state.mode === "prose") return stream.skipToEnd(), "prose";
  if (state.mode === "dated") {
    state.mode = "prose";
    if (stream.match(/^[^,]+/)) return "value";
  }
  if (state.mode === "title") {
    state.mode = "rule";
    if (stream.match(/^[^,:]+/)) return "title";
  }
  if (stream.match(/^«[^»]*»/)) return "quoted";
  if (state.mode === "cited") return cited(stream);
  return ruled(stream, state);
}

function cited(stream: StringStream): string | null {
  for (const [name, pattern] of BINDING) if (OPENS_CITATION.test(name) && eaten(stream, pattern)) return "binding";
  if (stream.match(/^[^,:]+/)) return "citation";
  stream.next();
  return null;
}

function ruled(stream: StringStream, state: State): string | null {
  if (first(stream, VALUES)) return "value";
  for (const [name, pattern] of BINDING) {
    if (!eaten(stream, pattern)) continue;
    if (OPENS_CITATION.test(name)) state.mode = "cited";
    return "binding";
  }
  if (first(stream, CITED)) return "citation";
  if (stream.match(/^\d[\d ]*(,\d+)?/)) return "value";
  if (stream.match(NAME)) return null;
  stream.next();
  return null;
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, class: "rule-line" },
  { tag: tags.definitionKeyword, class: "rule-head" },
  { tag: tags.heading, class: "rule-heading" },
  { tag: tags.className, class: "rule-title" },
  { tag: tags.comment, class: "rule-prose" },
  { tag: tags.string, class: "rule-quoted" },
  { tag: tags.literal, class: "rule-value" },
  { tag: tags.link, class: "rule-citation" },
  { tag: tags.operatorKeyword, class: "rule-binding" },
]);

const parser = StreamLanguage.define<State>({
  name: "ntr",
  startState: () => ({ mode: "rule" }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (stream.sol()) {
      const told = opened(stream, state);
      if (told !== null || stream.eol()) return told;
    }
    return stream.eatSpace() ? null : within(stream, state);
  },
  tokenTable: {
    lineword: tags.keyword,
    head: tags.definitionKeyword,
    heading: tags.heading,
    title: tags.className,
    prose: tags.comment,
    quoted: tags.string,
    value: tags.literal,
    citation: tags.link,
    binding: tags.operatorKeyword,
  },
});

/** A heading folds all to the next heading, a place to the next place, a norm its own lines. */
const folding = foldService.of((state, from) => {
  const line = state.doc.lineAt(from);
  const here = rank(line.text);
  if (here === null) return null;
  let last = line.number;
  for (let at = line.number + 1; at <= state.doc.lines; at += 1) {
    const { text } = state.doc.line(at);
    const there = rank(text);
    if (there !== null && there <= here) break;
    if (text.trim()) last = at;
  }
  return last > line.number ? { from: line.to, to: state.doc.line(last).to } : null;
});

export const rule_language = (): Extension => new LanguageSupport(parser, [syntaxHighlighting(colours), folding]);
