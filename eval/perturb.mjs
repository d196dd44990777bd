// Quotations made from a body of text, each with what was done to it: for `eval/locate.mjs` and `bench/locate.mjs`.

/** What each kind of change must be called. The first form is the one; others are as good. */
export const KINDS = {
  exact: { forms: ['verbatim', 'trimmed'] },
  'house-style': { forms: ['house-style', 'trimmed', 'verbatim'] },
  unicode: { forms: ['house-style', 'verbatim', 'trimmed'] },
  trimmed: { forms: ['trimmed'] },
  short: { forms: ['trimmed', 'verbatim', 'ambiguous'] },
  long: { forms: ['verbatim', 'trimmed'] },
  'marked-elision': { forms: ['marked-elision'] },
  'silent-elision': { forms: ['silent-elision'] },
  stitched: { forms: ['stitched'] },
  'stitched-three': { forms: ['stitched'] },
  bracketed: { forms: ['bracketed'] },
  'word-changed': { forms: ['altered'] },
  'word-added': { forms: ['altered'] },
  'negator-lost': { forms: ['silent-elision', 'altered'], event: 'negator' },
  'negator-gained': { forms: ['altered'], event: 'negator' },
  number: { forms: ['altered'], event: 'number' },
  misspelt: { forms: ['altered'] },
  reordered: { forms: ['reordered'] },
  heavy: { forms: ['paraphrase'] },
};

const NEGATOR = /^(?:not|never|no|none|nothing|neither|nor|cannot|without|nobody|hardly)$/;
const AUXILIARY = /^(?:is|are|was|were|has|have|had|can|could|will|would|should|may|must|do|does|did)$/;
const FUNCTION =
  /^(?:the|a|an|of|to|in|and|or|for|on|at|by|with|from|that|this|it|is|are|was|were|be|been|as|but|if|they|he|she|we|you|i|his|her|their|our|my|your|not|no|so|do|does|did|has|have|had|will|would|can|could|there|what|which|who|when|all|into|upon|than|these|those|its|any|such|shall|may|must|been|being|other)$/;
const NUMBERS =
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty'.split(
    ' ',
  );
const COUNTS =
  /teen$|ty$|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|hundred|thousand|million|billion|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?$/;
const OPENED = {
  "don't": 'do not',
  "doesn't": 'does not',
  "didn't": 'did not',
  "isn't": 'is not',
  "aren't": 'are not',
  "won't": 'will not',
  "can't": 'cannot',
  "we're": 'we are',
  "they're": 'they are',
  "you're": 'you are',
  "i'm": 'I am',
  "we've": 'we have',
  "i've": 'I have',
  "we'll": 'we will',
  "i'll": 'I will',
  "it's": 'it is',
  "that's": 'that is',
  "wasn't": 'was not',
};
const CLOSED = Object.fromEntries(Object.entries(OPENED).map(([short, long]) => [long.toLowerCase(), short]));
const BRITISH = [
  [/\b(\w{3,})ize(d|s)?\b/g, '$1ise$2'],
  [/\blabor\b/g, 'labour'],
  [/\bdefense\b/g, 'defence'],
  [/\bhonor/g, 'honour'],
  [/\bfavor/g, 'favour'],
  [/\bprogram\b/g, 'programme'],
  [/\bcenter\b/g, 'centre'],
];

const bare = (word) =>
  word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^a-z0-9$]+|[^a-z0-9%]+$/g, '');
const isContent = (word) =>
  /^[a-z]{4,}$/.test(bare(word)) &&
  !COUNTS.test(bare(word)) &&
  !FUNCTION.test(bare(word)) &&
  /^[a-z]+[.,;]?$/.test(word);
const ending = (word) => /[.,;:?!]+$/.exec(word)?.[0] ?? '';

/** Sentences as words with offsets; a sentence ends at a stop behind a word of three letters and more. */
export function sentencesOf(texts) {
  const sentences = [];
  for (const [source, { text }] of texts.entries()) {
    for (const line of text.matchAll(/[^\n]+/g)) {
      let words = [];
      for (const match of line[0].matchAll(/\S+/g)) {
        const start = line.index + match.index;
        words.push({ word: match[0], start, end: start + match[0].length });
        if (
          /\p{L}{3,}[.?!]["”’)\]]*$/u.test(match[0]) &&
          !/^(?:Mrs|Gen|Gov|Sen|Rep|Hon|Messrs)\.$/.test(match[0])
        ) {
          sentences.push({ source, words, line: line.index });
          words = [];
        }
      }
    }
  }
  return sentences;
}

/** `each` quotations of every kind, with `{ kind, text, regions: [{ source, start, end }], forms, event? }`. */
export function perturbed({ texts, random, each, kinds = Object.keys(KINDS) }) {
  const all = sentencesOf(texts);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const whole = (least, most) => {
    for (;;) {
      const sentence = pick(all);
      if (sentence.words.length >= least && sentence.words.length <= most) return sentence;
    }
  };
  const counts = new Map();
  for (const { words } of all)
    for (const { word } of words)
      if (isContent(word)) counts.set(bare(word), (counts.get(bare(word)) ?? 0) + 1);
  const vocabulary = [...counts]
    .filter(([word, count]) => count >= 3 && count <= 300 && !COUNTS.test(word))
    .map(([word]) => word);
  const other = (word) => {
    for (;;) {
      const chosen = pick(vocabulary);
      if (chosen.slice(0, 4) !== bare(word).slice(0, 4)) return chosen;
    }
  };
  const spread = (words) => words.map(({ word }) => word);
  const region = ({ source }, words) => ({ source, start: words[0].start, end: words.at(-1).end });
  const index = (length) => Math.floor(random() * length);
  const make = {
    exact() {
      const one = whole(5, 45);
      return { words: spread(one.words), regions: [region(one, one.words)] };
    },
    'house-style'() {
      const one = whole(6, 45);
      let text = spread(one.words).join(' ');
      const before = text;
      for (const [short, long] of Object.entries(OPENED))
        if (random() < 0.7) text = text.replace(new RegExp(`\\b${short}\\b`, 'gi'), long);
      if (text === before)
        for (const [long, short] of Object.entries(CLOSED))
          text = text.replace(new RegExp(`\\b${long}\\b`, 'g'), short);
      for (const [us, gb] of BRITISH) if (random() < 0.5) text = text.replace(us, gb);
      text = text.replace(
        / (two|three|four|five|six|seven|eight|nine|ten) /g,
        (_, word) => ` ${NUMBERS.indexOf(word) + 2} `,
      );
      text = text
        .replace(/ percent\b/g, random() < 0.5 ? '%' : ' per cent')
        .replace(/ (\d+) per cent\b/g, ' $1%');
      if (random() < 0.5) text = text.replace(/--/g, ' – ');
      if (random() < 0.5) text = text.replace(/,(?= (?:and|but|or) )/g, '');
      text = text.replace(/'/g, '’').replace(/[.;]$/, random() < 0.5 ? ',' : '');
      return text === before ? null : { text, regions: [region(one, one.words)] };
    },
    unicode() {
      const one = whole(6, 45);
      let text = spread(one.words).join(' ');
      const before = text;
      text = text
        .replace(/'/g, '’')
        .replace(/fi/g, random() < 0.3 ? 'ﬁ' : 'fi')
        .replace(/ /g, () => (random() < 0.1 ? '\u00a0' : ' '));
      text = text
        .replace(/(\w{4,})(\w{3,})/g, (match, a, b) => (random() < 0.1 ? `${a}\u00ad${b}` : match))
        .replace(/o/g, () => (random() < 0.03 ? 'ö' : 'o'));
      return text === before ? null : { text, regions: [region(one, one.words)] };
    },
    trimmed() {
      const one = whole(12, 60);
      const keep = Math.max(6, Math.floor(one.words.length * (0.4 + 0.45 * random())));
      const from = index(one.words.length - keep + 1);
      const words = one.words.slice(from, from + keep);
      return words.length === one.words.length
        ? null
        : { words: spread(words), regions: [region(one, words)] };
    },
    short() {
      const one = whole(8, 45);
      const size = 3 + index(4);
      const from = index(one.words.length - size + 1);
      const words = one.words.slice(from, from + size);
      return words.filter(({ word }) => isContent(word)).length < 2
        ? null
        : { words: spread(words), regions: [region(one, words)] };
    },
    long() {
      const at = index(all.length - 30);
      const size = 100 + index(380);
      const words = [];
      for (let i = at; i < all.length && words.length < size && all[i].source === all[at].source; i++)
        words.push(...all[i].words);
      return words.length < 100 || words.length > 500
        ? null
        : { words: spread(words), regions: [region(all[at], words)] };
    },
    'marked-elision'() {
      const one = whole(16, 60);
      const head = 4 + index(one.words.length - 12);
      const lost = 2 + index(one.words.length - head - 5);
      const [a, b] = [one.words.slice(0, head), one.words.slice(head + lost)];
      if (one.words.slice(head, head + lost).some(({ word }) => NEGATOR.test(bare(word)))) return null;
      return {
        text: `${spread(a).join(' ')}${pick([' ... ', '… ', ' . . . ', '...', ' … ', ' [...] '])}${spread(b).join(' ')}`,
        regions: [region(one, a), region(one, b)],
      };
    },
    'silent-elision'() {
      const one = whole(12, 45);
      const lost = 1 + index(Math.min(6, one.words.length - 9));
      const head = 4 + index(one.words.length - lost - 7);
      const gone = one.words.slice(head, head + lost);
      if (gone.some(({ word }) => NEGATOR.test(bare(word)) || /n['’]t$/.test(bare(word)) || /\d/.test(word)))
        return null;
      const [a, b] = [one.words.slice(0, head), one.words.slice(head + lost)];
      // `the the`: which of two equal words was left out nobody can tell.
      if (bare(gone[0].word) === bare(b[0].word) || bare(gone.at(-1).word) === bare(a.at(-1).word))
        return null;
      return { words: [...spread(a), ...spread(b)], regions: [region(one, a), region(one, b)] };
    },
    stitched() {
      const one = whole(6, 25);
      const two = pick(all);
      if (
        two.source !== one.source ||
        two.words.length < 6 ||
        two.words.length > 25 ||
        Math.abs(two.words[0].start - one.words[0].start) < 600
      )
        return null;
      const words = spread(one.words);
      if (random() < 0.5) words[words.length - 1] = words.at(-1).replace(/[.?!]+$/, ',');
      return {
        words: [...words, ...spread(two.words)],
        regions: [region(one, one.words), region(two, two.words)],
      };
    },
    'stitched-three'() {
      const at = index(all.length - 40);
      const three = [all[at], all[at + 3 + index(6)], all[at + 12 + index(20)]];
      if (
        three.some(({ source, words }) => source !== three[0].source || words.length < 6 || words.length > 22)
      )
        return null;
      return {
        words: three.flatMap(({ words }) => spread(words)),
        regions: three.map((one) => region(one, one.words)),
      };
    },
    bracketed() {
      const one = whole(8, 45);
      const words = spread(one.words);
      const at = words.findIndex((word) =>
        /^(?:he|she|they|it|we|his|their|them|this|these|its)$/i.test(bare(word)),
      );
      if (at === -1) return null;
      words[at] =
        `[${pick(['the council', 'Ms. Ruiz', 'the governor', 'the harbour board', 'Congress', 'the bill'])}]${ending(words[at])}`;
      return { words, regions: [region(one, one.words)] };
    },
    'word-changed'() {
      const one = whole(8, 45);
      const words = spread(one.words);
      const places = words.map((_, i) => i).filter((i) => isContent(words[i]));
      if (places.length < 2) return null;
      const at = pick(places);
      words[at] = other(words[at]) + ending(words[at]);
      return { words, regions: [region(one, one.words)] };
    },
    'word-added'() {
      const one = whole(8, 45);
      const words = spread(one.words);
      words.splice(3 + index(words.length - 5), 0, other(''));
      return { words, regions: [region(one, one.words)] };
    },
    'negator-lost'() {
      const one = whole(8, 45);
      const words = spread(one.words);
      const at = words.findIndex(
        (word, i) =>
          i > 1 &&
          i < words.length - 2 &&
          /^(?:not|never|no)$/.test(bare(word)) &&
          bare(words[i + 1]) !== 'only',
      );
      if (at === -1) return null;
      words.splice(at, 1);
      return { words, regions: [region(one, one.words)] };
    },
    'negator-gained'() {
      const one = whole(8, 45);
      const words = spread(one.words);
      const at = words.findIndex(
        (word, i) =>
          i > 1 &&
          i < words.length - 2 &&
          AUXILIARY.test(word) &&
          !NEGATOR.test(bare(words[i + 1])) &&
          !NEGATOR.test(bare(words[i - 1])),
      );
      if (at === -1) return null;
      words.splice(at + 1, 0, 'not');
      return { words, regions: [region(one, one.words)] };
    },
    number() {
      const one = whole(8, 45);
      const words = spread(one.words);
      const at = words.findIndex(
        (word, i) =>
          i > 1 &&
          i < words.length - 2 &&
          (/^\$?\d[\d,.]*\d[.,;]?$/.test(word) || NUMBERS.includes(bare(word))),
      );
      if (at === -1) return null;
      const was = words[at];
      words[at] = /\d/.test(was)
        ? was.replace(/\d/, (digit) => String(((Number(digit) + index(8)) % 9) + 1))
        : pick(NUMBERS.filter((word) => word !== bare(was))) + ending(was);
      return words[at] === was ? null : { words, regions: [region(one, one.words)] };
    },
    misspelt() {
      const one = whole(8, 45);
      const words = spread(one.words);
      const places = words.map((_, i) => i).filter((i) => /^[a-z]{5,}[.,;]?$/.test(words[i]));
      if (places.length < 2) return null;
      const changes = 1 + index(2);
      for (let k = 0; k < changes; k++) {
        const at = pick(places);
        const i = 1 + index(bare(words[at]).length - 3);
        const word = words[at];
        words[at] = pick([
          word.slice(0, i) + word.slice(i + 1),
          word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
          word.slice(0, i) + word[i] + word.slice(i),
        ]);
      }
      return words.join(' ') === spread(one.words).join(' ')
        ? null
        : { words, regions: [region(one, one.words)] };
    },
    reordered() {
      const one = whole(14, 45);
      const at = one.words.findIndex(
        ({ word }, i) => i >= 5 && i < one.words.length - 5 && word.endsWith(','),
      );
      if (at === -1) return null;
      const words = spread(one.words);
      const last = words.at(-1).replace(/[.?!]+$/, ',');
      return {
        words: [...words.slice(at + 1, -1), last, ...words.slice(0, at), words[at].replace(/,$/, '.')],
        regions: [region(one, one.words)],
      };
    },
    heavy() {
      const one = whole(12, 45);
      const words = [];
      const rate = 0.3 + 0.15 * random();
      let edits = 0;
      for (const word of spread(one.words)) {
        if (random() >= rate) words.push(word);
        else {
          edits++;
          const how = random();
          if (how < 0.35) continue;
          if (how < 0.75) words.push(other(word));
          else words.push(word, other(word));
        }
      }
      return words.length < 7 || edits < one.words.length * 0.3
        ? null
        : { words, regions: [region(one, one.words)] };
    },
  };
  const quotations = [];
  for (const kind of kinds) {
    for (let made = 0, tries = 0; made < each && tries < each * 4000; tries++) {
      const one = make[kind]();
      if (!one) continue;
      made++;
      const { forms, event } = KINDS[kind];
      quotations.push({
        kind,
        text: one.text ?? one.words.join(' '),
        regions: one.regions,
        forms,
        ...(event ? { event } : {}),
      });
    }
  }
  return quotations;
}

/** Sentences of texts that the sources do not hold. */
export function absent({ texts, random, count, least = 7, most = 40 }) {
  const sentences = sentencesOf(texts).filter(({ words }) => words.length >= least && words.length <= most);
  return Array.from({ length: count }, () => {
    const { words } = sentences[Math.floor(random() * sentences.length)];
    return {
      kind: 'absent',
      text: words.map(({ word }) => word).join(' '),
      regions: [],
      forms: ['not-located'],
    };
  });
}
