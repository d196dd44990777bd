import type { Attribution, Link } from '../model/attribution.js';
import type { Ledger } from '../model/ledger.js';
import type { Note } from '../model/note.js';
import type { Report } from '../model/report.js';
import { type Span, sliceSpan } from '../model/span.js';
import type { Mention, Speaker } from '../model/speaker.js';
import type { Statement, Variant, Witness } from '../model/statement.js';

/** Name and version of the wire form. A change that a reader could notice changes the number. */
export const WIRE_FORMAT = 'hearsay-ledger/1';

/** A span with its text beside it, so that a reader in any language can check it. */
export interface WireSpan extends Span {
  readonly text: string;
}

/**
 * The ledger as plain JSON, as `schema/hearsay-ledger-1.schema.json` describes it. Offsets are UTF-16 code units,
 * half-open, of the `text` of the report that the row belongs to.
 */
export function toWire(ledger: Ledger): Record<string, unknown> {
  const texts = new Map(ledger.reports.map((report) => [report.id, report.text]));
  const reportOf = new Map(ledger.attributions.map((attribution) => [attribution.id, attribution.report]));
  const textOf = (report: string): string => {
    const text = texts.get(report);
    if (text === undefined)
      throw new RangeError(`a row points at report ${report}, which the ledger does not hold`);
    return text;
  };
  return {
    format: WIRE_FORMAT,
    offsets: 'utf-16',
    reports: ledger.reports.map(report),
    speakers: ledger.speakers.map((one) => speaker(one, textOf)),
    attributions: ledger.attributions.map((one) => attribution(one, textOf(one.report))),
    statements: ledger.statements.map((one) => statement(one, (id) => textOf(reportOf.get(id) ?? ''))),
    stances: ledger.stances,
    disagreements: ledger.disagreements,
    shifts: ledger.shifts,
    coverage: ledger.coverage,
    notes: ledger.notes.map(note),
  };
}

/** The wire form as text, two spaces deep, keys always in the same order. */
export function toJson(ledger: Ledger): string {
  return `${JSON.stringify(toWire(ledger), null, 2)}\n`;
}

function withText(span: Span, text: string): WireSpan {
  return { start: span.start, end: span.end, text: sliceSpan(text, span) };
}

function report(one: Report): Record<string, unknown> {
  return {
    id: one.id,
    siglum: one.siglum,
    kind: one.kind,
    outlet: one.outlet,
    title: one.title,
    byline: one.byline,
    published: one.published,
    url: one.url,
    origin: one.origin,
    provenance: one.provenance ?? null,
    language: one.language,
    sha256: one.sha256,
    text: one.text,
    sourceMap: one.sourceMap,
    dropped: one.dropped.map(({ start, end, reason, text }) => ({ start, end, reason, text })),
  };
}

function speaker(one: Speaker, textOf: (report: string) => string): Record<string, unknown> {
  return {
    id: one.id,
    name: one.name,
    kind: one.kind,
    roles: one.roles,
    aliases: one.aliases,
    wikidata: one.wikidata ?? null,
    mentions: one.mentions.map((mention: Mention) => ({
      report: mention.report,
      kind: mention.kind,
      ...withText(mention, textOf(mention.report)),
    })),
  };
}

function attribution(one: Attribution, text: string): Record<string, unknown> {
  return {
    id: one.id,
    report: one.report,
    source: one.source ? withText(one.source, text) : null,
    cue: one.cue ? withText(one.cue, text) : null,
    content: one.content.map((span) => withText(span, text)),
    quoted: one.quoted.map((span) => withText(span, text)),
    form: one.form,
    speaker: one.speaker ?? null,
    candidates: one.candidates,
    by: one.by,
    kind: one.kind,
    chain: one.chain.map((link: Link) => ({
      holder: link.holder,
      act: link.act,
      span: link.span ? withText(link.span, text) : null,
    })),
    addressee: one.addressee ? withText(one.addressee, text) : null,
    venue: one.venue ? withText(one.venue, text) : null,
    saidOn: one.saidOn ?? null,
    rule: one.rule,
    confidence: one.confidence,
  };
}

function statement(one: Statement, textOf: (attribution: string) => string): Record<string, unknown> {
  const base = textOf(one.base);
  return {
    id: one.id,
    speaker: one.speaker,
    base: one.base,
    baseSpans: one.baseSpans.map((span) => withText(span, base)),
    witnesses: one.witnesses.map((entry: Witness) => {
      const own = textOf(entry.attribution);
      return {
        attribution: entry.attribution,
        spans: entry.spans.map((span) => withText(span, own)),
        baseSpans: entry.baseSpans.map((span) => withText(span, base)),
        form: entry.form,
        fragment: entry.fragment,
        events: entry.events.map((event: Variant) => ({
          kind: event.kind,
          base: withText(event.base, base),
          witness: withText(event.witness, own),
        })),
        verdict: entry.verdict,
        rule: entry.rule,
      };
    }),
  };
}

function note(one: Note): Record<string, unknown> {
  return {
    code: one.code,
    severity: one.severity,
    message: one.message,
    at: one.at
      ? {
          report: one.at.report ?? null,
          origin: one.at.origin ?? null,
          start: one.at.start ?? null,
          end: one.at.end ?? null,
        }
      : null,
  };
}
