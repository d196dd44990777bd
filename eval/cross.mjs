// What `check` says of real reports: each as a draft against the others of its story.
//
//   node eval/cross.mjs [--reports FOLDER] [--show VERDICT]
//   node eval/cross.mjs --stories FILE.jsonl [--drafts 400] [--show VERDICT]
//
// A folder is one story; a file has {"story", "text"} in each line. Prints how many quotations got each verdict. Nobody has
// said which are right: `--show altered` prints both sides of every such finding, for a person to judge.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gather } from '../dist/gather/gather.js';
import { CHECK_VERDICTS } from '../dist/model/check.js';
import { verifyQuotes } from '../dist/pipeline.js';
import { renderCheckText } from '../dist/render/check-text.js';
import { storiesIn } from './stories.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: join(root, '../shared/data/apec-2017') },
    stories: { type: 'string' },
    drafts: { type: 'string', default: '400' },
    show: { type: 'string' },
  },
});
const path = values.stories ?? values.reports;
if (!existsSync(path)) {
  console.error(`${path} is not there; give --reports or --stories`);
  process.exit(3);
}
const stories = values.stories ? storiesIn(values.stories) : [(await gather([values.reports])).reports];
const counts = new Map(CHECK_VERDICTS.map((verdict) => [verdict, 0]));
let drafts = 0;
for (const reports of stories) {
  // Of a long file two drafts a story, so that no story weighs more than others.
  for (const draft of values.stories ? reports.slice(0, 2) : reports) {
    if (values.stories && drafts >= Number(values.drafts)) break;
    drafts++;
    const check = verifyQuotes(
      draft,
      reports.filter((report) => report !== draft),
    );
    for (const { verdict } of check.quotations) counts.set(verdict, counts.get(verdict) + 1);
    const shown = check.quotations.filter(({ verdict }) => verdict === values.show);
    if (shown.length > 0) console.log(renderCheckText({ ...check, quotations: shown, notes: [], passed: 0 }));
  }
}
const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
console.log(`${drafts} drafts of ${stories.length} stories, ${all} quotations`);
for (const [verdict, count] of counts) console.log(`  ${verdict.padEnd(14)} ${String(count).padStart(5)}`);
