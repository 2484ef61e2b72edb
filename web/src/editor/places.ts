// From the engine's places to the editor's, and back.

import type { Text } from "@codemirror/state";
import { column_of_place, place_in_line, type Range } from "../positions.js";

/** The offset of a line and a column from 1; what is past the end of either stops there. */
export function offset_of(text: Text, line: number, column: number): number {
  const at = text.line(Math.min(Math.max(line, 1), text.lines));
  return Math.min(at.from + place_in_line(at.text, column), at.to);
}

/** The offsets of a range; `marked` is never empty, so that it can be seen. */
export function span_of(text: Text, [line, column, last_line, last_column]: Range): { from: number; to: number } {
  const from = offset_of(text, line, column);
  return { from, to: Math.max(from, offset_of(text, last_line, last_column)) };
}

/** The line and the column from 1, as a person counts, of an offset. */
export function column_at(text: Text, offset: number): { line: number; column: number } {
  const at = text.lineAt(offset);
  return { line: at.number, column: column_of_place(at.text, offset - at.from) };
}
