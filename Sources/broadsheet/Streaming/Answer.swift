internal import Export
internal import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What one input gives.
struct Answer: Sendable {
  /// For standard output.
  let output: [UInt8]
  /// Gives the rest of the output piece by piece, where it is too much to be held; nil where there is none.
  var rest: (@Sendable (([UInt8]) -> Void) -> Void)?
  /// A sentence for standard error; nil when all went well.
  var complaint: String?
  /// What formats that join all articles into one output make theirs of.
  var finding: Finding?
}

/// One article's part in an output that holds all of them.
enum Finding: Sendable {
  case coding(Coding)
  case page(Document, Article)
}

/// Answers each input of `intake`, on all cores, and hands on the answers in the order of the inputs.
///
/// A bounded number of inputs is open at a time, in work or waiting for an earlier one's answer; while they are,
/// no more are taken in. An answer never waits for an input that has not come.
func answer<Source: Intake>(
  _ intake: Source,
  by work: @escaping @Sendable (Source.Item) -> Answer,
  handOn: (Answer) -> Void
) async {
  await withTaskGroup(of: (row: Int, answer: Answer).self) { group in
    var intake = intake
    var window = Window()
    var finished: [Int: Answer] = [:]
    while true {
      while window.hasRoom {
        switch intake.next(mayWait: window.isEmpty) {
        case .item(let item, let byteCount):
          let row = window.open(byteCount: byteCount)
          group.addTask { (row, work(item)) }
          continue
        case .end: window.isClosed = true
        case .notYet: break
        }
        break
      }
      guard !window.isEmpty, let (row, answer) = await group.next() else { return }
      finished[row] = answer
      while let answer = finished.removeValue(forKey: window.first) {
        window.closeFirst()
        handOn(answer)
      }
    }
  }
}

/// The inputs that have come in and whose answers have not gone out.
private struct Window {
  /// Four for each core: enough to go on with while a long one is first in line.
  private let widest = 4 * max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  private let mostBytes = 64 << 20
  /// Whether no input is left to come in.
  var isClosed = false
  /// The row of the first open input.
  private(set) var first = 0
  private var byteCounts: [Int] = []
  private var byteCount = 0

  var isEmpty: Bool { byteCounts.isEmpty }

  var hasRoom: Bool {
    !isClosed && byteCounts.count < widest && byteCount < mostBytes
  }

  mutating func open(byteCount: Int) -> Int {
    byteCounts.append(byteCount)
    self.byteCount += byteCount
    return first + byteCounts.count - 1
  }

  mutating func closeFirst() {
    byteCount -= byteCounts.removeFirst()
    first += 1
  }
}

/// Answers each input of `intake` into the outputs, with complaints on standard error.
/// - Returns: The exit status: 1 when there was a complaint.
func writeAnswers<Source: Intake>(
  to intake: Source,
  into outputs: [Output],
  by work: @escaping @Sendable (Source.Item) -> Answer
) async -> Int32 {
  var outputs = outputs
  var status: Int32 = 0
  await answer(intake, by: work) { answer in
    for row in outputs.indices { outputs[row].add(answer) }
    guard let complaint = answer.complaint else { return }
    complain(complaint)
    status = 1
  }
  for row in outputs.indices {
    guard let complaint = outputs[row].end() else { continue }
    complain(complaint)
    status = 1
  }
  return status
}

/// Runs asynchronous work from the main thread and leaves the program with its exit status.
func exitAfter(_ work: @escaping @Sendable () async -> Int32) -> Never {
  Task.detached { exit(await work()) }
  while true { pause() }
}
