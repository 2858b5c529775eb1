internal import Foundation
internal import Reference

/// Builds the table of characters from the files of the Unicode Character Database in `folder`.
func buildCharacters(from folder: URL) throws -> [UInt8] {
  var database = CharacterDatabase()
  try database.readCategories(folder.appending(path: "UnicodeData.txt"))
  try CharacterDatabase.read(folder.appending(path: "auxiliary/WordBreakProperty.txt")) {
    name,
    values in
    guard let property = wordBreaks[name] else { return false }
    for value in values { database.wordBreaks[value] = property }
    return true
  }
  try CharacterDatabase.read(folder.appending(path: "emoji/emoji-data.txt")) { name, values in
    if name == "Extended_Pictographic" {
      for value in values { database.isPictographic[value] = true }
    }
    return true
  }
  try CharacterDatabase.read(folder.appending(path: "DerivedCoreProperties.txt")) { name, values in
    if name == "Uppercase" { for value in values { database.isUpper[value] = true } }
    if name == "Lowercase" { for value in values { database.isLower[value] = true } }
    return true
  }
  try CharacterDatabase.read(folder.appending(path: "PropList.txt")) { name, values in
    if name == "White_Space" { for value in values { database.isSpace[value] = true } }
    return true
  }
  return database.table
}

/// The columns that the table is made of, a row for each character.
private struct CharacterDatabase {
  private static let count = 0x110000

  var categories = [CharacterClass](repeating: .symbol, count: count)
  var wordBreaks = [WordBreak](repeating: .other, count: count)
  var isPictographic = [Bool](repeating: false, count: count)
  var isUpper = [Bool](repeating: false, count: count)
  var isLower = [Bool](repeating: false, count: count)
  var isSpace = [Bool](repeating: false, count: count)

  /// Reads lines of `code or range; property`.
  static func read(_ file: URL, _ take: (String, ClosedRange<Int>) -> Bool) throws {
    for (row, line) in try lines(of: file).enumerated() {
      let fields = line.prefix { $0 != "#" }.split(separator: ";")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard fields.count >= 2 else { continue }
      let codes = fields[0].split(separator: "..").compactMap { Int($0, radix: 16) }
      guard let first = codes.first, let last = codes.last, first <= last, last < count,
        take(fields[1], first...last)
      else {
        throw SourceError.malformed(
          file: file.lastPathComponent,
          line: row + 1,
          expected: "a code or a range and a known property"
        )
      }
    }
  }

  /// Reads the general categories; two lines of one name bound a range.
  mutating func readCategories(_ file: URL) throws {
    var start: Int?
    for (row, line) in try Self.lines(of: file).enumerated() where !line.isEmpty {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count > 2, let code = Int(fields[0], radix: 16), code < Self.count else {
        throw SourceError.malformed(
          file: file.lastPathComponent,
          line: row + 1,
          expected: "a code, a name and a category"
        )
      }
      if fields[1].hasSuffix(", First>") {
        start = code
        continue
      }
      let category = fields[2]
      let found: CharacterClass =
        switch category.first {
        case "L": .letter
        case "M": .mark
        case "P": .punctuation
        default: category == "Nd" ? .digit : category == "Nl" ? .letter : .symbol
        }
      for value in (start ?? code)...code {
        categories[value] = found
        if category == "Lt" { isUpper[value] = true }
      }
      start = nil
    }
  }

  private static func lines(of file: URL) throws -> [Substring] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw SourceError.missing(file: file.path())
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What Unicode's categories do not say of a character, or say otherwise than texts use it.
  private func characterClass(_ value: Int) -> CharacterClass {
    switch value {
    case 0x5F: .letter
    case 0x27, 0x2BC, 0x2018, 0x2019, 0x201B: .apostrophe
    case 0x2D, 0x2010, 0x2011: .hyphen
    case 0x2E: .period
    case 0x23, 0x25, 0x26, 0x2A, 0x40: .symbol
    case 0x1F3FB...0x1F3FF: .mark
    case 0xAD, 0x200C, 0x200D: .joiner
    case 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .invisible
    case 0x3041...0x3096, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: .ideograph
    case 0x1F1E6...0x1F1FF: .regional
    default: isSpace[value] ? .space : categories[value]
    }
  }

  var table: [UInt8] {
    var kinds: [CharacterTraits] = []
    var kindOf: [CharacterTraits: UInt8] = [:]
    var rows: [[UInt8]] = []
    var rowOf: [[UInt8]: UInt16] = [:]
    var runs: [UInt16] = []
    for run in 0..<Characters.runCount {
      let row = (run << 7..<(run + 1) << 7).map { value in
        let traits = CharacterTraits(
          characterClass(value),
          wordBreaks[value],
          isPictographic: isPictographic[value],
          isUpper: isUpper[value],
          isLower: isLower[value]
        )
        if let known = kindOf[traits] { return known }
        let kind = UInt8(kinds.count)
        kinds.append(traits)
        kindOf[traits] = kind
        return kind
      }
      if let known = rowOf[row] {
        runs.append(known)
      } else {
        rowOf[row] = UInt16(rows.count)
        runs.append(UInt16(rows.count))
        rows.append(row)
      }
    }
    var writer = TableWriter(format: Characters.format, version: Characters.version)
    writer.append(UInt32(kinds.count))
    for kind in kinds { writer.append(kind.rawValue) }
    writer.pad(to: 4)
    for run in runs { writer.append(run) }
    for row in rows { for kind in row { writer.append(kind) } }
    return writer.finished()
  }
}

/// The property's values as the files call them.
private let wordBreaks: [String: WordBreak] = [
  "CR": .carriageReturn, "LF": .lineFeed, "Newline": .newline, "Extend": .extend,
  "ZWJ": .joiner, "Format": .format, "Regional_Indicator": .regionalIndicator,
  "Katakana": .katakana, "Hebrew_Letter": .hebrewLetter, "ALetter": .letter,
  "Single_Quote": .singleQuote, "Double_Quote": .doubleQuote, "MidNumLet": .midNumberLetter,
  "MidLetter": .midLetter, "MidNum": .midNumber, "Numeric": .numeric,
  "ExtendNumLet": .extendNumberLetter, "WSegSpace": .segmentSpace,
]
