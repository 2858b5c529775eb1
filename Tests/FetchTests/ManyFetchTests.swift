import Fetch
import Foundation
import Synchronization
import TestKit
import Testing

@Suite
struct ManyFetchTests {
  @Test
  func `fetches many, few at a time from one host`() throws {
    let load = Mutex((now: 0, most: 0))
    let server = try LoopbackServer { request, connection in
      load.withLock { load in
        load.now += 1
        load.most = max(load.most, load.now)
      }
      Thread.sleep(forTimeInterval: 0.02)
      load.withLock { $0.now -= 1 }
      connection.answer(request.path)
    }
    var limits = shortLimits
    limits.hostPause = 0
    let requests =
      (0..<40).map { FetchRequest(server.address("/\($0)")) } + [FetchRequest("ftp://x/")]
    var answers: [Int: Result<Fetched, FetchError>] = [:]
    fetch(requests, limits: limits, userAgent: agent) { row, answer in
      #expect(answers[row] == nil)
      answers[row] = answer
    }
    #expect(answers.count == 41)
    for row in 0..<40 {
      #expect(try answers[row]?.get().body == Array("/\(row)".utf8))
    }
    #expect(answers[40] == .failure(FetchError("ftp://x/", .scheme("ftp"))))
    #expect(load.withLock { $0.most } <= 2)
  }

  @Test
  func `keeps a pause between two for one host, and none between two hosts`() throws {
    let first = try LoopbackServer { _, connection in connection.answer("a") }
    let second = try LoopbackServer(host: "127.0.0.2") { _, connection in connection.answer("b") }
    var limits = shortLimits
    limits.hostPause = 0.3
    let clock = ContinuousClock()
    let both = [first.address("/"), second.address("/", host: "127.0.0.2")].map { FetchRequest($0) }
    let apart = clock.measure { fetch(both, limits: limits, userAgent: agent) { _, _ in } }
    #expect(apart < .milliseconds(250))
    let same = [first.address("/1"), first.address("/2"), first.address("/3")].map {
      FetchRequest($0)
    }
    let together = clock.measure { fetch(same, limits: limits, userAgent: agent) { _, _ in } }
    #expect(together >= .milliseconds(600))
  }

  @Test
  func `stops when it is told to`() throws {
    let server = try LoopbackServer { _, connection in
      connection.send("HTTP/1.1 200 OK\r\n\r\nbegun")
      Thread.sleep(forTimeInterval: 5)
    }
    let requests = (0..<5).map { FetchRequest(server.address("/\($0)")) }
    var rounds = 0
    var ended = 0
    var received = 0
    let time = ContinuousClock().measure {
      fetch(requests, userAgent: agent) { progress in
        rounds += 1
        received = max(received, progress.received)
        return rounds < 6
      } handOn: { row, answer in
        #expect(answer == .failure(FetchError(requests[row].address, .cancelled)))
        ended += 1
      }
    }
    #expect(ended == 5)
    #expect(received > 0)
    #expect(time < .seconds(3))
  }

  @Test
  func `hands on the others where one host is bad`() throws {
    let good = try LoopbackServer { _, connection in connection.answer("good") }
    let bad = try LoopbackServer(host: "127.0.0.3") { _, _ in Thread.sleep(forTimeInterval: 4) }
    var limits = shortLimits
    limits.seconds = 1
    let requests = [
      FetchRequest(bad.address("/", host: "127.0.0.3")), FetchRequest(good.address("/")),
    ]
    var order: [Int] = []
    fetch(requests, limits: limits, userAgent: agent) { row, _ in order.append(row) }
    #expect(order == [1, 0])
  }
}
