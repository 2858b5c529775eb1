internal import Foundation
internal import Reference

/// First-level regions by all their names, with the English one: from CLDR's subdivisions.
struct Subdivisions {
  /// For each country the code of each name's region.
  private var codes: [String: [String: String]] = [:]
  private var english: [String: String] = [:]

  /// Takes in `common/subdivisions/<language>.xml`.
  mutating func add(_ xml: String, isEnglish: Bool) {
    for line in xml.split(separator: "\n") {
      guard let start = line.range(of: "<subdivision type=\""),
        let quote = line[start.upperBound...].firstIndex(of: "\""),
        let open = line[quote...].firstIndex(of: ">"),
        let close = line[open...].range(of: "</subdivision>")
      else { continue }
      let code = String(line[start.upperBound..<quote])
      let name = line[line.index(after: open)..<close.lowerBound]
        .replacingOccurrences(of: "&amp;", with: "&")
      let key = placeKey(name)
      guard !key.isEmpty else { continue }
      let country = code.prefix(2).uppercased()
      if codes[country]?[key] == nil { codes[country, default: [:]][key] = code }
      if isEnglish { english[code] = name.filter { !"²³".contains($0) } }
    }
  }

  /// What English calls the region that some language calls `name`; nil for one that is not listed.
  func englishName(of name: String, in country: String) -> String? {
    codes[country]?[placeKey(name)].flatMap { english[$0] }
  }
}
