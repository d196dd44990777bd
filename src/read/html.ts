import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import type { Note } from '../model/note.js';
import type { DropReason } from '../model/report.js';
import { dropReason, isNameLine } from './boilerplate.js';
import { CanonicalText } from './canonical.js';

/**
 * The article of a page: Readability 0.6 on linkedom 0.18.12, after a clean-up by tag and class; where the clean-up
 * costs too much of the text, without it (figures in docs/decisions/0003).
 *
 * The document is built here from the parser's events, not by linkedom's own parser: that bounds depth, elements and
 * bytes before there is a document, and lets every text node keep the place of its characters in the source.
 */
export function readHtml(
  html: string,
): { readonly canonical: CanonicalText; readonly notes: readonly Note[] } | null {
  const notes: Note[] = [];
  const cleaned = extract(html, true, notes);
  const plain = cleaned && cleaned.size >= ENOUGH ? null : extract(html, false, notes);
  const best = plain && (!cleaned || cleaned.size < KEPT * plain.size) ? plain : cleaned;
  if (!best || best.size === 0) return null;
  if (best === plain)
    notes.push({
      code: 'extraction-fallback',
      severity: 'info',
      message: 'the clean-up by class took too much of the page; the article was taken without it',
    });
  return { canonical: best.canonical, notes: dedupe(notes) };
}

/** Text of this size after the clean-up needs no second opinion, in UTF-16 units. */
const ENOUGH = 1200;

/** If cleaning up keeps less than this share of the text, the plain pass is taken. */
const KEPT = 0.65;

/** Bounds that turn hostile pages from minutes into moments. */
export const LIMITS = {
  characters: 10_000_000,
  depth: 200,
  elements: 8_000,
  attributes: 12,
  attribute: 4_000,
};

interface Extracted {
  readonly canonical: CanonicalText;
  readonly size: number;
}

/** Where a text node's characters stand in the source: `[start in node, length, start in source, length in source]`. */
type Origins = [number, number, number, number][];

interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly childNodes: readonly DomNode[];
  data?: string;
  parentNode?: DomNode | null;
  appendChild(child: DomNode): void;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
}

function extract(html: string, cleanUp: boolean, notes: Note[]): Extracted | null {
  const { document, origins, headline, headlineNodes } = build(html, cleanUp, notes);
  const article = new Readability(document as never, {
    serializer: (element: unknown) => element as string,
    charThreshold: 250,
    nbTopCandidates: 8,
  }).parse();
  const root = article?.content as unknown as DomNode | undefined;
  if (!root) return null;
  return textOf(root, origins, headline, headlineNodes);
}

const SKIP = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'form',
  'button',
  'select',
  'input',
  'textarea',
  'audio',
  'video',
  'map',
  'math',
  'dialog',
]);
/** Elements that only style words: they need no node, and pages made of them cost nothing. */
const FLAT = new Set([
  'b',
  'i',
  'em',
  'strong',
  'u',
  's',
  'small',
  'big',
  'font',
  'sup',
  'sub',
  'mark',
  'abbr',
  'acronym',
  'cite',
  'code',
  'kbd',
  'ins',
  'del',
  'bdi',
  'bdo',
  'q',
  'wbr',
  'tt',
  'center',
  'nobr',
]);

const CLEANED_TAGS = new Set(['nav', 'aside', 'footer', 'figure', 'figcaption', 'menu']);
const CLEANED_CLASS =
  /(?:^|[\s_-])(?:nav|navbar|breadcrumbs?|menu|sidebar|footer|related|recirc|recommend(?:ed|ations)?|newsletter|promo|promotion|advert(?:isement)?|ad|ads|social|share|sharing|sharebar|comments?|caption|credit|gallery|slideshow|carousel|subscribe|signup|paywall|cookie|consent|trending|most-?(?:read|popular)|taboola|outbrain|widget|tags?|author-?bio|read-?more|toolbar|hover-?card|rollover-(?:people-)?block)(?:$|[\s_-])/i;
const VOID = new Set([
  'br',
  'hr',
  'img',
  'meta',
  'link',
  'input',
  'area',
  'base',
  'col',
  'embed',
  'source',
  'track',
  'wbr',
]);
const KEPT_ATTRIBUTES = new Set([
  'class',
  'id',
  'href',
  'role',
  'itemprop',
  'rel',
  'property',
  'style',
  'hidden',
  'aria-hidden',
]);

function build(html: string, cleanUp: boolean, notes: Note[]) {
  const { document } = parseHTML('<!doctype html><html><head><title></title></head><body></body></html>');
  const body = document.body as unknown as DomNode;
  const origins = new WeakMap<DomNode, Origins>();
  const stack: { name: string; node: DomNode }[] = [{ name: 'body', node: body }];
  let skipped = 0;
  let ignored = 0;
  let elements = 0;
  let headline = '';
  const headlineNodes: DomNode[] = [];
  let last: DomNode | null = null;
  let inHeadline = 0;
  const source = html.length > LIMITS.characters ? html.slice(0, LIMITS.characters) : html;
  if (source.length < html.length)
    notes.push({
      code: 'page-cut',
      severity: 'warning',
      message: `the page is larger than ${LIMITS.characters / 1_000_000} million characters; the rest was not read`,
    });
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (FLAT.has(name) && skipped === 0) return; // its words belong to what holds it
        if (skipped > 0 || ignored > 0) {
          if (skipped > 0) skipped++;
          else ignored++;
          return;
        }
        if (name === 'html' || name === 'body' || name === 'head') return;
        if (SKIP.has(name) || (cleanUp && isCleaned(name, attributes, stack.length))) {
          if (!VOID.has(name)) skipped = 1;
          return;
        }
        if (stack.length >= LIMITS.depth || elements >= LIMITS.elements) {
          if (!VOID.has(name)) ignored = 1;
          if (elements === LIMITS.elements)
            notes.push({
              code: 'page-cut',
              severity: 'warning',
              message: 'the page has too many elements; the structure of the rest was not read',
            });
          return;
        }
        elements++;
        last = null;
        const node = document.createElement(name) as unknown as DomNode;
        let count = 0;
        for (const key in attributes) {
          if (!KEPT_ATTRIBUTES.has(key) || count++ >= LIMITS.attributes) continue;
          node.setAttribute(key, (attributes[key] as string).slice(0, LIMITS.attribute));
        }
        (stack.at(-1) as { node: DomNode }).node.appendChild(node);
        if (name === 'h1') inHeadline++;
        if (!VOID.has(name)) stack.push({ name, node });
      },
      ontext(data) {
        if (skipped > 0) return;
        const start = parser.startIndex;
        const length = parser.endIndex + 1 - start;
        if (inHeadline > 0) headline += data;
        // Text below the depth bound still belongs to what holds it.
        if (last) {
          const map = origins.get(last) as Origins;
          map.push([(last.data as string).length, data.length, start, length]);
          last.data += data;
          return;
        }
        const node = document.createTextNode(data) as unknown as DomNode;
        origins.set(node, [[0, data.length, start, length]]);
        (stack.at(-1) as { node: DomNode }).node.appendChild(node);
        if (inHeadline > 0) headlineNodes.push(node);
        last = node;
      },
      onclosetag(name) {
        if (FLAT.has(name) && skipped === 0) return;
        if (skipped > 0) {
          skipped--;
          return;
        }
        if (ignored > 0) {
          ignored--;
          return;
        }
        if (VOID.has(name)) return;
        if (stack.length > 1 && (stack.at(-1) as { name: string }).name === name) {
          stack.pop();
          last = null;
          if (name === 'h1') inHeadline--;
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(source);
  parser.end();
  return { document, origins, headline: headline.replace(/\s+/g, ' ').trim(), headlineNodes };
}

function isCleaned(name: string, attributes: Record<string, string>, depth: number): boolean {
  if (CLEANED_TAGS.has(name)) return true;
  if (depth < 2 || name === 'article' || name === 'main') return false;
  return (
    CLEANED_CLASS.test(attributes.class ?? '') ||
    CLEANED_CLASS.test(attributes.id ?? '') ||
    /^(?:navigation|complementary|contentinfo|search)$/.test(attributes.role ?? '')
  );
}

const BLOCK = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER H1 H2 H3 H4 H5 H6 UL OL LI BLOCKQUOTE PRE TABLE TBODY THEAD TR TD TH DL DT DD FIGURE FIGCAPTION HR ADDRESS BODY'.split(
    ' ',
  ),
);

interface Character {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** Block-aware text: one paragraph a block, white space as a browser shows it, boilerplate lines set apart. */
function textOf(
  root: DomNode,
  origins: WeakMap<DomNode, Origins>,
  headline: string,
  headlineNodes: readonly DomNode[],
): Extracted {
  const blocks: Character[][] = [];
  let block: Character[] = [];
  const flush = () => {
    if (block.some((piece) => /\S/.test(piece.text))) blocks.push(block);
    block = [];
  };
  const seen = new Set<DomNode>();
  const walk = (node: DomNode): void => {
    // An explicit stack: the depth is bounded, but a recursion's frames need not be spent on it.
    const todo: (DomNode | 'flush')[] = [node];
    while (todo.length > 0) {
      const next = todo.pop() as DomNode | 'flush';
      if (next === 'flush') {
        flush();
      } else if (next.nodeType === 3) {
        seen.add(next);
        const map = origins.get(next);
        const data = next.data ?? '';
        if (map)
          for (const [at, length, start, sourceLength] of map)
            block.push({ text: data.slice(at, at + length), start, length: sourceLength });
      } else if (next.nodeName === 'BR') {
        flush();
      } else if (next.nodeType === 1) {
        const isBlock = BLOCK.has(next.nodeName);
        if (isBlock) {
          flush();
          todo.push('flush');
        }
        for (let i = next.childNodes.length - 1; i >= 0; i--) todo.push(next.childNodes[i] as DomNode);
      }
    }
    flush();
  };
  // The page's own headline belongs to the text; Readability takes it away with the title.
  const title = headlineNodes.filter((node) => !node.parentNode || !seen.has(node));
  walk(root);
  const lead = title.flatMap((node) =>
    seen.has(node)
      ? []
      : (origins.get(node) ?? []).map(([at, length, start, sourceLength]) => ({
          text: (node.data ?? '').slice(at, at + length),
          start,
          length: sourceLength,
        })),
  );
  if (headline !== '' && headline.length < 300 && lead.length > 0) blocks.unshift(lead);
  const canonical = new CanonicalText();
  let size = 0;
  blocks.forEach((pieces, index) => {
    const content = pieces
      .map((piece) => piece.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const reason: DropReason | null =
      dropReason(content) ?? (index < 3 && index > 0 && isNameLine(content) ? 'byline' : null);
    const first = pieces[0] as Character;
    const last = pieces.at(-1) as Character;
    if (reason !== null) {
      canonical.drop(content, first.start, last.start + last.length, reason);
      return;
    }
    if (canonical.length > 0) canonical.add('\n\n', first.start, 0);
    appendBlock(canonical, pieces);
    size += content.length;
  });
  return { canonical, size };
}

/** Runs of white space become one space, edges go; every kept character keeps its place. */
function appendBlock(canonical: CanonicalText, pieces: readonly Character[]): void {
  let space: { start: number; length: number } | null = null;
  let any = false;
  for (const { text, start, length } of pieces) {
    const entity = text.length !== length;
    for (let i = 0; i < text.length; ) {
      const from = i;
      const blank = /[\s\u00a0]/.test(text[i] as string);
      while (i < text.length && /[\s\u00a0]/.test(text[i] as string) === blank) i++;
      const at = entity ? start : start + from;
      const size = entity ? length : i - from;
      if (blank) space ??= { start: at, length: size };
      else {
        if (any && space) canonical.add(' ', space.start, space.length);
        canonical.add(text.slice(from, i), at, size);
        space = null;
        any = true;
      }
    }
  }
}

function dedupe(notes: readonly Note[]): readonly Note[] {
  return [...new Map(notes.map((note) => [`${note.code} ${note.message}`, note])).values()];
}
