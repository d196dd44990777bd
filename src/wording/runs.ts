import type { Attribution } from '../model/attribution.js';
import type { Report } from '../model/report.js';
import type { Wording } from './wording.js';
import { wordsIn } from './words.js';

/** Fewer words than this are a fragment: they count only where they stand whole. */
export const FRAGMENT = 5;

/** Words that one report gives as one stretch of what somebody said; a `record` is a labelled turn or a signed post. */
export interface Run extends Wording {
  readonly report: Report;
  readonly attribution: Attribution;
  readonly published: string | null;
  /** The latest full date that the text of an undated report names: it cannot be older. */
  readonly notBefore: string | null;
  /** For looking up: the speaker, or `?`. */
  readonly speaker: string;
}

/**
 * The runs of a report's attributions. A quotation that a reporting clause splits is one run; several quoted bits of
 * one mixed attribution are each a run.
 */
export function runsOf(report: Report, attributions: readonly Attribution[]): readonly Run[] {
  const notBefore = report.published === null ? latestDateIn(report.text) : null;
  return attributions.flatMap((attribution) => {
    // A paragraph of a long turn is a run of its own.
    const joined =
      attribution.form === 'direct' && attribution.by !== 'label'
        ? [attribution.quoted]
        : attribution.quoted.map((span) => [span]);
    return joined.flatMap((spans) => {
      const words = spans.flatMap((span) => wordsIn(report.text, span));
      if (words.length === 0) return [];
      return [
        {
          textId: report.id,
          text: report.text,
          report,
          attribution,
          spans,
          words,
          record: attribution.by === 'label',
          published: report.published,
          notBefore,
          speaker: attribution.speaker ?? '?',
        },
      ];
    });
  });
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

function latestDateIn(text: string): string | null {
  let latest: string | null = null;
  for (const match of text.matchAll(/\b([A-Z][a-z]{2,8})\.? (\d{1,2}), ((?:19|20)\d\d)\b/g)) {
    const month = MONTHS.findIndex((name) => name.startsWith((match[1] as string).toLowerCase()));
    if (month === -1) continue;
    const date = `${match[3]}-${String(month + 1).padStart(2, '0')}-${(match[2] as string).padStart(2, '0')}`;
    if (latest === null || date > latest) latest = date;
  }
  return latest;
}
