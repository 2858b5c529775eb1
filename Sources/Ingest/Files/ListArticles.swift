#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The articles that command-line arguments name, in order; a folder gives the text files in it.
///
/// A folder's files are those directly in it, sorted by name with numbers by value. Hidden, empty and binary
/// files and pages that are not text are left out; a file that may not be read stays, to fail where it is seen.
public func listArticles(_ arguments: [[UInt8]]) throws(IngestError) -> [ArticleSource] {
  var sources: [ArticleSource] = []
  for argument in arguments {
    let source = ArticleSource(argument: argument)
    do throws(IngestError) {
      sources += try listed(source)
    } catch {
      // Among others it fails where it is seen, and the others are read.
      guard arguments.count > 1 else { throw error }
      sources.append(source)
    }
  }
  return sources
}

private func listed(_ source: ArticleSource) throws(IngestError) -> [ArticleSource] {
  if case .file(let path) = source, let names = try folderEntries(path, source.location) {
    return try articles(in: path, names: names, location: source.location)
  }
  return lettersInBox(source)
}

/// The letters of a box of mail; what is none, or cannot be read as one, itself.
public func lettersInBox(_ source: ArticleSource) -> [ArticleSource] {
  guard case .file(let path) = source, source.location.lowercased().hasSuffix(".mbox"),
    let letters = try? articles(inBox: path, location: source.location)
  else { return [source] }
  return letters
}

/// The messages of a box of mail, each an article of its own; one that holds no text is left out.
private func articles(inBox path: [UInt8], location: String) throws(IngestError) -> [ArticleSource]
{
  let bytes = try readBytes(path: path, location: location).withBytes { Array($0) }
  let articles = messages(in: bytes).prefix(mostMessages).enumerated().compactMap {
    number,
    message in
    try? readMessage(MailPart(message), location: "\(location)#\(number + 1)")
  }
  guard !articles.isEmpty else { throw .empty(location: location) }
  return articles.map { .article($0) }
}

/// Of a larger box the first are listed.
private let mostMessages = 10_000

private func articles(
  in folder: [UInt8],
  names: [[UInt8]],
  location: String
) throws(IngestError) -> [ArticleSource] {
  let slash = UInt8(ascii: "/")
  let parent = folder.last == slash ? folder : folder + [slash]
  let paths = names.sorted(by: isBefore).map { parent + $0 }.filter(isArticle)
  guard !paths.isEmpty else { throw .folderWithoutText(location: location) }
  return paths.map { .file(path: $0) }
}

/// Whether a file's first bytes are those of text, or cannot be read.
private func isArticle(_ path: [UInt8]) -> Bool {
  let location = String(decoding: path, as: UTF8.self)
  do {
    guard let head = try readHead(path: path, count: 4096, location: location), head.count > 0
    else {
      return false
    }
    try head.withBytes { head throws(IngestError) in
      try refuseNonText(head: head, location: location)
    }
    return true
  } catch {
    if case .noPermission = error { return true }
    if case .unreadable = error { return true }
    return false
  }
}

/// The names in a folder but for hidden ones; nil for what is no folder.
private func folderEntries(_ path: [UInt8], _ location: String) throws(IngestError) -> [[UInt8]]? {
  // What cannot be opened as a folder is left to the reading of files, which says why.
  guard let folder = withCPath(path, { opendir($0) }) ?? nil else { return nil }
  defer { closedir(folder) }
  var names: [[UInt8]] = []
  while true {
    errno = 0
    guard let entry = readdir(folder) else { break }
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name.first != UInt8(ascii: ".") { names.append(name) }
  }
  guard errno == 0 else { throw failure(errno, location: location) }
  return names
}

/// The order of names: letters without case, runs of digits by value, so that 9 comes before 10.
private func isBefore(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  var (l, r) = (left[...], right[...])
  while let a = l.first, let b = r.first {
    if isDigit(a), isDigit(b) {
      let one = l.prefix(while: isDigit).drop { $0 == 48 }
      let other = r.prefix(while: isDigit).drop { $0 == 48 }
      if one.count != other.count { return one.count < other.count }
      if !one.elementsEqual(other) { return one.lexicographicallyPrecedes(other) }
      l = l.drop(while: isDigit)
      r = r.drop(while: isDigit)
    } else {
      let (one, other) = (folded(a), folded(b))
      if one != other { return one < other }
      l = l.dropFirst()
      r = r.dropFirst()
    }
  }
  if l.isEmpty != r.isEmpty { return l.isEmpty }
  return left.lexicographicallyPrecedes(right)
}

func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

/// A small letter for a capital one of ASCII.
private func folded(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }
