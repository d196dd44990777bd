/** How a turn of a transcript begins: `TRUMP: …`, `Reporter: …`, `THE PRESIDENT (to Q): …`, `Q  …`. */
export const TURN_LABEL =
  /^[^\S\n]*(?:((?:[\p{Lu}][\p{L}\p{N}.'’-]*)(?:[^\S\n]+[\p{L}\p{N}.'’-]+){0,4})(?:[^\S\n]*\([^)\n]{1,40}\))?[^\S\n]*:(?:[^\S\n]+|(?=[“"]))|([QA])[.:]?[^\S\n]+(?=[“"\p{Lu}(—–-]))/u;

/** Labels that introduce a link to another story, lower case. */
export const LINK_LABELS: ReadonlySet<string> = new Set([
  'more',
  'read more',
  'related',
  'see also',
  'also',
  'watch',
  'listen',
  'video',
  'photos',
  'opinion',
  'analysis',
  'fact check',
  'must read',
  'more on this',
  'read next',
  'column',
  'editorial',
  'timeline',
  'live',
  'live updates',
  'explainer',
  'in depth',
]);

/** Labels that are no speakers, lower case. */
export const NON_SPEAKER_LABELS: ReadonlySet<string> = new Set([
  ...LINK_LABELS,
  'contributing',
  'reporting by',
  'writing by',
  'editing by',
  'photo',
  'photos',
  'image',
  'credit',
  'source',
  'update',
  'updated',
  'correction',
  'note',
  'editor’s note',
  "editor's note",
  'by',
  'from',
  'published',
  'posted',
  'contact',
  'tags',
  'topics',
  'filed under',
  'follow',
  'share',
  'copyright',
  'caption',
  'breaking',
  'exclusive',
  'place',
  'date',
  'time',
  'location',
  'when',
  'where',
  'what',
  'who',
  'why',
  'how',
  'subject',
  'to',
  'cc',
  're',
  'quotes',
  'contents',
  'summary',
  'background',
  'key points',
]);

/**
 * A post quoted from a social network, with its signature: `… — Name (@handle) June 28, 2018`.
 * The groups are the post, the name and the handle.
 */
export const SIGNED_POST =
  /^(.+?)[^\S\n]*[—–-]{1,2}[^\S\n]*([^—–@()\n]{2,60}?)[^\S\n]*\((@\w{1,30})\)[^\S\n]*(?:[A-Z][a-z]+\.? \d{1,2}, \d{4})?$/su;
