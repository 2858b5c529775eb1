internal import CTexts

/// The minutes east of Greenwich that a zone means; 0 for none, nil for what is no zone.
///
/// `Z`, `-08:00`, `+0200`, `EST`, `GMT+2`, `Etc/GMT`, and a remark in brackets behind any of them.
func zoneMinutes(_ bytes: [UInt8]) -> Int? {
  let text = bytes.prefix { $0 != UInt8(ascii: "(") }.filter { !isSpace($0) }
  let letters = text.prefix { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }
  let offset = text[letters.endIndex...]
  var name = lowercase(letters)
  if let area = name.lastIndex(of: UInt8(ascii: "/")) { name.removeFirst(area + 1) }
  name.removeAll { $0 == UInt8(ascii: ".") }
  // A name that nobody knows is not worth losing the day for.
  let named = TimeTables.builtIn.zones[name] ?? 0
  if offset.isEmpty { return named }
  guard let minutes = offsetMinutes(offset) else { return nil }
  return minutes + (offset.count > 1 && named != 0 ? named : 0)
}

/// `+02:00`, `-0800`, `+2`.
private func offsetMinutes(_ text: ArraySlice<UInt8>) -> Int? {
  let isWest = text.first == UInt8(ascii: "-")
  let parts = text.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  let minutes: Int?
  switch (parts.count, parts.first?.count ?? 0) {
  case (1, ...2): minutes = parts[0].isEmpty ? 0 : decimal(parts[0]).map { $0 * 60 }
  case (1, _): minutes = decimal(parts[0]).map { $0 / 100 * 60 + $0 % 100 }
  default:
    guard let hours = decimal(parts[0]), let rest = decimal(parts[1]) else { return nil }
    minutes = hours * 60 + rest
  }
  guard let minutes, minutes <= 24 * 60 else { return nil }
  return isWest ? -minutes : minutes
}

/// Lower case for ASCII and, where they are UTF-8, all other letters.
func lowercase(_ bytes: some Sequence<UInt8>) -> [UInt8] {
  Array(String(decoding: Array(bytes), as: UTF8.self).lowercased().utf8)
}

/// The names of months and zones.
struct TimeTables {
  static let builtIn = Self()

  /// Minutes east of Greenwich.
  let zones: [[UInt8]: Int]
  private let months: [(beginning: [UInt8], number: Int)]

  private init() {
    zones = Dictionary(
      rows(of: broadsheet_zones()).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first }
    )
    months = rows(of: broadsheet_months()).sorted { $0.0.count > $1.0.count }
  }

  /// The month that a word names, whole or shortened.
  func month(_ word: [UInt8]) -> Int? {
    months.first { word.starts(with: $0.beginning) }?.number
  }
}

private func rows(of table: broadsheet_text) -> [([UInt8], Int)] {
  let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
  return bytes.split(separator: 10).compactMap { line in
    let columns = line.split(separator: 9)
    guard line.first != UInt8(ascii: "#"), columns.count == 2,
      let number = Int(String(decoding: columns[1], as: UTF8.self))
    else { return nil }
    return (Array(columns[0]), number)
  }
}
