import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A server on an address of this machine alone, for as long as it is held.
///
/// It says what `answer` sends, which may be anything; each connection has a thread and serves one request.
public final class LoopbackServer: Sendable {
  public struct Request: Sendable {
    public let path: String
    /// Names in lower case.
    public let headers: [String: String]
  }

  public struct Connection: Sendable {
    fileprivate let descriptor: Int32

    /// - Returns: Whether somebody still listens.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let sent = rest.withUnsafeBytes {
          LoopbackServer.send(descriptor, $0)
        }
        guard sent > 0 else { return false }
        rest = rest.dropFirst(sent)
      }
      return true
    }

    @discardableResult
    public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// An answer with this body and these headers, each ended by `\r\n`.
    public func answer(_ body: [UInt8], status: String = "200 OK", headers: String = "") {
      send(
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\(headers)\r\n"
      )
      send(body)
    }

    public func answer(_ body: String, status: String = "200 OK", headers: String = "") {
      answer(Array(body.utf8), status: status, headers: headers)
    }
  }

  private final class Log: Sendable {
    let requests = Mutex<[Request]>([])
  }

  private let descriptor: Int32
  private let log = Log()
  public let port: UInt16

  public init(
    host: String = "127.0.0.1",
    _ answer: @escaping @Sendable (Request, Connection) -> Void
  ) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, host, &address.sin_addr)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 128) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    guard listener >= 0, isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    descriptor = listener
    port = UInt16(bigEndian: address.sin_port)
    let log = log
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        // The thread closes what it waits on: its number may be another's by the time it looks again.
        guard connection >= 0 else {
          close(listener)
          return
        }
        Thread.detachNewThread {
          defer { close(connection) }
          guard let request = Self.readRequest(connection) else { return }
          log.requests.withLock { $0.append(request) }
          answer(request, Connection(descriptor: connection))
          // What the other side still sends must not cut off what it has not read.
          shutdown(connection, Int32(SHUT_WR))
          Self.drain(connection)
        }
      }
    }
  }

  deinit { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// All requests so far.
  public var requests: [Request] { log.requests.withLock { $0 } }

  public func address(_ path: String, host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  private static func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.send(descriptor, bytes.baseAddress, bytes.count, 0)
    #else
      Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
  }

  private static func readRequest(_ connection: Int32) -> Request? {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !text.contains("\r\n\r\n"), text.utf8.count < 65_536 {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      // Somebody who greets in TLS waits for an answer.
      if text.isEmpty, buffer[0] == 0x16 { return Request(path: "", headers: [:]) }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let lines = text.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count > 1 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      headers[line[..<colon].lowercased()] = value
    }
    return Request(path: String(words[1]), headers: headers)
  }

  private static func drain(_ connection: Int32) {
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(
      connection,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &patience,
      socklen_t(MemoryLayout<timeval>.size)
    )
    var buffer = [UInt8](repeating: 0, count: 4096)
    while recv(connection, &buffer, buffer.count, 0) > 0 {}
  }
}
