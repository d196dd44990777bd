import type { Attribution, Link } from '../model/attribution.js';
import type { Ledger } from '../model/ledger.js';
import type { Note } from '../model/note.js';
import type { Report } from '../model/report.js';
import { type Span, sliceSpan } from '../model/span.js';
import type { Mention, Speaker } from '../model/speaker.js';
import type { Coverage, Disagreement, Evidence, Shift, Stance } from '../model/stance.js';
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
  return {
    ...HEAD,
    ...Object.fromEntries(arraysOf(ledger).map(({ name, rows }) => [name, [...rows]])),
  };
}

/** The wire form as text, two spaces deep, keys always in the same order. */
export function toJson(ledger: Ledger): string {
  return [...jsonOf(ledger)].join('');
}

/**
 * The same text piece by piece, a row each, for whoever writes it out: as a whole a large record would stand in memory
 * three times, as rows, as plain objects and as text.
 */
export function* jsonOf(ledger: Ledger): Generator<string> {
  yield '{';
  let first = true;
  const key = (name: string): string => {
    const lead = first ? '\n' : ',\n';
    first = false;
    return `${lead}  ${JSON.stringify(name)}: `;
  };
  for (const [name, value] of Object.entries(HEAD)) yield key(name) + JSON.stringify(value);
  for (const { name, rows } of arraysOf(ledger)) {
    yield `${key(name)}[`;
    let count = 0;
    for (const row of rows)
      yield `${count++ > 0 ? ',' : ''}\n    ${JSON.stringify(row, null, 2).replaceAll('\n', '\n    ')}`;
    yield count > 0 ? '\n  ]' : ']';
  }
  yield '\n}\n';
}

const HEAD = { format: WIRE_FORMAT, offsets: 'utf-16' } as const;

interface WireArray {
  readonly name: string;
  readonly rows: Iterable<Record<string, unknown>>;
}

function arraysOf(ledger: Ledger): readonly WireArray[] {
  const texts = new Map(ledger.reports.map((one) => [one.id, one.text]));
  const reportOf = new Map(ledger.attributions.map((one) => [one.id, one.report]));
  const textOf = (id: string): string => {
    const text = texts.get(id);
    if (text === undefined)
      throw new RangeError(`a row points at report ${id}, which the ledger does not hold`);
    return text;
  };
  const ofAttribution = (id: string): string => textOf(reportOf.get(id) ?? '');
  const baseOf = new Map(ledger.statements.map(({ id, base }) => [id, base]));
  const ofStatement = (id: string): string => ofAttribution(baseOf.get(id) ?? '');
  return [
    { name: 'reports', rows: each(ledger.reports, report) },
    { name: 'speakers', rows: each(ledger.speakers, (one) => speaker(one, textOf)) },
    { name: 'attributions', rows: each(ledger.attributions, (one) => attribution(one, textOf(one.report))) },
    { name: 'statements', rows: each(ledger.statements, (one) => statement(one, ofAttribution)) },
    { name: 'stances', rows: each(ledger.stances, (one) => stance(one, textOf)) },
    { name: 'disagreements', rows: each(ledger.disagreements, (one) => disagreement(one, textOf)) },
    { name: 'shifts', rows: each(ledger.shifts, (one) => shift(one, textOf)) },
    { name: 'coverage', rows: each(ledger.coverage, (one) => coverage(one, ofStatement)) },
    { name: 'notes', rows: each(ledger.notes, note) },
  ];
}

function* each<Row>(
  rows: readonly Row[],
  wire: (row: Row) => Record<string, unknown>,
): Generator<Record<string, unknown>> {
  for (const row of rows) yield wire(row);
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
    saidOn: one.saidOn
      ? {
          value: one.saidOn.value,
          basis: one.saidOn.basis,
          span: one.saidOn.span ? withText(one.saidOn.span, text) : null,
        }
      : null,
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

function passage({ report, ...span }: Evidence, textOf: (report: string) => string): Record<string, unknown> {
  return { report, ...withText(span, textOf(report)) };
}

function stance(one: Stance, textOf: (report: string) => string): Record<string, unknown> {
  return {
    id: one.id,
    holder: one.holder,
    attribution: one.attribution,
    proposition: one.proposition,
    value: one.value,
    strength: one.strength,
    basis: one.basis,
    confidence: one.confidence,
    path: one.path.map(({ holder, act }) => ({ holder, act })),
    evidence: one.evidence.map((span) => passage(span, textOf)),
  };
}

function disagreement(one: Disagreement, textOf: (report: string) => string): Record<string, unknown> {
  return {
    id: one.id,
    kind: one.kind,
    confidence: one.confidence,
    topic: one.topic,
    accounts: one.accounts.map(({ holder, value, evidence }) => ({
      holder,
      value,
      evidence: evidence.map((span) => passage(span, textOf)),
    })),
  };
}

function shift(one: Shift, textOf: (report: string) => string): Record<string, unknown> {
  return {
    id: one.id,
    kind: one.kind,
    holder: one.holder,
    confidence: one.confidence,
    topic: one.topic,
    before: one.before,
    after: one.after,
    saidOn: one.saidOn,
    told: one.told.map((span) => passage(span, textOf)),
  };
}

function coverage(one: Coverage, baseTextOf: (statement: string) => string): Record<string, unknown> {
  return {
    statement: one.statement,
    report: one.report,
    cell: one.cell,
    voice: one.voice,
    cut: one.cut.map((span) => withText(span, baseTextOf(one.statement))),
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
