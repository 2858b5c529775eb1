/// The day of an article beside what it tells of an actor or an issue: the newest is found without a look at the rest.
///
/// Days are counted from 1970 on.
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
  DROP INDEX quotationActor;
  DROP INDEX positionActor;
  DROP INDEX issueLabel;
  CREATE INDEX appearanceDay ON appearance (actor, day, article);
  CREATE INDEX quotationDay ON quotation (actor, day, article) WHERE actor IS NOT NULL;
  CREATE INDEX positionDay ON position (actor, day, article);
  CREATE INDEX issueDay ON issue (folded, day, article);
  """
