/// A start tag, with its names and values as text.
struct MarkupElement {
  let name: Range<Int>
  /// As written.
  let qualified: [UInt8]
  /// Without prefix, in lower case.
  let local: String
  /// Empty where there is none.
  let prefix: String
  private let attributes: [MarkupAttribute]
  private let bytes: [UInt8]

  init(_ name: Range<Int>, _ attributes: [MarkupAttribute], in bytes: [UInt8]) {
    self.name = name
    self.attributes = attributes
    self.bytes = bytes
    qualified = Array(bytes[name])
    let parts = qualified.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    prefix = parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : ""
    local = String(decoding: parts.last ?? [], as: UTF8.self).lowercased()
  }

  /// The value of the first attribute of this name, which is given in lower case.
  subscript(name: String) -> String? {
    for attribute in attributes where equals(attribute.name, name) {
      return String(decoding: resolved(bytes[attribute.value]), as: UTF8.self)
    }
    return nil
  }

  /// Calls `body` with each attribute's name, in lower case only where it is of HTML, and its value.
  func forEachAttribute(_ body: (String, String) -> Void) {
    for attribute in attributes {
      let value = String(decoding: resolved(bytes[attribute.value]), as: UTF8.self)
      body(String(decoding: bytes[attribute.name], as: UTF8.self), value)
    }
  }

  private func equals(_ range: Range<Int>, _ name: String) -> Bool {
    guard range.count == name.utf8.count else { return false }
    return zip(bytes[range], name.utf8).allSatisfy { byte, wanted in
      byte == wanted || ((65...90).contains(byte) && byte | 32 == wanted)
    }
  }
}

extension MarkupElement {
  /// How good a link is as the address of the page, 0 best; nil for one that is none.
  var linkRank: Int? {
    let relation = self["rel"]?.trimmedOfSpace().lowercased() ?? "alternate"
    let name = relation.split(separator: "/").last.map(String.init) ?? relation
    switch name {
    case "alternate":
      let type = self["type"]?.lowercased() ?? "text/html"
      return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") ? 0 : 1
    case "via", "related": return 5
    case "enclosure": return 7
    default: return nil
    }
  }
}

/// The namespaces that the open elements declare.
struct NamespaceScopes {
  /// Elements that declare more are not believed.
  private static let most = 64

  private var bindings: [(prefix: String, namespace: String)] = []
  /// The namespace of the document's own words, whatever its address.
  var core: (namespace: String, vocabulary: FeedVocabulary) = ("", .rss)

  /// Takes in what an element declares.
  /// - Returns: What `leave` is to be given at its end.
  mutating func enter(_ element: MarkupElement) -> Int {
    let scope = bindings.count
    element.forEachAttribute { name, value in
      guard name.hasPrefix("xmlns"), bindings.count < Self.most else { return }
      if name == "xmlns" {
        bindings.append(("", value))
      } else if name.hasPrefix("xmlns:") {
        bindings.append((String(name.dropFirst(6)), value))
      }
    }
    return scope
  }

  mutating func leave(to scope: Int) { bindings.removeSubrange(scope...) }

  func namespace(of element: MarkupElement) -> String {
    bindings.last { $0.prefix == element.prefix }?.namespace ?? ""
  }

  func vocabulary(of element: MarkupElement) -> FeedVocabulary {
    guard let binding = bindings.last(where: { $0.prefix == element.prefix }) else {
      return element.prefix.isEmpty ? core.vocabulary : FeedVocabulary(prefix: element.prefix)
    }
    if binding.namespace == core.namespace { return core.vocabulary }
    return FeedVocabulary(namespace: binding.namespace)
  }
}
