internal import Prose

/// The page's paragraphs in order, with all that is on it but scripts and controls.
///
/// `evidence` is by row; a piece of a line that is called a caption, an advertisement or the like stands for itself.
func flatten(_ tree: MarkupTree, roles: [TagRole], evidence: [ClassEvidence]) -> [PageUnit] {
  var walk = PageWalk(tree: tree, roles: roles, evidence: evidence)
  walk.run()
  return walk.units
}

private struct PageWalk {
  private struct Open {
    let row: Int
    let end: Int
    let role: TagRole
  }

  let tree: MarkupTree
  let roles: [TagRole]
  let evidence: [ClassEvidence]
  var units: [PageUnit] = []
  private let href: MarkupTree.Name
  private let style: MarkupTree.Name
  private let hidden: MarkupTree.Name
  private let headingLevels: [MarkupTree.Name: Int]
  private var open: [Open] = []
  /// How many of the open elements have each role.
  private var depth = Array(repeating: 0, count: 16)
  private var headingLevel = 0
  private var text: [UInt8] = []
  private var links: [PageLink] = []
  private var linkedCount = 0
  private var firstRow = 0
  private var needsSpace = false
  private var lineBreaks = 0
  private var linkStart: (Int, Int)?

  init(tree: MarkupTree, roles: [TagRole], evidence: [ClassEvidence]) {
    self.tree = tree
    self.evidence = evidence
    self.roles = roles
    href = tree.name("href")
    style = tree.name("style")
    hidden = tree.name("hidden")
    var levels: [MarkupTree.Name: Int] = [:]
    for level in 1...6 { levels[tree.name("h\(level)")] = level }
    headingLevels = levels
  }

  mutating func run() {
    var row = 0
    while row < tree.count {
      while let last = open.last, last.end <= row { close(last) }
      let name = tree.name(of: row)
      if name == MarkupTree.textName {
        add(tree.text(of: row), row: row)
        row += 1
        continue
      }
      var role = roles[Int(name)]
      if role == .inline, !evidence[row].isDisjoint(with: .apart) { role = .block }
      if role == .silent || isHidden(row) {
        row = tree.end(of: row)
        continue
      }
      begin(row, role, name)
      row += 1
    }
    while let last = open.last { close(last) }
    flush()
  }

  private mutating func begin(_ row: Int, _ role: TagRole, _ name: MarkupTree.Name) {
    switch role {
    case .lineBreak:
      if !text.isEmpty {
        lineBreaks += 1
        if lineBreaks >= 2 { flush() }
      }
      return
    case .cell: needsSpace = true
    case .link: linkStart = (row, text.count)
    case .heading:
      flush()
      headingLevel = headingLevels[name] ?? 2
    default: if role.isBlock { flush() }
    }
    depth[Int(role.rawValue)] += 1
    open.append(Open(row: row, end: tree.end(of: row), role: role))
  }

  private mutating func close(_ element: Open) {
    if element.role == .link { endLink() }
    if element.role.isBlock { flush() }
    open.removeLast()
    if element.role == .cell { needsSpace = true }
    depth[Int(element.role.rawValue)] -= 1
  }

  private func isOpen(_ role: TagRole) -> Bool { depth[Int(role.rawValue)] > 0 }

  private func isHidden(_ row: Int) -> Bool {
    if hidden != MarkupTree.noName, tree.value(of: row, hidden) != nil { return true }
    guard style != MarkupTree.noName, let value = tree.value(of: row, style) else { return false }
    let words = value.prefix(400).filter { $0 != 32 }.map { $0 | 32 }
    return words.range(ofBytes: display) != nil || words.range(ofBytes: visibility) != nil
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, row: Int) {
    let isPreformatted = isOpen(.preformatted)
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      // The controls of Latin 1.
      if byte == 0xC2, index < bytes.count, (0x80..<0xA0).contains(bytes[index]) {
        index += 1
        continue
      }
      // A space that does not break is a space here.
      if byte == 0xC2, index < bytes.count, bytes[index] == 0xA0 {
        byte = 32
        index += 1
      }
      if byte == 32 || byte >= 9 && byte <= 13 {
        guard isPreformatted, byte == 10, !text.isEmpty else {
          needsSpace = true
          continue
        }
        text.append(10)
        needsSpace = false
        continue
      }
      if byte < 32 || byte == 127 { continue }
      if text.isEmpty { firstRow = row }
      if lineBreaks > 0 {
        text.append(10)
      } else if needsSpace, let last = text.last, last != 10 {
        text.append(32)
      }
      lineBreaks = 0
      needsSpace = false
      text.append(byte)
      if isOpen(.link) { linkedCount += 1 }
    }
  }

  private mutating func endLink() {
    guard let (row, start) = linkStart else { return }
    linkStart = nil
    guard start < text.count, let address = tree.string(of: row, href) else { return }
    var first = start
    while first < text.count, text[first] == 32 || text[first] == 10 { first += 1 }
    if first < text.count { links.append(PageLink(range: first..<text.count, address: address)) }
  }

  private mutating func flush() {
    lineBreaks = 0
    needsSpace = false
    if let (row, start) = linkStart, start < text.count {
      endLink()
      linkStart = (row, 0)
    } else if linkStart != nil {
      linkStart?.1 = 0
    }
    while let last = text.last, last == 32 || last == 10 { text.removeLast() }
    defer {
      text.removeAll(keepingCapacity: true)
      links.removeAll()
      linkedCount = 0
    }
    guard !text.isEmpty else { return }
    let kind = kind
    units.append(
      PageUnit(
        kind: kind,
        holder: open.last { $0.role.isBlock }?.row ?? 0,
        firstRow: firstRow,
        level: kind == .heading ? headingLevel : 0,
        text: text,
        linkedCount: min(linkedCount, text.count),
        links: links.filter { $0.range.upperBound <= text.count },
        isInTable: isOpen(.row)
      )
    )
  }

  /// What the innermost element that says so makes of the text.
  private var kind: BlockKind {
    if isOpen(.caption) { return .caption }
    var isSplit = false
    for element in open.reversed() {
      switch element.role {
      case .heading:
        let isSentence = text.count > 120 && text.last == UInt8(ascii: ".")
        return isSplit || isSentence || text.count > 300 ? .paragraph : .heading
      case .quotation: return .quotation
      case .listItem: return .listItem
      case .figure: return .caption
      case .row, .preformatted: return .paragraph
      case .inline, .link: continue
      default: isSplit = true
      }
    }
    return .paragraph
  }
}

private let display = Array("display:none".utf8).map { $0 | 32 }
private let visibility = Array("visibility:hidden".utf8).map { $0 | 32 }
