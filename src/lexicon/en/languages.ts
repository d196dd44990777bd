/** Names of languages that news is translated from. */
export const LANGUAGES =
  `Afrikaans Albanian Amharic Arabic Armenian Azerbaijani Basque Belarusian Bengali Bosnian Bulgarian Burmese Cantonese
   Catalan Chinese Croatian Czech Danish Dari Dutch Estonian Farsi Filipino Finnish French Georgian German Greek Hausa Hebrew
   Hindi Hungarian Icelandic Indonesian Irish Italian Japanese Kazakh Khmer Korean Kurdish Lao Latvian Lithuanian Macedonian
   Malay Mandarin Mongolian Nepali Norwegian Pashto Persian Polish Portuguese Punjabi Romanian Russian Serbian Sinhala Slovak
   Slovene Somali Spanish Swahili Swedish Tagalog Tamil Thai Tibetan Tigrinya Turkish Ukrainian Urdu Uyghur Uzbek Vietnamese
   Welsh Xhosa Yoruba Zulu`
    .trim()
    .split(/\s+/);
