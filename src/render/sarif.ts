import { CHECK_VERDICTS, type Check, type CheckVerdict } from '../model/check.js';
import { originalSpan } from '../model/report.js';
import { type CheckedView, checkViewOf, lineSpanOf, type PassageView, VERDICT_WORDS } from './check-view.js';

const LEVELS: Partial<Record<CheckVerdict, 'error' | 'warning' | 'note'>> = {
  altered: 'error',
  spliced: 'error',
  misattributed: 'error',
  'not-found': 'warning',
  'not-checkable': 'note',
};

const HELP: Record<CheckVerdict, string> = {
  exact: 'The words stand in the source as they are.',
  presentation: 'The words stand in the source but for house style.',
  'marked-edit': 'The words were shortened or explained, and the draft shows it.',
  altered: 'The words differ from the source and the draft does not show it.',
  spliced: 'Words said apart, or in another order, stand as if said at once.',
  misattributed: 'The source gives the words to somebody else.',
  'not-found': 'No source has the words.',
  'not-checkable': 'It cannot be told whether the words are right.',
};

/** Findings as SARIF 2.1.0 (OASIS), for code hosts and editors; waived ones are suppressed, with the reason. */
export function renderCheckSarif(check: Check, version: string): string {
  const view = checkViewOf(check);
  const shown = [...view.findings, ...view.waived, ...view.unsure];
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Hearsay',
            version,
            rules: CHECK_VERDICTS.filter((verdict) => LEVELS[verdict]).map((verdict) => ({
              id: verdict,
              shortDescription: { text: VERDICT_WORDS[verdict] },
              fullDescription: { text: HELP[verdict] },
              defaultConfiguration: { level: LEVELS[verdict] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: shown.map((one) => result(check, one)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(check: Check, one: CheckedView): Record<string, unknown> {
  const { quotation } = one;
  const at = lineSpanOf(check, quotation);
  const whole = { start: quotation.spans[0]!.start, end: quotation.spans.at(-1)!.end };
  const { start, end } = originalSpan(check.draft.sourceMap, whole);
  const region = at
    ? {
        startLine: at.line,
        startColumn: at.column,
        endLine: at.endLine,
        endColumn: at.endColumn,
        charOffset: start,
        charLength: end - start,
        snippet: { text: one.words },
      }
    : { charOffset: start, charLength: end - start, snippet: { text: one.words } };
  return {
    ruleId: quotation.verdict,
    level: LEVELS[quotation.verdict] ?? 'note',
    message: { text: `${VERDICT_WORDS[quotation.verdict]}: ${one.explanation}: “${one.words}”` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(check.draft.origin) }, region } }],
    relatedLocations: [one.source, ...one.others].flatMap((source, id) =>
      source ? [related(source, id)] : [],
    ),
    partialFingerprints: { 'hearsayQuotation/v1': quotation.id },
    ...(quotation.waived === null
      ? {}
      : {
          suppressions: [
            {
              kind: quotation.waived.by === 'comment' ? 'inSource' : 'external',
              justification: quotation.waived.reason,
            },
          ],
        }),
  };
}

function related({ passage, report, words, place }: PassageView, id: number): Record<string, unknown> {
  const [first, last] = [passage.spans[0], passage.spans.at(-1)];
  const { start, end } = originalSpan(report.sourceMap, { start: first?.start ?? 0, end: last?.end ?? 0 });
  return {
    id,
    message: { text: `${place}: “${words}”` },
    physicalLocation: {
      artifactLocation: { uri: uriOf(report.origin) },
      region: { charOffset: start, charLength: end - start },
    },
  };
}

/** A path or address as SARIF wants it. */
const uriOf = (origin: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(origin)
    ? origin
    : origin.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
