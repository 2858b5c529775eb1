internal import Prose

/// A page with what extraction asks of it again and again.
struct Page {
  let tree: MarkupTree
  let roles: [TagRole]
  var units: [PageUnit]
  /// What the page says about itself in scripts and in its head.
  let labels: PageLabels
  /// By row; empty for text.
  let evidence: [ClassEvidence]
  let title: String?
  /// Its letters and digits, by which its repetitions are known.
  let titleLetters: [UInt8]
  /// The heading that gives the title.
  let titleRow: Int?
  let noscript: MarkupTree.Name
  let article: MarkupTree.Name

  init(_ tree: MarkupTree) {
    self.tree = tree
    roles = tagRoles(of: tree)
    evidence = Page.evidence(of: tree)
    units = flatten(tree, roles: roles, evidence: evidence)
    labels = PageLabels(tree)
    let title = findTitle(labels, units)
    self.title = title
    noscript = tree.name("noscript")
    article = tree.name("article")
    let titleLetters = title.map(letters) ?? []
    self.titleLetters = titleLetters
    let headings = units.filter { $0.kind == .heading }
    titleRow =
      (headings.first { letters($0.string) == titleLetters } ?? headings.first { $0.level == 1 })?
      .firstRow
  }

  private static func evidence(of tree: MarkupTree) -> [ClassEvidence] {
    var reader = ClassReader()
    var isTelling = Array(repeating: false, count: max(1, tree.nameCount))
    for name in [
      "class", "id", "role", "data-component", "data-testid", "data-type", "aria-label",
    ] {
      let name = tree.name(name)
      if name != MarkupTree.noName { isTelling[Int(name)] = true }
    }
    return (0..<tree.count).map { row in
      var result: ClassEvidence = []
      tree.forEachAttribute(of: row) { name, value in
        if isTelling[Int(name)] { result.formUnion(reader.evidence(of: value)) }
      }
      return result
    }
  }

  func role(of row: Int) -> TagRole { roles[Int(tree.name(of: row))] }

  func holdsTitle(_ row: Int) -> Bool { titleRow.map { tree.rows(of: row).contains($0) } ?? false }

  func holdsLink(_ row: Int) -> Bool {
    role(of: row) == .link
      || tree.inside(row).contains { !tree.isText($0) && role(of: $0) == .link }
  }

  func holdsArticle(_ row: Int) -> Bool {
    tree.inside(row).contains { tree.name(of: $0) == article }
  }

  /// Whether a heading in it leads elsewhere.
  func holdsLinkedHeading(_ row: Int) -> Bool {
    tree.inside(row).contains { role(of: $0) == .heading && isLinkedHeading($0) }
  }

  /// Whether a link is in the heading, or the heading in a link.
  func isLinkedHeading(_ row: Int) -> Bool {
    holdsLink(row) || ancestors(of: row).prefix(3).contains { role(of: $0) == .link }
  }

  func holdsQuotation(_ row: Int) -> Bool {
    tree.inside(row).contains { !tree.isText($0) && role(of: $0) == .quotation }
  }

  /// The row's element and those that hold it, inside out.
  func ancestors(of row: Int) -> some Sequence<Int> {
    sequence(first: row) { [tree] in $0 == 0 ? nil : tree.parent(of: $0) }
  }
}
