import Fetch
import Foundation
import TestKit
import Testing

@Suite
struct HostileServerTests {
  /// What went wrong, and that it did so within ten seconds.
  private func cause(
    _ server: LoopbackServer,
    _ path: String = "/",
    _ limits: FetchLimits = shortLimits
  ) -> FetchError.Cause? {
    var error: FetchError?
    let time = ContinuousClock().measure {
      error = #expect(throws: FetchError.self) { try get(server.address(path), limits) }
    }
    #expect(time < .seconds(10))
    return error?.cause
  }

  @Test
  func `leaves a circle of redirects`() throws {
    let server = try LoopbackServer { request, connection in
      let next = request.path == "/a" ? "/b" : "/a"
      connection.answer("", status: "302 Found", headers: "Location: \(next)\r\n")
    }
    #expect(cause(server, "/a") == .tooManyRedirects(limit: 10))
    #expect(server.requests.count == 11)
  }

  @Test(arguments: [
    "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "javascript:alert(1)",
    "data:,x",
    "dict://127.0.0.1/d:x", "scp://127.0.0.1/x",
  ])
  func `follows no redirect out of the web`(location: String) throws {
    let server = try LoopbackServer { _, connection in
      connection.answer("", status: "302 Found", headers: "Location: \(location)\r\n")
    }
    #expect(cause(server) == .redirectElsewhere)
    #expect(server.requests.count == 1)
  }

  @Test
  func `gives up a server that sends byte by byte`() throws {
    let server = try LoopbackServer { request, connection in
      if request.path == "/body" {
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
      }
      for byte in "HTTP/1.1 200 OK\r\nX-Slow: ".utf8 + Array(repeating: 0x61, count: 200) {
        guard connection.send([byte]) else { return }
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
    #expect(cause(server, "/head") == .timedOut)
    #expect(cause(server, "/body") == .timedOut)
  }

  @Test
  func `gives up a server that says nothing`() throws {
    let server = try LoopbackServer { _, _ in Thread.sleep(forTimeInterval: 8) }
    var limits = shortLimits
    limits.seconds = 1
    #expect(cause(server, "/", limits) == .timedOut)
  }

  @Test(arguments: [true, false])
  func `takes no gigabyte`(isAnnounced: Bool) throws {
    let server = try LoopbackServer { _, connection in
      let length = isAnnounced ? "Content-Length: 1073741824\r\n" : ""
      connection.send("HTTP/1.1 200 OK\r\n\(length)Connection: close\r\n\r\n")
      let piece = [UInt8](repeating: 0x61, count: 1 << 16)
      for _ in 0..<(1 << 14) { guard connection.send(piece) else { return } }
    }
    #expect(cause(server) == .tooLarge(limit: 20 << 20))
  }

  @Test
  func `takes no gigabyte that is compressed`() throws {
    // 64 kB of zeros, which any number of times in a row are a valid stream.
    let piece = try #require(
      Data(
        base64Encoded:
          "7MEBAQAAAICQ/q/uCAoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABqAAAA//8="
      )
    )
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF]
    let body = (0..<16_384).reduce(into: header) { bytes, _ in bytes.append(contentsOf: piece) }
    let server = try LoopbackServer { _, connection in
      connection.answer(body, headers: "Content-Encoding: gzip\r\n")
    }
    #expect(cause(server) == .tooLarge(limit: 20 << 20))
  }

  @Test
  func `takes no answer that is cut off for a whole one`() throws {
    let server = try LoopbackServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf")
    }
    #expect(cause(server) == .cutOff)
    #expect(server.requests.count == 3)
  }

  @Test
  func `reads no more than the announced length`() throws {
    let server = try LoopbackServer { _, connection in
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhalf and more"
      )
    }
    #expect(try get(server.address("/")).body == Array("half".utf8))
  }

  @Test(arguments: [
    ("gzip", "no gzip at all"), ("deflate", "nor this"), ("br", "nor that"),
  ])
  func `says that a compression is broken`(name: String, body: String) throws {
    let server = try LoopbackServer { _, connection in
      connection.answer(body, headers: "Content-Encoding: \(name)\r\n")
    }
    #expect(cause(server) == .encoding)
  }

  @Test
  func `reads no endless headers`() throws {
    let server = try LoopbackServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\n")
      let line = "X-More: \(String(repeating: "a", count: 1000))\r\n"
      for _ in 0..<1_000_000 { guard connection.send(line) else { return } }
    }
    let found = cause(server)
    #expect(found != nil && found != .timedOut)
  }

  @Test(arguments: [
    "", "\r\n", "garbage", "HTTP/1.1", "HTTP/9.9 999 ?\r\n\r\n", "<html>no header</html>",
    "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx",
  ])
  func `takes no nonsense for an answer`(answer: String) throws {
    let server = try LoopbackServer { _, connection in connection.send(answer) }
    #expect(cause(server) != nil)
  }

  @Test
  func `lets no header be put in by an entity tag`() throws {
    let server = try LoopbackServer { _, connection in connection.answer("here") }
    let request = FetchRequest(server.address("/"), entityTag: "\"a\"\r\nX-Evil: 1")
    _ = try fetch(request, userAgent: agent)
    #expect(server.requests[0].headers["x-evil"] == nil)
    #expect(server.requests[0].headers["if-none-match"] == nil)
  }
}
