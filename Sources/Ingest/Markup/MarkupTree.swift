internal import CMarkup

/// A page or a feed as libxml2 understands it: elements and runs of text, one row each, in document order.
///
/// The rows behind an element's, up to its end, lie in it, so that every walk is a loop. The memory goes with the
/// last reference.
final class MarkupTree {
  typealias Name = UInt32

  /// The name that text has.
  static let textName: Name = 0
  /// The name that no row has.
  static let noName = Name.max

  private let markup: UnsafeMutablePointer<broadsheet_markup>
  let nodes: UnsafeBufferPointer<broadsheet_node>
  private let attributes: UnsafeBufferPointer<broadsheet_attribute>
  private let names: UnsafeBufferPointer<broadsheet_span>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let rowsOfNames: [String: Name]

  /// Reads UTF-8; what is ill-formed is read as well as can be.
  ///
  /// - Throws: `MarkupError` where the machine has no libxml2, or not enough memory.
  init(
    _ source: UnsafeBufferPointer<UInt8>,
    as language: MarkupLanguage,
    limits: MarkupLimits = MarkupLimits()
  ) throws(MarkupError) {
    var made: UnsafeMutablePointer<broadsheet_markup>?
    let status = broadsheet_read_markup(
      source.baseAddress,
      source.count,
      language == .xml ? 1 : 0,
      broadsheet_markup_limits(depth: UInt32(limits.depth), nodes: UInt32(limits.nodes)),
      &made
    )
    guard let made else {
      throw status == Int32(broadsheet_markup_no_library) ? .noLibrary : .noMemory
    }
    markup = made
    nodes = UnsafeBufferPointer(start: made.pointee.nodes, count: made.pointee.node_count)
    attributes = UnsafeBufferPointer(
      start: made.pointee.attributes,
      count: made.pointee.attribute_count
    )
    names = UnsafeBufferPointer(start: made.pointee.names, count: made.pointee.name_count)
    bytes = UnsafeBufferPointer(start: made.pointee.bytes, count: made.pointee.byte_count)
    var rows: [String: Name] = [:]
    for row in names.indices.dropFirst() {
      let range = Int(names[row].start)..<Int(names[row].start + names[row].count)
      rows[String(decoding: bytes[range], as: UTF8.self)] = Name(row)
    }
    rowsOfNames = rows
  }

  deinit { broadsheet_free_markup(markup) }

  var count: Int { nodes.count }
  /// Whether a limit ended the reading before the page did.
  var isCut: Bool { markup.pointee.is_cut != 0 }

  /// How rows of this name are marked in this tree; `noName` where it has none.
  func name(_ string: String) -> Name { rowsOfNames[string] ?? Self.noName }

  /// The name itself; empty for text.
  func string(_ name: Name) -> String {
    guard names.indices.contains(Int(name)) else { return "" }
    return String(decoding: slice(names[Int(name)]), as: UTF8.self)
  }

  var nameCount: Int { names.count }
  func isText(_ row: Int) -> Bool { nodes[row].name == Self.textName }
  func name(of row: Int) -> Name { nodes[row].name }
  /// The name space's address, or the prefix where the page gives it none; empty in HTML.
  func space(of row: Int) -> String { string(nodes[row].space) }
  /// The element that holds it; its own row for the first.
  func parent(of row: Int) -> Int { Int(nodes[row].parent) }
  /// The row behind the last that lies in it.
  func end(of row: Int) -> Int { Int(nodes[row].end) }
  /// The rows that lie in it.
  func inside(_ row: Int) -> Range<Int> { row + 1..<max(row + 1, Int(nodes[row].end)) }

  /// The rows that lie in it, not deeper.
  func children(of row: Int) -> some Sequence<Int> {
    let end = self.end(of: row)
    return sequence(state: row + 1) { [nodes] next -> Int? in
      guard next < end else { return nil }
      defer { next = max(next + 1, Int(nodes[next].end)) }
      return next
    }
  }

  /// The bytes of a run of text; none for an element.
  func text(of row: Int) -> UnsafeBufferPointer<UInt8> {
    isText(row) ? slice(nodes[row].content) : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// All text in it, as it stands.
  func allText(of row: Int) -> String {
    var result: [UInt8] = Array(text(of: row))
    for inner in inside(row) { result.append(contentsOf: text(of: inner)) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of an attribute; nil where the element has none of this name.
  func value(of row: Int, _ name: Name) -> UnsafeBufferPointer<UInt8>? {
    guard !isText(row) else { return nil }
    let span = nodes[row].content
    for index in Int(span.start)..<Int(span.start + span.count)
    where attributes[index].name == name {
      return slice(attributes[index].value)
    }
    return nil
  }

  func string(of row: Int, _ name: Name) -> String? {
    value(of: row, name).map { String(decoding: $0, as: UTF8.self) }
  }

  func string(of row: Int, _ name: String) -> String? { string(of: row, self.name(name)) }

  /// The attributes of an element, in order.
  func attributes(of row: Int) -> [(name: Name, space: String, value: String)] {
    guard !isText(row) else { return [] }
    let span = nodes[row].content
    return attributes[Int(span.start)..<Int(span.start + span.count)].map {
      ($0.name, string($0.space), String(decoding: slice($0.value), as: UTF8.self))
    }
  }

  private func slice(_ span: broadsheet_span) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.start + span.count)])
  }
}

enum MarkupLanguage: Sendable {
  case html
  case xml
}

/// What ends the reading of a page that means harm, or was made by a machine gone wrong.
struct MarkupLimits: Sendable {
  /// A browser nests 512 deep.
  var depth = 1024
  var nodes = 2_000_000
}

/// Why no page can be read.
enum MarkupError: Error, Equatable, Sendable {
  case noLibrary
  case noMemory
}
