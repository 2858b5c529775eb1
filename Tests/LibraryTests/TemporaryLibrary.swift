import Analysis
import Foundation
import Prose
import Testing

@testable import Library

/// A folder for a library, gone with the test.
final class TemporaryLibrary {
  let folder: String
  var path: String { folder + "/data/broadsheet/library.sqlite" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/library-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func open() throws -> ArticleStore { try ArticleStore(path: path) }

  /// The names of the files beside the library, its own among them.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/data/broadsheet").sorted()
  }

  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  /// Whether any file beside the library, or itself, has these bytes in it.
  func holds(_ words: String) throws -> Bool {
    try files().contains { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/data/broadsheet/" + name))
      return data.range(of: Data(words.utf8)) != nil
    }
  }
}

/// The time that tests keep things at.
let noon = "2026-03-05T12:00:00Z"

let harborText = """
  Ferry talks stall in Port Anselm

  PORT ANSELM — Mara Oyelaran, the harbor minister, said on Thursday that the night ferry would keep sailing.

  “We will not give up the night ferry,” Oyelaran said.

  Ivo Brandt, a spokesman for the dockers' union, rejected the new harbor fees. The fees are unfair, Brandt said.
  """

let quarryText = """
  Quarry vote delayed

  The council put off its vote on the quarry. Odile Marchetti, the mayor, demanded a new survey of the quarry.
  """

extension ArticleStore {
  /// Keeps a text and what is found in it.
  @discardableResult
  func keepAnalyzed(
    _ text: String,
    at location: String,
    published: String? = nil,
    now: String = noon
  ) throws -> KeptArticle {
    let source = SourceText(text)
    let document = analyze(source)
    let article = Article(location: location, published: published, text: source)
    let title = document.blocks.headline.map { source.string(in: document.blocks.range($0)) }
    let kept = try keep(
      article,
      blocks: document.blocks,
      location: location,
      title: title ?? location,
      now: now
    )
    try keepFindings(document, of: kept.id, analyzer: 1)
    return kept
  }
}

/// An annotation of these words where they first stand in a text.
func annotation(_ words: String, in text: String, id: String = "1", note: String = "") -> Annotation
{
  let source = SourceText(text)
  let bytes = Array(text.utf8)
  let pattern = Array(words.utf8)
  let place = (0...(bytes.count - pattern.count)).first {
    Array(bytes[$0..<$0 + pattern.count]) == pattern
  }
  let start = UInt32(place ?? 0)
  let anchor = source.anchor(start..<start + UInt32(pattern.count))
  return Annotation(
    id: id,
    quote: anchor.quote,
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    start: anchor.start,
    end: anchor.end,
    color: "green",
    note: note,
    created: noon,
    changed: noon
  )
}
