/// What an element of HTML does with the text in it.
enum TagRole: UInt8 {
  case inline
  case block
  /// Nothing in it is shown as prose: scripts, controls, pictures.
  case silent
  case heading
  case paragraph
  case listItem
  case quotation
  case caption
  /// A picture with what stands under it.
  case figure
  case preformatted
  case row
  case cell
  case lineBreak
  case link
  /// Beside the article by the page's own word: navigation, footers, asides.
  case beside

  /// Whether text before it and text in it are two blocks.
  var isBlock: Bool {
    switch self {
    case .inline, .silent, .lineBreak, .link, .cell: false
    default: true
    }
  }
}

private let tags: [TagRole: [String]] = [
  .silent: [
    "script", "style", "template", "iframe", "object", "embed", "svg", "canvas", "audio",
    "video", "button", "select", "input", "textarea", "dialog", "head", "map", "amp-ad",
    "amp-embed",
    "amp-sidebar", "amp-analytics", "amp-social-share", "datalist", "option", "label", "math",
  ],
  .heading: ["h1", "h2", "h3", "h4", "h5", "h6"],
  .paragraph: ["p"],
  .listItem: ["li", "dt", "dd"],
  .quotation: ["blockquote"],
  .figure: ["figure"],
  .caption: ["figcaption", "caption"],
  .preformatted: ["pre", "listing", "xmp"],
  .row: ["tr"],
  .cell: ["td", "th"],
  .lineBreak: ["br"],
  .link: ["a"],
  .beside: ["nav", "footer", "aside", "menu"],
  .block: [
    "html", "body", "div", "section", "article", "main", "ul", "ol", "dl", "table", "tbody",
    "thead",
    "tfoot", "header", "hgroup", "hr", "address", "center", "details", "summary",
    "fieldset", "form", "legend", "picture", "amp-carousel", "noscript", "title",
  ],
]

/// The roles of a tree's names, one for each of them.
func tagRoles(of tree: MarkupTree) -> [TagRole] {
  var roles = Array(repeating: TagRole.inline, count: max(1, tree.nameCount))
  for (role, names) in tags {
    for name in names {
      let row = tree.name(name)
      if row != MarkupTree.noName { roles[Int(row)] = role }
    }
  }
  return roles
}
