import { describe, expect, test } from 'vitest';
import { compare } from '../../src/pipeline.js';
import { reportFrom } from '../fixtures.js';

/** Of each attribution its content and its chain of holders behind the outlet, equal neighbours once. */
function chainsIn(text: string, outlet = 'Evening Buoy'): readonly string[] {
  const report = reportFrom(text, 'report.txt', { outlet });
  return compare([report]).attributions.map(({ content, chain }) => {
    const words = content.map(({ start, end }) => report.text.slice(start, end)).join(' … ');
    const holders = chain
      .slice(1)
      .map(({ holder }) => holder)
      .filter((holder, i, all) => holder !== all[i - 1]);
    return `${holders.join(' > ')}: ${words.replace(/\s+/g, ' ')}`;
  });
}

describe('chains, outermost first', () => {
  test.each([
    ['Ben Ruiz said the port would stay open.', ['Ben Ruiz: the port would stay open']],
    [
      'Ben Ruiz said Ana Ito had told him again that she had not paid.',
      [
        'Ben Ruiz > Ana Ito: Ana Ito had told him again that she had not paid',
        'Ben Ruiz > Ana Ito: that she had not paid',
      ],
    ],
    [
      'Ben Ruiz said that he believes Ana Ito’s denials about the payment.',
      [
        'Ben Ruiz > Ana Ito: that he believes Ana Ito’s denials about the payment',
        'Ben Ruiz > Ana Ito: Ana Ito’s denials about the payment',
        'Ben Ruiz > Ana Ito: about the payment',
      ],
    ],
    [
      '“The port stays open,” Ben Ruiz said, according to the Northern Wire.',
      ['Northern Wire > Ben Ruiz: “The port stays open,”'],
    ],
    [
      'According to the Northern Wire, Ben Ruiz said the port would stay open.',
      ['Northern Wire > Ben Ruiz: the port would stay open'],
    ],
    [
      'The text of the agreement, published on the harbour board’s website, said the port would stay open.',
      ['harbour board’s website > text of the agreement: the port would stay open'],
    ],
    [
      'Ben Ruiz told the Salt Harbour Courier that the port would stay open.',
      ['Salt Harbour Courier > Ben Ruiz: that the port would stay open'],
    ],
    ['Ben Ruiz told reporters that the port would stay open.', ['Ben Ruiz: that the port would stay open']],
    [
      '“Every time I see him he says, ‘I did not do that,’ and I want the logs,” Ben Ruiz said of Carl Ito.',
      [
        'Ben Ruiz: “Every time I see him he says, ‘I did not do that,’ and I want the logs,”',
        'Ben Ruiz > Carl Ito: ‘I did not do that,’',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(chainsIn(text)).toEqual(expected);
  });

  test('an exchange was handed on by whoever the line before it thanks', () => {
    const lines = chainsIn(
      'Courtesy of the Northern Wire, here is the exchange on the quay.\n\nReporter: Did you ask him?\n\nRuiz: I asked him. He said no.\n\nReporter: Thank you.',
    );
    expect(lines.filter((line) => !line.startsWith('Northern Wire > '))).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(3);
  });

  test('a line before an exchange that thanks nobody hands nothing on', () => {
    const lines = chainsIn(
      'Via email the mayor was asked again.\n\nReporter: Did you ask him?\n\nRuiz: I asked him.',
    );
    expect(lines).toContain('Reporter: Did you ask him?');
  });

  test('what an outlet was told itself, nobody handed on', () => {
    expect(
      chainsIn(
        'Ben Ruiz told the Salt Harbour Courier that the port would stay open.',
        'Salt Harbour Courier',
      ),
    ).toEqual(['Ben Ruiz: that the port would stay open']);
  });

  test('several who say something in one document are that document', () => {
    const [first] = chainsIn(
      '“We will test the water every morning,” the two towns said in a joint statement on Friday.',
    );
    expect(first).toBe('joint statement: “We will test the water every morning,”');
  });
});
