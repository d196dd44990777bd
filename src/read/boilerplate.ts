import type { DropReason } from '../model/report.js';
import type { Span } from '../model/span.js';

/**
 * What a line is, if it is no part of the article. Only whole lines are set apart, never words inside a sentence (but
 * for cards, which `cardsIn` finds), and each rule opens with a line that it is for.
 */
export interface LineRule {
  readonly reason: DropReason;
  readonly example: string;
  readonly test: RegExp;
}

export const LINE_RULES: readonly LineRule[] = [
  {
    reason: 'navigation',
    example: 'You are here',
    test: /^(?:you are here|home|menu|search|skip to (?:main )?content|breadcrumbs?|back to top|main menu)(?:\s*[:»>].{0,80})?$/i,
  },
  { reason: 'navigation', example: 'Loading ...', test: /^(?:loading|please wait)\s*(?:\.{2,}|…)?$/i },
  {
    reason: 'navigation',
    example: 'News In Photos',
    test: /^(?:news in photos|in photos|photos?|photo gallery|gallery|related (?:stories|articles|topics|coverage|content|links)|more (?:stories|news|from .{2,40}|on this story|coverage)|most (?:read|popular|viewed)|top stories|trending(?: now)?|recommended|you may also like|up next|editor[’']?s picks|latest news|comments?|share this(?: article| story)?|topics?|tags?)\s*:?$/i,
  },
  { reason: 'navigation', example: 'Slideshow (2 Images)', test: /^slideshow\b.{0,40}$/i },
  { reason: 'navigation', example: '* * *', test: /^(?:[*•·⦁_=~#–—-]\s*){3,}$/ },
  {
    reason: 'promotion',
    example: 'ADVERTISEMENT',
    test: /^(?:advertisement|advertising|sponsored(?: content)?|story continues below(?: advertisement)?|article continues (?:below|after).{0,40}|continue reading.{0,60}|this story continues.{0,40})\.?$/i,
  },
  {
    reason: 'promotion',
    example: "Watch the mayor's comments below.",
    test: /^(?:watch|listen|see|read|view|check out)\b.{0,140}\b(?:below|above|here)\b.{0,20}$/i,
  },
  {
    reason: 'promotion',
    example: 'Sign up for our daily newsletter',
    test: /^(?:sign up (?:for|to)\b|subscribe\b|get the .{2,60} newsletter|follow (?:us|me|@|.{2,40} on (?:twitter|facebook|instagram|x))|like us on|download (?:our|the) .{0,30}app|manage newsletters|support our journalism|donate|join our|click here\b).{0,160}$/i,
  },
  {
    reason: 'promotion',
    example: 'JUST WATCHED The vote in Salt Harbour Replay More Videos ... MUST WATCH',
    test: /^(?:just watched|must watch|now playing|play video|watch now)\b.*$/i,
  },
  {
    reason: 'promotion',
    example: 'Read or Share this story: https://example.org/1',
    test: /^(?:read or share this story|share this story)\b.*$/i,
  },
  {
    reason: 'promotion',
    example:
      'Listen to the author’s reaction on the Harbour Podcast—the conversation starts at 23:55 on the player below.',
    test: /^listen to\b.{0,200}\b(?:podcast|player|episode)\b.{0,120}$/i,
  },
  {
    reason: 'legal',
    example: 'Copyright © 2031 The Salt Harbour Courier',
    test: /^(?:copyright\b|©|\(c\)\s*\d{4}|all rights reserved|this material may not be published).{0,240}$/i,
  },
  {
    reason: 'legal',
    example: '⦁ This article is based in part on wire service reports.',
    test: /^(?:[•⦁*]\s*)?(?:this (?:article|story|report) (?:is|was) (?:based (?:in part )?on|originally published|first published|updated|produced)|our standards:|terms of (?:use|service)|privacy policy).{0,240}$/i,
  },
  {
    reason: 'credit',
    example: '(Photo: Ana Ruiz, Courier Images)',
    test: /^\(?(?:photo(?:graph)?s?|image|picture|video|illustration|credit|graphic)(?:\s+(?:by|credit|courtesy of))?\s*:\s*.{2,100}\)?$/i,
  },
  {
    reason: 'credit',
    example: 'Harbour Agency/Contributor/Getty Images',
    test: /^.{0,90}\b(?:getty images|afp|shutterstock|istock|epa|reuters|associated press|ap photo|ap images|pool photo|file photo|handout)(?:\s*via\s.{2,40})?\)?$/i,
  },
  {
    reason: 'caption',
    example: 'Image copyright EPA Image caption The mayor at the harbour',
    test: /^(?:image (?:copyright|caption|source)|media caption|photo caption|caption)\b.{0,300}$/i,
  },
  {
    reason: 'caption',
    example: 'Enlarge this image toggle caption Ana Ruiz/Courier Images',
    test: /^(?:enlarge this image|toggle caption|hide caption|view (?:larger )?image)\b.{0,200}$/i,
  },
  {
    reason: 'caption',
    example: 'Mayor Ana Ruiz speaks at the harbour on May 11, 2031. (Courier/POOL)',
    test: /^.{10,260}\s\((?:[^()]{0,60}\/)?(?:photo\s*:\s*[^()]{2,60}|pool|ap|afp|getty(?: images)?|reuters|epa|[A-Z][^()]{1,40}\/[^()]{1,40}|[^()]{2,40} (?:images|photo))\)$/i,
  },
  {
    reason: 'caption',
    example: 'Mayor Ana Ruiz arrives at the harbour, Nov. 11, 2031. Ben Ito / AP',
    test: /^.{20,260}[.!?]\s+(?:[A-Z][\p{L}.'’-]+\s+){1,3}\/\s*(?:ap|afp|getty|reuters|epa|pool)(?:\s+(?:images|photo))?$/iu,
  },
  {
    reason: 'caption',
    example: 'CLOSE The mayor arrived in Hanoi on Saturday. (Nov. 11) AP',
    test: /^CLOSE\s+\p{Lu}.{10,400}\b(?:AP|AFP|Reuters|USA TODAY)$/u,
  },
  {
    reason: 'byline',
    example: 'Contributing: Ben Ito',
    test: /^(?:contributing|reporting by|additional reporting by|writing by|editing by|compiled by|\(?reporting by .+; ?editing by .+\)?)\b.{0,200}$/i,
  },
  {
    reason: 'byline',
    example: 'By Ana Ruiz, Staff Writer',
    test: /^by\s+(?:\p{Lu}[\p{L}.'’-]+\s*){1,4}(?:(?:,|and|&|\|)\s*.{0,80})?$/iu,
  },
  {
    reason: 'dateline',
    example: '| NOV 12, 2031 | 4:25 PM',
    test: /^[|\s]*(?:(?:updated|published|posted|last updated|first published)\s*:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,?\s*\d{4})?(?:\s*(?:[|,•·-]|at)?\s*\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?)?[|\s]*$/i,
  },
];

/** Why a line is no part of the article; null where it is. */
export function dropReason(line: string): DropReason | null {
  if (line.length > 600) return null;
  return LINE_RULES.find((rule) => rule.test.test(line))?.reason ?? null;
}

/**
 * Cards that a page unfolds over a name, and that stand inside the sentence once it is text: `Ana Ruiz Ana Maria
 * RuizHarbour opens again The five who voted no MORE (D-Vale) said`. The full name ends in the surname before it, the
 * titles of other articles are glued to it, and `MORE` closes them.
 *
 * @returns what to leave out, with the space before it, in reading order
 */
export function cardsIn(line: string): readonly Span[] {
  if (!line.includes('MORE')) return [];
  return [...line.matchAll(CARD)].map((match) => {
    const start = match.index + (match[1] as string).length;
    return { start, end: match.index + match[0].length };
  });
}

const CARD =
  /(?<![\p{L}\d])(\p{Lu}[\p{L}'’-]{1,30}) ?(?:\([^()]{1,30}\) )?(?:[\p{Lu}(][\p{L}.'’()-]{0,30} ){0,5}?\1(?: (?:Jr|Sr)\.?| I{2,3}| IV)?(?=[\p{Lu}\d“‘'"]).{0,900}?MORE(?![\p{L}])/gu;

/** `Ana Ruiz`, `Ana Ruiz and Ben Ito`: names alone, as bylines stand above a text. */
export function isNameLine(line: string): boolean {
  return (
    /^(?:\p{Lu}[\p{L}'’-]+\s+){1,2}(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}'’-]+(?:(?:,| and| &)\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,2}\p{Lu}[\p{L}'’-]+)*$/u.test(
      line,
    ) && line.length < 80
  );
}

/** `USA TODAY`, `THE COURIER`: an outlet's name alone in capitals. */
export function isOutletLine(line: string): boolean {
  return /^[\p{Lu}][\p{Lu}\d .&'’-]{2,40}$/u.test(line) && line.split(' ').length <= 5;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The date, and time if there is one, that a dateline such as `NOV 12, 2031 | 4:25 PM` gives, in ISO 8601. */
export function dateIn(line: string): string | null {
  const match =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2}),?\s*(\d{4})(?:\D{1,6}(\d{1,2})(?::(\d\d))?\s*([ap])\.?m)?/i.exec(
      line,
    );
  if (!match) return null;
  const month = MONTHS.indexOf((match[1] as string).toLowerCase()) + 1;
  const day = Number(match[2]);
  if (day < 1 || day > 31) return null;
  const date = `${match[3]}-${two(month)}-${two(day)}`;
  if (match[4] === undefined) return date;
  const hour = (Number(match[4]) % 12) + (match[6]?.toLowerCase() === 'p' ? 12 : 0);
  return hour < 24 ? `${date}T${two(hour)}:${match[5] ?? '00'}` : date;
}

const two = (value: number): string => String(value).padStart(2, '0');
