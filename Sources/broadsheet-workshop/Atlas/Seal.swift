internal import Foundation

/// The checksums of the built atlas and of the lists here that went into it.
///
/// What cannot be built anew without the files from outside can so still be checked. In the form that
/// `sha256sum --check` reads.
struct Seal {
  private static let name = "tables/atlas.sha256"
  /// The city rows of `places.tsv` go in too, but only to name regions.
  private static let sealed = [
    "tables/atlas.bin", "tables/coastlines.bin", "gazetteer/inputs.tsv", "gazetteer/regions.tsv",
  ]

  /// The folder `CReference`.
  let folder: URL

  func write() throws {
    let lines = try Self.sealed.map { "\(try digest($0))  \($0)\n" }
    try Data(lines.joined().utf8).write(to: folder.appending(path: Self.name), options: .atomic)
  }

  /// Throws where a file is not what was sealed.
  func check() throws {
    guard let text = try? String(contentsOf: folder.appending(path: Self.name), encoding: .utf8)
    else { throw SourceError.missing(file: Self.name) }
    let lines = Set(text.split(separator: "\n").map(String.init))
    for path in Self.sealed where !lines.contains("\(try digest(path))  \(path)") {
      throw SourceError.unsealed(path)
    }
  }

  private func digest(_ path: String) throws -> String {
    guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
      throw SourceError.missing(file: path)
    }
    return sha256(data)
  }
}
