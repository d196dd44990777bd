import { BODY_NOUNS } from './roles.js';

/**
 * Countries with the words for what belongs to them, and the capitals that stand for their governments:
 * `country|demonym,…|capital`. Open geography, lower case.
 */
const ROWS = `united states|american,us,u.s.,u.s|washington
united kingdom|british,uk,u.k.|london
england|english|london
scotland|scottish|edinburgh
wales|welsh|cardiff
ireland|irish|dublin
russia|russian|moscow
china|chinese|beijing
north korea|north korean|pyongyang
south korea|south korean|seoul
japan|japanese|tokyo
vietnam|vietnamese|hanoi
philippines|philippine,filipino|manila
france|french|paris
germany|german|berlin
italy|italian|rome
spain|spanish|madrid
portugal|portuguese|lisbon
netherlands|dutch|hague
belgium|belgian|brussels
switzerland|swiss|bern
austria|austrian|vienna
poland|polish|warsaw
ukraine|ukrainian|kyiv
belarus|belarusian|minsk
hungary|hungarian|budapest
romania|romanian|bucharest
bulgaria|bulgarian|sofia
greece|greek|athens
turkey|turkish|ankara
serbia|serbian|belgrade
croatia|croatian|zagreb
sweden|swedish|stockholm
norway|norwegian|oslo
denmark|danish|copenhagen
finland|finnish|helsinki
iceland|icelandic|reykjavik
estonia|estonian|tallinn
latvia|latvian|riga
lithuania|lithuanian|vilnius
israel|israeli|jerusalem
palestine|palestinian|ramallah
syria|syrian|damascus
lebanon|lebanese|beirut
jordan|jordanian|amman
iraq|iraqi|baghdad
iran|iranian|tehran
saudi arabia|saudi|riyadh
yemen|yemeni|sanaa
qatar|qatari|doha
kuwait|kuwaiti|
egypt|egyptian|cairo
libya|libyan|tripoli
tunisia|tunisian|tunis
algeria|algerian|algiers
morocco|moroccan|rabat
sudan|sudanese|khartoum
ethiopia|ethiopian|
kenya|kenyan|nairobi
nigeria|nigerian|abuja
ghana|ghanaian|accra
south africa|south african|pretoria
zimbabwe|zimbabwean|harare
congo|congolese|kinshasa
india|indian|delhi
pakistan|pakistani|islamabad
bangladesh|bangladeshi|dhaka
afghanistan|afghan|kabul
nepal|nepali|kathmandu
myanmar|burmese|
thailand|thai|bangkok
cambodia|cambodian|
malaysia|malaysian|
singapore|singaporean|
indonesia|indonesian|jakarta
australia|australian|canberra
new zealand|new zealand|wellington
taiwan|taiwanese|taipei
mongolia|mongolian|
kazakhstan|kazakh|astana
georgia|georgian|tbilisi
armenia|armenian|yerevan
azerbaijan|azerbaijani|baku
canada|canadian|ottawa
mexico|mexican|mexico city
cuba|cuban|havana
venezuela|venezuelan|caracas
colombia|colombian|
brazil|brazilian|brasilia
argentina|argentine|
chile|chilean|santiago
peru|peruvian|lima
haiti|haitian|
european union|eu,e.u.|
asia|asian|
europe|european|
africa|african|
latin america|latin american|
middle east|middle eastern|`;

/** Any word or phrase for a country, its people or its capital → the country. */
export const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  ROWS.split('\n').flatMap((row) => {
    const [country, demonyms, capital] = row.split('|') as [string, string, string];
    const all = [country, ...demonyms.split(','), ...(capital ? [capital] : [])];
    return all.filter(Boolean).map((word): [string, string] => [word, country]);
  }),
);

/**
 * A state and its body, whatever the words for the state: `Russian Foreign Ministry` and `Russia’s foreign ministry` are
 * `{ country: 'russia', body: 'foreign ministry' }`, and so is `the North’s …` of North Korea. Null where the name is no
 * body of a state.
 */
export function stateBodyOf(name: string): { readonly country: string; readonly body: string } | null {
  const plain = name.toLowerCase().replace(/^the\s+/, '');
  const korea = /^(north|south)['’]s\s+(.+)$/.exec(plain);
  if (korea) return withBody(`${korea[1]} korea`, (korea[2] as string).split(/\s+/));
  const words = plain.replace(/['’]s(?=\s)/g, '').split(/\s+/);
  for (const length of [2, 1]) {
    const country = COUNTRY_OF.get(words.slice(0, length).join(' '));
    if (country) return withBody(country, words.slice(length));
  }
  return null;
}

function withBody(country: string, words: readonly string[]): { country: string; body: string } | null {
  const body = bodyOf(words.join(' '));
  return body === null ? null : { country, body };
}

/** A body as it is called without its state, in one form: `the intelligence community` → `intelligence agencies`; null for none. */
export function bodyOf(name: string): string | null {
  const plain = name.toLowerCase().replace(/^the\s+/, '');
  if (!BODY_NOUNS.has(plain.split(/\s+/).at(-1) as string)) return null;
  return /^(?:intel|intelligence|spy) (?:agencies|services|community)$/.test(plain)
    ? 'intelligence agencies'
    : plain;
}

/** The country whose people a plural names: `North Koreans`, `the Germans`. */
export function countryOfPeople(name: string): string | null {
  const plain = name.toLowerCase().replace(/^the\s+/, '');
  return plain.endsWith('s') ? (COUNTRY_OF.get(plain.slice(0, -1)) ?? null) : null;
}
