import { EVOLVING } from '../lexicon/en/verbs.js';
import { daysApart } from '../model/calendar.js';
import { append } from '../model/grouped.js';
import { contentId } from '../model/id.js';
import type { Report } from '../model/report.js';
import { overlaps, type Span } from '../model/span.js';
import { type Account, type Disagreement, type DisagreementKind, isCertain } from '../model/stance.js';
import type { Statement, Witness } from '../model/statement.js';
import type { Bound, Claim } from './claim.js';
import type { Read } from './claims.js';
import { negatedAlike, type Told } from './negated.js';
import type { References } from './references.js';
import { blockOf, isLight, sameThing } from './same.js';

/** Below this confidence nothing is said. */
const POSSIBLE = 0.7;
/** The same words given with another sense: told by the edits alone, so as sure as they are. */
const RENDERED = 0.95;
/** So few words that they may be another saying, or a base that is itself only what one report quotes. */
const RENDERED_IN_PART = 0.85;
/** Changes of a word that turn the sense, whoever has it right. */
const TURNED: ReadonlySet<string> = new Set(['negator-changed', 'number-changed', 'unit-changed']);
/** Exact figures of the same thing that two tell, with everybody in it named. */
const COUNTED = 0.85;

/**
 * Accounts of different reports that cannot all hold: one denies what another asserts, or their exact figures of it
 * differ. Both are told at the same level (the same speaker's words, or the outlets' own) and of the same day. What
 * different speakers dispute is no disagreement of accounts, nor is what a report leaves out.
 *
 * @param records attributions that are turns of a transcript
 */
export function disagreementsOf(
  claims: readonly Claim[],
  statements: readonly Statement[],
  reports: ReadonlyMap<string, Report>,
  reportOf: ReadonlyMap<string, string>,
  records: ReadonlySet<string>,
  references: References,
): readonly Disagreement[] {
  const found: Disagreement[] = [...renderings(statements, reports, reportOf, records)];
  const blocks = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (!isComparable(claim)) continue;
    append(blocks, blockOf(claim), claim);
  }
  for (const block of blocks.values()) {
    found.push(...contradictions(block, reports, references), ...figures(block, reports));
  }
  return found;
}

/** Read to its end, about known things, told as a fact and as said, and saying enough. */
export function isComparable({ factual, whole, predicate, basis }: Claim): boolean {
  return factual && whole && basis !== 'outlet' && !isLight(predicate);
}

/** The same words with a negation and without. */
const NEGATED = 0.94;

/** Where one report has somebody say, or says itself, what another one does in the same words but for a negation. */
export function negations(reads: readonly Read[]): readonly Disagreement[] {
  const texts = new Map(reads.map(({ report }) => [report.id, report.text]));
  return negatedAlike(reads).flatMap((group): readonly Disagreement[] => {
    const found: Disagreement[] = [];
    for (const one of group.filter(({ negated }) => negated)) {
      const other = group.find(
        (asserted) =>
          !asserted.negated &&
          asserted.report !== one.report &&
          (daysApart(one.day, asserted.day) ?? Number.POSITIVE_INFINITY) <= (one.holder === null ? 1 : 0),
      );
      if (!other) continue;
      const topic = clipped((texts.get(other.report) as string).slice(other.start, other.end));
      const account = ({ holder, report, start, end }: Told, value: string): Account => ({
        holder,
        value,
        evidence: [{ report, start, end }],
      });
      found.push(made('contradiction', NEGATED, topic, [account(one, 'deny'), account(other, 'assert')]));
    }
    return found;
  });
}

/** Speaker’s words are set beside the same speaker’s, the outlet’s own beside another outlet’s. */
function comparable(a: Claim, b: Claim, reports: ReadonlyMap<string, Report>): boolean {
  if (a.report === b.report) return false;
  if ((a.attribution === null) !== (b.attribution === null)) return false;
  if (a.attribution) {
    if (a.holder === null || a.holder !== b.holder || !a.saidOn || !b.saidOn) return false;
    return daysApart(a.saidOn.value, b.saidOn.value) === 0;
  }
  const apart = daysApart(reports.get(a.report)?.published, reports.get(b.report)?.published);
  return apart !== null && apart <= 1;
}

function contradictions(
  block: readonly Claim[],
  reports: ReadonlyMap<string, Report>,
  references: References,
): readonly Disagreement[] {
  const denied = block.filter(({ value }) => value === 'deny').slice(0, MOST_ALIKE);
  const asserted = block.filter(({ value }) => value === 'assert').slice(0, MOST_ALIKE);
  if (denied.length === 0 || asserted.length === 0) return [];
  const found: Disagreement[] = [];
  for (const one of denied) {
    for (const other of asserted) {
      if (!comparable(one, other, reports)) continue;
      const confidence = sameThing(one, other);
      if (confidence !== null && confidence >= POSSIBLE)
        found.push(
          made('contradiction', confidence, topicOf(one, references), [
            account(one, 'deny'),
            account(other, 'assert'),
          ]),
        );
    }
  }
  return found;
}

/** Claims of one kind about the same thing that are set beside each other; more of them tell nothing new. */
const MOST_ALIKE = 50;

/** Words that make a number one of several: `three other women`, `two more`. */
const FURTHER = /^(?:other|more|another|additional|further|last|first|next|new|extra|remaining|least|most)$/;

function figures(block: readonly Claim[], reports: ReadonlyMap<string, Report>): readonly Disagreement[] {
  const counted = block
    .filter(({ value, arguments: bound }) => value === 'assert' && bound.some((one) => isExact(one)))
    .slice(0, MOST_ALIKE);
  if (counted.length < 2) return [];
  const found: Disagreement[] = [];
  for (let i = 0; i < counted.length; i++)
    for (let k = i + 1; k < counted.length; k++) {
      const [one, other] = [counted[i] as Claim, counted[k] as Claim];
      if (!comparable(one, other, reports)) continue;
      const pair = pairOf(one, other);
      if (!pair) continue;
      const [a, b] = pair;
      found.push(
        made('figure', COUNTED, `how many: ${a.phrase.words.join(' ')}`, [
          account(one, String(a.phrase.count?.value)),
          account(other, String(b.phrase.count?.value)),
        ]),
      );
    }
  return found;
}

function isExact({ phrase: { count, head, text } }: Bound): boolean {
  return (
    count !== null &&
    !count.loose &&
    !EVOLVING.has(head) &&
    !text
      .toLowerCase()
      .split(/\s+/)
      .some((word) => FURTHER.test(word))
  );
}

/** The two counted phrases of the same thing whose numbers differ, everything else being the same. */
function pairOf(one: Claim, other: Claim): readonly [Bound, Bound] | null {
  const [a] = one.arguments.filter(isExact);
  const [b] = other.arguments.filter(isExact);
  if (!a || !b || a.role !== b.role || a.phrase.words.join(' ') !== b.phrase.words.join(' ')) return null;
  if (a.phrase.count?.value === b.phrase.count?.value) return null;
  const rest = (claim: Claim, without: Bound) =>
    claim.arguments
      .filter((bound) => bound !== without)
      .map(({ role, referents }) => `${role} ${referents.map(({ key }) => key).join(',')}`)
      .sort();
  const [left, right] = [rest(one, a), rest(other, b)];
  if (left.join(';') !== right.join(';') || left.length === 0) return null;
  return one.arguments.some((bound) => bound !== a && bound.referents.some(({ definite }) => definite))
    ? [a, b]
    : null;
}

/**
 * Where reports give a speaker’s words with another sense than the base: one disagreement for each place in the base
 * and way of turning it, with every report that does so.
 */
function renderings(
  statements: readonly Statement[],
  reports: ReadonlyMap<string, Report>,
  reportOf: ReadonlyMap<string, string>,
  records: ReadonlySet<string>,
): readonly Disagreement[] {
  const found: Disagreement[] = [];
  for (const { base, speaker, witnesses } of statements) {
    const own = reportOf.get(base) as string;
    const places = new Map<string, Witness[]>();
    for (const witness of witnesses) {
      if (witness.verdict !== 'meaning-at-risk' || reportOf.get(witness.attribution) === own) continue;
      const turned = witness.events.filter(
        ({ kind }) => kind === 'boundary' || kind === 'clause' || kind === 'negator' || kind === 'number',
      );
      const at = turned.map(({ kind, base: { start, end } }) => `${kind} ${start} ${end}`).join();
      append(places, `${witness.rule} ${isSure(witness, records.has(base))} ${at}`, witness);
    }
    for (const alike of places.values()) {
      const first = alike[0] as Witness;
      const said = hullOf([...first.baseSpans, ...first.events.map(({ base: at }) => at)]);
      const text = reports.get(own)?.text ?? '';
      found.push(
        made(
          'rendering',
          isSure(first, records.has(base)) ? RENDERED : RENDERED_IN_PART,
          clipped(text.slice(said.start, said.end)),
          [
            { holder: speaker, value: 'as said', evidence: [{ report: own, ...said }] },
            ...alike.map(
              ({ attribution, spans }): Account => ({
                holder: speaker,
                value: 'as given',
                evidence: [{ report: reportOf.get(attribution) as string, ...hullOf(spans) }],
              }),
            ),
          ],
        ),
      );
    }
  }
  return found;
}

function hullOf(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/**
 * Whether the sense surely differs: a record has the words, or a word that turns them was changed in the midst of others.
 * Of two reports that quote differently long stretches the shorter one is not said to have cut.
 */
function isSure({ fragment, form, rule }: Witness, record: boolean): boolean {
  return !fragment && form !== 'paraphrase' && (record || TURNED.has(rule));
}

function account(claim: Claim, value: string): Account {
  return {
    holder: claim.attribution ? claim.holder : null,
    value,
    evidence: [{ report: claim.report, ...claim.span }],
  };
}

function made(
  kind: DisagreementKind,
  confidence: number,
  topic: string,
  accounts: readonly Account[],
): Disagreement {
  const rounded = Math.round(confidence * 100) / 100;
  const ordered = [...accounts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const told = !isCertain(rounded) ? 'tension' : kind;
  return {
    id: contentId('d', kind, ...ordered.map(keyOf)),
    kind: told,
    confidence: rounded,
    topic,
    accounts: kind === 'rendering' ? accounts : ordered,
  };
}

const keyOf = ({ value, evidence }: Account): string =>
  evidence.map(({ report, start, end }) => `${report} ${start} ${end} ${value}`).join();

/** `Donald Trump, Vladimir Putin: talk, about North Korea`. */
export function topicOf(claim: Claim, references: References): string {
  const named = (role: string) =>
    [
      ...new Set(
        claim.arguments
          .filter((one) => one.role === role)
          .flatMap(({ referents }) => referents.map(({ key }) => references.nameOf(key))),
      ),
    ].join(', ');
  const who = named('with') || named('subject');
  const rest = claim.arguments
    .filter(({ role }) => role !== 'with' && role !== 'subject' && role !== 'during')
    .map(
      ({ role, referents, phrase }) =>
        `${role === 'object' ? '' : `${role} `}${referents.map(({ key }) => references.nameOf(key)).join(', ') || phrase.text}`,
    );
  return `${who}${who ? ': ' : ''}${claim.predicate}${rest.length > 0 ? ` ${[...new Set(rest)].join(', ')}` : ''}`;
}

function clipped(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 120 ? `${flat.slice(0, 119)}…` : flat;
}

/** Every passage of one overlaps one of the other's. */
function restsOn(one: Disagreement, other: Disagreement): boolean {
  const theirs = other.accounts.flatMap(({ evidence }) => evidence);
  return one.accounts.every(({ evidence }) =>
    evidence.every((own) => theirs.some((part) => part.report === own.report && overlaps(own, part))),
  );
}

/** Each once; of those that rest on the same passages the first. */
export function distinct(all: readonly Disagreement[]): readonly Disagreement[] {
  const found: Disagreement[] = [];
  const byReports = new Map<string, Disagreement[]>();
  for (const one of all) {
    const key = one.accounts
      .map(({ evidence }) => evidence[0]?.report)
      .sort()
      .join();
    const same = byReports.get(key) ?? [];
    if (same.some((other) => restsOn(one, other))) continue;
    append(byReports, key, one);
    found.push(one);
  }
  return found;
}
