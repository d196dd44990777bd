import { attribute } from './attribute/attribute.js';
import { collate } from './collate/collate.js';
import { positionsOf } from './compare/positions.js';
import { timeExpressions } from './date/expressions.js';
import { monthFirstIn } from './date/order.js';
import { saidOnOf } from './date/said-on.js';
import { type Identified, identifyAcross, identifyWithin } from './identify/identify.js';
import { buildLedger, withSigla } from './ledger/build.js';
import type { Attribution, CueKind } from './model/attribution.js';
import type { Check, CheckedQuotation, Waiver } from './model/check.js';
import type { Correction } from './model/correction.js';
import { append } from './model/grouped.js';
import type { Ledger } from './model/ledger.js';
import type { Note } from './model/note.js';
import type { Report } from './model/report.js';
import { segment } from './segment/segment.js';
import { Finder } from './verify/finder.js';
import { DEFAULT_POLICY, type Policy } from './verify/policy.js';
import { askedIn, checked, checkIds, isNamedFor, speechIn, type Verifiable } from './verify/verify.js';
import { waived } from './verify/waivers.js';
import { sentenceRound } from './wording/context.js';
import type { Place } from './wording/locate.js';

/** Which attributions a record keeps, and what is corrected in it. */
export interface Chosen {
  /** Attributions that are less sure than this, 0 to 1, are left out. */
  readonly minConfidence?: number;
  /** Only attributions whose cue tells of one of these kinds of act; all where it is left out. */
  readonly kinds?: readonly CueKind[];
  /** What a person knows better about the speakers. */
  readonly corrections?: readonly Correction[];
}

/**
 * The whole flow, from reports of one story to its ledger. Pure: the order of the reports changes nothing, and the
 * same reports give the same ledger to the byte.
 *
 * The first half looks at one report at a time and depends on nothing else; the second looks across them.
 */
export function compare(
  given: readonly Report[],
  readingNotes: readonly Note[] = [],
  chosen: Chosen = {},
): Ledger {
  const { reports, notes: doubles } = distinct(given);
  const read = withSigla(reports).map(readThrough);
  const { value: all, notes: unresolved } = identifyAcross(
    read.map(({ local }) => local),
    chosen.corrections,
  );
  const identified = keep(all, chosen);
  const byReport = grouped(identified.attributions);
  const dated = read.map((one) => datedIn(one, byReport.get(one.report.id) ?? []));
  const statements = collate(dated, identified.speakers);
  const { notes: compared, ...positions } = positionsOf(dated, identified.speakers, statements);
  return buildLedger({
    reports: read.map(({ report }) => report),
    attributions: dated.flatMap(({ attributions }) => attributions),
    speakers: identified.speakers,
    statements,
    positions,
    notes: [
      ...readingNotes,
      ...doubles,
      ...read.flatMap(({ notes }) => notes),
      ...dated.flatMap(({ notes }) => notes),
      ...compared,
      ...unresolved,
    ],
  });
}

/** A report’s temporal expressions, and its attributions with the time of saying. */
function datedIn({ report, segmentation }: ReturnType<typeof readThrough>, given: readonly Attribution[]) {
  const { published } = report;
  const { value: times, notes } = timeExpressions(report.text, {
    published,
    monthFirst: monthFirstIn(report),
    report: report.id,
  });
  const said = saidOnOf({ report, segmentation, attributions: given, times });
  const attributions = given.map((one) => {
    const saidOn = said.get(one.id);
    return saidOn ? { ...one, saidOn } : one;
  });
  return { report, segmentation, attributions, times, notes };
}

/** How a draft is to be checked. */
export interface Checking {
  /** What counts as a fault; `ap` by default. */
  readonly policy?: Policy;
  readonly corrections?: readonly Correction[];
  readonly waivers?: readonly Waiver[];
  /** Where the lines of the draft's decoded original begin. */
  readonly lines?: readonly number[] | null;
}

/**
 * Checks every quotation of a draft against sources. The sources are indexed whole and only those that hold words of
 * the draft are read through. Pure; the order of the sources changes the order of equally good passages alone.
 *
 * @param readingNotes what `gather` found odd
 */
export function verifyQuotes(
  draft: Report,
  given: readonly Report[],
  readingNotes: readonly Note[] = [],
  { policy = DEFAULT_POLICY, corrections = [], waivers = [], lines = null }: Checking = {},
): Check {
  const { reports: sources, notes: doubles } = distinct(given);
  const finder = new Finder(sources);
  const own = readThrough(draft);
  const alone = identifyAcross([own.local]).value;
  const { asked, passed } = askedIn({ ...own, attributions: alone.attributions });
  const names = new Map(alone.speakers.map(({ id, name }) => [id, name]));
  const found = asked.map(({ wording, attribution }) => {
    const places = finder.places(wording, { lesser: true });
    // Set phrases stand in many places: those of the speaker's own texts come first.
    const speaker = names.get(attribution?.speaker ?? '');
    const admits = (text: number) => isNamedFor(sources[text] as Report, speaker as string);
    if (!speaker || places.length < 2 || !sources.some((_, text) => admits(text))) return places;
    const own = finder.places(wording, { lesser: true, admits });
    return [...own, ...places.filter(({ text }) => !own.some((one) => one.text === text))];
  });
  const hit = new Set(found.flatMap((places) => places.map(({ text }) => text)));
  const read = new Map(
    [...hit].sort((a, b) => a - b).map((number) => [number, readThrough(sources[number] as Report)]),
  );
  const { value: identified, notes: unresolved } = identifyAcross(
    [own.local, ...[...read.values()].map(({ local }) => local)],
    corrections,
    own.local,
  );
  const byReport = grouped(identified.attributions);
  const speakers = new Map(identified.speakers.map((speaker) => [speaker.id, speaker]));
  const verifiable = (one: ReturnType<typeof readThrough>): Verifiable => {
    const read = datedIn(one, byReport.get(one.report.id) ?? []);
    return { ...read, speech: speechIn(read) };
  };
  const whole = verifiable(own);
  const byId = new Map(whole.attributions.map((attribution) => [attribution.id, attribution]));
  const heard = new Map([...read].map(([number, one]) => [number, verifiable(one)]));
  const ids = checkIds(asked);
  const quotations = asked.map((one, i): CheckedQuotation => {
    const attribution = one.attribution && (byId.get(one.attribution.id) ?? one.attribution);
    const result = checked({
      asked: { ...one, attribution },
      found: (found[i] as readonly Place[]).map((place) => {
        const source = heard.get(place.text) as Verifiable;
        const context = sentenceRound(one.wording, own.segmentation);
        return {
          found: finder.rendering(place, one.wording, context, source.speech ?? undefined),
          source,
        };
      }),
      draft: whole,
      speakers,
      policy,
    });
    const id = ids[i] as string;
    return { id, ...result, waived: null };
  });
  const { quotations: judged, notes: unused } = waived(quotations, waivers, draft);
  return {
    draft,
    sources,
    policy: policy.name,
    quotations: judged,
    passed,
    lines,
    notes: [
      ...readingNotes,
      ...doubles,
      ...own.notes.filter(({ code }) => code !== 'quotation-unattributed'),
      ...unresolved.filter(({ code }) => code === 'correction-unused'),
      ...unused,
    ],
  };
}

function readThrough(report: Report) {
  const { value: segmentation, notes: odd } = segment(report);
  const { value: findings, notes: loose } = attribute(report, segmentation);
  return {
    report,
    segmentation,
    local: identifyWithin({ report, segmentation, findings }),
    notes: [...odd, ...loose],
  };
}

/** The attributions that were asked for, and the speakers whom they have. */
function keep(all: Identified, { minConfidence = 0, kinds }: Chosen): Identified {
  if (minConfidence <= 0 && !kinds) return all;
  const attributions = all.attributions.filter(
    ({ confidence, kind }) => confidence >= minConfidence && (kinds === undefined || kinds.includes(kind)),
  );
  const heard = new Set(
    attributions.flatMap(({ speaker, candidates }) => [speaker, ...candidates.map((one) => one.speaker)]),
  );
  return { attributions, speakers: all.speakers.filter(({ id }) => heard.has(id)) };
}

/** A file that was given twice counts once. */
function distinct(reports: readonly Report[]): { reports: readonly Report[]; notes: readonly Note[] } {
  const byId = new Map<string, Report>();
  const notes: Note[] = [];
  for (const report of reports) {
    if (byId.has(report.id))
      notes.push({
        code: 'duplicate-report',
        severity: 'info',
        message: 'this was given twice and is counted once',
        at: { report: report.id, origin: report.origin },
      });
    else byId.set(report.id, report);
  }
  return { reports: [...byId.values()], notes };
}

function grouped<T extends { readonly report: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) append(groups, row.report, row);
  return groups;
}
