import type { Attribution, Link, SaidOn } from '../model/attribution.js';
import type { Span } from '../model/span.js';
import type { StanceBasis, StanceValue, Strength } from '../model/stance.js';
import type { Phrase } from './phrase.js';
import type { Referent } from './references.js';
import type { Scene } from './scene.js';

/** A predicate with arguments that the words name, and what somebody commits to about it. */
export interface Claim {
  readonly report: string;
  /** Who commits: a speaker's id; null where the text does not tell, or where the outlet tells it itself. */
  readonly holder: string | null;
  /** Null where the outlet tells it itself. */
  readonly attribution: Attribution | null;
  readonly saidOn: SaidOn | null;
  readonly predicate: string;
  readonly arguments: readonly Bound[];
  /** Every core argument is told, so that the claim may be set beside another report's. */
  readonly whole: boolean;
  readonly value: StanceValue;
  readonly strength: Strength;
  readonly basis: StanceBasis;
  /** Tells of a fact: no modal, condition, question or plan. */
  readonly factual: boolean;
  /** Read from a noun and not from a clause. */
  readonly nominal: boolean;
  /** Adverbs of manner: they make a denial narrower. */
  readonly manner: readonly string[];
  /** The speaker says what the speaker will or will not do. */
  readonly undertaken: boolean;
  readonly span: Span;
  /** Whoever holds it beneath the attribution’s speaker. */
  readonly beneath: Link | null;
  /** Time that the clause itself tells. */
  readonly when: string | null;
}

/** An argument with what it stands for. */
export interface Bound {
  readonly role: string;
  readonly phrase: Phrase;
  readonly referents: readonly Referent[];
}

/** A claim of whoever a scene is about. */
export function claimIn(
  { report, attribution, speaker, holder }: Scene,
  told: Omit<Claim, 'report' | 'holder' | 'attribution' | 'saidOn' | 'beneath'>,
): Claim {
  return {
    report: report.id,
    holder: speaker,
    attribution,
    saidOn: attribution?.saidOn ?? null,
    beneath: holder ?? null,
    ...told,
  };
}
