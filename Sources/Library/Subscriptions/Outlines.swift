internal import GRDB
public import Prose

extension ArticleStore {
  /// Takes in the feeds of a list, in their folders, with all that the list tells of each.
  /// - Returns: How many are new, and how many were there already.
  public func take(
    _ list: SubscriptionList,
    now: String
  ) throws(LibraryError) -> (new: Int, known: Int) {
    try write { database in
      var counts = (new: 0, known: 0)
      var seen: Set<String> = []
      try take(list.outlines, in: [], now, &counts, &seen, database)
      return counts
    }
  }

  private func take(
    _ outlines: [SubscriptionList.Outline],
    in folders: [String],
    _ now: String,
    _ counts: inout (new: Int, known: Int),
    _ seen: inout Set<String>,
    _ database: Database
  ) throws {
    for outline in outlines {
      // As a list of one it is read as everywhere.
      var alone = outline
      alone.children = []
      if var subscription = SubscriptionList(outlines: [alone]).subscriptions.first {
        subscription.folders = folders
        let (_, isNew) = try subscribe(
          subscription,
          attributes: outline.attributes,
          now,
          database
        )
        // One feed in two folders is one feed.
        if isNew {
          counts.new += 1
        } else if !seen.contains(subscription.address) {
          counts.known += 1
        }
        seen.insert(subscription.address)
        try take(outline.children, in: folders, now, &counts, &seen, database)
        continue
      }
      let title = [outline["title"], outline["text"]].compactMap { $0 }.first { !$0.isEmpty }
      let inner = folders + (title.map { [$0] } ?? [])
      if title != nil { try keepFolder(inner, attributes: outline.attributes, database) }
      try take(outline.children, in: inner, now, &counts, &seen, database)
    }
  }

  /// All feeds as a list, with what the lists they came from said of them.
  public func subscriptionList() throws(LibraryError) -> SubscriptionList {
    try read { database in
      var tree = OutlineTree()
      for row in try Row.fetchAll(
        database,
        sql: "SELECT folders, attributes FROM feedFolder ORDER BY id"
      ) {
        tree.addFolder(words(row[0]), decodedFields(row[1]))
      }
      let feeds = Dictionary(try feeds(database).map { ($0.id, $0) }) { first, _ in first }
      for row in try Row.fetchAll(
        database,
        sql: "SELECT feed, folders, attributes FROM placement ORDER BY id"
      ) {
        guard let feed = feeds[row[0]] else { continue }
        tree.add(outline(feed, decodedFields(row[2])), in: words(row[1]))
      }
      return SubscriptionList(
        head: [SubscriptionList.Field("title", "Broadsheet")],
        outlines: tree.outlines
      )
    }
  }

  /// The outline that a feed came as, with what is known now.
  private func outline(
    _ feed: KeptFeed,
    _ attributes: [SubscriptionList.Field]
  ) -> SubscriptionList.Outline {
    let tags = feed.tags.joined(separator: ",")
    var outline = SubscriptionList.Outline(attributes)
    let old = SubscriptionList(outlines: [outline]).subscriptions.first
    if old?.title != feed.title {
      outline.set("text", feed.title)
      outline.set("title", feed.title)
    }
    if old?.address != feed.address { outline.set("xmlUrl", feed.address) }
    if outline["type"] == nil { outline.set("type", "rss") }
    if let page = feed.page, old?.page == nil { outline.set("htmlUrl", page) }
    if old?.tags ?? [] != feed.tags { outline.set("category", tags.isEmpty ? nil : tags) }
    return outline
  }
}

/// Folders and feeds, put where they belong.
private struct OutlineTree {
  private(set) var outlines: [SubscriptionList.Outline] = []

  mutating func addFolder(_ folders: [String], _ attributes: [SubscriptionList.Field]) {
    Self.at(folders[...], in: &outlines) { folder in
      if !attributes.isEmpty { folder?.attributes = attributes }
    }
  }

  mutating func add(_ outline: SubscriptionList.Outline, in folders: [String]) {
    if folders.isEmpty {
      outlines.append(outline)
    } else {
      Self.at(folders[...], in: &outlines) { $0?.children.append(outline) }
    }
  }

  /// Calls `body` with the folder of that path, which is made where there is none.
  private static func at(
    _ folders: ArraySlice<String>,
    in outlines: inout [SubscriptionList.Outline],
    _ body: (inout SubscriptionList.Outline?) -> Void
  ) {
    guard let name = folders.first else { return }
    let place = outlines.firstIndex {
      $0["xmlUrl"] == nil && ($0["title"] == name || $0["text"] == name)
    }
    let index = place ?? outlines.count
    if place == nil {
      outlines.append(
        SubscriptionList.Outline([
          SubscriptionList.Field("text", name), SubscriptionList.Field("title", name),
        ])
      )
    }
    guard folders.count == 1 else {
      return at(folders.dropFirst(), in: &outlines[index].children, body)
    }
    var folder: SubscriptionList.Outline? = outlines[index]
    body(&folder)
    if let folder { outlines[index] = folder }
  }
}

extension SubscriptionList.Outline {
  /// Gives an attribute its value, in its place where it is there; nil takes it out.
  fileprivate mutating func set(_ name: String, _ value: String?) {
    let place = attributes.firstIndex { $0.name.lowercased() == name.lowercased() }
    if let value {
      if let place {
        attributes[place].value = value
      } else {
        attributes.append(SubscriptionList.Field(name, value))
      }
    } else if let place {
      attributes.remove(at: place)
    }
  }
}

// MARK: Attributes as text

/// Each name and value on a line, with a tab between them.
func encoded(_ fields: [SubscriptionList.Field]) -> String {
  fields.map { "\(escaped($0.name))\t\(escaped($0.value))" }.joined(separator: "\n")
}

func decodedFields(_ text: String) -> [SubscriptionList.Field] {
  text.split(separator: "\n").compactMap { line in
    let sides = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    return SubscriptionList.Field(unescaped(sides[0]), unescaped(sides[1]))
  }
}

private func escaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
    case "\n": result.append(contentsOf: "\\n".unicodeScalars)
    case "\r": result.append(contentsOf: "\\r".unicodeScalars)
    case "\t": result.append(contentsOf: "\\t".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

private func unescaped(_ text: Substring) -> String {
  var result = String.UnicodeScalarView()
  var isEscape = false
  for scalar in text.unicodeScalars {
    if isEscape {
      result.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar == "t" ? "\t" : scalar)
      isEscape = false
    } else if scalar == "\\" {
      isEscape = true
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
