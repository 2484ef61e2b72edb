// What the page asks of the engine, and what it is answered: the shapes of
// `hjemmel.workbench.shapes`, where they are told of. Rule files go by name, without «.ntr».

import type { Range } from "../positions.js";

export type Role = "met" | "broken" | "departed" | "refused" | "failed" | "undecided" | "muted";
export type Word = readonly [word: string, role: Role];
export type Texts = Readonly<Record<string, string>>;
export type Failure = Readonly<{ code: string; message: string; help: string }>;

// ---- rules

export type Edit = Readonly<{ range: Range; text: string }>;
export type Fix = Readonly<{ title: string; file: string; edits: readonly Edit[] }>;
export type Note = Readonly<{ file: string; range: Range; message: string }>;
export type Diagnostic = Readonly<{
  file: string;
  code: string;
  severity: "error" | "warning";
  message: string;
  label: string;
  help: string;
  place: string;
  range: Range;
  notes: readonly Note[];
  fixes: readonly Fix[];
  page: string;
}>;
export type OutlineEntry = Readonly<{
  kind: string;
  name: string;
  detail: string;
  line: number;
  last_line: number;
  range: Range;
  children: readonly OutlineEntry[];
}>;
export type Norm = Readonly<{
  id: string;
  title: string;
  kind: string;
  place: string;
  provision: string;
  file: string;
  line: number;
  cited: readonly string[];
  sentences: readonly string[];
}>;
export type Analysis = Readonly<{
  ok: boolean;
  diagnostics: readonly Diagnostic[];
  changed: readonly string[];
  new: readonly string[];
  gone: readonly string[];
  outline: Readonly<Record<string, readonly OutlineEntry[]>>;
  norms: readonly Norm[];
}>;
export type Entry = Readonly<{
  name: string;
  sort: string;
  type: string;
  holder: string;
  meaning: string;
  values: readonly string[];
  file: string;
  line: number;
  provision: string;
}>;
export type Completion = Readonly<{ text: string; kind: string; detail: string; range: Range }>;
export type Place = Readonly<{ file: string; range: Range }>;
export type Hover = Readonly<{
  range: Range;
  about: string;
  name: string;
  type: string;
  holder: string;
  meaning: string;
  citations: readonly string[];
  declared: Place | null;
  page: string;
}>;
export type ReadBack = Readonly<{
  norm: string;
  title: string;
  before: readonly string[];
  after: readonly string[];
}>;

// ---- cases

export type Rejected = Readonly<{ place: string; field: string; reason: string; help: string; code: string }>;
export type Notice = Readonly<{ place: string; text: string }>;
export type Uploaded = Readonly<{
  file: string;
  cases: readonly string[];
  rejected: readonly Rejected[];
  unread: readonly Rejected[];
  notes: readonly Notice[];
}>;
export const COUNTED = ["brutt", "nektet", "ikke_oppfylt", "fraveket", "uavklart", "oppfylt"] as const;
export type Counted = (typeof COUNTED)[number];
export type CaseLine = Readonly<{
  id: string;
  title: string;
  own: boolean;
  kind: string;
  day: string;
  counts: Readonly<Record<Counted, number>>;
  first: string;
}>;
export type Portfolio = Readonly<{ cases: readonly CaseLine[]; rejected: readonly Rejected[]; day: string | null }>;
export type VerdictLine = Readonly<{
  norm: string;
  title: string;
  kind: string;
  provision: string;
  cited: string;
  word: string;
  role: Role;
  quiet: boolean;
  gist: string;
  before: Word | null;
}>;
export type Told = Readonly<Record<string, unknown>>;
export type CasePage = Readonly<{
  id: string;
  title: string;
  own: boolean;
  head: readonly string[];
  day: string;
  told: Told;
  verdicts: readonly VerdictLine[];
}>;
export type Step = Readonly<{
  what: string;
  citation: string;
  value: string;
  result: "holder" | "svikter" | "uavklart";
  decisive: boolean;
  because: readonly Step[];
  notes: readonly string[];
  source: string;
}>;
export type Missing = Readonly<{ about: string; kind: string; name: string; holder: string; cell: string; text: string }>;
export type Side = Readonly<{
  word: string;
  role: Role;
  gist: string;
  level: string;
  cited: readonly string[];
  sentences: readonly string[];
  own_words: string;
  binds: readonly string[];
  rests_on: readonly string[];
  reason: readonly Step[];
  missing: readonly Missing[];
}>;
export type Way = Readonly<{ word: string; role: Role; cited: string; ways: readonly (readonly string[])[]; is_all: boolean }>;
export type Settling = Readonly<{
  sort: string;
  text: string;
  ways: readonly Way[];
  needed: readonly string[] | null;
  open_still: readonly string[];
  proved: boolean;
  grounds: string;
}>;
export type Reason = Readonly<{
  case: string;
  case_title: string;
  norm: string;
  title: string;
  kind: string;
  provision: string;
  file: string;
  line: number;
  before: Side | null;
  after: Side | null;
}>;
export type Turned = Readonly<{ case: string; title: string; norm: string; before: Word | null; after: Word | null }>;
export type Passed = Readonly<{ norm: string; place: string; file: string; line: number; read: string }>;
export type Elsewhere = Readonly<{ why: string; by: readonly string[]; places: readonly Passed[] }>;
export type Compared = Readonly<{
  current: boolean;
  rows: readonly Turned[];
  affected: readonly string[];
  direct: readonly string[];
  gone: readonly string[];
  cases: number;
  raised: Readonly<Record<string, number>>;
  why: Readonly<Record<string, number>>;
  read: Readonly<Record<string, ReadBack>>;
  elsewhere: readonly Elsewhere[];
}>;

export type Witness = Readonly<{
  norm: string;
  found: boolean;
  basis: string;
  text: string;
  case: string | null;
  told: readonly (readonly [string, string])[];
  before: Word | null;
  after: Word | null;
}>;

// ---- forms

export type Sort =
  | "truth"
  | "assessment"
  | "text"
  | "date"
  | "year"
  | "quarter"
  | "month"
  | "whole"
  | "fraction"
  | "money"
  | "months"
  | "days"
  | "choice"
  | "register"
  | "rows";
export type Question = Readonly<{
  path: string;
  key: string;
  name: string;
  question: string;
  sort: Sort;
  many: boolean;
  type: string;
  hint: string;
  values: readonly string[];
  holder: string;
  meaning: string;
  guides: readonly string[];
  provision: string;
  norms: number;
  missing: number;
  entry: readonly Question[];
}>;
export type Part = Readonly<{
  key: string;
  title: string;
  optional: boolean;
  presence: string;
  provision: string;
  questions: readonly Question[];
}>;
export type Kinds = Readonly<{ path: string; question: string; values: readonly string[] }>;
export type Form = Readonly<{
  kinds: Kinds | null;
  kind: string | null;
  case: string | null;
  parts: readonly Part[];
  first: readonly string[];
  told: Told;
}>;
export type Filled = Readonly<{ case: string | null; wrong: readonly Rejected[]; notes: readonly Notice[] }>;

// ---- the whole

export type Opened = Readonly<{
  texts: Readonly<Record<string, string | null>>;
  cases: readonly string[];
  base: boolean;
  day: string | null;
  text: string;
  analysis: Analysis;
}>;

export type Started = Readonly<{
  version: string;
  names: readonly string[];
  fixed: readonly string[];
  fingerprint: string;
  norms: readonly Norm[];
  analysis: Analysis | null;
  portfolio: Uploaded;
  day: string | null;
}>;
