const words = (text: string): string => text.trim().split(/\s+/).join('|');

/** Occasions on which somebody speaks: `at a {briefing}`. */
export const OCCASIONS = words(
  `interview interviews briefing conference call rally speech address hearing meeting summit debate ceremony
   forum event session testimony broadcast podcast programme program show town\\shall panel dinner lunch luncheon
   breakfast banquet reception visit trip flight deposition trial inauguration convention convocation sermon
   lecture appearance gaggle news\\sconference press\\sconference statement email e-mail letter memo text
   message tweet tweets post posts thread op-ed essay column article book video filing affidavit
   teleconference webcast livestream vigil funeral march protest`,
);

/** Where words are put out to be read or heard: `on {Twitter}`. */
export const CHANNELS = words(
  `Twitter X Facebook Instagram Telegram YouTube TikTok LinkedIn Truth\\sSocial Weibo Threads Mastodon television TV radio air camera`,
);
