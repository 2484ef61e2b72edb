// A fix is done in the editor, so that it can be undone there.

import type { ChangeSpec, Text } from "@codemirror/state";
import type { Edit } from "../engine/contract.js";
import { span_of } from "./places.js";

export const changes_of = (text: Text, edits: readonly Edit[]): ChangeSpec[] =>
  edits.map((each) => ({ ...span_of(text, each.range), insert: each.text }));
