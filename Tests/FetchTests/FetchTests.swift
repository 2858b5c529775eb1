import Fetch
import Foundation
import Synchronization
import TestKit
import Testing

let agent = "BroadsheetTests/1"

/// Patience of a second, so that a test that waits for its end does not wait long.
var shortLimits: FetchLimits {
  var limits = FetchLimits()
  limits.seconds = 5
  limits.slowSeconds = 1
  limits.retrySeconds = 0.01
  return limits
}

func get(_ address: String, _ limits: FetchLimits = shortLimits) throws(FetchError) -> Fetched {
  try fetch(FetchRequest(address), limits: limits, userAgent: agent)
}

@Suite
struct FetchTests {
  @Test
  func `fetches a page and what its headers tell`() throws {
    let server = try LoopbackServer { _, connection in
      connection.answer(
        "<p>Talks</p>",
        headers:
          "Content-Type: Text/HTML; charset=\"utf-8\"\r\nETag: \"a1\"\r\nLast-Modified: x\r\n"
      )
    }
    let address = server.address("/talks")
    let fetched = try get(address)
    #expect(fetched.body == Array("<p>Talks</p>".utf8))
    #expect(fetched.address == address)
    #expect(fetched.movedTo == nil)
    #expect(fetched.mediaType == "text/html")
    #expect(fetched.charset == "utf-8")
    #expect(fetched.entityTag == "\"a1\"")
    #expect(fetched.lastModified == "x")
  }

  @Test
  func `says who asks, and brings no cookies`() throws {
    let server = try LoopbackServer { request, connection in
      if request.path == "/first" {
        connection.answer(
          "",
          status: "302 Found",
          headers: "Location: /next\r\nSet-Cookie: a=b\r\n"
        )
      } else {
        connection.answer("here")
      }
    }
    let fetched = try get(server.address("/first"))
    #expect(fetched.address == server.address("/next"))
    let last = try #require(server.requests.last)
    #expect(last.headers["user-agent"] == agent)
    #expect(last.headers["cookie"] == nil)
    #expect(last.headers["accept-encoding"]?.contains("gzip") == true)
  }

  @Test
  func `asks whether what is known still holds`() throws {
    let server = try LoopbackServer { request, connection in
      let isKnown = request.headers["if-none-match"] == "\"a1\""
      connection.answer(isKnown ? "" : "new", status: isKnown ? "304 Not Modified" : "200 OK")
    }
    var request = FetchRequest(server.address("/"), kind: .feed, entityTag: "\"a1\"")
    request.lastModified = "Thu, 29 Jan 2026 10:00:00 GMT"
    let fetched = try fetch(request, userAgent: agent)
    #expect(fetched.isUnchanged)
    #expect(fetched.body.isEmpty)
    #expect(fetched.entityTag == "\"a1\"")
    #expect(server.requests[0].headers["if-modified-since"] == request.lastModified)
  }

  @Test(arguments: [
    ("301 Moved Permanently", true), ("308 Permanent Redirect", true), ("302 Found", false),
    ("307 Temporary Redirect", false),
  ])
  func `tells where a page has moved for good`(status: String, isForGood: Bool) throws {
    let server = try LoopbackServer { request, connection in
      if request.path == "/new" { return connection.answer("here") }
      connection.answer("", status: status, headers: "Location: /new\r\n")
    }
    let fetched = try get(server.address("/old"))
    #expect(fetched.movedTo == (isForGood ? server.address("/new") : nil))
  }

  @Test
  func `unpacks what is compressed`() throws {
    let packed = try #require(
      Data(
        base64Encoded:
          "H4sIAAAAAAACA7MpsAtJzMkuVihKLS7NTVXIzFMIyC8qUXDMK07NydWz0S+wsxlVMqpkMCoBALw5OF68AgAA"
      )
    )
    let server = try LoopbackServer { request, connection in
      switch request.path {
      // One stream behind the other is one, and what pads the last is nothing.
      case "/twice":
        connection.answer(
          Array(packed + packed) + [0, 0, 0],
          headers: "Content-Encoding: gzip\r\n"
        )
      // Without the header and the trailer of gzip it is bare deflate.
      case "/bare":
        connection.answer(
          Array(packed.dropFirst(10).dropLast(8)),
          headers: "Content-Encoding: deflate\r\n"
        )
      case "/none": connection.answer("", headers: "Content-Encoding: gzip\r\n")
      default: connection.answer(Array(packed), headers: "Content-Encoding: GZIP\r\n")
      }
    }
    let text = String(repeating: "<p>Talks resume in Port Anselm.</p>", count: 20)
    #expect(try get(server.address("/")).body == Array(text.utf8))
    #expect(try get(server.address("/twice")).body == Array((text + text).utf8))
    #expect(try get(server.address("/bare")).body == Array(text.utf8))
    #expect(try get(server.address("/none")).body.isEmpty)
  }

  @Test(arguments: [429, 502, 503, 504])
  func `asks again where that may help`(status: Int) throws {
    let count = Mutex(0)
    let server = try LoopbackServer { _, connection in
      let attempt = count.withLock { count in
        count += 1
        return count
      }
      if attempt < 3 {
        connection.answer("", status: "\(status) Busy", headers: "Retry-After: 0\r\n")
      } else {
        connection.answer("here")
      }
    }
    #expect(try get(server.address("/")).body == Array("here".utf8))
    #expect(server.requests.count == 3)
  }

  @Test
  func `waits as long as the server asks, if that is not too long`() throws {
    let server = try LoopbackServer { request, connection in
      let pause = request.path == "/soon" ? "1" : "3600"
      connection.answer("", status: "503 Busy", headers: "Retry-After: \(pause)\r\n")
    }
    var limits = shortLimits
    limits.attempts = 2
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? get(server.address("/soon"), limits) }
    #expect(time >= .seconds(1))
    #expect(server.requests.count == 2)
    let error = #expect(throws: FetchError.self) { try get(server.address("/late"), limits) }
    #expect(error?.cause == .status(503, pause: 3600))
    #expect(error?.description.contains("asks to come back in 60 minutes") == true)
    #expect(server.requests.count == 3)
  }

  @Test
  func `understands a pause that ends on a date`() throws {
    let date = Date(timeIntervalSinceNow: 7200)
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let header = "Retry-After: \(format.string(from: date))\r\n"
    let server = try LoopbackServer { _, connection in
      connection.answer("", status: "429 Too Many", headers: header)
    }
    let error = #expect(throws: FetchError.self) { try get(server.address("/")) }
    guard case .status(429, let pause?) = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((7100...7200).contains(pause))
  }

  @Test(arguments: [
    (401, "asks for a login"), (402, "is for subscribers"), (403, "is refused to this reader"),
    (404, "is not there"), (410, "is gone for good"), (451, "is withheld for legal reasons"),
    (500, "has an error of its own (500)"), (418, "answered with status 418"),
  ])
  func `says what a status means`(status: Int, words: String) throws {
    let server = try LoopbackServer { _, connection in
      connection.answer("no", status: "\(status) No")
    }
    let error = #expect(throws: FetchError.self) { try get(server.address("/")) }
    #expect(error?.description.contains(words) == true)
    #expect(server.requests.count == 1)
  }

  @Test
  func `knows a login where the article should be`() throws {
    let server = try LoopbackServer { request, connection in
      if request.path == "/article" {
        connection.answer("", status: "302 Found", headers: "Location: /account/login?next=x\r\n")
      } else {
        connection.answer("<form>")
      }
    }
    let error = #expect(throws: FetchError.self) { try get(server.address("/article")) }
    #expect(error?.cause == .login(page: server.address("/account/login?next=x")))
    #expect(try get(server.address("/login")).body == Array("<form>".utf8))
  }

  @Test
  func `refuses pictures, sound and film`() throws {
    let server = try LoopbackServer { _, connection in
      connection.answer("x", headers: "Content-Type: video/mp4\r\n")
    }
    let error = #expect(throws: FetchError.self) { try get(server.address("/")) }
    #expect(error?.cause == .mediaType("video/mp4"))
  }

  @Test(arguments: [
    ("ftp://a.example/", FetchError.Cause.scheme("ftp")), ("javascript:alert(1)", .notAnAddress),
    ("file:///etc/passwd", .scheme("file")), ("http://", .notAnAddress),
    ("http:///path", .notAnAddress), ("http://a b.example/", .notAnAddress),
    ("words", .notAnAddress),
    ("data:text/html,x", .notAnAddress), ("gopher://127.0.0.1/", .scheme("gopher")),
  ])
  func `fetches nothing but the web`(address: String, cause: FetchError.Cause) {
    let error = #expect(throws: FetchError.self) { try get(address) }
    #expect(error?.cause == cause)
  }

  @Test
  func `sends an address as it is meant`() throws {
    let server = try LoopbackServer { _, connection in connection.answer("here") }
    _ = try get(server.address("/a b/é?q=\"x\"&y=%20$(id);`ls`#part"))
    #expect(server.requests[0].path == "/a%20b/%C3%A9?q=%22x%22&y=%20$(id);%60ls%60")
  }

  @Test(arguments: [
    ("file:///home/a%20b.txt", "/home/a b.txt"), ("file://localhost/x", "/x"),
    ("file://other/x", nil), ("file://", nil), ("https://a/x", nil), ("FILE:///x%2", "/x%2"),
  ])
  func `takes a file's address for its path`(address: String, path: String?) {
    #expect(filePath(ofAddress: address).map { String(decoding: $0, as: UTF8.self) } == path)
  }

  @Test
  func `says that nobody answers`() throws {
    let address: String
    do {
      let server = try LoopbackServer { _, _ in }
      address = server.address("/")
    }
    let error = #expect(throws: FetchError.self) { try get(address) }
    guard case .noConnection = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test
  func `says that a server speaks no TLS`() throws {
    let server = try LoopbackServer { _, connection in connection.answer("plain") }
    let address = "https" + server.address("/").dropFirst(4)
    let error = #expect(throws: FetchError.self) { try get(address) }
    guard case .noTLS = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    // In words, not in the library's numbers.
    #expect(error?.description.contains("error:") == false)
  }
}
