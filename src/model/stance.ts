import type { Link } from './attribution.js';
import type { Span } from './span.js';

/** What can be true or false. */
export interface Proposition {
  readonly id: string;
  readonly text: string;
}

/** What a holder commits to about a proposition. */
export interface Stance {
  readonly id: string;
  readonly holder: string;
  readonly proposition: string;
  readonly value:
    | 'assert'
    | 'believe'
    | 'commit'
    | 'deny'
    | 'disbelieve'
    | 'dismiss'
    | 'doubt'
    | 'hedge'
    | 'qualify'
    | 'mixed'
    | 'ask'
    | 'relay'
    | 'evade'
    | 'unknown';
  readonly strength: number;
  readonly basis: 'explicit' | 'implicit' | 'presupposed' | 'outlet';
  readonly path: readonly Link[];
  readonly evidence: readonly Evidence[];
}

/** A passage that a row rests on. */
export interface Evidence extends Span {
  readonly report: string;
}

/** Accounts that cannot all hold. */
export interface Disagreement {
  readonly id: string;
  readonly kind: 'contradiction' | 'rendering' | 'tension' | 'figure';
  readonly accounts: readonly { readonly evidence: readonly Evidence[] }[];
}

/** One holder's stance on one proposition changing over time. */
export interface Shift {
  readonly id: string;
  readonly holder: string;
  readonly proposition: string;
  readonly before: string;
  readonly after: string;
}

/** Which report has, paraphrases or lacks a statement. */
export interface Coverage {
  readonly statement: string;
  readonly report: string;
  readonly cell: 'in-words' | 'paraphrased' | 'absent' | 'not-yet' | 'unknown';
}
