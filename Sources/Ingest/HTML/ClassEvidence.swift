/// What an element's class, id and role say about what lies in it.
///
/// The words are those that templates everywhere use, in English since templates are; none belongs to one site.
struct ClassEvidence: OptionSet, Sendable {
  let rawValue: UInt16

  static let comment = ClassEvidence(rawValue: 1)
  static let share = ClassEvidence(rawValue: 2)
  static let appeal = ClassEvidence(rawValue: 4)
  static let related = ClassEvidence(rawValue: 8)
  static let advertisement = ClassEvidence(rawValue: 16)
  static let navigation = ClassEvidence(rawValue: 32)
  static let credits = ClassEvidence(rawValue: 64)
  static let caption = ClassEvidence(rawValue: 128)
  static let hidden = ClassEvidence(rawValue: 256)
  /// Says that it is about the article, such as "post" or "story".
  static let article = ClassEvidence(rawValue: 512)
  /// Says that it holds text, such as "body" or "content".
  static let cookie = ClassEvidence(rawValue: 2048)
  static let body = ClassEvidence(rawValue: 1024)

  static let besides: ClassEvidence = [
    .comment, .share, .appeal, .related, .advertisement, .navigation, .hidden, .cookie,
  ]

  /// What makes a piece of a line stand for itself.
  static let apart: ClassEvidence = [.share, .advertisement, .related, .caption, .hidden, .cookie]

  /// Whether it is called the article's text.
  var isArticleBody: Bool { contains([.article, .body]) }
}

/// Words and beginnings of words; a star stands for any end.
private let words: [(ClassEvidence, String)] = [
  (.comment, "comment comments commenting commentlist disqus respond livefyre replies coral"),
  (.share, "share* sharing social* addthis addtoany sharedaddy follow followus tweetbutton"),
  (
    .appeal,
    "newsletter* subscri* signup sign-up donate donation* paywall* regwall disclosure disclaimer mailchimp optin membership callout cta"
  ),
  (
    .related,
    "related* recommend* recirc* trending popular mostread mostpopular outbrain taboola zergnet readmore promo* teaser* upnext suggested alsolike readnext morestories seealso jp-relatedposts latest"
  ),
  (.cookie, "cookie* consent gdpr cli cmp onetrust"),
  (.advertisement, "ad ads advert* adslot adunit sponsor* dfp adsbygoogle adwrapper admania adbox"),
  (
    .navigation,
    "nav navbar navigation menu submenu breadcrumb* footer pagination pager paging toolbar sidebar* rail skiplink popup modal masthead widget widgets tooltip toc lightbox"
  ),
  (
    .credits,
    "byline* author* bio contributor* tags tag taglist metadata meta postmeta timestamp dateline pubdate published datetime topics categories category copyright"
  ),
  (.caption, "caption* figcaption credit* wp-caption photocredit imagecredit gallery slideshow"),
  (
    .hidden,
    "hidden invisible sr-only visuallyhidden screenreader print-only printonly noprint rollover hovercard popover vjs jwplayer mejs plyr videoplayer"
  ),
  (.article, "article* story* post entry news blog* page main single"),
  (
    .body,
    "body content text copy articlebody articletext articlecontent storybody storytext maincontent fulltext articlebody paragraphs"
  ),
]

/// Looks up the words of class names, keeping what it found for names that come again.
struct ClassReader {
  private static let exact: [String: ClassEvidence] = {
    var result: [String: ClassEvidence] = [:]
    for (evidence, list) in words {
      for word in list.split(separator: " ") where word.last != "*" {
        result[String(word), default: []].insert(evidence)
      }
    }
    return result
  }()
  private static let beginnings: [UInt8: [([UInt8], ClassEvidence)]] = {
    var result: [UInt8: [([UInt8], ClassEvidence)]] = [:]
    for (evidence, list) in words {
      for word in list.split(separator: " ") where word.last == "*" {
        let bytes = Array(word.dropLast().utf8)
        result[bytes[0], default: []].append((bytes, evidence))
      }
    }
    return result
  }()

  /// By the hash of their bytes.
  private var known: [UInt64: ClassEvidence] = [:]

  /// The evidence of one attribute's value.
  mutating func evidence(of value: UnsafeBufferPointer<UInt8>) -> ClassEvidence {
    var key: UInt64 = 14_695_981_039_346_656_037
    for byte in value.prefix(400) { key = (key ^ UInt64(byte)) &* 1_099_511_628_211 }
    if let found = known[key] { return found }
    var result: ClassEvidence = []
    var word: [UInt8] = []
    var last: [UInt8] = []
    var previousIsSmall = false
    for byte in value.prefix(400) {
      let isCapital = byte >= 65 && byte <= 90
      let isLetter = isCapital || byte >= 97 && byte <= 122
      if !isLetter || isCapital && previousIsSmall {
        if !word.isEmpty { result.formUnion(Self.look(up: word, after: last)) }
        // Only within one name.
        last = byte <= 32 ? [] : word.isEmpty ? last : word
        word.removeAll(keepingCapacity: true)
      }
      if isLetter { word.append(byte | 32) }
      previousIsSmall = isLetter && !isCapital
    }
    result.formUnion(Self.look(up: word, after: last))
    known[key] = result
    return result
  }

  /// What a word says, and what it says together with the one before it, as in "read-more" and "VideoPlayer".
  private static func look(up word: [UInt8], after last: [UInt8]) -> ClassEvidence {
    guard word.count > 1 else { return [] }
    var result = last.isEmpty ? [] : exact[String(decoding: last + word, as: UTF8.self)] ?? []
    result.formUnion(look(up: word))
    return result
  }

  private static func look(up word: [UInt8]) -> ClassEvidence {
    var result = exact[String(decoding: word, as: UTF8.self)] ?? []
    for (beginning, evidence) in beginnings[word[0]] ?? [] where word.starts(with: beginning) {
      result.insert(evidence)
    }
    return result
  }
}
