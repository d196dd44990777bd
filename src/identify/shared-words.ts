import { GIVEN_NAMES } from '../lexicon/en/given-names.js';
import type { Finding } from '../model/attribution.js';
import { append } from '../model/grouped.js';
import { compareContent, compareText } from '../model/order.js';
import type { Speaker } from '../model/speaker.js';
import { consonants, fold } from './cast.js';
import { type Assigned, mergeInto } from './corrections.js';
import type { LocalCast } from './identify.js';

/** Words in a row that two people do not say by chance; two unnamed sources of one role in one word fewer. */
const RUN = 7;
const RUN_OF_ROLE = 6;
/** So many runs are shared, or all there are: a set phrase makes fewer. */
const RUNS = 3;
/** Confidence from which an attribution to somebody named settles others. */
const SURE = 0.6;

/** Times as often as another of their surname somebody is mentioned whom a bare surname means in spite of the report. */
const FAR_MORE = 3;

/** Findings of a report that have one speaker because each goes on from the one before. */
interface Thread {
  readonly local: LocalCast;
  /** The first is what the others go on from. */
  readonly findings: readonly number[];
  speaker: string | null;
  readonly named: boolean;
  /** Named by a surname alone, which may be another’s of that surname. */
  readonly bare: boolean;
  /** Runs of words that no other speaker of the report is quoted with. */
  readonly runs: ReadonlySet<string>;
}

/**
 * One saying has one speaker. Where a report quotes as `he`, `the lawyer` or without a source what another one quotes in
 * the same words from somebody named, that one said it; for `he` and for a quotation without a source only if the report
 * names them too. A surname alone is whoever of that surname others name in full for the words, if the story speaks of
 * them far more. Unnamed sources of one role who say the same words in several reports are one, by the first report’s
 * words for them. Whoever a report itself names otherwise stays the speaker.
 *
 * @param assigned the speakers, changed in place; an unnamed one who turns out to be another is merged into it
 * @param apart a text that is to be checked against the others: what they say settles nothing in it
 */
export function settleByWords(
  locals: readonly LocalCast[],
  assigned: Assigned,
  apart: LocalCast | null,
): void {
  const { speakers, speakerOf } = assigned;
  const ordered = locals
    .filter((local) => local !== apart)
    .sort((a, b) => compareContent(a.report, b.report));
  const threads = ordered.flatMap((local) => threadsOf(local, speakerOf.get(local) ?? [], speakers));
  const give = (thread: Thread, speaker: string) => {
    thread.speaker = speaker;
    for (const index of thread.findings) (speakerOf.get(thread.local) as (string | null)[])[index] = speaker;
  };
  const inFull = holdersOf(threads.filter(({ named, bare }) => named && !bare));
  for (const thread of threads) {
    if (!thread.bare) continue;
    const [one, ...others] = namedWith(thread, inFull);
    if (one !== undefined && others.length === 0 && isFarMoreNamed(thread.speaker, one, speakers))
      give(thread, one);
  }
  const holders = holdersOf(threads.filter(({ named }) => named));
  const same = sameRole(ordered, speakerOf, speakers);
  for (const [id, other] of sameSurname(threads, holders, speakers)) same.set(id, other);
  const unnamed = new Map<string, string[]>();
  for (const thread of threads) {
    if (thread.named) continue;
    const told = [...new Set(namedWith(thread, holders).map((id) => same.get(id) ?? id))];
    const own = speakers.get(thread.speaker ?? '');
    const [one] = told;
    if (own?.kind === 'unnamed') for (const id of told) append(unnamed, own.id, id);
    else if (one !== undefined && told.length === 1 && mayBe(thread, one, speakers)) give(thread, one);
  }
  for (const [id, told] of unnamed) {
    const [one, ...others] = new Set(told);
    if (one !== undefined && others.length === 0 && isOneOrMany(id, one, speakers)) same.set(id, one);
  }
  mergeInto(assigned, same);
}

function holdersOf(threads: readonly Thread[]): ReadonlyMap<string, readonly Thread[]> {
  const holders = new Map<string, Thread[]>();
  for (const thread of threads) for (const run of thread.runs) append(holders, run, thread);
  return holders;
}

function threadsOf(
  local: LocalCast,
  own: readonly (string | null)[],
  speakers: ReadonlyMap<string, Speaker>,
): readonly Thread[] {
  const { report, findings } = local;
  const members = new Map<number, number[]>();
  findings.forEach((_, i) => {
    let root = i;
    while (findings[root]?.by === 'continuation' && findings[root]?.from !== undefined)
      root = findings[root]?.from as number;
    append(members, root, i);
  });
  // Words inside a quotation inside a quotation are the inner one’s as well: they tell of neither.
  const sayers = new Map<string, Set<string | null>>();
  const runs = findings.map(({ quoted }, i) => {
    const found = quoted.flatMap(({ start, end }) => runsIn(report.text.slice(start, end), RUN));
    for (const run of found) sayers.set(run, (sayers.get(run) ?? new Set()).add(own[i] ?? null));
    return found;
  });
  return [...members].map(([root, indices]) => {
    const speaker = own[root] ?? null;
    const opening = findings[root] as Finding;
    const { by, confidence } = opening;
    const kind = speakers.get(speaker ?? '')?.kind;
    return {
      local,
      findings: indices,
      speaker,
      bare: by === 'name' && isOneWord(report.text, opening),
      named:
        (by === 'label' || (by === 'name' && confidence >= SURE)) && kind !== undefined && kind !== 'unnamed',
      runs: new Set(
        indices.flatMap((i) => (runs[i] ?? []).filter((run) => (sayers.get(run) as Set<unknown>).size === 1)),
      ),
    };
  });
}

/** `Ruiz`, `Mr. Ruiz`: of a name one word. */
function isOneWord(text: string, { source, head }: Finding): boolean {
  const at = head ?? source;
  return at !== undefined && /^(?:M(?:r|rs|s)\.? )?\p{Lu}[\p{L}’'-]+$/u.test(text.slice(at.start, at.end));
}

/** Whether a bare surname may be another’s: of the same one, and of whom the story speaks far more. */
function isFarMoreNamed(a: string | null, b: string, speakers: ReadonlyMap<string, Speaker>): boolean {
  const [one, other] = [speakers.get(a ?? ''), speakers.get(b)];
  return (
    one?.kind === 'person' &&
    other?.kind === 'person' &&
    surnameOf(one) === surnameOf(other) &&
    other.mentions.length >= FAR_MORE * one.mentions.length
  );
}

/** `Donald Trump Jr.` and `Donald Trump` have one. */
const surnameOf = (speaker: Speaker): string => fold(partsOf(speaker).words.at(-1) ?? '');

/** A name’s words, and what tells father and son apart. */
function partsOf({ name }: Speaker): { readonly words: readonly string[]; readonly suffix: string } {
  const words = name.split(' ');
  return {
    words: words.filter((word) => !SUFFIX.test(word)),
    suffix: words.find((word) => SUFFIX.test(word)) ?? '',
  };
}

/** The speakers whom other reports name for enough of a thread’s words. */
function namedWith(
  { runs, local }: Thread,
  holders: ReadonlyMap<string, readonly Thread[]>,
): readonly string[] {
  const shared = new Map<string, number>();
  for (const run of runs) {
    const speakers = new Set<string>();
    for (const { local: other, speaker } of holders.get(run) ?? [])
      if (other !== local && speaker !== null) speakers.add(speaker);
    for (const speaker of speakers) shared.set(speaker, (shared.get(speaker) ?? 0) + 1);
  }
  const least = Math.min(RUNS, runs.size);
  return [...shared].filter(([, count]) => count >= least).map(([speaker]) => speaker);
}

/** Whether a thread's source may be somebody: `he` and no source if the report names them, a role that has no name. */
function mayBe({ local, findings }: Thread, id: string, speakers: ReadonlyMap<string, Speaker>): boolean {
  const { by, source } = local.findings[findings[0] as number] as Finding;
  const words = source ? local.report.text.slice(source.start, source.end) : '';
  const surname = speakers.get(id)?.name.split(' ').at(-1) ?? '';
  if (by === 'name' || (by === 'role' && /\s\p{Lu}/u.test(words) && !words.includes(surname))) return false;
  const mentions = speakers.get(id)?.mentions.filter(({ report }) => report === local.report.id) ?? [];
  const character = local.cast.find(({ names }) =>
    names.some(({ start }) => mentions.some((mention) => mention.start === start)),
  );
  if (!character) return false;
  const gender = /^he$/i.test(words) ? 'male' : /^she$/i.test(words) ? 'female' : null;
  return (
    gender === null ||
    (character.kind === 'person' && (character.gender === null || character.gender === gender))
  );
}

/**
 * Persons of one surname and of given names that may be one (`Dmitri`, `Dmitry S.`, a word that is no given name) to
 * whom reports give the same words: the one who is named less → the other.
 */
function sameSurname(
  threads: readonly Thread[],
  holders: ReadonlyMap<string, readonly Thread[]>,
  speakers: ReadonlyMap<string, Speaker>,
): ReadonlyMap<string, string> {
  const same = new Map<string, string>();
  for (const thread of threads) {
    if (!thread.named) continue;
    for (const other of namedWith(thread, holders)) {
      const [a, b] = [speakers.get(thread.speaker as string), speakers.get(other)];
      if (!a || !b || a === b || !mayBeOneName(a, b)) continue;
      const [more, less] = [a, b].sort(
        (x, y) =>
          y.mentions.length - x.mentions.length || compareText(x.name, y.name) || compareText(x.id, y.id),
      ) as [Speaker, Speaker];
      if (!same.has(less.id) && !leadsTo(same, more.id, less.id)) same.set(less.id, more.id);
    }
  }
  return same;
}

function mayBeOneName(a: Speaker, b: Speaker): boolean {
  if (a.kind !== 'person' || b.kind !== 'person') return false;
  const [{ words: one, suffix }, { words: other, suffix: another }] = [partsOf(a), partsOf(b)];
  if (suffix !== another) return false;
  if (consonants(surnameOf(a)) !== consonants(surnameOf(b))) return false;
  if (one.length === 1 || other.length === 1) return true;
  const [given, also] = [one[0] as string, other[0] as string];
  return (
    consonants(fold(given)) === consonants(fold(also)) ||
    !GIVEN_NAMES.has(given.toLowerCase()) ||
    !GIVEN_NAMES.has(also.toLowerCase())
  );
}

const SUFFIX = /^(?:Jr|Sr|I{2,3}|IV)\.?$/;

/** `officials` are no single person. */
function isOneOrMany(unnamed: string, other: string, speakers: ReadonlyMap<string, Speaker>): boolean {
  return !/s$/.test(speakers.get(unnamed)?.name ?? '') || speakers.get(other)?.kind !== 'person';
}

/** Unnamed sources of several reports that are one: later id → the id that the first report gives. */
function sameRole(
  ordered: readonly LocalCast[],
  speakerOf: ReadonlyMap<LocalCast, readonly (string | null)[]>,
  speakers: ReadonlyMap<string, Speaker>,
): Map<string, string> {
  const firstOf = new Map<string, string>();
  const same = new Map<string, string>();
  for (const local of ordered)
    local.findings.forEach(({ quoted }, i) => {
      const referent = local.referents[i];
      const id = speakerOf.get(local)?.[i] ?? null;
      if (referent?.kind !== 'described' || !referent.wanted || id === null) return;
      if (speakers.get(id)?.kind !== 'unnamed') return;
      for (const { start, end } of quoted)
        for (const run of runsIn(local.report.text.slice(start, end), RUN_OF_ROLE)) {
          const key = `${referent.wanted.head} ${run}`;
          const first: string = firstOf.get(key) ?? id;
          firstOf.set(key, first);
          if (first !== id && !same.has(id) && !leadsTo(same, first, id)) same.set(id, first);
        }
    });
  return same;
}

function leadsTo(same: ReadonlyMap<string, string>, from: string, to: string): boolean {
  for (let at: string | undefined = from; at !== undefined; at = same.get(at)) if (at === to) return true;
  return false;
}

function runsIn(text: string, length: number): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' '));
}
