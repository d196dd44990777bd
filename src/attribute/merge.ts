import type { AttributionForm, Finding } from '../model/attribution.js';
import { append } from '../model/grouped.js';
import type { Quotation } from '../model/segmentation.js';
import { covers, overlaps, type Span } from '../model/span.js';
import type { Evidence } from './confidence.js';
import { firstAt, type Item, itemsIn, type Passage } from './items.js';
import { type Phrase, spanOf } from './phrases.js';
import { publisherIn, told } from './relay.js';
import { opener, sourceSpan, withoutEnding } from './reporting.js';
import type { Selected } from './select.js';
import { addresseeOf, isTitle, kindOf } from './shape.js';
import type { Tagged } from './tag.js';

/** A finding before anyone has said what kind it is, and how sure. */
export type Bare = Omit<Finding, 'kind' | 'confidence'>;

/** An attribution in the making. */
export interface Draft {
  finding: Bare;
  /** Whose speaker it shares. */
  from: Draft | null;
  within: Draft | null;
  /** The draft that took this one's words over. */
  same: Draft | null;
  /** What speaks for it; null where only a label does. */
  evidence: Evidence | null;
}

/** A draft whose words another took over stands in that one. */
export function standing(draft: Draft): Draft {
  let at = draft;
  while (at.same) at = at.same;
  return at;
}

export interface Merged {
  readonly draft: Draft;
  readonly finding: Bare;
  readonly evidence: Evidence;
}

/** A quotation that the rules left alone counts as speech only from this probability of its cue, and length. */
const SPEECH = 0.6;
const SPEECH_WORDS = 5;

/**
 * Joins what the rules and the model found in one passage, at one level. A rule's finding that stands inside the
 * content of a tagged one is left out: it belongs a level deeper.
 */
export function merge(given: {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  readonly passage: Passage;
  readonly ruled: readonly Draft[];
  readonly selected: Selected;
  readonly probability: Float32Array;
  /** Quotations, without their marks, that an outer attribution has claimed. */
  readonly claimed: readonly Span[];
  /** The passage is a headline: its verbs are cut, its names run into other words. */
  readonly headline: boolean;
}): readonly Merged[] {
  const { passage, ruled, selected } = given;
  const places = placesOf(passage, ruled);
  const merged: Merged[] = [];
  const taken = new Set<Draft>();
  const inContent = new Set<number>();
  for (const chosen of selected.chosen) {
    const own = cuesAmong(places, chosen.cue).find((draft) => !taken.has(draft));
    const tagged = own ? withoutRivals(places, chosen, own) : chosen;
    const spans = tagged.content.map((phrase) => spanOf(passage.items, phrase));
    const touched = quotedAmong(places, tagged.content).filter((draft) => !taken.has(draft));
    const same = own && touched.includes(own) ? own : undefined;
    const cueless = touched.filter(({ finding }) => !finding.cue);
    const rival = touched.find(
      (draft) =>
        draft !== same &&
        draft.finding.cue &&
        !spans.some((span) => overlaps(span, draft.finding.cue as Span)),
    );
    // Two cues for the same quotation: the rules know best which one governs it; and `Ruiz on Ito: “…”` is Ruiz’s.
    if (!same && (rival || touched.some(({ finding }) => finding.rule === 'headline-colon'))) continue;
    const absorbed = [...(same ? [same] : []), ...cueless];
    const inner = touched.filter((draft) => !absorbed.includes(draft));
    const coordinated = inner.filter((draft) => hangsOnOuter(passage, draft));
    const draft = absorbed[0] ?? newDraft();
    for (const other of [...absorbed, ...coordinated]) {
      taken.add(other);
      if (other !== draft) other.same = draft;
    }
    const left = inner.filter((other) => !coordinated.includes(other));
    draft.from = null;
    for (const { first, last } of tagged.content) for (let i = first; i <= last; i++) inContent.add(i);
    merged.push({
      draft,
      finding: joined(given, tagged, { absorbed, coordinated, left }),
      evidence: {
        probability: tagged.probability,
        certainty: tagged.certainty,
        ruled: same !== undefined,
        tagged: true,
        source: tagged.source !== null && !tagged.filled,
        quoted: touched.length > 0,
        plain: tagged.plain,
        head: passage.items[tagged.at]?.text ?? '',
      },
    });
  }
  for (const draft of ruled) {
    if (taken.has(draft)) continue;
    const { finding } = draft;
    const cue = finding.cue ? itemsIn(passage, finding.cue) : [];
    if (cue.some((i) => inContent.has(i))) continue;
    merged.push({ draft, finding, evidence: evidenceOfRule(finding, cue, given.probability) });
  }
  return merged;
}

/** `He said the council had promised him pumps, and that “nothing has come of it”`: his words, not the council’s. */
function hangsOnOuter(passage: Passage, { finding }: Draft): boolean {
  const { items } = passage;
  return finding.quoted.every((quoted) => {
    const first = firstAt(items, quoted.start);
    return items[first - 1]?.lower === 'that' && items[first - 2]?.tag === 'CCONJ';
  });
}

const newDraft = (): Draft => ({ finding: NOTHING, from: null, within: null, same: null, evidence: null });

const NOTHING: Bare = { content: [], quoted: [], form: 'indirect', by: 'role', rule: '' };

/** Where the rules' findings of a passage stand: item → those that quote there, those whose cue it is. */
interface Places {
  readonly quotes: ReadonlyMap<number, readonly Draft[]>;
  readonly cues: ReadonlyMap<number, readonly Draft[]>;
}

function placesOf(passage: Passage, ruled: readonly Draft[]): Places {
  const quotes = new Map<number, Draft[]>();
  const cues = new Map<number, Draft[]>();
  const put = (map: Map<number, Draft[]>, span: Span, draft: Draft) => {
    for (const i of itemsIn(passage, span)) append(map, i, draft);
  };
  for (const draft of ruled) {
    for (const quoted of draft.finding.quoted) put(quotes, quoted, draft);
    if (draft.finding.cue) put(cues, draft.finding.cue, draft);
  }
  return { quotes, cues };
}

const quotedAmong = ({ quotes }: Places, phrases: readonly Phrase[]): readonly Draft[] =>
  among(quotes, phrases);

const cuesAmong = ({ cues }: Places, phrase: Phrase): readonly Draft[] => among(cues, [phrase]);

function among(map: ReadonlyMap<number, readonly Draft[]>, phrases: readonly Phrase[]): readonly Draft[] {
  const found = new Set<Draft>();
  for (const { first, last } of phrases)
    for (let i = first; i <= last; i++) for (const draft of map.get(i) ?? []) found.add(draft);
  return [...found];
}

/** Leaves to another reporting clause the quotations that the rules gave it, where something of its own remains. */
function withoutRivals(places: Places, tagged: Tagged, own: Draft): Tagged {
  if (tagged.content.length < 2) return tagged;
  const content = tagged.content.filter(
    (phrase) =>
      !quotedAmong(places, [phrase]).some(
        (draft) => draft !== own && draft.finding.cue && !cuesAmong(places, phrase).includes(draft),
      ),
  );
  return content.length > 0 && content.length < tagged.content.length ? { ...tagged, content } : tagged;
}

function evidenceOfRule(finding: Bare, cue: readonly number[], probability: Float32Array): Evidence {
  return {
    probability: cue.reduce((best, i) => Math.max(best, probability[i] as number), 0),
    certainty: 0,
    ruled: true,
    tagged: false,
    source: finding.source !== undefined,
    quoted: true,
    plain: false,
    head: '',
  };
}

/** `According to the Courier, Ruiz said …`: an opener that belongs neither to the cue nor to the content. */
function handedOn(text: string, items: readonly Item[], tagged: Tagged): Finding['relay'] {
  const taken = (i: number) =>
    [tagged.cue, ...tagged.content].some((phrase) => phrase.first <= i && i <= phrase.last);
  for (
    let i = Math.max(0, tagged.at - RELAY_REACH);
    i < Math.min(items.length, tagged.at + RELAY_REACH);
    i++
  ) {
    if (items[i]?.lower !== 'according' || taken(i)) continue;
    const found = opener(items, i);
    const source = found ? sourceSpan(text, items, found) : undefined;
    // `According to two officials who asked …`: they hand on nothing of their own.
    const speaker = tagged.subject ?? tagged.source;
    if (source && speaker && overlaps(source, spanOf(items, speaker))) continue;
    if (found && source) return { source, cue: { start: found.cue.start, end: found.cue.end } };
  }
  return undefined;
}

/** Items round a cue in which somebody may be said to hand it on. */
const RELAY_REACH = 40;

/** The rules' findings whose quotations a tagged content holds. */
interface Touched {
  /** Those of the same cue, or of none: they are this one. */
  readonly absorbed: readonly Draft[];
  /** Those of a cue inside the content whose words hang on this one all the same. */
  readonly coordinated: readonly Draft[];
  /** Those that keep their words: they stand inside this one. */
  readonly left: readonly Draft[];
}

/** One finding of a tagged cue and the rules' findings of the same words. */
function joined(
  { text, quotations, passage, selected, claimed, headline }: Parameters<typeof merge>[0],
  tagged: Tagged,
  { absorbed, coordinated, left }: Touched,
): Bare {
  const { items } = passage;
  const ruled = absorbed[0]?.finding;
  const quoted = [...absorbed, ...coordinated].flatMap(({ finding }) => finding.quoted);
  const others = [...claimed, ...left.flatMap(({ finding }) => finding.quoted)];
  for (const phrase of tagged.content) {
    for (let i = phrase.first; i <= phrase.last; i++) {
      const id = items[i]?.quotation ?? null;
      if (id === null) continue;
      const quotation = quotations[id] as Quotation;
      if (quoted.some((span) => overlaps(span, quotation.inner))) continue;
      if (others.some((span) => span.start === quotation.inner.start)) continue;
      if (tagged.probability >= SPEECH && soundsLikeSpeech(text, items, i, quotation))
        quoted.push(quotation.inner);
    }
  }
  quoted.sort((a, b) => a.start - b.start);
  const spans = tagged.content.map((phrase) => spanOf(items, phrase));
  const content = withQuoted(spans, absorbed, passage);
  const asked = ruled?.rule === 'asked' || (!ruled && !tagged.source && isAsked(items, tagged.at));
  const labelled = sourceOf(text, items, tagged.source);
  // The rules know best which name speaks, the model where its phrase ends, and whether a role is a source at all.
  const fuller = ruled?.source && labelled && !headline && covers(labelled, ruled.source);
  const doubtful = ruled?.source && labelled && !tagged.filled && !headline && ruled.by === 'role';
  const source = asked ? undefined : fuller || doubtful ? labelled : (ruled?.source ?? labelled);
  const head = fuller && labelled.end > ruled.source.end ? ruled.source : antecedentOf(text, items, tagged);
  const cue = ruled?.cue ?? spanOf(items, tagged.cue);
  const addressee = ruled?.addressee ?? addresseeOf(items, tagged.at);
  const relay =
    ruled?.relay ??
    relayOf(text, items, selected.relays.get(tagged)) ??
    handedOn(text, items, tagged) ??
    (source ? publisherIn(text, { start: source.start, end: Math.max(source.end, cue.start) }) : undefined) ??
    told(text, addressee, cue);
  const author = source ? /^(?:I|we)$/i.test(text.slice(source.start, source.end)) : false;
  return {
    ...(source ? { source } : {}),
    cue,
    content,
    quoted,
    form: formOf(items, tagged.content, quoted),
    ...(head && source && !asked ? { head } : {}),
    by: ruled?.source && !doubtful ? ruled.by : asked ? 'role' : kindOf(items, tagged.source),
    rule: ruled?.cue ? ruled.rule : asked ? 'asked' : tagged.filled ? 'tagged-subject' : 'tagged',
    ...(relay ? { relay } : {}),
    ...(addressee ? { addressee } : {}),
    ...(author ? { author } : {}),
  };
}

/** The tagged content, and what the rules' findings hold beyond the passage. */
function withQuoted(spans: readonly Span[], absorbed: readonly Draft[], passage: Passage): readonly Span[] {
  const extra = absorbed
    .flatMap(({ finding }) => finding.content)
    .filter((span) => !overlaps(span, passage) || !spans.some((own) => overlaps(own, span)));
  return [...spans, ...extra].sort((a, b) => a.start - b.start);
}

function formOf(
  items: readonly Item[],
  content: readonly Phrase[],
  quoted: readonly Span[],
): AttributionForm {
  if (quoted.length === 0) return 'indirect';
  const outside = content.some((phrase) =>
    items
      .slice(phrase.first, phrase.last + 1)
      .some((item) => item.quotation === null && item.tag !== 'PUNCT'),
  );
  return outside ? 'mixed' : 'direct';
}

function soundsLikeSpeech(text: string, items: readonly Item[], i: number, quotation: Quotation): boolean {
  const words = text.slice(quotation.inner.start, quotation.inner.end).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= SPEECH_WORDS && !isTitle(text, quotation, items, i);
}

function sourceOf(text: string, items: readonly Item[], phrase: Phrase | null): Span | undefined {
  if (!phrase) return undefined;
  const span = withoutEnding(text, spanOf(items, phrase));
  const dateline = phrase.first === 0 ? DATELINE.exec(text.slice(span.start, span.end)) : null;
  return dateline ? { start: span.start + dateline[0].length, end: span.end } : span;
}

/** `OSLO (Reuters) - `, before whoever speaks. */
const DATELINE = /^\p{Lu}[\p{L}., ]{1,40}\([\p{L} ]{2,20}\)\s[-–—]\s(?=\S)/u;

/** `Asked whether …`, `when she was pressed about …`: the reporters asked; but `has asked for the logs` is somebody’s. */
function isAsked(items: readonly Item[], at: number): boolean {
  return (
    /^(?:asked|pressed|questioned)$/.test(items[at]?.lower ?? '') &&
    /^(?:if|whether|about|why|how|what|when|who|by)$/.test(items[at + 1]?.lower ?? '') &&
    !/^(?:has|have|had|having)$/.test(items[at - 1]?.lower ?? '')
  );
}

/** What `who` or `which` stands for; `the critics` of `the critics who favor it`. */
function antecedentOf(text: string, items: readonly Item[], { source, subject }: Tagged): Span | undefined {
  if (source && subject && source.first === subject.first && source.last > subject.last + 1)
    return items[subject.last + 1]?.lower === 'who' ? sourceOf(text, items, subject) : undefined;
  const relative =
    source && source.first === source.last && /^(?:who|which|that)$/.test(items[source.first]!.lower);
  return relative && subject && subject.last < source.first ? sourceOf(text, items, subject) : undefined;
}

function relayOf(text: string, items: readonly Item[], relay: Tagged | undefined): Finding['relay'] {
  const source = relay ? sourceOf(text, items, relay.source) : undefined;
  return relay && source ? { source, cue: spanOf(items, relay.cue) } : undefined;
}
