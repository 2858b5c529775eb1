public import Prose

/// Reads a list of feeds, as other readers export it; broken XML as far as it can be understood.
///
/// No entity is expanded and nothing outside is asked for.
/// - Parameters:
///   - bytes: The list as it came.
///   - location: Its path or address, for messages.
/// - Returns: All that is in the list.
/// - Throws: Where it is none.
public func readOPML(_ bytes: [UInt8], location: String) throws(FeedError) -> SubscriptionList {
  let text = decodeText(bytes, declared: declaredCharset(bytes, in: .xml))
  guard text.contains(where: { !isSpace($0) }) else { throw .empty(location: location) }
  var reader = OPMLReader(text)
  guard let list = reader.read() else { throw .notAList(location: location) }
  return list
}

private struct OPMLReader {
  /// What is deeper stands at this depth.
  private static let deepest = 64

  private var scanner: MarkupScanner
  private var list: SubscriptionList?
  /// The folders that are open, from the outermost inward.
  private var open: [SubscriptionList.Outline] = []
  /// Outlines that are open beyond the deepest.
  private var beyond = 0
  private var isInHead = false
  /// The element of the head that is open, and its text.
  private var field: SubscriptionList.Field?

  init(_ text: [UInt8]) {
    scanner = MarkupScanner(text)
  }

  mutating func read() -> SubscriptionList? {
    while let piece = scanner.next() {
      switch piece {
      case .text(let range): take(resolved(scanner.bytes[range])[...])
      case .literal(let range): take(scanner.bytes[range])
      case .open(let name, let attributes, let isEmpty):
        begin(MarkupElement(name, attributes, in: scanner.bytes), isEmpty: isEmpty)
      case .close(let name): end(string(scanner.bytes[name]).lowercased())
      }
    }
    while !open.isEmpty { closeOutline() }
    return list
  }

  private mutating func begin(_ element: MarkupElement, isEmpty: Bool) {
    guard list != nil else {
      if element.local == "opml" { list = SubscriptionList(attributes: fields(element)) }
      return
    }
    switch element.local {
    case "head": isInHead = !isEmpty
    case "body": isInHead = false
    case "outline":
      isInHead = false
      if open.count < Self.deepest {
        open.append(SubscriptionList.Outline(fields(element)))
        if isEmpty { closeOutline() }
      } else {
        open[open.count - 1].children.append(SubscriptionList.Outline(fields(element)))
        if !isEmpty { beyond += 1 }
      }
    default:
      if isInHead, field == nil {
        field = SubscriptionList.Field(string(element.qualified[...]), "")
        if isEmpty { endField() }
      }
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "outline":
      if beyond > 0 { beyond -= 1 } else { closeOutline() }
    case "head":
      endField()
      isInHead = false
    default:
      if field?.name.lowercased() == name { endField() }
    }
  }

  private mutating func take(_ text: ArraySlice<UInt8>) {
    let text = string(text)
    field?.value += text
  }

  private mutating func endField() {
    if let field { list?.head.append(field) }
    field = nil
  }

  private mutating func closeOutline() {
    guard let outline = open.popLast() else { return }
    if open.isEmpty {
      list?.outlines.append(outline)
    } else {
      open[open.count - 1].children.append(outline)
    }
  }

  private func fields(_ element: MarkupElement) -> [SubscriptionList.Field] {
    var fields: [SubscriptionList.Field] = []
    element.forEachAttribute { name, value in
      // XML allows each name once.
      if !fields.contains(where: { $0.name == name }), fields.count < 256 {
        fields.append(SubscriptionList.Field(name, value))
      }
    }
    return fields
  }

  private func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
