// Scores stances, disagreements and shifts against the positions of three reports annotated in depth.
//
//   node eval/positions.mjs [--data ../shared/data/apec-2017] [--wrong] [--without LIST[,LIST]]
//
// Stance: every gold stance of a named holder; ours is the one of the same holder whose evidence overlaps the gold
// statement and whose words are nearest to the gold proposition's. Four poles, macro-F1; a flip is assert for deny or
// the other way round. Stances of the outlets themselves are counted apart: the record gives those of attributions.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gather } from '../dist/gather/gather.js';
import * as verbs from '../dist/lexicon/en/verbs.js';
import { NEGATORS } from '../dist/lexicon/en/wording.js';
import { poleOf } from '../dist/model/stance.js';
import { compare } from '../dist/pipeline.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/apec-2017' },
    wrong: { type: 'boolean', default: false },
    without: { type: 'string' },
  },
});
// Ablation: the score without what a word list knows.
const LISTS = {
  attitudes: verbs.ATTITUDES,
  carriers: verbs.CARRIERS,
  implicatives: verbs.IMPLICATIVES,
  events: verbs.EVENT_NOUNS,
  classes: verbs.VERB_CLASSES,
  hedges: verbs.HEDGES,
  factives: verbs.FACTIVES,
  absences: verbs.ABSENCES,
  negators: NEGATORS,
};
for (const name of values.without?.split(',') ?? []) {
  if (!LISTS[name]) {
    console.error(`${name} is none of ${Object.keys(LISTS).join(', ')}`);
    process.exit(2);
  }
  LISTS[name].clear();
}
const goldFile = path.join(values.data, 'seeds.positions.gold.json');
if (!fs.existsSync(goldFile)) {
  console.error(`${goldFile} is not there; give its folder with --data`);
  process.exit(3);
}
const gold = JSON.parse(fs.readFileSync(goldFile, 'utf8'));
const all = (await gather([values.data], {})).reports;
const files = { A: '01-seed-000', B: '02-seed-002', C: '03-seed-004' };
const reports = all.filter(({ origin }) => Object.values(files).some((file) => origin.includes(file)));
const ledger = compare(reports);
const reportOf = Object.fromEntries(
  Object.entries(files).map(([doc, file]) => [
    doc,
    ledger.reports.find(({ origin }) => origin.includes(file)),
  ]),
);
const speakers = new Map(ledger.speakers.map((one) => [one.id, one]));
const propositions = new Map(gold.propositions.map((one) => [one.id, one]));
const words = (text) =>
  new Set((text.toLowerCase().match(/[a-z]{3,}/g) ?? []).map((word) => word.slice(0, 5)));

// The canonical text may differ from the file: offsets go through the map of the report.
const place = (report, { b, e }) => {
  const at = (offset) => {
    for (const [text, length, source, sourceLength] of report.sourceMap)
      if (offset >= source && offset <= source + sourceLength)
        return text + Math.min(length, offset - source);
    return null;
  };
  const [start, end] = [at(b), at(e)];
  return start === null || end === null ? null : { start, end };
};
const overlapping = (a, b) => a.start < b.end && b.start < a.end;
const sameHolder = (stance, name) => {
  const speaker = stance.holder && speakers.get(stance.holder);
  const own = speaker ? [speaker.name, ...speaker.aliases] : [stance.path.at(-1)?.holder ?? ''];
  // Somebody whom no report names is nobody here either.
  if (/unnamed|unspecified|accusers|everybody/.test(name))
    return !speaker || speaker.kind === 'unnamed' || /journalist/.test(name);
  const last = (text) =>
    text
      .toLowerCase()
      .replace(/\(.*?\)|,.*$/g, '')
      .trim()
      .split(/\s+/)
      .at(-1);
  if (/joint statement/.test(name))
    return own.some((alias) => /joint statement|countries|russia/i.test(alias));
  return name.split(';').some((one) => own.some((alias) => last(alias) === last(one)));
};

/** Words that tell little of what a proposition is about. */
const SMALL =
  /^(?:that|what|did|didn|does|not|the|and|they|are|was|were|has|have|had|his|her|him|this|with|for|you|who|will|say|sayin|said)$/;

const POLES = ['assert', 'deny', 'uncertain', 'none'];
const goldPole = Object.fromEntries(gold.valueSets.stance.map((value) => [value, poleOf(value) ?? 'none']));
const right = Object.fromEntries(POLES.map((pole) => [pole, { tp: 0, fp: 0, fn: 0 }]));
const bases = {};
/** Stances that gold answers: how they are told, how sure the ledger is, and whether the pole is right. */
const sure = [];
let [asked, missed, flips, outlets, dated, datedRight] = [0, 0, 0, 0, 0, 0];
for (const statement of gold.statements) {
  const report = reportOf[statement.doc];
  const span = place(report, statement.span);
  if (!span) continue;
  // A clause behind “if” or “whether” (`unknown`) answers for nothing.
  const near = ledger.stances.filter(
    ({ value, evidence }) =>
      value !== 'unknown' && evidence.some((one) => one.report === report.id && overlapping(one, span)),
  );
  const own = ledger.attributions.find(
    (one) =>
      one.report === report.id &&
      one.saidOn &&
      one.content.some((part) => overlapping(part, span)) &&
      near.some(({ attribution }) => attribution === one.id),
  );
  if (own && statement.date) {
    dated++;
    if (own.saidOn.value.slice(0, 10) === statement.date) datedRight++;
    else if (values.wrong)
      console.log(`date ${statement.id} ${statement.date} | ${own.saidOn.value} ${own.saidOn.basis}`);
  }
  const nearness = (one, proposition) => {
    const wanted = words(`${proposition.text} ${proposition.pred} ${proposition.surfaceForms.join(' ')}`);
    const mine = words(
      one.evidence
        .map(({ report: id, start, end }) => ledger.reports.find((r) => r.id === id).text.slice(start, end))
        .join(' '),
    );
    const shared = [...mine]
      .filter((word) => [...wanted].some((other) => other.startsWith(word) || word.startsWith(other)))
      .reduce((sum, word) => sum + (SMALL.test(word) ? 0.2 : 1), 0);
    const inside = one.evidence.some((part) => part.start >= span.start - 2 && part.end <= span.end + 2)
      ? 0.5
      : 0;
    // That somebody says or thinks something is nearer to nothing than what is said.
    const telling = /^(?:say|tell|claim|believe|think|feel)$/.test(one.proposition.predicate) ? 0.2 : 0;
    return { told: shared >= 0.4, near: (shared + inside) / (2 + mine.size) ** 0.7 - telling };
  };
  const wanted = [];
  for (const stance of statement.stances) {
    if (stance.value === 'shift') continue;
    if (/^OUTLET_/.test(stance.holder)) outlets++;
    else wanted.push(stance);
  }
  asked += wanted.length;
  // Each of ours answers for one gold stance: the nearest pairs first. Values play no part in it.
  const pairs = wanted
    .flatMap((stance) =>
      near
        .filter((one) => sameHolder(one, stance.holder))
        .map((one) => ({ stance, one, ...nearness(one, propositions.get(stance.prop)) })),
    )
    // Where gold has several stances of one holder here, only words tell which is meant.
    .filter(
      ({ stance, told }) => told || wanted.filter(({ holder }) => holder === stance.holder).length === 1,
    )
    .sort((a, b) => b.near - a.near);
  const answer = new Map();
  const used = new Set();
  for (const { stance, one } of pairs) {
    if (answer.has(stance) || used.has(one)) continue;
    answer.set(stance, one);
    used.add(one);
  }
  for (const stance of wanted) {
    const pole = goldPole[stance.value];
    const best = answer.get(stance);
    if (!best) {
      missed++;
      right[pole].fn++;
      if (values.wrong)
        console.log(
          `missed ${statement.id} ${stance.holder} ${stance.prop} ${stance.value} | ${statement.span.text.slice(0, 90).replace(/\s+/g, ' ')}`,
        );
      continue;
    }
    // A gold proposition that is worded in the negative (“there is no …”, “is pointless”) turns round what we read.
    const turned = /\bno\b|pointless/.test(propositions.get(stance.prop).text);
    const read = poleOf(best.value);
    const basis = stance.basis === 'outlet-interpretation' ? 'outlet' : stance.basis;
    if (values.wrong && basis !== best.basis)
      console.log(
        `basis ${statement.id} ${stance.holder} ${stance.value} ${basis} → ${best.basis} | ${statement.span.text.slice(0, 100).replace(/\s+/g, ' ')}`,
      );
    bases[basis] ??= {};
    bases[basis][best.basis] = (bases[basis][best.basis] ?? 0) + 1;
    const given = turned && read === 'deny' ? 'assert' : read;
    const { form } = ledger.attributions.find(({ id }) => id === best.attribution);
    const kind = poleOf(best.value) === 'none' ? 'none' : form === 'direct' ? 'spoken' : 'told';
    sure.push({ doc: statement.doc, kind, confidence: best.confidence, right: given === pole });
    if (given === pole) right[pole].tp++;
    else {
      right[pole].fn++;
      right[given].fp++;
      if ((given === 'assert' && pole === 'deny') || (given === 'deny' && pole === 'assert')) flips++;
      if (values.wrong)
        console.log(
          `wrong ${statement.id} ${stance.holder} ${stance.prop} ${stance.value} → ${best.value} | ${best.proposition.predicate}`,
        );
    }
  }
}
const f1 = ({ tp, fp, fn }) => (2 * tp) / Math.max(1, 2 * tp + fp + fn);
console.log(
  `${asked} stances of named holders asked, ${missed} not found; ${outlets} of the outlets themselves left out`,
);
console.table(
  Object.fromEntries(POLES.map((pole) => [pole, { ...right[pole], F1: f1(right[pole]).toFixed(3) }])),
);
console.log(
  `macro-F1 ${(POLES.reduce((sum, pole) => sum + f1(right[pole]), 0) / 4).toFixed(3)}, flips ${((100 * flips) / asked).toFixed(1)} % (${flips})`,
);
// Calibration. The confidences are counted on these very stances: what counts is how the shares of two reports fit the
// third.
const shareOf = (rows) => rows.filter((row) => row.right).length / rows.length;
const calibration = {};
let [apart, apartHeldOut] = [0, 0];
for (const kind of new Set(sure.map((row) => row.kind))) {
  const rows = sure.filter((row) => row.kind === kind);
  let predicted = 0;
  for (const { doc } of rows) {
    const others = sure.filter((row) => row.doc !== doc);
    const alike = others.filter((row) => row.kind === kind);
    predicted += shareOf(alike.length > 0 ? alike : others) / rows.length;
  }
  apart += Math.abs(rows[0].confidence - shareOf(rows)) * rows.length;
  apartHeldOut += Math.abs(predicted - shareOf(rows)) * rows.length;
  calibration[kind] = {
    n: rows.length,
    confidence: rows[0].confidence,
    'by the other reports': predicted.toFixed(3),
    right: shareOf(rows).toFixed(3),
  };
}
console.table(calibration);
console.log(
  `expected calibration error ${(apart / sure.length).toFixed(3)} of ${sure.length} on the stances that the confidences were counted on; by the other reports ${(apartHeldOut / sure.length).toFixed(3)}`,
);
console.log('basis: gold in rows, as read in columns');
console.table(bases);
console.log(`time of saying: ${datedRight} of ${dated} dated as in gold`);

// Disagreements and shifts. An alarm is a gold one where passages of two of its sides touch those of two gold sides.
const overlapsGold = (record, alarm, sides, spanOf) => {
  const own =
    'accounts' in alarm
      ? alarm.accounts.map(({ evidence }) => evidence)
      : [alarm.before, alarm.after].map((id) => record.stances.find((one) => one.id === id)?.evidence ?? []);
  const hit = own.map((passages) =>
    sides.findIndex((side) =>
      side.evidence.some((gold) => passages.some((one) => spanOf(gold, one) === true)),
    ),
  );
  return new Set(hit.filter((at) => at >= 0)).size > 1;
};
const bySeed = (goldSpan, one) => {
  const report = reportOf[goldSpan.doc];
  const span = place(report, goldSpan);
  return report.id === one.report && span !== null && overlapping(span, one);
};
const classOf = ({ confidence }) => (confidence >= 0.9 ? 'told' : 'may');
const verdicts = [];
for (const one of gold.disagreements) {
  const alarm = ledger.disagreements.find((own) => overlapsGold(ledger, own, one.sides, bySeed));
  verdicts.push({
    gold: one.id,
    what: one.severity,
    found: alarm ? `${alarm.kind} (${classOf(alarm)})` : '',
  });
}
for (const one of gold.nonDisagreements) {
  const sides = one.evidence.map((evidence) => ({ evidence: [evidence] }));
  const alarm = ledger.disagreements.find((own) => overlapsGold(ledger, own, sides, bySeed));
  verdicts.push({ gold: one.id, what: 'none', found: alarm ? `${alarm.kind} (${classOf(alarm)})` : '' });
}
for (const one of gold.positionShifts) {
  const alarm = ledger.shifts.find((own) => overlapsGold(ledger, own, [one.from, one.to], bySeed));
  verdicts.push({ gold: one.id, what: one.kind, found: alarm ? `${alarm.kind} (${classOf(alarm)})` : '' });
}
for (const one of gold.nonShifts) {
  const sides = one.evidence.map((evidence) => ({ evidence: [evidence] }));
  const alarm = ledger.shifts.find((own) => overlapsGold(ledger, own, sides, bySeed));
  verdicts.push({ gold: one.id, what: 'none', found: alarm ? `${alarm.kind} (${classOf(alarm)})` : '' });
}
console.log('\nthe three reports: gold disagreements and shifts, and what is none');
console.table(verdicts);

// All reports of the event, against its own gold.
const eventFile = path.join(values.data, 'gold.json');
if (fs.existsSync(eventFile)) {
  const event = JSON.parse(fs.readFileSync(eventFile, 'utf8'));
  const record = compare(all);
  const byFile = new Map(record.reports.map((report) => [path.basename(report.origin), report]));
  // Offsets of this file count code points.
  const codeUnits = (file) => {
    const raw = fs.readFileSync(path.join(values.data, file), 'utf8');
    const at = [0];
    for (const char of raw) at.push(at.at(-1) + char.length);
    return at;
  };
  const units = new Map();
  const byEvent = ({ file, span }, one) => {
    const report = byFile.get(file);
    if (!report || report.id !== one.report) return false;
    if (!units.has(file)) units.set(file, codeUnits(file));
    const found = place(report, { b: units.get(file)[span[0]], e: units.get(file)[span[1]] });
    return found !== null && overlapping(found, one);
  };
  const rows = [];
  const matched = new Set();
  const seek = (alarms, id, what, sides) => {
    const alarm = alarms.find((own) => overlapsGold(record, own, sides, byEvent));
    if (alarm && what !== 'none') matched.add(alarm);
    rows.push({ gold: id, what, found: alarm ? `${alarm.kind} (${classOf(alarm)})` : '' });
  };
  for (const one of event.disagreements) seek(record.disagreements, one.id, one.kind, one.accounts);
  for (const one of event.shifts) seek(record.shifts, one.id, one.kind, one.positions);
  for (const one of event.non_shifts) seek(record.shifts, one.id, 'none', one.positions);
  console.log(`\n${record.reports.length} reports: gold disagreements and shifts, and what is none`);
  console.table(rows);
  const text = (evidence) =>
    evidence
      .map(({ report, start, end }) => {
        const own = record.reports.find(({ id }) => id === report);
        return `${own.siglum}:${start} “${own.text.slice(start, end).replace(/\s+/g, ' ')}”`;
      })
      .join(' / ');
  console.log('every alarm, to be read:');
  for (const alarm of record.disagreements) {
    console.log(
      `${classOf(alarm)} ${alarm.kind} ${alarm.confidence} ${matched.has(alarm) ? '(gold)' : '(not in gold’s list)'} ${alarm.topic}`,
    );
    for (const { value, evidence } of alarm.accounts) console.log(`    ${value}: ${text(evidence)}`);
  }
  for (const alarm of record.shifts) {
    console.log(
      `${classOf(alarm)} shift ${alarm.kind} ${alarm.confidence} ${matched.has(alarm) ? '(gold)' : '(not in gold’s list)'} ${alarm.topic} ${alarm.saidOn.join(' → ')}`,
    );
    for (const id of [alarm.before, alarm.after]) {
      const stance = record.stances.find((one) => one.id === id);
      console.log(`    ${stance.value}: ${text(stance.evidence)}`);
    }
  }
}
