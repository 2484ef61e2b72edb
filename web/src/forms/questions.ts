export type Answers = Record<string, unknown>;
export type Form = unknown;
