/// The function words and letters of languages, made for asking often: a language is a bit, by its row in the list.
enum FunctionWords {
  /// The rows of the languages in Latin script but for English, which is the first.
  static let latin = 1..<row("ru")
  static let cyrillic = row("ru")..<row("ar")
  static let arabic = row("ar")..<row("hi")
  static let devanagari = row("hi")..<functionWordsByLanguage.count

  private static func row(_ tag: String) -> Int {
    functionWordsByLanguage.firstIndex { $0.tag == tag } ?? 0
  }

  /// Words that stand inside names in texts of any language: "Ursula von der Leyen".
  static let particles: WordSet = [
    "de", "del", "della", "di", "da", "do", "dos", "du", "des", "la", "le", "los", "las",
    "el", "al", "van", "von", "der", "den", "zu", "ten", "ter", "bin", "ibn", "y", "e", "i", "af",
    "av", "og", "et", "und", "op", "aan", "in", "a",
  ]

  /// The languages that have the word with this hash as a function word.
  static func languages(of hash: UInt64) -> UInt64 {
    let mask = table.count - 1
    var bucket = Int(truncatingIfNeeded: hash) & mask
    while table[bucket].hash != 0 {
      if table[bucket].hash == hash { return table[bucket].languages }
      bucket = (bucket + 1) & mask
    }
    return 0
  }

  /// Buckets, a power of two of them, probed linearly.
  private static let table: [(hash: UInt64, languages: UInt64)] = {
    var languages: [UInt64: UInt64] = [:]
    for (row, language) in functionWordsByLanguage.enumerated() {
      for word in language.words.split(separator: " ") {
        languages[wordHash(word.utf8), default: 0] |= 1 << UInt64(row)
      }
    }
    var size = 4
    while size < languages.count * 2 { size *= 2 }
    var table = [(hash: UInt64, languages: UInt64)](repeating: (0, 0), count: size)
    for (hash, rows) in languages {
      var bucket = Int(truncatingIfNeeded: hash) & (size - 1)
      while table[bucket].hash != 0 { bucket = (bucket + 1) & (size - 1) }
      table[bucket] = (hash, rows)
    }
    return table
  }()

  /// For a letter that few languages write, those that do.
  static let letters: [UInt32: UInt64] = {
    var languages: [UInt32: UInt64] = [:]
    for (row, language) in functionWordsByLanguage.enumerated() {
      for scalar in (rareLetters[language.tag] ?? "").unicodeScalars {
        languages[scalar.value, default: 0] |= 1 << UInt64(row)
      }
    }
    return languages
  }()

  private static let rareLetters = [
    "de": "ßäöü", "fr": "çèêëœùû", "es": "ñ¿¡", "it": "ìò", "pt": "ãõç", "nl": "ĳ", "sv": "åäö",
    "da": "åæø", "no": "åæø", "fi": "äö", "pl": "łżśćńźęą", "cs": "řěů", "ro": "țșăţş", "hu": "őű",
    "tr": "ğışç", "vi": "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹđ", "sk": "ľĺŕôä",
    "hr": "đćčžš", "sl": "čžš", "lt": "ėųįūęą", "lv": "ķļņģāēīū", "et": "õäöü", "ca": "·òï",
    "sq": "ëç", "is": "ðþæý", "af": "êë", "ru": "ыэёъ", "uk": "іїєґ", "bg": "ъщ", "sr": "ђћљњџј",
    "mk": "ѓќѕљњџј", "be": "ўіё", "kk": "қңғәөұүһі", "fa": "پچژگکی", "ur": "پچژگکیٹڈڑںےہ",
    "mr": "ळ",
  ]
}
