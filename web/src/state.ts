// What is known, and what is shown of it. One object; who changes it, says so by `redraw`.

import type { Analysis, Compared, Entry, Norm, Portfolio, ReadBack, Started, Texts, Uploaded } from "./engine/contract.js";
import type { Step } from "./engine/transport.js";
import type { Filling } from "./forms/filling.js";

export const TABS = ["effect", "cases", "form", "problems"] as const;
export type Tab = (typeof TABS)[number];
export type Page = Readonly<{ kind: "case"; id: string } | { kind: "reason"; case: string; norm: string; from: "effect" | "case" }>;
export type Phase =
  | Readonly<{ is: "starting"; step: Step }>
  | Readonly<{ is: "ready" }>
  | Readonly<{ is: "restarting"; why: string }>
  | Readonly<{ is: "stopped"; why: string }>;
export interface State {
  phase: Phase;
  saved: Texts;
  started: Started | null;
  analysis: Analysis | null;
  norms: readonly Norm[];
  compared: Compared | null;
  portfolio: Portfolio | null;
  vocabulary: ReadonlyMap<string, Entry>;
  read_back: ReadBack | null;
  /** What a search for a showing case came to, by norm, where none was found. */
  sought: Map<string, string>;
  day: string;
  tab: Tab;
  page: Page | null;
  file: string;
  line: number;
  uploaded: Uploaded | null;
  laws: ReadonlyMap<string, string> | null;
  show_laws: boolean;
  filter: string;
  case_filter: string;
  filling: Filling | null;
  /** Whether what is written is kept in this browser; null where it has not been tried. */
  keeps: boolean | null;
  working: boolean;
  notice: Notice | null;
}

/** Something told once, with what can be done about it. */
export type Notice = Readonly<{ text: string; act?: Readonly<{ label: string; run: () => void }> }>;

export const beginning = (day: string): State => ({
  phase: { is: "starting", step: "python" },
  saved: {},
  started: null,
  analysis: null,
  norms: [],
  compared: null,
  portfolio: null,
  vocabulary: new Map(),
  read_back: null,
  sought: new Map(),
  day,
  tab: "effect",
  page: null,
  file: "",
  line: 1,
  uploaded: null,
  laws: null,
  show_laws: false,
  filter: "",
  case_filter: "",
  filling: null,
  keeps: null,
  working: false,
  notice: null,
});

export const norm_of = (state: State, id: string): Norm =>
  state.norms.find((each) => each.id === id) ?? {
    id,
    title: id,
    kind: "",
    place: "",
    provision: "",
    file: "",
    line: 1,
    cited: [],
    sentences: [],
  };
