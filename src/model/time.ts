import type { Span } from './span.js';

/** What a temporal expression denotes, as TIMEX3 (ISO 24617-1) has it. */
export const TIME_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type TimeType = (typeof TIME_TYPES)[number];

/** How finely a value is known, the finest first. */
export const GRANULARITIES = [
  'time',
  'day',
  'week',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
  'century',
  'vague',
] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** What a value was reckoned from: itself, the day of publication, or an earlier date in the text. */
export type TimeAnchor = 'absolute' | 'published' | 'previous';

/** Part or approximation that the words add to a value: TIMEX3's `mod`. */
export type TimeModifier = 'START' | 'MID' | 'END' | 'APPROX' | 'MORE_THAN' | 'LESS_THAN';

/**
 * Words that tell of a time. `value` is a TIMEX3 value: `2017-11-12`, `2017-11`, `2017-W46`, `2017-11-12TNI`, `P2D`,
 * `PAST_REF`; `X` stands for digits that the text does not tell.
 */
export interface TimeExpression extends Span {
  readonly type: TimeType;
  readonly value: string;
  readonly granularity: Granularity;
  readonly anchor: TimeAnchor;
  readonly modifier?: TimeModifier;
  /** Offset from UTC (`-05:00`, `Z`) that a clock time names, or the name of a zone whose offset changes (`ET`). */
  readonly zone?: string;
}
