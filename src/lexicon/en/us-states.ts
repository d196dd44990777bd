/** States of the United States with their abbreviations in news (AP) and in addresses: `name|news|post`. */
const ROWS = `alabama|ala|al
alaska||ak
arizona|ariz|az
arkansas|ark|ar
california|calif|ca
colorado|colo|co
connecticut|conn|ct
delaware|del|de
florida|fla|fl
georgia|ga|ga
hawaii||hi
idaho||id
illinois|ill|il
indiana|ind|in
iowa||ia
kansas|kan|ks
kentucky|ky|ky
louisiana|la|la
maine||me
maryland|md|md
massachusetts|mass|ma
michigan|mich|mi
minnesota|minn|mn
mississippi|miss|ms
missouri|mo|mo
montana|mont|mt
nebraska|neb|ne
nevada|nev|nv
new hampshire|n.h|nh
new jersey|n.j|nj
new mexico|n.m|nm
new york|n.y|ny
north carolina|n.c|nc
north dakota|n.d|nd
ohio||oh
oklahoma|okla|ok
oregon|ore|or
pennsylvania|pa|pa
rhode island|r.i|ri
south carolina|s.c|sc
south dakota|s.d|sd
tennessee|tenn|tn
texas||tx
utah||ut
vermont|vt|vt
virginia|va|va
washington|wash|wa
west virginia|w.va|wv
wisconsin|wis|wi
wyoming|wyo|wy`;

/** From a name or an abbreviation, lower case, without spaces and its last stop, to the name. */
const STATES: ReadonlyMap<string, string> = new Map(
  ROWS.split('\n').flatMap((row) => {
    const [name, ...short] = row.split('|') as [string, string, string];
    return [name.replace(' ', ''), ...short].filter(Boolean).map((form) => [form, name] as const);
  }),
);

/** The state that `Kan.`, `KS` or `Kansas` stands for, lower case; null for none. */
export const stateOf = (form: string): string | null =>
  STATES.get(form.toLowerCase().replace(/\s/g, '').replace(/\.$/, '')) ?? null;
