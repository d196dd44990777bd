import type { Attribution } from './attribution.js';
import type { Note } from './note.js';
import type { Report } from './report.js';
import type { Speaker } from './speaker.js';
import type { Coverage, Disagreement, Shift, Stance } from './stance.js';
import type { Statement } from './statement.js';

/** The whole record of a story. Rows point at each other by id; every row reaches a span. */
export interface Ledger {
  readonly reports: readonly Report[];
  readonly speakers: readonly Speaker[];
  readonly attributions: readonly Attribution[];
  readonly statements: readonly Statement[];
  readonly stances: readonly Stance[];
  readonly disagreements: readonly Disagreement[];
  readonly shifts: readonly Shift[];
  readonly coverage: readonly Coverage[];
  readonly notes: readonly Note[];
}
