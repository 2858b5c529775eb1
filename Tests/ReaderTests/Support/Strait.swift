import Prose

/// The article that most tests read: two states that never were, a strait, and what they cannot agree on.
enum Strait {
  static let builder = DocumentBuilder(paragraphs, cast: cast)

  static var article: Article {
    Article(
      location: "articles/strait.txt",
      site: "Harbor Wire",
      published: "2026-01-29",
      text: builder.text
    )
  }

  private static let cast: [DocumentBuilder.Member] = [
    .init(key: "mara", role: .actor(.person)),
    .init(key: "velia", role: .actor(.government), country: "VE"),
    .init(key: "tessaly", role: .actor(.government), country: "TS"),
    .init(key: "ivo", role: .actor(.person)),
    .init(key: "guild", role: .actor(.organization)),
    .init(
      key: "anselm",
      role: .place(.city),
      country: "VE",
      coordinates: Coordinates(latitude: 51.5, longitude: 3.1)
    ),
    .init(
      key: "islands",
      role: .place(.region),
      coordinates: Coordinates(latitude: 54.2, longitude: 4.4)
    ),
    .init(key: "kessel", role: .place(.facility)),
  ]

  private static let paragraphs: [(BlockKind, String)] = [
    (.headline, "Talks on the strait resume, terms unchanged"),
    (.byline, "By Lena Hurst"),
    (
      .paragraph,
      """
      ‹Velia|velia› ‹on Thursday|time 0› renewed its invitation to ‹President of ‹Tessaly|tessaly›|role mara› \
      ‹Mara Oyelaran|mara› to come to ‹Port Anselm|anselm› for talks, ‹its spokesman|role ivo› \
      ‹Ivo Brandt|ivo› said.
      """
    ),
    (
      .paragraph,
      """
      ‹‹Oyelaran|mara› turned down a similar offer ‹last year|time -393 -29›|clause›, saying ‹she|mara› could not visit a capital \
      whose ships were blocking ‹her|mara› ports. ‹"I will not be received as a hostage,"|quote mara› \
      ‹she|mara› said.
      """
    ),
    (
      .paragraph,
      """
      ‹The two sides still disagree over the ‹withdrawal from the ‹outer islands|islands›|issue withdrawal›, the \
      ‹escort of merchant ships|issue escort›, and the fate of the ‹‹Kessel lighthouse|kessel›|issue light›|shows \
      withdrawal›. ‹‹Velia|velia› has demanded that ‹Tessaly|tessaly› pull back first|+ withdrawal velia›, while \
      ‹‹Tessaly|tessaly› has rejected any deal that would ‹"reward the blockade"|quote tessaly›|- withdrawal \
      tessaly›. ‹The question of escorts was left open by ‹Velia|velia› and by|? escort velia› ‹‹Tessaly|tessaly›\
      |? escort tessaly›.
      """
    ),
    (
      .paragraph,
      """
      ‹The ‹Pilots' Guild|guild›, whose members bring ships past the ‹outer islands|islands›, wants to keep the \
      ‹lighthouse|kessel› in civilian hands|- light guild›. ‹‹Velia|velia› plans to man it with marines|+ light \
      velia›.
      """
    ),
    (
      .paragraph,
      """
      ‹Brandt|ivo› said ‹Velia|velia› would wait. ‹"Nobody in ‹Port Anselm|anselm› is in a hurry, least of all the \
      fishermen,"|quote ivo› ‹he|ivo› added, before ‹Oyelaran|mara› boarded ‹her|mara› ship.
      """
    ),
    (.paragraph, "A further round is set for ‹Sunday|time 3› in ‹Port Anselm|anselm›."),
    (.boilerplate, "Support the Harbor Wire: our reporters keep watch so that you can sleep."),
    (.boilerplate, "Subscribe from 3 crowns a month."),
    (.boilerplate, "Read more: The price of lamp oil."),
  ]
}
