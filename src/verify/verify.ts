import { isKnownWord } from '../learned/words/known.js';
import { BODY_NOUNS } from '../lexicon/en/roles.js';
import type { Attribution } from '../model/attribution.js';
import { daysApart } from '../model/calendar.js';
import type { CheckedQuotation, CheckVerdict, Passage, Presented, SpeakerMatch } from '../model/check.js';
import { contentId } from '../model/id.js';
import type { Report } from '../model/report.js';
import type { Segmentation } from '../model/segmentation.js';
import { bySpan, covers, lastStartingBy, overlaps, type Span } from '../model/span.js';
import type { Speaker } from '../model/speaker.js';
import { FRAGMENT, runsOf } from '../wording/runs.js';
import type { Wording } from '../wording/wording.js';
import { wordsIn } from '../wording/words.js';
import { differenceOf } from './difference.js';
import type { Found } from './finder.js';
import type { Policy } from './policy.js';
import { presentationOf } from './presentation.js';

/** A report with what was found in it. */
export interface Verifiable {
  readonly report: Report;
  readonly segmentation: Segmentation;
  readonly attributions: readonly Attribution[];
  /** What of it is speech: {@link speechIn}. */
  readonly speech: readonly Span[] | null;
}

/** A quotation of a draft that asks to be checked. */
export interface Asked {
  readonly wording: Wording;
  /** Who is cited for it; null where the draft does not say. */
  readonly attribution: Attribution | null;
}

/** Passages that are shown besides the one that decided. */
const ALTERNATES = 4;

/** A quotation of which fewer words than this are English is in another language than the sources. */
const ENGLISH = 0.4;

/**
 * The quotations of a draft in reading order: those with a speaker, and those of five words and more without one.
 * `passed` counts the others: titles, scare quotes.
 */
export function askedIn({ report, segmentation, attributions }: Omit<Verifiable, 'speech'>): {
  readonly asked: readonly Asked[];
  readonly passed: number;
} {
  const runs = runsOf(report, attributions);
  const quoted = runs.flatMap(({ spans }) => spans).sort(bySpan);
  // Spans overlap only where one stands inside another, and few do: the last few that begin before are enough.
  const isQuoted = (span: Span, wider: boolean) => {
    for (let i = lastStartingBy(quoted, span.end - 1), tries = 0; i >= 0 && tries < NESTED; i--, tries++) {
      const other = quoted[i] as Span;
      const longer = other.end - other.start > span.end - span.start;
      if (wider ? longer && covers(other, span) : overlaps(other, span)) return true;
    }
    return false;
  };
  const outer = runs.filter((run) => !run.spans.every((span) => isQuoted(span, true)));
  const asked: Asked[] = [];
  const seen = new Set<number>();
  for (const run of outer) {
    const start = (run.spans[0] as Span).start;
    if (seen.has(start)) continue;
    seen.add(start);
    asked.push({ wording: { ...run, record: false }, attribution: run.attribution });
  }
  let passed = 0;
  for (const { inner, depth } of segmentation.quotations) {
    if (depth > 0 || isQuoted(inner, false)) continue;
    const words = wordsIn(report.text, inner);
    if (words.length < FRAGMENT || isTitled(words)) passed++;
    else
      asked.push({
        wording: { textId: report.id, text: report.text, spans: [inner], words, record: false },
        attribution: null,
      });
  }
  asked.sort((a, b) => startOf(a) - startOf(b));
  return { asked, passed };
}

const startOf = ({ wording }: Asked): number => (wording.spans[0] as Span).start;

/** Quotations inside each other that are looked at. */
const NESTED = 24;

/** `“The Long Way Home From Salt Harbour”`: the title of a work. */
const isTitled = (words: Wording['words']): boolean =>
  words.filter(({ norm }) => norm.length > 3).every(({ capital }) => capital);

/** What the sources say to one quotation. */
export function checked(of: {
  readonly asked: Asked;
  /** The places where the words stand, the best first, each with the source as it was read. */
  readonly found: readonly { readonly found: Found; readonly source: Verifiable }[];
  readonly draft: Verifiable;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly policy: Policy;
}): Omit<CheckedQuotation, 'id' | 'waived'> {
  const { asked, draft, speakers, policy } = of;
  const { wording } = asked;
  const fragment = wording.words.length < FRAGMENT;
  const told = asked.attribution?.speaker;
  const base = {
    spans: wording.spans,
    speaker: (told && speakers.get(told)?.name) ?? null,
    fragment,
  };
  const passages = of.found
    .map(({ found, source }) => ({ found: fragment ? asFragment(found) : found, source }))
    .filter(({ found }) => !fragment || (found.share > 0.999 && found.events.length === 0))
    .map(({ found, source }) => passageOf(found, source, asked, draft, speakers, policy))
    // Much reworded, and another's: somebody else's words, not these.
    .filter((one) => !((one.form === 'paraphrase' || fragment) && one.match === 'other'));
  const best = chosen(
    passages,
    of.found.map(({ source }) => source.report),
    base.speaker,
    asked.attribution?.saidOn?.basis === 'told' ? asked.attribution.saidOn.value : null,
  );
  if (best?.verdict === 'not-found')
    return { ...base, verdict: 'not-found', rule: best.rule, passage: null, alternates: [best] };
  if (!best) {
    const rule = whyNotFound(asked, fragment);
    const verdict: CheckVerdict = rule === 'not-located' ? 'not-found' : 'not-checkable';
    return { ...base, verdict, rule, passage: null, alternates: [] };
  }
  const alternates = passages.filter((one) => one !== best).slice(0, ALTERNATES);
  return { ...base, verdict: best.verdict, rule: best.rule, passage: best, alternates };
}

/** A word or two are given beside the reporter's own, which say what the sentence said: there is no cut to tell of. */
const asFragment = (found: Found): Found => ({
  ...found,
  events: found.events.filter(
    ({ kind, witness }) => kind !== 'boundary' && (kind !== 'clause' || witness.end > witness.start),
  ),
});

/** What cannot be told apart from an honest quotation is not called wrong. */
function whyNotFound({ wording, attribution }: Asked, fragment: boolean): string {
  if (fragment) return 'too-short';
  const letters = wording.words.filter(({ norm }) => /\p{L}{3,}/u.test(norm));
  const known = letters.filter(({ norm }) => isKnownWord(norm)).length;
  if (letters.length > 0 && known < ENGLISH * letters.length) return 'other-language';
  return attribution === null ? 'no-speaker' : 'not-located';
}

/**
 * The passage that decides: a transcript before a report; there one of the draft's own speaker before others, and of
 * those the one of the day that the draft tells; then the one that holds most.
 */
function chosen(
  passages: readonly Passage[],
  reports: readonly Report[],
  speaker: string | null,
  day: string | null,
): Passage | undefined {
  const kinds = new Map(reports.map((report) => [report.id, report.kind]));
  const theirs = new Set(reports.filter((one) => speaker && isNamedFor(one, speaker)).map(({ id }) => id));
  const rank = (one: Passage) =>
    (kinds.get(one.report) === 'transcript' ? 4 : 0) +
    (one.match === 'same' ? 2 : one.match === 'unknown' ? 1 : 0) +
    (theirs.has(one.report) ? 0.5 : 0) +
    (daysApart(day, one.saidOn) === 0 ? 0.25 : 0) +
    (one.form === 'paraphrase' ? -4 : 0) +
    (one.verdict === 'not-checkable' ? -3 : 0);
  const records = passages.filter(
    (one) => kinds.get(one.report) === 'transcript' && one.form !== 'paraphrase',
  );
  const asGood = records.length > 0 ? records : passages;
  const first = asGood[0];
  if (!first) return undefined;
  // Among places that hold the words as well as the best one does, the speaker decides.
  const rivals = asGood.filter(
    (one) =>
      GRAVITY[one.form] <= GRAVITY[first.form] || one.match === 'same' || first.verdict === 'not-checkable',
  );
  return [...rivals].sort((a, b) => rank(b) - rank(a) || GRAVITY[a.form] - GRAVITY[b.form])[0];
}

/** How far each form stands from the words of the source. */
const GRAVITY: Record<Passage['form'], number> = {
  verbatim: 0,
  trimmed: 0,
  'house-style': 1,
  'marked-elision': 2,
  bracketed: 2,
  'silent-elision': 3,
  altered: 4,
  reordered: 5,
  stitched: 5,
  translated: 6,
  ambiguous: 6,
  paraphrase: 7,
  'not-located': 8,
};

function passageOf(
  found: Found,
  source: Verifiable,
  asked: Asked,
  draft: Verifiable,
  speakers: ReadonlyMap<string, Speaker>,
  policy: Policy,
): Passage {
  const { report } = source;
  const presentation = presentationOf(found, report.text, asked.wording.text);
  const heard = heardIn(source, found.spans);
  const match = matchOf(asked.attribution, heard?.attribution ?? null, { draft, source, speakers });
  const voice = heard?.quoted || source.speech === null ? 'speech' : 'narrative';
  const words = wordsVerdict(found, presentation, policy, voice, {
    size: asked.wording.words.length,
    inReport: source.speech !== null,
  });
  const fragment = asked.wording.words.length < FRAGMENT;
  const other = match === 'other' && !fragment && words.verdict !== 'not-checkable';
  return {
    report: report.id,
    spans: found.spans,
    form: found.form,
    events: found.events,
    presentation,
    difference: differenceOf(found, report.text, asked.wording, source.speech),
    speaker: (heard?.attribution.speaker && speakers.get(heard.attribution.speaker)?.name) ?? null,
    match,
    quoted: heard?.quoted ?? false,
    saidOn: saidOnIn(report, heard?.attribution ?? null),
    time: timeOf(report, found.spans),
    verdict: other ? 'misattributed' : words.verdict,
    rule: other ? 'other-speaker' : words.rule,
  };
}

/** What the words alone come to, under a policy. Decided from edits; no share of likeness enters. */
function wordsVerdict(
  found: Found,
  presentation: readonly Presented[],
  policy: Policy,
  voice: 'speech' | 'narrative',
  { size, inReport }: { readonly size: number; readonly inReport: boolean },
): { verdict: CheckVerdict; rule: string } {
  const { form, events, beyond } = found;
  // A report that quotes this and that does not say in which order, or how long after another, they were said.
  if (inReport && (form === 'reordered' || (form === 'stitched' && (found.joinable || !found.inSpeech))))
    return { verdict: 'not-checkable', rule: 'part-found' };
  if (form === 'paraphrase' || isAnother(found, size)) {
    // So much is another's wording that it may be another saying. A report need not quote all of one.
    return beyond > 0
      ? { verdict: 'not-checkable', rule: 'part-found' }
      : { verdict: 'not-found', rule: 'reworded' };
  }
  const fault = wordsFault(found, presentation, policy);
  // The reporter's own words are no record of what was said: only that they are the same says something.
  if (fault) return voice === 'narrative' ? { verdict: 'not-checkable', rule: 'without-marks' } : fault;
  if (beyond > 0) return { verdict: 'not-checkable', rule: 'part-found' };
  if (form === 'marked-elision' || form === 'bracketed') return { verdict: 'marked-edit', rule: form };
  if (events.length > 0) return { verdict: 'presentation', rule: `${events[0]?.kind}-only` };
  if (presentation.length > 0) return { verdict: 'presentation', rule: presentation[0]?.kind as string };
  return { verdict: 'exact', rule: form === 'house-style' ? 'verbatim' : form };
}

/** Fewer words than this with another word of substance among them are likelier another remark. */
const REMARK = 8;

/** `The deal is bad` and `The deal is dead`: two remarks. Another figure in a figure's place is the same one. */
const isAnother = ({ events }: Found, size: number): boolean =>
  size < REMARK &&
  events.some(
    ({ kind, witness }) => /^(?:content-word|name|insertion)$/.test(kind) && witness.end > witness.start,
  );

function wordsFault(
  { form, events, rule, verdict }: Found,
  presentation: readonly Presented[],
  policy: Policy,
): { verdict: CheckVerdict; rule: string } | null {
  if (form === 'stitched' || form === 'reordered') return { verdict: 'spliced', rule: form };
  const fault = events.find(({ kind }) => policy.events[kind] === 'error');
  if (fault) {
    if (verdict === 'meaning-at-risk') return { verdict: 'altered', rule };
    const gravest = events.find(({ kind }) => rule === `${kind}-changed` && policy.events[kind] === 'error');
    return { verdict: 'altered', rule: `${(gravest ?? fault).kind}-changed` };
  }
  if (form === 'marked-elision' || form === 'bracketed') {
    const means = form === 'bracketed' ? policy.bracket : policy.ellipsis;
    if (means === 'error') return { verdict: 'altered', rule: form };
  }
  const styled = presentation.find(({ kind }) => policy.presentation[kind] === 'error');
  return styled ? { verdict: 'altered', rule: styled.kind } : null;
}

/** A source with fewer quotations than this is read as a record: a speech, a statement, a ruling. */
const REPORT_QUOTES = 2;

/** Words of the first person to a hundred outside of quotations, from which a source is somebody's own words. */
const OWN_WORDS = 1.5;

/** What of a source is speech, in reading order; null where all of it is, as in a transcript or the text of a speech. */
export function speechIn({ report, attributions }: Omit<Verifiable, 'speech'>): readonly Span[] | null {
  if (report.kind === 'transcript') return null;
  const quoted = attributions.filter((one) => one.quoted.length > 0);
  if (quoted.length < REPORT_QUOTES) return null;
  const speech = quoted.flatMap((one) => one.quoted).sort((a, b) => a.start - b.start);
  return isOwnWords(report.text, speech) ? null : speech;
}

/** A speech quotes others, but its speaker says `I` and `we` throughout; a reporter hardly does. */
function isOwnWords(text: string, speech: readonly Span[]): boolean {
  let from = 0;
  let [words, own] = [0, 0];
  for (const { start, end } of [...speech, { start: text.length, end: text.length }]) {
    const between = text.slice(Math.min(from, start), start);
    words += between.match(/\p{L}+/gu)?.length ?? 0;
    own += between.match(/\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b/g)?.length ?? 0;
    from = Math.max(from, end);
  }
  return own * 100 >= OWN_WORDS * words;
}

/** Whether a source says of itself whose words it holds: its title, byline or file names the speaker. */
export function isNamedFor({ title, byline, origin }: Report, speaker: string): boolean {
  const surname = speaker.split(/\s+/).at(-1) as string;
  if (surname.length < 3) return false;
  const words = `${title ?? ''} ${byline ?? ''} ${origin.replace(/^.*[\\/]/, '')}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.includes(surname.toLowerCase());
}

/** When a source tells that it was said; a transcript is of its day. What is only assumed of a report is not told. */
function saidOnIn({ kind, published }: Report, heard: Attribution | null): string | null {
  const told = heard?.saidOn && heard.saidOn.basis !== 'assumed' ? heard.saidOn.value : null;
  return told ?? (kind === 'transcript' ? (published?.slice(0, ISO_DAY) ?? null) : null);
}

const ISO_DAY = 10;

/** The attribution of a source that holds the words: in marks or in a turn, else what it tells without marks. */
function heardIn(
  { attributions }: Verifiable,
  spans: readonly Span[],
): { readonly attribution: Attribution; readonly quoted: boolean } | null {
  const among = (parts: (attribution: Attribution) => readonly Span[]) => {
    // Several attributions of one speaker, round a reporting clause, count together.
    const shares = new Map<string, number>();
    let best: Attribution | null = null;
    let most = 0;
    let sum = 0;
    for (const attribution of attributions) {
      let shared = 0;
      for (const part of parts(attribution))
        for (const span of spans)
          shared += Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start));
      if (shared === 0) continue;
      const by = attribution.speaker ?? attribution.id;
      const all = (shares.get(by) ?? 0) + shared;
      shares.set(by, all);
      // The innermost of several that hold as much: they come later.
      if (shared >= most) [best, most] = [attribution, shared];
      if (best && (best.speaker ?? best.id) === by) sum = all;
    }
    const size = spans.reduce((total, { start, end }) => total + end - start, 0);
    return sum * 2 > size ? best : null;
  };
  const quoted = among((one) => one.quoted);
  if (quoted) return { attribution: quoted, quoted: true };
  const told = among((one) => one.content);
  return told && { attribution: told, quoted: false };
}

/** Whether draft and source cite the same one. A pronoun, on either side, is too little to call a name wrong by. */
function matchOf(
  own: Attribution | null,
  theirs: Attribution | null,
  {
    draft,
    source,
    speakers,
  }: { draft: Verifiable; source: Verifiable; speakers: ReadonlyMap<string, Speaker> },
): SpeakerMatch {
  if (!own?.speaker || !theirs?.speaker) return 'unknown';
  if (own.speaker === theirs.speaker) return 'same';
  // Ruiz wrote that Ito said it: whoever stands in the chain may be cited for it.
  const words = theirs.quoted;
  if (source.attributions.some((one) => one.speaker === own.speaker && touch(one.content, words)))
    return 'same';
  if (draft.attributions.some((one) => one.speaker === theirs.speaker && touch(one.content, own.quoted)))
    return 'same';
  const [a, b] = [speakers.get(own.speaker), speakers.get(theirs.speaker)];
  if (!a || !b) return 'unknown';
  // A body and the people who speak for it, a document and its author, somebody unnamed: not told apart by name.
  if (a.kind !== 'person' || b.kind !== 'person' || isSeat(a) || isSeat(b)) return 'unknown';
  if (
    [own, theirs].some(
      ({ chain }) =>
        chain.some(({ holder }) => holder === a.name) && chain.some(({ holder }) => holder === b.name),
    )
  )
    return 'unknown';
  if (!isTold(own, draft) || !isTold(theirs, source)) return 'unknown';
  return sharesName(a, b) ? 'unknown' : 'other';
}

const touch = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => overlaps(one, other)));

/** `Downing Street`, `the Department of Defense`: a place or a body that was taken for a person. */
const isSeat = ({ name }: Speaker): boolean =>
  /\b(?:Street|House|Palace|Hall|Castle|Court|Office|Kremlin)$/.test(name) ||
  name.split(/\s+/).some((word) => BODY_NOUNS.has(word.toLowerCase()));

/** Whether the text names the speaker, or somebody whose words go on does. */
function isTold(attribution: Attribution, { attributions }: Verifiable): boolean {
  if (attribution.by === 'name' || attribution.by === 'label') return true;
  if (attribution.by !== 'continuation') return false;
  const at = attributions.indexOf(attribution);
  const before = attributions
    .slice(0, at)
    .findLast((one) => one.speaker === attribution.speaker && one.by !== 'continuation');
  return before?.by === 'name' || before?.by === 'label';
}

/** `Ruiz` and `Maria Ruiz` may be one, whatever identification made of them. */
function sharesName(a: Speaker, b: Speaker): boolean {
  const last = (one: Speaker) =>
    [one.name, ...one.aliases].map((name) => name.toLowerCase().split(/\s+/).at(-1));
  const theirs = new Set(last(b));
  return last(a).some((name) => theirs.has(name));
}

function timeOf({ times }: Report, spans: readonly Span[]): Passage['time'] {
  const heard = (times ?? []).filter((one) => spans.some((span) => overlaps(one, span)));
  if (heard.length === 0) return null;
  return { from: Math.min(...heard.map(({ from }) => from)), to: Math.max(...heard.map(({ to }) => to)) };
}

/** An id from the words, and from how many equal quotations stand before. */
export function checkIds(asked: readonly Asked[]): readonly string[] {
  const counts = new Map<string, number>();
  return asked.map(({ wording }) => {
    const words = wording.words.map(({ norm }) => norm).join(' ');
    const before = counts.get(words) ?? 0;
    counts.set(words, before + 1);
    return contentId('q', words, before);
  });
}
