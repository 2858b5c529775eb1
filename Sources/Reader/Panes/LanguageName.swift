/// The English name of a language by its BCP 47 tag; the tag itself for one that is not in the table.
func languageName(_ tag: String) -> String {
  let primary = tag.prefix { $0 != "-" }.lowercased()
  return languageNames[primary] ?? tag
}

private let languageNames = [
  "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish",
  "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
  "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
  "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
  "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian",
  "nb": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
  "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "th": "Thai",
  "tr": "Turkish", "uk": "Ukrainian", "und": "a language that was not recognized",
  "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
]
