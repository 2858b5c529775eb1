internal import GRDB

/// A step from one form of the library to the next; the steps that a file has taken are written in it.
struct SchemaStep: Sendable {
  let name: String
  let take: @Sendable (Database) throws -> Void

  /// All of them, in order; one that has been in use is never changed.
  static let all = [
    SchemaStep(name: "articles") { try $0.execute(sql: articleTables) },
    SchemaStep(name: "findings") { try $0.execute(sql: findingTables) },
    SchemaStep(name: "corrections") { try $0.execute(sql: correctionTables) },
    SchemaStep(name: "subscriptions") { try $0.execute(sql: subscriptionTables) },
    SchemaStep(name: "days") { try $0.execute(sql: dayColumns) },
  ]
}

// Times are ISO 8601 in UTC, places in texts are Unicode code points, lists of words have one on each line.

private let articleTables = """
  CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    location TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    site TEXT,
    published TEXT,
    day TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    stored TEXT NOT NULL,
    opened TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    isRead INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX articleOpened ON article (opened DESC);
  CREATE INDEX articleDay ON article (day);

  CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    text TEXT NOT NULL,
    blocks BLOB NOT NULL
  ) STRICT;
  CREATE VIEW searchable AS
    SELECT article.id AS id, article.title AS title, content.text AS text
    FROM article JOIN content ON content.article = article.id;
  CREATE VIRTUAL TABLE fullText USING fts5 (
    title, text, content = 'searchable', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
  );

  CREATE TABLE highlight (
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    color TEXT NOT NULL,
    note TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    isOrphaned INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX highlightArticle ON highlight (article, start);

  CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (name, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tagArticle ON tag (article);

  CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    edit TEXT NOT NULL,
    made TEXT NOT NULL
  ) STRICT;
  CREATE INDEX correctionArticle ON correction (article);
  """

private let findingTables = """
  CREATE TABLE analysis (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    analyzer INTEGER NOT NULL,
    language TEXT NOT NULL,
    tables BLOB NOT NULL
  ) STRICT;

  CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    roles TEXT NOT NULL
  ) STRICT;
  CREATE TABLE actorName (
    name TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
    PRIMARY KEY (name, actor)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX actorNameActor ON actorName (actor);

  CREATE TABLE appearance (
    actor INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    mentions INTEGER NOT NULL,
    roles TEXT NOT NULL,
    PRIMARY KEY (actor, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX appearanceArticle ON appearance (article);

  CREATE TABLE quotation (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    actor INTEGER REFERENCES actor ON DELETE SET NULL,
    speaker TEXT NOT NULL,
    said TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX quotationArticle ON quotation (article);
  CREATE INDEX quotationActor ON quotation (actor, article) WHERE actor IS NOT NULL;
  CREATE VIRTUAL TABLE quotationText USING fts5 (
    speaker, said, content = 'quotation', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
  );

  CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    label TEXT NOT NULL,
    folded TEXT NOT NULL
  ) STRICT;
  CREATE INDEX issueArticle ON issue (article);
  CREATE INDEX issueLabel ON issue (folded, article);

  CREATE TABLE position (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    issue INTEGER NOT NULL REFERENCES issue ON DELETE CASCADE,
    actor INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
    stance TEXT NOT NULL,
    evidence TEXT NOT NULL
  ) STRICT;
  CREATE INDEX positionArticle ON position (article);
  CREATE INDEX positionIssue ON position (issue);
  CREATE INDEX positionActor ON position (actor, article);

  CREATE TABLE finding (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    actors TEXT NOT NULL,
    places TEXT NOT NULL,
    issues TEXT NOT NULL,
    speakers TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE findingText USING fts5 (
    actors, places, issues, speakers, content = 'finding', content_rowid = 'article',
    tokenize = 'unicode61 remove_diacritics 2'
  );
  """
