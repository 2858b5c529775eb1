/// The day of an article beside what it tells of an actor or an issue: the newest is found without a look at the rest.
///
/// Days are counted from 1970 on. A quotation's number begins with its article's: whoever searches what was said has the
/// articles in their order. Its words are those of the text, and stand there alone. Short beginnings of words are indexed
/// by themselves: thousands of words may begin with three letters.
let dayColumns = """
  ALTER TABLE appearance ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE quotation ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE position ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE issue ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
  UPDATE appearance SET day =
    (SELECT coalesce(CAST(strftime('%s', day) AS INTEGER) / 86400, 0) FROM article WHERE id = article);
  UPDATE quotation SET day =
    (SELECT coalesce(CAST(strftime('%s', day) AS INTEGER) / 86400, 0) FROM article WHERE id = article);
  UPDATE position SET day =
    (SELECT coalesce(CAST(strftime('%s', day) AS INTEGER) / 86400, 0) FROM article WHERE id = article);
  UPDATE issue SET day =
    (SELECT coalesce(CAST(strftime('%s', day) AS INTEGER) / 86400, 0) FROM article WHERE id = article);
  DROP INDEX positionActor;
  DROP INDEX issueLabel;
  CREATE INDEX appearanceDay ON appearance (actor, day, article);
  CREATE INDEX positionDay ON position (actor, day, article);
  CREATE INDEX articleRead ON article (isRead);
  DROP TABLE fullText;
  CREATE VIRTUAL TABLE fullText USING fts5 (
    title, text, content = 'searchable', content_rowid = 'id', prefix = '3 4',
    tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO fullText (fullText) VALUES ('rebuild');
  CREATE INDEX issueDay ON issue (folded, day, article);
  CREATE TEMP TABLE oldQuotation AS SELECT * FROM quotation;
  DROP TABLE quotationText;
  DROP TABLE quotation;
  CREATE TABLE quotation (
    id INTEGER PRIMARY KEY,
    actor INTEGER REFERENCES actor ON DELETE SET NULL,
    speaker TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    day INTEGER NOT NULL
  ) STRICT;
  INSERT INTO quotation
    SELECT article << 16 | row_number() OVER (PARTITION BY article ORDER BY start, id) - 1,
      actor, speaker, start, "end", day FROM temp.oldQuotation;
  DROP TABLE temp.oldQuotation;
  CREATE INDEX quotationDay ON quotation (actor, day, id) WHERE actor IS NOT NULL;
  CREATE VIEW quoted AS
    SELECT quotation.id AS id, quotation.id >> 16 AS article, quotation.actor AS actor,
      quotation.speaker AS speaker,
      substr(content.text, quotation.start + 1, quotation."end" - quotation.start) AS said,
      quotation.start AS start, quotation."end" AS "end", quotation.day AS day
    FROM quotation JOIN content ON content.article = quotation.id >> 16;
  CREATE VIRTUAL TABLE quotationText USING fts5 (
    speaker, said, content = 'quoted', content_rowid = 'id', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO quotationText (quotationText) VALUES ('rebuild');
  """
