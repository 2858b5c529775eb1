/// Prose with the expected spans marked in it.
///
/// `"‹Ana Ruiz|1› said ‹she|1› would appeal."` holds two. A mark is `‹`, the span's text, which may hold marks, `|`, a label, `›`. The label says what the test is
/// about: a type, a chain's number, a stance.
public struct MarkedProse: Sendable {
  public struct Mark: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// In bytes of `text`.
    public let range: Range<UInt32>
    public let label: String

    public init(range: Range<UInt32>, label: String) {
      self.range = range
      self.label = label
    }

    public static func < (left: Self, right: Self) -> Bool {
      (left.range.lowerBound, left.range.upperBound, left.label)
        < (right.range.lowerBound, right.range.upperBound, right.label)
    }

    public var description: String { "\(range) \(label)" }
  }

  /// The prose without its marks.
  public let text: String
  /// In text order; of two that start together the shorter one first.
  public let marks: [Mark]

  /// - Precondition: Every mark has its label and its end.
  public init(_ marked: String) {
    var text = ""
    var marks: [Mark] = []
    var open: [UInt32] = []
    var rest = Substring(marked)
    while let character = rest.popFirst() {
      switch character {
      case "‹":
        open.append(UInt32(text.utf8.count))
      case "|" where !open.isEmpty:
        guard let end = rest.firstIndex(of: "›"), let start = open.popLast() else {
          preconditionFailure("a mark without end in: \(marked)")
        }
        marks.append(Mark(range: start..<UInt32(text.utf8.count), label: String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      default:
        text.append(character)
      }
    }
    precondition(open.isEmpty, "a mark without label in: \(marked)")
    self.text = text
    self.marks = marks.sorted()
  }

  /// The inverse: `text` with `marks` put in, so that a failed test shows what was found as prose.
  ///
  /// Marks must be nested or apart.
  public static func render(_ text: String, _ marks: [Mark]) -> String {
    var opening: [UInt32: [Mark]] = [:]
    var closing: [UInt32: [Mark]] = [:]
    for mark in marks {
      opening[mark.range.lowerBound, default: []].append(mark)
      closing[mark.range.upperBound, default: []].append(mark)
    }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    for offset in 0...bytes.count {
      let here = UInt32(offset)
      for mark in (closing[here] ?? []).sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        result.append(contentsOf: "|\(mark.label)›".utf8)
      }
      for _ in opening[here] ?? [] { result.append(contentsOf: "‹".utf8) }
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
