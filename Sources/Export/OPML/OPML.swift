public import Prose

/// A list of feeds as OPML, which every reader of feeds can import.
public func opml(_ list: SubscriptionList) -> String {
  var writer = OPMLWriter()
  writer.write(list)
  return writer.text
}

private struct OPMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  mutating func write(_ list: SubscriptionList) {
    tag("opml", list.attributes)
    text += ">\n  <head>\n"
    for field in list.head where isName(field.name) {
      text += "    <\(field.name)>\(escaped(field.value))</\(field.name)>\n"
    }
    text += "  </head>\n  <body>\n"
    for outline in list.outlines { write(outline, indent: "    ") }
    text += "  </body>\n</opml>\n"
  }

  private mutating func write(_ outline: SubscriptionList.Outline, indent: String) {
    text += indent
    tag("outline", outline.attributes)
    if outline.children.isEmpty {
      text += "/>\n"
      return
    }
    text += ">\n"
    for child in outline.children { write(child, indent: indent + "  ") }
    text += "\(indent)</outline>\n"
  }

  /// A start tag but for its end.
  private mutating func tag(_ name: String, _ attributes: [SubscriptionList.Field]) {
    text += "<\(name)"
    for attribute in attributes where isName(attribute.name) {
      text += " \(attribute.name)=\"\(escaped(attribute.value))\""
    }
  }

  /// Whether XML takes it for a name; a list that was read from broken XML may have others.
  private func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x2D...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...:
        true
      default: false
      }
    }
  }

  /// Escaped so that attributes keep their line ends; without the controls that XML cannot hold.
  private func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
