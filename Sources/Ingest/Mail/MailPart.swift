/// A message, or one part of it: fields and a body as they were sent.
struct MailPart {
  /// Names in small letters.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  private(set) var body: ArraySlice<UInt8>

  /// Reads the fields up to the first empty line, and takes all behind it for the body.
  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let line = Self.line(&rest), !line.isEmpty {
      if line.first == 32 || line.first == 9 {
        // A long field goes on in the next line.
        if let last = fields.indices.last, fields[last].value.count < longestField {
          fields[last].value.append(contentsOf: line)
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), fields.count < mostFields {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((name, Array(line[line.index(after: colon)...].drop { $0 == 32 || $0 == 9 })))
      }
    }
    body = rest
  }

  /// The first field of that name.
  func field(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// What the field says before its parameters, in small letters.
  func word(_ name: String) -> String? {
    field(name).map {
      String(decoding: $0.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self).lowercased()
        .filter { !$0.isWhitespace }
    }
  }

  /// A parameter of the content type, such as its charset.
  func parameter(_ name: String) -> String? {
    guard let value = field("content-type") else { return nil }
    let text = String(decoding: value.prefix(longestField), as: UTF8.self)
    for piece in text.split(separator: ";").dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].lowercased().filter({ !$0.isWhitespace }) == name else {
        continue
      }
      let bare = sides[1].drop { $0.isWhitespace }
      if bare.first == "\"" { return String(bare.dropFirst().prefix { $0 != "\"" }) }
      return String(bare.prefix { !$0.isWhitespace })
    }
    return nil
  }

  /// The body without its transfer encoding.
  var content: [UInt8] {
    switch word("content-transfer-encoding") {
    case "base64": decodeBase64(body)
    case "quoted-printable": decodeQuotedPrintable(body)
    default: Array(body)
    }
  }

  /// The parts of a body that has some.
  var parts: [MailPart] {
    guard let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var found: [MailPart] = []
    var start: Int?
    var rest = body
    var offset = rest.startIndex
    while found.count < mostParts, let line = Self.line(&rest) {
      if line.starts(with: mark) {
        if let start, start < offset { found.append(MailPart(body[start..<offset])) }
        start = rest.startIndex
        if line.dropFirst(mark.count).starts(with: "--".utf8) { return found }
      }
      offset = rest.startIndex
    }
    // The last part of a message that is cut off.
    if let start, start < body.endIndex, found.count < mostParts {
      found.append(MailPart(body[start...]))
    }
    return found
  }

  /// Takes a line away, without its end; nil where nothing is left.
  static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 10) ?? rest.endIndex
    var line = rest[..<end]
    if line.last == 13 { line.removeLast() }
    rest = rest[min(end + 1, rest.endIndex)...]
    return line
  }
}

private let longestField = 64 << 10
private let mostFields = 1000
private let mostParts = 500
