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
