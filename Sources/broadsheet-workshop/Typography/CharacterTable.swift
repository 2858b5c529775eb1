internal import CTypography
internal import Foundation
internal import Screen

/// What a screen needs to know of every scalar, put together from the Unicode Character Database.
struct CharacterTable {
  private var numbers = [UInt16](repeating: 0, count: 0x110000)
  private var mirrors: [(scalar: Int, mirror: Int, bracket: String)] = []

  /// - Parameters:
  ///   - database: The folder of the database, laid out as the Unicode Consortium does.
  ///   - widths: The list of columns.
  /// - Throws: Where a file is missing, or holds what no rule knows.
  init(database: URL, widths: URL) throws {
    func file(_ path: String) throws -> CharacterFile {
      try CharacterFile(database.appending(path: path))
    }
    let categories = try Self.values(file("extracted/DerivedGeneralCategory.txt"))
    try addLineClasses(
      file("extracted/DerivedLineBreak.txt"),
      categories: categories,
      eastAsian: Self.values(file("EastAsianWidth.txt")),
      emoji: file("emoji/emoji-data.txt")
    )
    try addBidiClasses(file("extracted/DerivedBidiClass.txt"))
    try addWidths(SourceFile(widths))
    for row in try file("emoji/emoji-data.txt").rows where row.values[0] == "Emoji" {
      for scalar in row.range { numbers[scalar] |= UInt16(broadsheet_emoji) }
    }
    for (scalar, category) in categories.enumerated() where category.hasPrefix("L") {
      numbers[scalar] |= UInt16(broadsheet_letter)
    }
    try addMirrors(file("BidiMirroring.txt"), file("BidiBrackets.txt"))
  }

  /// A value for every scalar.
  private static func values(_ file: CharacterFile) -> [String] {
    var values = [String](repeating: "", count: 0x110000)
    for row in file.missing + file.rows {
      for scalar in row.range { values[scalar] = row.values[0] }
    }
    return values
  }

  /// Classes as rule LB1 resolves them, and split where a rule asks for more than the class.
  private mutating func addLineClasses(
    _ file: CharacterFile,
    categories: [String],
    eastAsian: [String],
    emoji: CharacterFile
  ) throws {
    var pictures = Set<Int>()
    for row in emoji.rows where row.values[0] == "Extended_Pictographic" {
      pictures.formUnion(row.range)
    }
    for (scalar, value) in Self.values(file).enumerated() {
      var name =
        switch value {
        case "Unknown", "XX", "AI", "SG": "AL"
        case "Prefix_Numeric": "PR"
        case "Ideographic": "ID"
        case "CJ": "NS"
        case "SA": ["Mn", "Mc"].contains(categories[scalar]) ? "CM" : "AL"
        default: value
        }
      let isWide = ["F", "W", "H"].contains(eastAsian[scalar])
      if isWide, name == "OP" || name == "CP" { name += "wide" }
      let isUnassigned = ["Cn", "Unassigned"].contains(categories[scalar])
      if name == "ID", isUnassigned, pictures.contains(scalar) { name = "EBreserved" }
      guard let number = LineClass.allCases.first(where: { "\($0)" == name.lowercased() }) else {
        throw SourceError.malformed(
          file: "DerivedLineBreak.txt",
          line: 0,
          expected: "no class \(name)"
        )
      }
      numbers[scalar] |= UInt16(number.rawValue)
    }
  }

  private mutating func addBidiClasses(_ file: CharacterFile) throws {
    let long = [
      "Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL",
      "European_Terminator": "ET",
    ]
    for (scalar, value) in Self.values(file).enumerated() {
      let name = (long[value] ?? value).lowercased()
      guard let number = BidiClass.allCases.first(where: { "\($0)" == name }) else {
        throw SourceError.malformed(
          file: "DerivedBidiClass.txt",
          line: 0,
          expected: "no class \(name)"
        )
      }
      numbers[scalar] |= UInt16(number.rawValue) << UInt16(broadsheet_bidi_shift)
    }
  }

  private mutating func addWidths(_ file: SourceFile) throws {
    var widths = [UInt16](repeating: 1, count: 0x110000)
    for line in file.lines {
      for range in line[1].split(separator: " ") {
        let ends = range.split(separator: "-").compactMap { Int($0, radix: 16) }
        guard let first = ends.first, let last = ends.last, ["zero", "wide"].contains(line[0])
        else {
          throw SourceError.malformed(
            file: file.name,
            line: line.number,
            expected: "zero or wide, and ranges"
          )
        }
        for scalar in first...last { widths[scalar] = line[0] == "zero" ? 0 : 2 }
      }
    }
    widths[0xAD] = 0
    for scalar in widths.indices {
      numbers[scalar] |= widths[scalar] << UInt16(broadsheet_width_shift)
    }
  }

  private mutating func addMirrors(_ mirroring: CharacterFile, _ brackets: CharacterFile) throws {
    var kinds: [Int: (mirror: Int, kind: String)] = [:]
    for row in mirroring.rows {
      kinds[row.range.lowerBound] = (Int(row.values[0], radix: 16) ?? 0, "")
    }
    for row in brackets.rows {
      kinds[row.range.lowerBound] = (Int(row.values[0], radix: 16) ?? 0, row.values[1])
    }
    for (scalar, sign) in kinds.sorted(by: { $0.key < $1.key }) {
      numbers[scalar] |= UInt16(broadsheet_mirrored)
      mirrors.append((scalar, sign.mirror, sign.kind))
    }
  }

  /// The table as CTypography.h lays it out.
  func bytes() -> [UInt8] {
    let size = 1 << Int(broadsheet_block_shift)
    var blocks: [[UInt16]: UInt16] = [:]
    var order: [[UInt16]] = []
    var index: [UInt16] = []
    for start in stride(from: 0, to: numbers.count, by: size) {
      let block = Array(numbers[start..<start + size])
      if blocks[block] == nil {
        blocks[block] = UInt16(order.count)
        order.append(block)
      }
      index.append(blocks[block] ?? 0)
    }
    var words = [UInt16(order.count), UInt16(mirrors.count)] + index + order.joined()
    for (scalar, mirror, bracket) in mirrors {
      let kind: UInt16 = bracket == "o" ? 0x4000 : bracket == "c" ? 0x8000 : 0
      words += [UInt16(scalar & 0xFFFF), UInt16(scalar >> 16)]
      words += [UInt16(mirror & 0xFFFF), UInt16(mirror >> 16) | kind]
    }
    return words.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
}
