internal import Library
internal import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Raised with every change of what the analysis finds: older ones in the library are then made anew.
let analyzerVersion = 3

/// What the library knows an article by; nil for what has neither a file nor an address.
func libraryLocation(of article: Article) -> String? {
  if article.location.contains("://") { return article.location }
  guard article.location != "-", let path = realpath(article.location, nil) else { return nil }
  defer { free(path) }
  return String(cString: path)
}

/// The headline, or what else an article is best known by.
func libraryTitle(of article: Article, _ blocks: Blocks) -> String {
  var title = article.title ?? ""
  if let row = blocks.headline {
    let range = blocks.range(row)
    title = article.text.string(
      in: range.lowerBound..<min(range.upperBound, range.lowerBound + 1000)
    )
  }
  let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  if !words.isEmpty { return words }
  if article.location == "-" { return "standard input" }
  return article.location.split(separator: "/").last.map(String.init) ?? article.location
}

/// Now, as ISO 8601 in UTC with thousandths of a second.
func timestamp() -> String {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  var seconds = now.tv_sec
  var parts = tm()
  gmtime_r(&seconds, &parts)
  func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
  let day =
    "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))-\(padded(Int(parts.tm_mday), 2))"
  let time =
    "\(padded(Int(parts.tm_hour), 2)):\(padded(Int(parts.tm_min), 2)):\(padded(Int(parts.tm_sec), 2))"
  return "\(day)T\(time).\(padded(Int(now.tv_nsec) / 1_000_000, 3))Z"
}

/// A random UUID, version 4, in small letters.
func newKey() -> String {
  var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
  bytes[6] = bytes[6] & 0x0F | 0x40
  bytes[8] = bytes[8] & 0x3F | 0x80
  var key = ""
  for (place, byte) in bytes.enumerated() {
    if [4, 6, 8, 10].contains(place) { key += "-" }
    key += (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
  return key
}
