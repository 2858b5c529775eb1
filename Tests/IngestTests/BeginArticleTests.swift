import Foundation
import Prose
import Testing

@testable import Ingest

/// Writes a file, opens it and takes it away again.
private func withFile(_ bytes: [UInt8], _ body: (ArticleSource) throws -> Void) throws {
  let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  try body(.file(path: Array(url.path.utf8)))
}

private func lines(_ count: Int, end: String = "\n") -> [UInt8] {
  Array((0..<count).map { "Line \($0) of the harbor report, naïve as it is.\(end)" }.joined().utf8)
}

@Test func `a short article is opened whole`() throws {
  try withFile(lines(100)) { source in
    guard case .whole(let article) = try beginArticle(source) else {
      Issue.record("it was begun")
      return
    }
    #expect(article.text.string == String(decoding: lines(100), as: UTF8.self))
  }
}

@Test(arguments: ["\n", "\r\n"])
func `a long article begins with whole lines, with which the whole begins`(end: String) throws {
  try withFile(lines(5000, end: end)) { source in
    guard case .begun(let beginning, let rest) = try beginArticle(source) else {
      Issue.record("it was read whole")
      return
    }
    let whole = try rest.read()
    #expect(beginning.text.count < 64 << 10)
    #expect(beginning.text.string.hasSuffix("\n"))
    #expect(whole.text.string.hasPrefix(beginning.text.string))
    #expect(whole.text.string == String(decoding: lines(5000), as: UTF8.self))
  }
}

@Test func `a pipe is told of while its writer makes a pause`() throws {
  var ends: [Int32] = [0, 0]
  try #require(pipe(&ends) == 0)
  let rest = ArticleRest(
    location: "-",
    descriptor: ends[0],
    beginning: Array("one\n".utf8),
    regularSize: nil
  )
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
  }
  var told: [String] = []
  let article = try rest.read(growing: { article in
    told.append(article.text.string)
    switch told.count {
    case 1: send("two\nthr")
    case 2: send("ee\n")
    default: close(ends[1])
    }
  })
  // Whole lines, each telling what is new, and nothing twice.
  #expect(told == ["one\n", "one\ntwo\n", "one\ntwo\nthree\n"])
  #expect(article.text.string == "one\ntwo\nthree\n")
}

@Test func `a pipe without an end is not read for ever`() throws {
  var ends: [Int32] = [0, 0]
  try #require(pipe(&ends) == 0)
  var rest = ArticleRest(
    location: "-",
    descriptor: ends[0],
    beginning: Array("one\n".utf8),
    regularSize: nil
  )
  rest.largestStream = 1 << 20
  let bounded = rest
  let end = ends[1]
  // Far less than the pipe holds at once is left to write when the reader stops.
  let writer = Thread {
    let lines = Array(repeating: UInt8(ascii: "y"), count: 4096)
    signal(SIGPIPE, SIG_IGN)
    for _ in 0..<1024 where write(end, lines, lines.count) < 0 { break }
    close(end)
  }
  writer.start()
  let error = #expect(throws: IngestError.self) { _ = try bounded.read() }
  #expect(error == .endless(location: "-", limit: 1 << 20))
  #expect(
    "\(error.map(String.init(describing:)) ?? "")"
      == "standard input gives more than 1 MB; save it to a file, which is read where it lies."
  )
}

@Test func `a very long article stays where its file is`() throws {
  let bytes = lines(200_000)
  try withFile(bytes) { source in
    guard case .begun(_, let rest) = try beginArticle(source) else {
      Issue.record("it was read whole")
      return
    }
    var mapped: (address: UInt, count: Int)?
    let article = try rest.read { address, count in
      mapped = (address, count)
      return {}
    }
    #expect(mapped?.count == bytes.count)
    #expect(article.text.withBytes { UInt(bitPattern: $0.baseAddress) } == mapped?.address)
    article.text.rest()
    #expect(article.text.count == bytes.count)
    #expect(article.text.withBytes { Array($0.suffix(100)) } == Array(bytes.suffix(100)))
  }
}

@Test func `a long text in UTF-16, and one without line ends, are read whole`() throws {
  let wide = "\u{FEFF}" + String(repeating: "Der Hafen ist zu. ", count: 8000) + "\n"
  try withFile(wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) { source in
    guard case .whole(let article) = try beginArticle(source) else {
      Issue.record("it was begun")
      return
    }
    #expect(article.text.string.hasPrefix("Der Hafen"))
  }
  try withFile(Array(repeating: 0x61, count: 200_000)) { source in
    guard case .whole(let article) = try beginArticle(source) else {
      Issue.record("it was begun")
      return
    }
    #expect(article.text.count == 200_000)
  }
}

@Test func `what is no text is refused at its beginning`() throws {
  try withFile(Array(repeating: 1, count: 200_000)) { source in
    #expect(throws: IngestError.self) { try beginArticle(source) }
  }
}
