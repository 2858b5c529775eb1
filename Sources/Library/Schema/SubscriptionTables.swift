/// Feeds and what came of them.
///
/// A feed may stand in several folders; an article that was put by for later outlives its feed.
let subscriptionTables = """
  CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    name TEXT,
    title TEXT,
    page TEXT,
    entityTag TEXT,
    lastModified TEXT,
    checked TEXT,
    problem TEXT,
    added TEXT NOT NULL
  ) STRICT;
  CREATE TABLE feedFolder (
    id INTEGER PRIMARY KEY,
    folders TEXT NOT NULL UNIQUE,
    attributes TEXT NOT NULL
  ) STRICT;
  CREATE TABLE placement (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    folders TEXT NOT NULL,
    attributes TEXT NOT NULL,
    UNIQUE (feed, folders)
  ) STRICT;
  CREATE TABLE feedTag (
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (feed, name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    feed INTEGER REFERENCES feed ON DELETE SET NULL,
    source TEXT NOT NULL,
    identity TEXT NOT NULL,
    title TEXT NOT NULL,
    link TEXT,
    author TEXT,
    published TEXT,
    time TEXT NOT NULL,
    html TEXT NOT NULL,
    base TEXT,
    hash TEXT NOT NULL,
    isRead INTEGER NOT NULL DEFAULT 0,
    isLater INTEGER NOT NULL DEFAULT 0,
    actors TEXT NOT NULL DEFAULT '',
    issues TEXT NOT NULL DEFAULT '',
    analyzer INTEGER NOT NULL DEFAULT 0,
    UNIQUE (feed, identity)
  ) STRICT;
  CREATE INDEX entryTime ON entry (time DESC);
  CREATE INDEX entryUnread ON entry (feed, isRead);
  CREATE INDEX entryLater ON entry (isLater) WHERE isLater;
  CREATE INDEX entryLink ON entry (link);
  CREATE VIRTUAL TABLE entryText USING fts5 (
    title, text, author, actors, places, issues, speakers,
    tokenize = 'unicode61 remove_diacritics 2'
  );
  """
