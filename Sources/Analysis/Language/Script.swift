/// The scripts that tell a language, or which languages it may be.
enum Script: Int, CaseIterable {
  // Of two that are equally common in a text the first here counts.
  case latin, cyrillic, greek, arabic, hebrew, devanagari, hangul, kana, han, thai, georgian
  case armenian, bengali, gurmukhi, gujarati, odia, tamil, telugu, kannada, malayalam, lao, khmer
  case myanmar, sinhala, ethiopic, tibetan, other

  init(of scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case 0x41...0x24F, 0x1E00...0x1EFF: .latin
      case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
      case 0x400...0x52F: .cyrillic
      case 0x530...0x58F: .armenian
      case 0x590...0x5FF: .hebrew
      case 0x600...0x6FF, 0x750...0x77F: .arabic
      case 0x900...0x97F: .devanagari
      case 0x980...0x9FF: .bengali
      case 0xA00...0xA7F: .gurmukhi
      case 0xA80...0xAFF: .gujarati
      case 0xB00...0xB7F: .odia
      case 0xB80...0xBFF: .tamil
      case 0xC00...0xC7F: .telugu
      case 0xC80...0xCFF: .kannada
      case 0xD00...0xD7F: .malayalam
      case 0xD80...0xDFF: .sinhala
      case 0xE00...0xE7F: .thai
      case 0xE80...0xEFF: .lao
      case 0xF00...0xFFF: .tibetan
      case 0x1000...0x109F: .myanmar
      case 0x10A0...0x10FF, 0x1C90...0x1CBF: .georgian
      case 0x1200...0x139F: .ethiopic
      case 0x1780...0x17FF: .khmer
      case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
      case 0x3041...0x30FF: .kana
      case 0x3400...0x9FFF, 0x20000...0x3FFFF: .han
      default: .other
      }
  }

  /// The language that is written in it more than all others; nil where words must tell.
  var onlyLanguage: String? {
    switch self {
    case .greek: "el"
    case .hebrew: "he"
    case .bengali: "bn"
    case .gurmukhi: "pa"
    case .gujarati: "gu"
    case .odia: "or"
    case .tamil: "ta"
    case .telugu: "te"
    case .kannada: "kn"
    case .malayalam: "ml"
    case .sinhala: "si"
    case .thai: "th"
    case .lao: "lo"
    case .tibetan: "bo"
    case .myanmar: "my"
    case .georgian: "ka"
    case .armenian: "hy"
    case .ethiopic: "am"
    case .khmer: "km"
    case .hangul: "ko"
    case .kana: "ja"
    case .han, .arabic, .cyrillic, .devanagari, .latin, .other: nil
    }
  }
}
