/// The nearest ASCII of a cluster, for terminals that are not UTF-8.
///
/// - Returns: Letters or signs that take as many columns as the cluster; `?` where nothing is near.
func plainLetters(for cluster: Character, columns: Int) -> [UInt8] {
  if let byte = cluster.utf8.first, byte < 0x80 {
    return [byte] + Array(repeating: UInt8(ascii: " "), count: max(0, columns - 1))
  }
  let value = cluster.unicodeScalars.first?.value ?? 0
  let plain = plainSign(value) ?? plainLetter(value) ?? "?"
  return Array(repeating: UInt8(ascii: plain), count: max(1, columns))
}

private func plainSign(_ value: UInt32) -> Unicode.Scalar? {
  switch value {
  case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: " "
  case 0x2018, 0x2019, 0x201A, 0x2039, 0x203A, 0x2032: "'"
  case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x2033: "\""
  case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0x2550, 0xAD: "-"
  case 0x2502, 0x2503, 0x2551, 0x258F, 0x2595: "|"
  case 0x250C...0x254B, 0x2552...0x256C: "+"
  case 0x2026, 0xB7, 0x2027: "."
  case 0x2022, 0x25CF, 0x25A0: "*"
  case 0xD7: "x"
  case 0xB1: "+"
  case 0x25B8, 0x25B6, 0x2192, 0x276F: ">"
  case 0x25C2, 0x25C0, 0x2190: "<"
  case 0x25BE, 0x25BC, 0x2193: "v"
  case 0x25B4, 0x25B2, 0x2191: "^"
  case 0x2581...0x2582: "_"
  case 0x2583...0x2585: "="
  case 0x2586...0x2588: "#"
  case 0x20AC: "E"
  default: nil
  }
}

/// Latin letters without their marks.
private func plainLetter(_ value: UInt32) -> Unicode.Scalar? {
  guard (0xC0..<0x180).contains(value) else { return nil }
  let letters: StaticString = """
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLl\
    LlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """
  let index = Int(value - 0xC0)
  guard index < letters.utf8CodeUnitCount else { return nil }
  return Unicode.Scalar(letters.utf8Start[index])
}
