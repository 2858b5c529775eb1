/// A list of feeds with its folders, as OPML has it: all that is in the file, so that it can be written again.
public struct SubscriptionList: Equatable, Sendable {
  /// A name and what stands behind it.
  public struct Field: Equatable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A feed, or a folder with what is in it.
  public struct Outline: Equatable, Sendable {
    /// In their order; names as written.
    public var attributes: [Field]
    public var children: [Outline]

    public init(_ attributes: [Field], children: [Outline] = []) {
      self.attributes = attributes
      self.children = children
    }

    /// An attribute's value; programs write the names in any case.
    public subscript(name: String) -> String? {
      attributes.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  /// Of the outermost element: version and namespaces.
  public var attributes: [Field]
  /// The elements of the head, such as its title.
  public var head: [Field]
  public var outlines: [Outline]

  public init(
    attributes: [Field] = [Field("version", "2.0")],
    head: [Field] = [],
    outlines: [Outline] = []
  ) {
    self.attributes = attributes
    self.head = head
    self.outlines = outlines
  }
}

/// A feed that somebody reads.
public struct Subscription: Equatable, Sendable {
  public var address: String
  public var title: String?
  /// The address of the page that the feed belongs to.
  public var page: String?
  /// From the outermost inward.
  public var folders: [String]
  public var tags: [String]

  public init(
    _ address: String,
    title: String? = nil,
    page: String? = nil,
    folders: [String] = [],
    tags: [String] = []
  ) {
    self.address = address
    self.title = title
    self.page = page
    self.folders = folders
    self.tags = tags
  }
}

extension SubscriptionList {
  /// The feeds of the list, in its order.
  public var subscriptions: [Subscription] {
    var result: [Subscription] = []
    Self.collect(outlines, folders: [], into: &result)
    return result
  }

  private static func collect(
    _ outlines: [Outline],
    folders: [String],
    into result: inout [Subscription]
  ) {
    for outline in outlines {
      let title = [outline["title"], outline["text"]].compactMap { $0 }.first { !$0.isEmpty }
      if let address = outline["xmlUrl"], !address.isEmpty {
        result.append(
          Subscription(
            address,
            title: title,
            page: outline["htmlUrl"],
            folders: folders,
            tags: tags(outline["category"] ?? "")
          )
        )
      }
      collect(outline.children, folders: folders + (title.map { [$0] } ?? []), into: &result)
    }
  }

  /// The tags in a list such as `/Ports/North,ferries`; a path is one tag.
  private static func tags(_ category: String) -> [String] {
    category.split(separator: ",").compactMap { part in
      let tag = part.drop { $0 == " " || $0 == "/" }
      let end = tag.lastIndex { $0 != " " && $0 != "/" }
      return end.map { String(tag[...$0]) }
    }
  }

  /// A list of these feeds, in their folders.
  public init(_ subscriptions: [Subscription], title: String) {
    self.init(head: [Field("title", title)])
    for subscription in subscriptions {
      Self.add(subscription, folders: subscription.folders[...], to: &outlines)
    }
  }

  private static func add(
    _ subscription: Subscription,
    folders: ArraySlice<String>,
    to outlines: inout [Outline]
  ) {
    if let folder = folders.first {
      let place = outlines.firstIndex { $0["text"] == folder && $0["xmlUrl"] == nil }
      if place == nil { outlines.append(Outline([Field("text", folder), Field("title", folder)])) }
      add(
        subscription,
        folders: folders.dropFirst(),
        to: &outlines[place ?? outlines.count - 1].children
      )
      return
    }
    let title = subscription.title ?? subscription.address
    var fields = [Field("type", "rss"), Field("text", title), Field("title", title)]
    fields.append(Field("xmlUrl", subscription.address))
    if let page = subscription.page { fields.append(Field("htmlUrl", page)) }
    if !subscription.tags.isEmpty {
      fields.append(Field("category", subscription.tags.joined(separator: ",")))
    }
    outlines.append(Outline(fields))
  }
}
