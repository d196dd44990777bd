import type { Finding, Link } from '../model/attribution.js';
import { covers, type Span } from '../model/span.js';
import type { LocalCast } from './identify.js';

/**
 * For each finding of a report its chain, outermost first: the outlet; then, for every attribution that it stands in,
 * whoever handed that on and who spoke; then its own speaker; then, where its whole content is what somebody else said
 * or thought, that holder, and so on inwards.
 *
 * `Trump said Putin had told him that he had not meddled` → outlet, Trump, Putin.
 *
 * @param nameOf the speaker's name of a finding, null where it is not known
 */
export function chainsOf(
  { report, findings }: LocalCast,
  nameOf: (index: number) => string | null,
): readonly (readonly Link[])[] {
  const { text } = report;
  const words = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ');
  const whole = wholeContents(text, findings);
  const relays = relaysOf(findings);
  const believers = believersOf(text, findings);
  const outlet: Link = { holder: report.outlet ?? report.origin, act: 'report' };

  const linkOf = (index: number): Link => {
    const finding = findings[index] as Finding;
    return {
      holder: nameOf(index) ?? (finding.source ? words(finding.source) : 'unknown'),
      act: finding.cue ? words(finding.cue) : 'say',
      ...(finding.source ? { span: finding.source } : {}),
    };
  };
  const linksOf = (index: number): readonly Link[] => {
    const relay = relays[index];
    const own = linkOf(index);
    if (!relay) return [own];
    const holder = words(relay.source).replace(/^the\s+/i, '');
    // What the outlet was told itself, nobody handed on.
    if (holder.toLowerCase() === outlet.holder.replace(/^the\s+/i, '').toLowerCase()) return [own];
    return [{ holder, act: words(relay.cue), span: relay.source }, own];
  };

  return findings.map((_, index) => {
    const outer: number[] = [];
    for (
      let at = findings[index]?.within ?? believers.get(index);
      at !== undefined && outer.length < DEEPEST;
      at = findings[at]?.within
    )
      outer.unshift(at);
    const inner: number[] = [];
    for (let at = whole.get(index); at !== undefined && inner.length < DEEPEST; at = whole.get(at))
      inner.push(at);
    return withoutEcho([outlet, ...[...outer, index].flatMap(linksOf), ...inner.map(linkOf)]);
  });
}

/** Finding → the one whose holder believes it: `{Ruiz believed Lee} when {he said it was safe}` stands in her belief. */
function believersOf(text: string, findings: readonly Finding[]): ReadonlyMap<number, number> {
  const bySource = new Map(findings.flatMap(({ source }, index) => (source ? [[source.start, index]] : [])));
  const believers = new Map<number, number>();
  findings.forEach(({ cue, content }, index) => {
    if (!cue || !/^(?:believ|trust)/i.test(text.slice(cue.start, cue.end))) return;
    const end = (content.at(-1) as Span).end;
    const gap = /^\s+(?:when|as)\s+/.exec(text.slice(end, end + 12))?.[0].length;
    const inner = gap === undefined ? undefined : bySource.get(end + gap);
    if (inner !== undefined && inner !== index) believers.set(inner, index);
  });
  return believers;
}

/** A content of fewer words is not all that somebody says. */
const LEAST_WORDS = 2;

/** Whoever hands on what they are said to have said stands in the chain once. */
function withoutEcho(links: readonly Link[]): readonly Link[] {
  return links.filter(
    ({ holder, act }, i) => !(holder === links[i + 1]?.holder && act === links[i + 1]?.act),
  );
}

/** Links beyond this are left out; nobody follows them, and hostile nesting stays cheap. */
const DEEPEST = 12;

/** Who handed each finding on; a continuation was handed on by whoever handed on what it goes on from. */
function relaysOf(findings: readonly Finding[]): readonly Finding['relay'][] {
  const relays: Finding['relay'][] = [];
  findings.forEach(({ relay, from }, index) => {
    relays.push(relay ?? (from !== undefined && from < index ? relays[from] : undefined));
  });
  return relays;
}

/** A finding → the one inside it that is all that it says: `he believes …` in `said that he believes …`. */
function wholeContents(text: string, findings: readonly Finding[]): ReadonlyMap<number, number> {
  const whole = new Map<number, number>();
  findings.forEach((finding, index) => {
    if (finding.within === undefined || whole.has(finding.within) || !finding.cue) return;
    const outer = findings[finding.within] as Finding;
    const spans = [...finding.content, finding.cue, ...(finding.source ? [finding.source] : [])];
    const own = {
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
    };
    const part = outer.content.find((content) => covers(content, own));
    if (!part || outer.content.length > 1 || outer.rule === 'asked') return;
    const before = text.slice(part.start, own.start);
    const after = text.slice(own.end, part.end);
    const said = finding.content.reduce((sum, { start, end }) => sum + wordsIn(text.slice(start, end)), 0);
    const opening = wordsIn(before.replace(/^\W*(?:that|whether|if)\b/i, ''));
    const leads = finding.source !== undefined && finding.source.start < finding.cue.start;
    if (
      leads &&
      opening <= 1 &&
      wordsIn(after) <= 1 &&
      said >= LEAST_WORDS &&
      !/[.!?]\s/.test(before + after)
    )
      whole.set(finding.within, index);
  });
  return whole;
}

const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
