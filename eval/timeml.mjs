// TimeML documents (TempEval-3): text, day of publication and TIMEX3 spans, in UTF-16 code units of the text.
import fs from 'node:fs';
import path from 'node:path';

export function readTimeMl(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.tml'))
    .sort()
    .map((name) => {
      const source = fs.readFileSync(path.join(folder, name), 'utf8');
      const published = /<DCT>[\s\S]*?value="([^"]+)"/.exec(source)?.[1] ?? null;
      const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(source)?.[1] ?? '';
      let text = '';
      const open = [];
      const spans = [];
      for (const [, closing, tag, attributes, words] of body.matchAll(
        /<(\/?)([A-Za-z0-9]+)([^>]*)>|([^<]+)/g,
      )) {
        if (words !== undefined) text += unescaped(words);
        else if (tag === 'TIMEX3' && !closing)
          open.push({
            start: text.length,
            value: attribute(attributes, 'value'),
            type: attribute(attributes, 'type'),
          });
        else if (tag === 'TIMEX3') {
          const span = open.pop();
          if (text.length > span.start) spans.push({ ...span, end: text.length });
        }
      }
      return { id: name.replace(/\.tml$/, ''), text, published, spans };
    });
}

const attribute = (text, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '';
const unescaped = (text) =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
  );
