// Speed and growth of `compare/`: claims read from reports, and claims compared.
//
//   node bench/positions.mjs [--rounds 5]
//
// Stories are made of invented sentences by a seeded generator: half of the reports are told by speakers, every twentieth
// claim is denied. Prints the median time of each part by the number of statements, and the growth exponent between rows;
// then the speed of temporal expressions on the same texts.
import { parseArgs } from 'node:util';
import { claimsOf } from '../dist/compare/claims.js';
import { disagreementsOf, negations } from '../dist/compare/disagreements.js';
import { References } from '../dist/compare/references.js';
import { shiftsOf } from '../dist/compare/shifts.js';
import { timeExpressions } from '../dist/date/expressions.js';
import { compare } from '../dist/pipeline.js';
import { read } from '../dist/read/read.js';
import { segment } from '../dist/segment/segment.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
let state = 17;
const random = (n) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state % n;
};
const NAMES = [
  'Maria Ruiz',
  'Ben Ito',
  'Carla Vik',
  'Lars Duval',
  'Petra Okoye',
  'Greta Holm',
  'Colm Barrow',
  'Asha Nair',
];
const VERBS = ['signed', 'closed', 'painted', 'sold', 'visited', 'discussed', 'blamed', 'praised'];
const BASES = ['sign', 'close', 'paint', 'sell', 'visit', 'discuss', 'blame', 'praise'];
const THINGS = ['order', 'bridge', 'ferry', 'letter', 'quay', 'museum', 'treaty', 'lamp', 'garden', 'school'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

function sentence() {
  const verb = random(VERBS.length);
  const deny = random(20) === 0;
  const who = NAMES[random(NAMES.length)];
  return `${who} said on ${DAYS[random(DAYS.length)]} that ${NAMES[random(NAMES.length)]} ${deny ? `did not ${BASES[verb]}` : VERBS[verb]} the ${random(3000)} ${THINGS[random(THINGS.length)]}.`.replace(
    /the \d+ /,
    (part) => `the ${word(Number(part.slice(4)))} `,
  );
}
const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'si', 'to', 'va', 'de'];
const word = (n) =>
  `${SYLLABLES[n % 10]}${SYLLABLES[Math.floor(n / 10) % 10]}${SYLLABLES[Math.floor(n / 100) % 10]}${SYLLABLES[Math.floor(n / 1000) % 10]}rian`;
const encoder = new TextEncoder();
const story = (statements) =>
  Array.from(
    { length: Math.ceil(statements / 50) },
    (_, i) =>
      read({
        bytes: encoder.encode(Array.from({ length: 50 }, sentence).join(' ')),
        origin: `${i}.txt`,
        manifest: { file: `${i}.txt`, outlet: `Outlet ${i}`, published: '2031-05-16' },
      }).report,
  );
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const timed = (work) => {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return median(times);
};

const rows = [];
for (const statements of [1_000, 10_000, 100_000]) {
  const reports = story(statements);
  // At most ten thousand statements are read through; beyond that their claims are repeated, with other verbs, under other
  // reports: reading is counted up, comparing is measured.
  const own = reports.slice(0, Math.min(reports.length, 200));
  const ledger = compare(own);
  const references = new References(ledger.speakers);
  const byReport = Map.groupBy
    ? Map.groupBy(ledger.attributions, ({ report }) => report)
    : groupBy(ledger.attributions);
  const reads = ledger.reports.map((report) => ({
    report,
    segmentation: segment(report).value,
    attributions: byReport.get(report.id) ?? [],
    times: timeExpressions(report.text, { published: report.published }).value,
  }));
  const reading = timed(() => reads.map((one) => claimsOf(one, references)));
  const once = reads.flatMap((one) => claimsOf(one, references));
  const copies = Math.ceil(reports.length / own.length);
  const claims = Array.from({ length: copies }, (_, i) =>
    i === 0
      ? once
      : once.map((claim) => ({
          ...claim,
          report: `${claim.report} ${i}`,
          predicate: `${claim.predicate} ${i}`,
        })),
  ).flat();
  const known = new Map(ledger.reports.map((report) => [report.id, report]));
  let found = 0;
  const comparing = timed(() => {
    found =
      disagreementsOf(claims, [], known, new Map(), new Set(), references).length +
      shiftsOf(reads, claims, references).length;
  });
  // The same words but for a negation: per report, so counted up like reading.
  const alike = timed(() => negations(reads));
  rows.push({
    statements,
    claims: claims.length,
    readMs: Math.round((reading * claims.length) / once.length),
    alikeMs: Math.round((alike * claims.length) / once.length),
    compareMs: Math.round(comparing),
    alarms: found,
  });
}
console.log(
  'claims read and compared, medians; alarms are true ones: the generator denies what it asserts elsewhere',
);
console.table(
  rows.map((row, i) => {
    const before = rows[i - 1];
    const exponent = before
      ? (
          Math.log(row.compareMs / Math.max(1, before.compareMs)) / Math.log(row.claims / before.claims)
        ).toFixed(2)
      : '';
    return { ...row, exponent };
  }),
);

const text = story(20_000)
  .map((one) => one.text)
  .join('\n');
const seconds = timed(() => timeExpressions(text, { published: '2031-05-16' })) / 1000;
console.log(
  `temporal expressions: ${(text.length / 1e6 / seconds).toFixed(1)} MB/s on ${(text.length / 1e6).toFixed(1)} MB`,
);

function groupBy(list) {
  const groups = new Map();
  for (const one of list) groups.set(one.report, [...(groups.get(one.report) ?? []), one]);
  return groups;
}
