#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files of the Unicode Character Database, where the machine has it.
enum UnicodeData {
  private static let folder = "/usr/share/unicode/"

  static var isPresent: Bool { access(folder + "LineBreak.txt", R_OK) == 0 }

  /// A file's lines without comments, as fields between `separator`.
  static func rows(_ name: String, separator: Character = ";") -> [[Substring]] {
    text(name).split(separator: "\n").compactMap { line in
      let content = line.prefix { $0 != "#" }
      return content.isEmpty
        ? nil
        : content.split(separator: separator, omittingEmptySubsequences: false)
          .map { $0.trimmingPrefix { $0 == " " } }
          .map { field in
            var field = field
            while field.last == " " || field.last == "\t" { field.removeLast() }
            return field
          }
    }
  }

  /// The scalars from `1100` or `1100..115F`.
  static func range(_ field: Substring) -> ClosedRange<UInt32> {
    let ends = field.split(separator: ".").compactMap { UInt32($0, radix: 16) }
    guard let first = ends.first, let last = ends.last else { return 0...0 }
    return first...last
  }

  static func scalars(_ field: Substring) -> [UInt32] {
    field.split(separator: " ").compactMap { UInt32($0, radix: 16) }
  }

  private static func text(_ name: String) -> String {
    guard let file = fopen(folder + name, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
