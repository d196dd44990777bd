import type { Attribution, SaidOn } from '../model/attribution.js';
import { dayIn, isoDay } from '../model/calendar.js';
import type { Report } from '../model/report.js';
import type { Segmentation, Sentence } from '../model/segmentation.js';
import { covers, lastStartingBy, overlaps, type Span } from '../model/span.js';
import type { TimeExpression } from '../model/time.js';

/** Paragraphs over which a day that was told once goes on holding for its speaker. */
const REACH = 4;
/** Characters between a cue and the day behind it. */
const BEHIND = 90;
/** Verbs and words that take a saying out of the day that the report is about. */
const EARLIER =
  /\b(?:has|have|had|previously|earlier|once|before|in the past|repeatedly|often|long|always|first|initially|originally|later|since)\b/i;
/** A day in a clause about somebody is no day of saying: `Ruiz, who resigned on Friday, said …`. */
const ASIDE = /\b(?:who|which|whose|where|when|after|before|since)\b|[,;:—–(]/i;

/** What the sayings of a report are dated by. */
export interface Dated {
  readonly report: Report;
  readonly segmentation: Segmentation;
  /** In reading order. */
  readonly attributions: readonly Attribution[];
  readonly times: readonly TimeExpression[];
}

/**
 * When each attribution of a report was said, by the strongest evidence that its text gives:
 *
 * - `told`: a time beside the cue (`{source:Ruiz} {cue:said} {time:on Saturday}`);
 * - `carried`: the day told last for the same speaker, at most four paragraphs before;
 * - `assumed`: the day of publication, else that on which the report says that most was said. It is the latest
 *   possible day and no more than that.
 *
 * A saying that the text sets back (`has said`, `previously`) and dates nowhere has no time. Tellings inside another
 * saying (`Ruiz said Lee had told her …`) have none either unless the text gives it: nobody knows when.
 */
export function saidOnOf({ report, segmentation, attributions, times }: Dated): ReadonlyMap<string, SaidOn> {
  const days = times.filter(
    ({ type, value }) => (type === 'DATE' || type === 'TIME') && /^\d{4}/.test(value),
  );
  const sentences = segmentation.sentences;
  const told = new Map<string, SaidOn>();
  const aside = new Set<string>();
  for (const attribution of attributions) {
    const sentence = sentenceAt(sentences, anchorOf(attribution).start);
    if (!sentence) continue;
    const before = toldAside(report.text, sentence, attribution, days);
    if (before) aside.add(attribution.id);
    const day = before ?? toldBeside(report.text, sentence, attribution, days);
    if (day)
      told.set(attribution.id, { value: day.value, basis: 'told', span: { start: day.start, end: day.end } });
  }
  const inside = coveredBy(attributions.flatMap(({ content }) => content));
  const assumed = publishedDay(report) ?? dayOfMost(attributions, told);
  const result = new Map<string, SaidOn>(told);
  const last = new Map<string, { readonly said: SaidOn; readonly paragraph: number }>();
  for (const [index, attribution] of attributions.entries()) {
    const anchor = anchorOf(attribution);
    const sentence = sentenceAt(sentences, anchor.start);
    const paragraph = sentence?.paragraph ?? 0;
    const speaker = attribution.speaker ?? '';
    const own = told.get(attribution.id);
    if (own) {
      if (dayIn(own.value) !== null && !aside.has(attribution.id))
        last.set(speaker, { said: own, paragraph });
      continue;
    }
    if (inside(attribution.cue ?? attribution.source)) {
      // What somebody says that they think, they think then; when others said it, nobody knows.
      const outer = outerOf(attributions, index, anchor);
      const said = outer && result.get(outer.id);
      if (said) result.set(attribution.id, { ...said, basis: 'carried' });
      continue;
    }
    if (sentence && attribution.cue && EARLIER.test(cueClause(report.text, sentence, attribution))) continue;
    const before = last.get(speaker);
    if (speaker !== '' && before && paragraph - before.paragraph <= REACH) {
      result.set(attribution.id, { ...before.said, basis: 'carried' });
      last.set(speaker, { said: before.said, paragraph });
    } else if (assumed) result.set(attribution.id, { value: assumed, basis: 'assumed' });
  }
  return result;
}

function anchorOf({ cue, content }: Attribution): Span {
  return cue ?? (content[0] as Span);
}

/** Attributions before one among which the one round it is looked for. */
const NEAR = 40;

/** The nearest attribution of the same speaker in whose content another’s place lies. */
function outerOf(attributions: readonly Attribution[], index: number, anchor: Span): Attribution | null {
  const { speaker } = attributions[index] as Attribution;
  if (speaker === undefined) return null;
  for (let at = index - 1; at >= Math.max(0, index - NEAR); at--) {
    const one = attributions[at] as Attribution;
    if (one.speaker === speaker && one.content.some((span) => covers(span, anchor))) return one;
  }
  return null;
}

/** Tells whether a span lies inside one of many: `Lee had told her` in what Ruiz said. */
function coveredBy(spans: readonly Span[]): (one: Span | undefined) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (one) => one !== undefined && (reach[lastStartingBy(sorted, one.start)] ?? -1) >= one.end;
}

/** The day of an earlier saying that is told in passing: `remarks from {a day earlier}, in which he claimed …`. */
function toldAside(
  text: string,
  sentence: Span,
  { cue }: Attribution,
  days: readonly TimeExpression[],
): TimeExpression | null {
  if (!cue) return null;
  const near = days.find(
    (day) =>
      covers(sentence, day) &&
      day.end <= cue.start &&
      /^,?\s*(?:in which|when|where)\s+(?:\S+\s+){0,3}$/.test(text.slice(day.end, cue.start)),
  );
  return near ?? null;
}

/** `said {last month} that …`: a time before “that” is the saying’s, whatever content it was put to. */
function opens(text: string, content: Span, day: Span): boolean {
  return text.slice(content.start, day.start).trim() === '' && /^\s+that\b/.test(text.slice(day.end));
}

function toldBeside(
  text: string,
  sentence: Span,
  { cue, source, content, venue }: Attribution,
  days: readonly TimeExpression[],
): TimeExpression | null {
  if (!cue) return null;
  const free = days.filter(
    (day) => covers(sentence, day) && !content.some((span) => overlaps(span, day) && !opens(text, span, day)),
  );
  if (venue) {
    const inVenue = free.find((day) => covers(venue, day));
    if (inVenue) return inVenue;
  }
  const within = free.find((day) => covers(cue, day));
  if (within) return within;
  const first = source && source.start < cue.start ? source.start : cue.start;
  const behind = free.find((day) => {
    if (day.start < cue.end || day.start - cue.end > BEHIND) return false;
    // Behind told words the day may be part of what was told.
    if (
      content.some(
        (span) =>
          span.start >= cue.end && span.end <= day.start && !/["”’]$/.test(text.slice(span.start, span.end)),
      )
    )
      return false;
    const between = text.slice(cue.end, day.start);
    // The source, addressee and venue may stand between; another clause may not.
    return (
      !/[;:]|\b(?:who|which|after|before|when|where|since)\b/i.test(between) &&
      (between.match(/,/g) ?? []).length < 2
    );
  });
  if (behind) return behind;
  if (source && source.end <= cue.start) {
    const amid = free.find(
      (day) =>
        day.start >= source.end && day.end <= cue.start && !ASIDE.test(text.slice(source.end, day.start)),
    );
    if (amid) return amid;
  }
  return (
    free.find((day) => {
      if (day.end > first) return false;
      const lead = text.slice(sentence.start, day.start);
      const between = text.slice(day.end, first);
      return (
        /^[\s“"‘']*(?:(?:on|in|late|early|earlier|later|but|and|also|by)\s+)*$/i.test(lead) &&
        between.length <= 80 &&
        !/\b(?:who|which|that)\b/i.test(between)
      );
    }) ?? null
  );
}

/** The words round the cue that tell its time: from the source to a few words behind it. */
function cueClause(text: string, sentence: Span, { cue, source }: Attribution): string {
  const own = cue as Span;
  const start = source && source.end <= own.start ? source.end : Math.max(sentence.start, own.start - 30);
  return text.slice(start, own.end);
}

/** The day that most told sayings of the report have. */
function dayOfMost(attributions: readonly Attribution[], told: ReadonlyMap<string, SaidOn>): string | null {
  const counts = new Map<string, number>();
  for (const { id } of attributions) {
    const day = dayIn(told.get(id)?.value);
    if (day !== null) counts.set(isoDay(day), (counts.get(isoDay(day)) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [day, count] of counts) if (best === null || count > (counts.get(best) as number)) best = day;
  return best;
}

function publishedDay({ published }: Report): string | null {
  const day = dayIn(published);
  return day === null ? null : isoDay(day);
}

function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | null {
  const sentence = sentences[lastStartingBy(sentences, at)];
  return sentence && at < sentence.end ? sentence : null;
}
