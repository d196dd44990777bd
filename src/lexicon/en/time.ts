/** Words of time. Months are 1 to 12, weekdays as ISO 8601 numbers them, Monday 1 to Sunday 7. */

export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);

export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon'],
    ['tuesday', 'tues', 'tue'],
    ['wednesday', 'weds', 'wed'],
    ['thursday', 'thurs', 'thur', 'thu'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);

/** Short names that are words of their own: months and weekdays only with a full stop or a number beside them. */
export const AMBIGUOUS_SHORT: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun'.split(
    ' ',
  ),
);

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i] as const).slice(1),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ['hundred', 100],
  ['dozen', 12],
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'
  )
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
);

/** Units with the letter that TIMEX3 durations give them; `T` before those shorter than a day. */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ['second', 'TS'],
  ['minute', 'TM'],
  ['hour', 'TH'],
  ['day', 'D'],
  ['night', 'D'],
  ['week', 'W'],
  ['fortnight', 'F'],
  ['month', 'M'],
  ['quarter', 'Q'],
  ['year', 'Y'],
  ['decade', 'DE'],
  ['century', 'CE'],
]);

export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['dawn', 'MO'],
  ['noon', 'T12:00'],
  ['midday', 'MI'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
  ['midnight', 'T24:00'],
]);

export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
]);

/** Days from the day of publication. */
export const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

export const REPEATED: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['fortnightly', 'P2W'],
  ['biweekly', 'P2W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P1Q'],
  ['yearly', 'P1Y'],
  ['annual', 'P1Y'],
  ['annually', 'P1Y'],
]);

/** Words that tell of a present, past or future without a date. */
export const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['previously', 'PAST_REF'],
  ['soon', 'FUTURE_REF'],
]);

/** Feasts on the same day of every year, as `MM-DD`. */
export const FEASTS: ReadonlyMap<string, string> = new Map([
  ['christmas', '12-25'],
  ['christmas day', '12-25'],
  ['christmas eve', '12-24'],
  ['boxing day', '12-26'],
  ["new year's day", '01-01'],
  ["new year's eve", '12-31'],
  ["valentine's day", '02-14'],
  ['independence day', '07-04'],
  ['veterans day', '11-11'],
  ['armistice day', '11-11'],
  ['halloween', '10-31'],
  ['may day', '05-01'],
]);

/** What is counted in thousands, so that a number before it is no year. */
export const COUNTED: ReadonlySet<string> = new Set(
  (
    'acres beds calories cars civilians copies customers deaths degrees dollars employees euros families feet fighters ft ' +
    'homes houses jobs kg kilometers kilometres km lbs lots meters metres miles members men migrants million mph names ' +
    'officers pages parts passengers patients people per percent points police pounds protesters pupils refugees residents ' +
    'respondents rounds sailors seats shares soldiers square staff students supporters tickets times tonnes tons troops units ' +
    'voters votes watts women words workers yards years yen'
  ).split(' '),
);

/** Marks of what is still to come, read before marks of what is past. */
export const FUTURE_MARKS: ReadonlySet<string> = new Set(
  (
    "will would 'll won't shall should may might could can must to plans planned plan expects expected expect scheduled set due " +
    'going upcoming until till by hopes hope hoping wants intends begins starts opens next looming ahead faces'
  ).split(' '),
);

/** Past forms that do not end in -ed. */
export const PAST_MARKS: ReadonlySet<string> = new Set(
  (
    'said was were had did told took made fell rose began came went left held met won lost found gave shot wrote spoke saw ' +
    'became ran sent set brought bought built caught cut drew drove felt fought flew got grew heard hit kept knew laid led lent ' +
    'let meant paid put quit read rang sang sat sold shook shut slept spent stood stole struck swore taught thought threw ' +
    'understood woke wore has have been since hurt beat broke chose drank ate hid rode sank sought split spread swept tore'
  ).split(' '),
);

/** Zones that a clock time names, with their offset from UTC. Those that two countries use otherwise are left out. */
export const ZONES: ReadonlyMap<string, string> = new Map([
  ['gmt', 'Z'],
  ['utc', 'Z'],
  ['z', 'Z'],
  ['edt', '-04:00'],
  ['est', '-05:00'],
  ['et', ''],
  ['cdt', '-05:00'],
  ['ct', ''],
  ['pdt', '-07:00'],
  ['pst', '-08:00'],
  ['pt', ''],
  ['mdt', '-06:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
  ['jst', '+09:00'],
]);
