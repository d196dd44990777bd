import type { Span } from '../model/span.js';
import { itemsIn, type Passage } from './items.js';
import type { Bare } from './merge.js';

/** What the rules took each item of a passage for: 0 nothing, 1 source, 2 cue, 3 content; and of which finding. */
export interface RuleMarks {
  readonly role: Uint8Array;
  /** Index of the finding, -1 for none. */
  readonly finding: Int32Array;
}

/** @param findings those that touch the passage, with their indices */
export function ruleMarks(passage: Passage, findings: readonly (readonly [number, Bare])[]): RuleMarks {
  const length = passage.items.length;
  const marks = { role: new Uint8Array(length), finding: new Int32Array(length).fill(-1) };
  for (const [index, finding] of findings) {
    for (const content of finding.content) paint(passage, content, 3, index, marks);
    if (finding.source) paint(passage, finding.source, 1, index, marks);
    if (finding.cue) paint(passage, finding.cue, 2, index, marks);
  }
  return marks;
}

function paint(passage: Passage, span: Span, role: number, index: number, marks: RuleMarks): void {
  for (const i of itemsIn(passage, span)) {
    marks.role[i] = role;
    marks.finding[i] = index;
  }
}
