import Prose
import Screen

/// A run of text in one face.
struct Painted: Equatable, Sendable {
  let range: Range<UInt32>
  let face: Face
}

/// The highlights that are switched on: the inner and more telling of two lies over the other.
func painted(_ document: Document, _ switches: Switches) -> [Painted] {
  var layers: [Layered] = []
  func add(_ tokens: TokenRange?, _ face: Face, _ depth: Int) {
    guard let tokens else { return }
    layers.append(Layered(range: document.tokens.bytes(of: tokens), face: face, depth: depth))
  }
  if switches.quotations {
    let quotations = document.quotations
    for row in 0..<quotations.count {
      for part in quotations.parts[row] { add(part, .quotation, 0) }
      add(quotations.sources[row], .quotationSpeaker, 1)
      add(quotations.cues[row], .quotationCue, 1)
    }
  }
  if switches.times {
    for tokens in document.times.tokens { add(tokens, .time, 2) }
  }
  if switches.issues {
    for row in 0..<document.issues.count {
      add(document.issues.labels[row], .issueLabel, 3)
      for other in document.issues.alsoCalled[row] { add(other, .issueLabel, 3) }
    }
    for cue in document.positions.cues { add(cue, .issueCue, 3) }
  }
  for row in 0..<document.mentions.count {
    if let actor = document.actors.ofMention[row] {
      guard switches.actors else { continue }
      add(document.mentions.tokens[row], Face(document.actors.kinds[actor.index]), 4)
    } else if document.places.ofMention[row] != nil, switches.places {
      add(document.mentions.tokens[row], .place, 4)
    }
  }
  return document.text.withBytes { bytes in
    flattened(layers).compactMap { run in
      run.face == .issueLabel ? withoutOuterBlanks(run, bytes) : run
    }
  }
}

/// Where a name lies over a part of a label, the blank beside it would look like the name's own underline.
private func withoutOuterBlanks(_ run: Painted, _ bytes: UnsafeBufferPointer<UInt8>) -> Painted? {
  var range = run.range
  func isBlank(_ byte: UInt32) -> Bool { bytes[Int(byte)] == 0x20 || bytes[Int(byte)] == 0x0A }
  while let last = range.last, isBlank(last) { range = range.lowerBound..<last }
  while let first = range.first, isBlank(first) { range = first + 1..<range.upperBound }
  return range.isEmpty ? nil : Painted(range: range, face: run.face)
}

/// A run that may lie over or under others.
struct Layered: Sendable {
  let range: Range<UInt32>
  let face: Face
  /// The deeper number lies on top; of two equal ones the shorter.
  let depth: Int

  fileprivate func isUnder(_ other: Layered) -> Bool {
    (depth, -range.count, range.lowerBound)
      < (other.depth, -other.range.count, other.range.lowerBound)
  }
}

/// What is seen of `layers` from above, apart from each other and in text order.
func flattened(_ layers: [Layered]) -> [Painted] {
  let sorted = layers.filter { !$0.range.isEmpty }
    .sorted { $0.range.lowerBound < $1.range.lowerBound }
  var painted: [Painted] = []
  var open: [Layered] = []
  var next = 0
  var byte: UInt32 = 0
  while next < sorted.count || !open.isEmpty {
    if open.isEmpty { byte = sorted[next].range.lowerBound }
    while next < sorted.count, sorted[next].range.lowerBound == byte {
      let place = open.firstIndex { sorted[next].isUnder($0) } ?? open.endIndex
      open.insert(sorted[next], at: place)
      next += 1
    }
    guard let top = open.last else { continue }
    var end = open.reduce(top.range.upperBound) { min($0, $1.range.upperBound) }
    if next < sorted.count { end = min(end, sorted[next].range.lowerBound) }
    if let last = painted.last, last.range.upperBound == byte, last.face == top.face {
      painted[painted.count - 1] = Painted(range: last.range.lowerBound..<end, face: top.face)
    } else {
      painted.append(Painted(range: byte..<end, face: top.face))
    }
    byte = end
    open.removeAll { $0.range.upperBound <= byte }
  }
  return painted
}

extension Face {
  init(_ kind: ActorKind) {
    self =
      switch kind {
      case .person: .actorPerson
      case .government: .actorGovernment
      case .organization: .actorOrganization
      case .group: .actorGroup
      case .source: .actorSource
      }
  }
}
