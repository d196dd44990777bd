import { Parser } from 'htmlparser2';
import type { Note } from '../model/note.js';
import { dateIn } from './boilerplate.js';
import type { Metadata } from './canonical.js';

/** Longest JSON-LD block that is parsed, in characters. */
const LARGEST_SCRIPT = 1_000_000;

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Transcript)$/;

/**
 * Title, outlet, byline, time, address and language as a page states them, in one pass: JSON-LD first, then OpenGraph
 * and other meta tags, microdata, time tags, byline spans, the address itself.
 */
export function metadataOf(
  html: string,
  address: string | null,
): { readonly metadata: Metadata; readonly notes: readonly Note[] } {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  let canonical: string | null = null;
  let language: string | null = null;
  let time: string | null = null;
  let byline: string | null = null;
  let title = '';
  let heading = '';
  let collecting: 'title' | 'heading' | 'byline' | 'script' | null = null;
  let depth = 0;
  let text = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (collecting) {
          depth++;
          return;
        }
        if (name === 'html') language ??= attributes.lang ?? attributes['xml:lang'] ?? null;
        else if (name === 'meta') {
          const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase();
          if (key && attributes.content && !meta.has(key)) meta.set(key, attributes.content.trim());
        } else if (name === 'link' && /\bcanonical\b/i.test(attributes.rel ?? ''))
          canonical ??= attributes.href ?? null;
        else if (name === 'time') time ??= attributes.datetime ?? attributes.content ?? null;
        else if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) begin('script');
        else if (name === 'title' && title === '') begin('title');
        else if (name === 'h1' && heading === '') begin('heading');
        else if (
          byline === null &&
          (/\bauthor\b/i.test(`${attributes.rel ?? ''} ${attributes.itemprop ?? ''}`) ||
            /(?:^|[\s_-])byline(?:[\s_-]|$)/i.test(attributes.class ?? ''))
        )
          begin('byline');
      },
      ontext(data) {
        if (collecting && text.length < LARGEST_SCRIPT) text += data;
      },
      onclosetag() {
        if (!collecting) return;
        if (depth-- > 0) return;
        const value = text.replace(/\s+/g, ' ').trim();
        if (collecting === 'script') scripts.push(text);
        else if (collecting === 'title') title = value;
        else if (collecting === 'heading') heading = value;
        else if (value.length > 2 && value.length < 120) byline = value.replace(/^by\s+/i, '');
        collecting = null;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();

  function begin(kind: typeof collecting): void {
    collecting = kind;
    depth = 0;
    text = '';
  }

  const notes: Note[] = [];
  const article = jsonArticle(scripts, notes);
  const named = clean(article?.outlet ?? meta.get('og:site_name') ?? meta.get('application-name') ?? null);
  const headed = splitTitle(
    clean(article?.title ?? meta.get('og:title') ?? (heading || null) ?? (title || null)),
    clean(title || null),
    named,
  );
  const base = address ?? undefined;
  const url = absolute(article?.url ?? canonical ?? meta.get('og:url') ?? null, base) ?? address;
  return {
    metadata: {
      ...headed,
      byline: clean(article?.byline ?? meta.get('author') ?? meta.get('article:author') ?? byline),
      published:
        dateValue(
          article?.published ??
            meta.get('article:published_time') ??
            meta.get('datepublished') ??
            meta.get('date') ??
            meta.get('dc.date') ??
            meta.get('pubdate') ??
            meta.get('sailthru.date') ??
            meta.get('parsely-pub-date') ??
            time,
        ) ?? dateInAddress(url),
      url,
      language: clean(language ?? meta.get('og:locale')?.replace('_', '-') ?? null),
    },
    notes,
  };
}

/** `Harbour stays open | The Courier`: the outlet's name stands behind the last bar or dash of a page's title. */
function splitTitle(
  title: string | null,
  pageTitle: string | null,
  outlet: string | null,
): { title: string | null; outlet: string | null } {
  const tail = /^(.{8,}?)\s+(\||–|—|-|::|»)\s+(\p{Lu}[^|–—]{1,40})$/u.exec(pageTitle ?? '');
  // A dash may be the headline's own: it counts where the page gives the headline without what follows.
  const sure =
    tail !== null &&
    (tail[2] === '|' || (title !== pageTitle && title !== null && (pageTitle ?? '').startsWith(title)));
  const name = sure ? (tail[3] as string).trim() : null;
  const found = outlet ?? (name !== null && name.split(' ').length <= 5 ? name : null);
  if (title === null || found === null) return { title, outlet: found };
  const behind = new RegExp(`\\s+(?:\\||–|—|-|::|»)\\s+${found.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
  return { title: title.replace(behind, ''), outlet: found };
}

interface JsonArticle {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

function jsonArticle(scripts: readonly string[], notes: Note[]): JsonArticle | null {
  for (const script of scripts) {
    let data: unknown;
    try {
      // Newlines inside strings are the commonest fault.
      data = JSON.parse(script.trim().replace(/[\u0000-\u001f]+/g, ' '));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      notes.push({
        code: 'metadata-invalid',
        severity: 'info',
        message: 'a JSON-LD block of the page is not valid JSON and was passed over',
      });
      continue;
    }
    const found = findArticle(data, 0);
    if (found) return found;
  }
  return null;
}

function findArticle(data: unknown, depth: number): JsonArticle | null {
  if (depth > 6 || typeof data !== 'object' || data === null) return null;
  if (Array.isArray(data)) {
    for (const item of data.slice(0, 200)) {
      const found = findArticle(item, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const record = data as Record<string, unknown>;
  const types = [record['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) {
    return {
      title: text(record.headline) ?? text(record.name),
      outlet: nameOf(record.publisher),
      byline: [record.author].flat().map(nameOf).filter(Boolean).join(', ') || null,
      published: text(record.datePublished) ?? text(record.dateCreated),
      url:
        text(record.url) ??
        text((record.mainEntityOfPage as Record<string, unknown> | undefined)?.['@id']) ??
        text(record.mainEntityOfPage),
    };
  }
  return findArticle(record['@graph'], depth + 1) ?? findArticle(record.mainEntity, depth + 1);
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

function nameOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return (
    text(one) ??
    (typeof one === 'object' && one !== null ? text((one as Record<string, unknown>).name) : null)
  );
}

function clean(value: string | null | undefined): string | null {
  const short = value
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
  return short && !/^https?:/.test(short) ? short : null;
}

function absolute(value: string | null, base: string | undefined): string | null {
  if (value === null || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** The date as the page gives it, with its own offset; only forms that can be trusted. */
function dateValue(value: string | null): string | null {
  if (value === null) return null;
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?/.exec(
    value.trim(),
  );
  if (iso) {
    if (Number.isNaN(Date.parse(iso[1] as string))) return null;
    return iso[2] === undefined
      ? (iso[1] as string)
      : `${iso[1]}T${iso[2]}${iso[3]?.slice(0, 3) ?? ''}${iso[4] ?? ''}`;
  }
  const compact = /^(\d{4})(\d\d)(\d\d)(?:\D|$|T)/.exec(value);
  if (compact) return dateValue(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const english = dateIn(value);
  if (english) return english;
  const british =
    /\b(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4})/i.exec(value);
  return british ? dateIn(`${british[2]} ${british[1]}, ${british[3]}`) : null;
}

/** `/2031/11/12/` in an address. */
function dateInAddress(url: string | null): string | null {
  const match = url === null ? null : /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(url);
  return match
    ? dateValue(
        `${match[1]}-${(match[2] as string).padStart(2, '0')}-${(match[3] as string).padStart(2, '0')}`,
      )
    : null;
}
