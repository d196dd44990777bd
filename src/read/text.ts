import { cardsIn, dateIn, dropReason, isNameLine, isOutletLine } from './boilerplate.js';
import { CanonicalText, type Metadata, NO_METADATA } from './canonical.js';

/** How far into a text, in lines that are not empty, bylines and outlet names are looked for. */
const HEAD_LINES = 8;

/** Plain text: every character stays as it is; whole lines of boilerplate and cards over names are set apart. */
export function readText(original: string): {
  readonly canonical: CanonicalText;
  readonly metadata: Metadata;
} {
  const canonical = new CanonicalText();
  let { byline, outlet, published } = NO_METADATA;
  let seen = 0;
  let prose = false;
  for (let start = 0; start < original.length; ) {
    const newline = original.indexOf('\n', start);
    const end = newline === -1 ? original.length : newline + 1;
    const line = original.slice(start, end);
    const content = line.trim();
    if (content !== '') seen++;
    const inHead = !prose && seen <= HEAD_LINES;
    let reason = content === '' ? null : dropReason(content);
    if (reason === null && inHead && seen > 0 && content !== '') {
      if (isOutletLine(content) && byline !== null) {
        outlet ??= content;
        reason = 'byline';
      } else if (
        isNameLine(content) &&
        !/[:?!]/.test(content) &&
        followsOrPrecedesOutlet(original, end, seen)
      ) {
        byline ??= content;
        reason = 'byline';
      }
    }
    if (reason === 'byline' && /^by\s/i.test(content)) byline ??= content.replace(/^by\s+/i, '');
    if (reason === 'dateline') published ??= dateIn(content);
    if (reason === null) {
      let from = 0;
      for (const card of cardsIn(line)) {
        canonical.add(line.slice(from, card.start), start + from, card.start - from);
        const text = line.slice(card.start, card.end);
        canonical.drop(text.trim(), start + card.end - text.trim().length, start + card.end, 'navigation');
        from = card.end;
      }
      canonical.add(line.slice(from), start + from, line.length - from);
      if (content.length > 200) prose = true;
    } else {
      canonical.drop(
        content,
        start + line.indexOf(content),
        start + line.indexOf(content) + content.length,
        reason,
      );
    }
    start = end;
  }
  return { canonical, metadata: { ...NO_METADATA, byline, outlet, published } };
}

/** A line of names is a byline at the very top, or where an outlet's name or a dateline comes next. */
function followsOrPrecedesOutlet(original: string, end: number, seen: number): boolean {
  const next = /\S[^\n]*/.exec(original.slice(end, end + 400))?.[0].trim() ?? '';
  return isOutletLine(next) || dropReason(next) === 'dateline' || (seen > 1 && next.length > 120);
}
