// Attribution data in brat standoff, as PolNeAR has it: text/*.txt and attributions/*.ann. `E` lines join `T` spans to
// a relation; discontinuous spans are `b e;b e`; of several annotators of an article the first by name counts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROLES = ['source', 'cue', 'content'];

/** `{article, text, relations: {source, cue, content: [start, end][]}[]}` of each article, in order of name. */
export function readStandoff(folder) {
  const articles = new Map();
  for (const name of readdirSync(join(folder, 'attributions')).sort()) {
    if (!name.endsWith('.ann')) continue;
    const article = name.replace(/(?:_[0-9a-f]{4})?\.ann$/, '');
    if (articles.has(article)) continue;
    const file = [`${article}.txt`, name.replace(/\.ann$/, '.txt')]
      .map((one) => join(folder, 'text', one))
      .find(existsSync);
    if (!file) continue;
    const text = readFileSync(file, 'utf8');
    if ([...text].length !== text.length) continue; // offsets there count code points
    const relations = relationsOf(readFileSync(join(folder, 'attributions', name), 'utf8'));
    articles.set(article, { article, text, relations });
  }
  return [...articles.values()];
}

function relationsOf(annotations) {
  const spans = new Map();
  const relations = [];
  for (const line of annotations.split('\n')) {
    const [id, body] = line.split('\t');
    if (/^T\d+$/.test(id) && body) {
      const offsets = body.slice(body.indexOf(' ') + 1);
      spans.set(
        id,
        offsets.split(';').map((piece) => piece.split(' ').map(Number)),
      );
    } else if (/^E\d+$/.test(id) && body) {
      const relation = { source: [], cue: [], content: [] };
      for (const argument of body.trim().split(/\s+/).slice(1)) {
        const [role, target] = argument.split(':');
        const kind = role.replace(/\d+$/, '').toLowerCase();
        if (ROLES.includes(kind)) relation[kind].push(...(spans.get(target) ?? []));
      }
      if (relation.content.length > 0 && relation.cue.length > 0) relations.push(relation);
    }
  }
  return relations;
}

/**
 * Findings as relations of one level: what stands inside the content of another is left out, and a quotation that goes
 * on after a full stop belongs to the one that it goes on from.
 */
export function toRelations(findings, least = 0) {
  const relations = [];
  const of = new Map();
  findings.forEach((finding, index) => {
    if (finding.within !== undefined || (finding.confidence ?? 1) < least) return;
    const content = finding.content.map(({ start, end }) => [start, end]);
    const opened = finding.by === 'continuation' ? of.get(finding.from) : undefined;
    if (opened) {
      opened.content.push(...content);
      of.set(index, opened);
      return;
    }
    const relation = {
      source: finding.source ? [[finding.source.start, finding.source.end]] : [],
      cue: finding.cue ? [[finding.cue.start, finding.cue.end]] : [],
      content,
    };
    relations.push(relation);
    of.set(index, relation);
  });
  return relations;
}

/**
 * Whether an annotator marked what a finding says: a content that shares half of all their characters with its own (for
 * one without a cue: that holds four fifths of it), and a source that touches its own, or neither.
 * @param source the finding's, or of what it goes on from
 */
export function isRight({ content, cue }, source, relations) {
  const own = content.reduce((sum, { start, end }) => sum + end - start, 0);
  return relations.some((relation) => {
    const gold = relation.content.reduce((sum, [from, to]) => sum + to - from, 0);
    let shared = 0;
    for (const { start, end } of content)
      for (const [from, to] of relation.content)
        shared += Math.max(0, Math.min(end, to) - Math.max(start, from));
    const found = cue ? shared / (own + gold - shared) >= 0.5 : shared / own >= 0.8;
    const named = source
      ? relation.source.some(([from, to]) => source.start < to && from < source.end)
      : relation.source.length === 0;
    return found && named;
  });
}
