import Foundation
import Synchronization
import Testing

@testable import broadsheet

/// Numbers up to a count, of which some have not come yet when they are first asked for.
private struct Numbers: Intake {
  let count: Int
  let isLate: @Sendable (Int) -> Bool
  private var next = 0
  private var refused = -1

  init(_ count: Int, isLate: @escaping @Sendable (Int) -> Bool = { _ in false }) {
    self.count = count
    self.isLate = isLate
  }

  mutating func next(mayWait: Bool) -> Arrival<Int> {
    guard next < count else { return .end }
    if isLate(next), !mayWait, refused != next {
      refused = next
      return .notYet
    }
    next += 1
    return .item(next - 1, byteCount: 1)
  }
}

/// Keeps a core busy for a while that depends on `number`, so that answers come out of order.
private func work(_ number: Int) -> Answer {
  var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
  for _ in 0..<(state >> 50) { state = state &* 6_364_136_223_846_793_005 &+ 1 }
  return Answer(
    output: Array("\(number) ".utf8),
    complaint: state == 0 || number % 7 == 3 ? "\(number)" : nil
  )
}

/// Numbers each of which comes only when it is waited for: the other side wants its answer first.
private struct Lockstep: Intake {
  let count: Int
  private var next = 0

  init(count: Int) {
    self.count = count
  }

  mutating func next(mayWait: Bool) -> Arrival<Int> {
    guard next < count else { return .end }
    guard mayWait else { return .notYet }
    next += 1
    return .item(next - 1, byteCount: 1)
  }
}

@Suite
struct AnswerTests {
  @Test(arguments: [0, 1, 2, 7, 8, 9, 500])
  func `hands on answers in the order of the inputs`(count: Int) async {
    var answers: [Answer] = []
    await answer(Numbers(count), by: work) { answers.append($0) }
    #expect(
      answers.map { String(decoding: $0.output, as: UTF8.self) } == (0..<count).map { "\($0) " }
    )
    let complaints = answers.indices.filter { answers[$0].complaint != nil }
    #expect(complaints == (0..<count).filter { $0 % 7 == 3 })
  }

  @Test
  func `answers what has come before it waits for more`() async {
    var answered = 0
    await answer(Lockstep(count: 20), by: work) { _ in answered += 1 }
    #expect(answered == 20)
  }

  @Test
  func `goes on when inputs come late`() async {
    var answered = 0
    await answer(Numbers(100) { $0 % 3 == 0 }, by: work) { _ in answered += 1 }
    #expect(answered == 100)
  }

  @Test(arguments: [(1, 4 * max(2, ProcessInfo.processInfo.processorCount)), (40 << 20, 2)])
  func `takes in no more than a bounded number and size at a time`(byteCount: Int, most: Int) async
  {
    let gauge = Gauge()
    await answer(Metered(count: 300, byteCount: byteCount, gauge: gauge), by: work) { _ in
      gauge.lower()
    }
    #expect(gauge.mostOpen == most)
  }
}

/// How many inputs are open, and how many ever were.
private final class Gauge: Sendable {
  private let counts = Mutex((open: 0, most: 0))

  var mostOpen: Int { counts.withLock { $0.most } }

  func raise() {
    counts.withLock {
      $0.open += 1
      $0.most = max($0.most, $0.open)
    }
  }

  func lower() { counts.withLock { $0.open -= 1 } }
}

/// Numbers that tell a gauge when they come in.
private struct Metered: Intake {
  let count: Int
  let byteCount: Int
  let gauge: Gauge
  private var next = 0

  init(count: Int, byteCount: Int, gauge: Gauge) {
    self.count = count
    self.byteCount = byteCount
    self.gauge = gauge
  }

  mutating func next(mayWait: Bool) -> Arrival<Int> {
    guard next < count else { return .end }
    next += 1
    gauge.raise()
    return .item(next - 1, byteCount: byteCount)
  }
}
