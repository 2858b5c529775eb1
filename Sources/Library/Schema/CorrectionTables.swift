/// Edits of findings, each a JSON object; and of the findings whether they are a machine's or a person's.
///
/// The table that was there before was never written to.
let correctionTables = """
  DROP TABLE correction;
  CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    made TEXT NOT NULL,
    edit TEXT NOT NULL
  ) STRICT;
  CREATE INDEX correctionArticle ON correction (article);
  ALTER TABLE issue ADD COLUMN by TEXT NOT NULL DEFAULT 'machine';
  ALTER TABLE position ADD COLUMN by TEXT NOT NULL DEFAULT 'machine';
  """
