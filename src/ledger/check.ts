import type { Check, CheckedQuotation, Passage } from '../model/check.js';
import type { Report } from '../model/report.js';
import { type Span, sliceSpan } from '../model/span.js';
import type { WireSpan } from './format.js';

/** Name and version of a check's wire form. */
export const CHECK_FORMAT = 'hearsay-check/1';

/**
 * A check as plain JSON, as `schema/hearsay-check-1.schema.json` describes it. Offsets are UTF-16 code units, half-open, of
 * the draft's or the source's `text`, and every span repeats its text. Sources that hold no words of the draft come
 * without theirs.
 */
export function toCheckWire(check: Check): Record<string, unknown> {
  const texts = new Map(check.sources.map((report) => [report.id, report.text]));
  const cited = new Set(
    check.quotations.flatMap(({ passage, alternates }) =>
      [...(passage ? [passage] : []), ...alternates].map((one) => one.report),
    ),
  );
  return {
    format: CHECK_FORMAT,
    offsets: 'utf-16',
    policy: check.policy,
    draft: report(check.draft, true),
    sources: check.sources.map((one) => report(one, cited.has(one.id))),
    quotations: check.quotations.map((one) => quotation(one, check.draft.text, texts)),
    passed: check.passed,
    notes: check.notes.map(({ code, severity, message, at }) => ({
      code,
      severity,
      message,
      at: at ?? null,
    })),
  };
}

/** The wire form as text, two spaces deep, keys always in the same order. */
export function toCheckJson(check: Check): string {
  return `${JSON.stringify(toCheckWire(check), null, 2)}\n`;
}

function report(one: Report, withText: boolean): Record<string, unknown> {
  const { id, kind, outlet, title, published, url, origin, sha256 } = one;
  return { id, kind, outlet, title, published, url, origin, sha256, text: withText ? one.text : null };
}

function quotation(
  one: CheckedQuotation,
  draft: string,
  texts: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return {
    id: one.id,
    spans: one.spans.map((span) => withText(span, draft)),
    speaker: one.speaker,
    verdict: one.verdict,
    rule: one.rule,
    fragment: one.fragment,
    waived: one.waived,
    passage: one.passage && passage(one.passage, draft, texts),
    alternates: one.alternates.map((other) => passage(other, draft, texts)),
  };
}

function passage(one: Passage, draft: string, texts: ReadonlyMap<string, string>): Record<string, unknown> {
  const source = texts.get(one.report);
  if (source === undefined)
    throw new RangeError(`a passage points at source ${one.report}, which the check does not hold`);
  const both = <T extends { readonly kind: string; readonly base: Span; readonly witness: Span }>(
    row: T,
  ) => ({
    kind: row.kind,
    base: withText(row.base, source),
    witness: withText(row.witness, draft),
  });
  return {
    source: one.report,
    spans: one.spans.map((span) => withText(span, source)),
    form: one.form,
    verdict: one.verdict,
    rule: one.rule,
    events: one.events.map(both),
    presentation: one.presentation.map(both),
    difference: one.difference,
    speaker: one.speaker,
    match: one.match,
    quoted: one.quoted,
    saidOn: one.saidOn,
    time: one.time,
  };
}

const withText = ({ start, end }: Span, text: string): WireSpan => ({
  start,
  end,
  text: sliceSpan(text, { start, end }),
});
