/** Last words of a name that make it a news organisation. */
const HEADS = new Set(
  `news times post journal tribune herald gazette guardian courier chronicle observer telegraph mirror mail star sun globe
   press agency radio television tv magazine newspaper daily weekly broadcaster network wire dispatch examiner inquirer
   sentinel bulletin register republic standard independent echo argus ledger beacon`
    .trim()
    .split(/\s+/),
);

/** Names without such a word. */
const NAMES = new Set(
  `reuters bloomberg politico axios vox slate salon quartz wired variety billboard buzzfeed huffpost msnbc cnbc cnn bbc
   nbc abc cbs npr pbs afp ap upi tass interfax xinhua kyodo yonhap dpa ansa efe itv sky c-span economist newsweek
   vice fortune forbes breitbart newsmax univision telemundo aljazeera`
    .trim()
    .split(/\s+/),
);

/** `CNN`, `the Associated Press`, `Salt Harbour Courier`: whoever hands on what it was told. */
export function isNewsOrganisation(name: string): boolean {
  const words = name.replace(/^the\s+/i, '').match(/[\p{L}\p{N}-]+/gu) ?? [];
  const last = (words.at(-1) ?? '').toLowerCase();
  if (words.length === 0 || !/^\p{Lu}/u.test(words.at(-1) as string)) return false;
  return (
    NAMES.has(last) ||
    NAMES.has((words[0] as string).toLowerCase()) ||
    ((words.length > 1 || /^the\s/i.test(name)) && HEADS.has(last))
  );
}
