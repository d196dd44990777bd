import type { CheckedQuotation, Waiver } from '../model/check.js';
import { isFault } from '../model/check.js';
import type { Note } from '../model/note.js';
import { originalSpan, type Report } from '../model/report.js';
import { covers, type Span } from '../model/span.js';

/**
 * Puts each waiver on its quotation: by id; or, of a comment, on the last quotation that ends before it in its paragraph,
 * else on the first behind it. Only findings are waived. A waiver that fits none leaves a note.
 */
export function waived(
  quotations: readonly CheckedQuotation[],
  waivers: readonly Waiver[],
  { id: report, origin, sourceMap }: Report,
): { readonly quotations: readonly CheckedQuotation[]; readonly notes: readonly Note[] } {
  const places = quotations.map(({ spans }) =>
    originalSpan(sourceMap, { start: (spans[0] as Span).start, end: (spans.at(-1) as Span).end }),
  );
  const reasons = new Map<CheckedQuotation, CheckedQuotation['waived']>();
  const notes: Note[] = [];
  for (const { on, reason } of waivers) {
    const target = typeof on === 'string' ? quotations.find(({ id }) => id === on) : nearest(on);
    if (target && isFault({ ...target, waived: null }))
      reasons.set(target, { reason, by: typeof on === 'string' ? 'option' : 'comment' });
    else
      notes.push({
        code: 'waiver-unused',
        severity: 'warning',
        message: `the waiver “${reason}” fits no finding${typeof on === 'string' ? ` (there is none with the id ${on})` : ''}; take it out`,
        at: { report, origin, ...(typeof on === 'string' ? {} : { start: on.start, end: on.end }) },
      });
  }
  return {
    quotations: quotations.map((one) => ({ ...one, waived: reasons.get(one) ?? null })),
    notes,
  };

  function nearest(comment: Exclude<Waiver['on'], string>): CheckedQuotation | undefined {
    const inside = quotations.filter((_, i) => covers(comment.within, places[i] as Span));
    const before = inside.findLast((one) => (places[quotations.indexOf(one)] as Span).end <= comment.start);
    return before ?? inside.find((one) => (places[quotations.indexOf(one)] as Span).start >= comment.end);
  }
}
