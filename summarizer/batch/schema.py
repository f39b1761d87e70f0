"""The tables of a run's state, and what in them follows from what."""

from typing import Final

__all__ = ["COLUMNS", "COPIES", "EMPTIED", "FREED", "SCHEMA", "SCHEMA_VERSION"]

SCHEMA_VERSION: Final = 2

# An input is known by where it lies: `path`, and `inside` the name of a member of an archive. `again` is set for one that is to be
# worked on though it does not wait. `stale` are outputs that belong to no input any more.
SCHEMA: Final = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE named (base TEXT NOT NULL, path TEXT NOT NULL, UNIQUE (base, path)) STRICT;
CREATE TABLE inputs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    inside TEXT NOT NULL,
    member INTEGER,
    name TEXT NOT NULL,
    shown TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    again INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    facts TEXT NOT NULL DEFAULT '{}',
    files TEXT NOT NULL DEFAULT '{}',
    sentences BLOB NOT NULL DEFAULT x'',
    marks BLOB NOT NULL DEFAULT x'',
    same_as TEXT NOT NULL DEFAULT '',
    similar_to TEXT NOT NULL DEFAULT '',
    similarity REAL NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    UNIQUE (path, inside)
) STRICT;
CREATE INDEX inputs_by_content ON inputs (sha256);
CREATE INDEX inputs_by_state ON inputs (state, number);
CREATE INDEX inputs_again ON inputs (number) WHERE again;
CREATE TABLE rows (number INTEGER PRIMARY KEY, csv BLOB NOT NULL, arrow BLOB NOT NULL) STRICT;
CREATE TABLE replies (
    number INTEGER NOT NULL, key TEXT NOT NULL, reply TEXT NOT NULL, PRIMARY KEY (number, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE stale (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE spent (
    one INTEGER PRIMARY KEY CHECK (one = 1), requests INTEGER NOT NULL, tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL, kept INTEGER NOT NULL, cost_usd TEXT
) STRICT;
INSERT INTO spent VALUES (1, 0, 0, 0, 0, '0');
"""

COLUMNS: Final = (
    "number, id, path, inside, member, name, shown, sha256, state, reason, attempts, facts, files, "
    "same_as, similar_to, similarity, seconds"
)

EMPTIED: Final = (
    "again = 0, facts = '{}', files = '{}', sentences = x'', marks = x'', similar_to = '', similarity = 0"
)
"""What is forgotten of an input whose digest is gone."""

# The first of those with the same bytes is the lowest that has not failed. Where one has failed, the others are not spared the attempt:
# it may have failed by the ending of its name, or be there no longer. What has a digest gives it up for none that has not.
COPIES: Final = (
    "CREATE TEMP TABLE copies (number INTEGER PRIMARY KEY, same_as TEXT)",
    """INSERT INTO copies WITH firsts AS (
        SELECT sha256, min(number) AS number FROM inputs AS one
        WHERE sha256 <> '' AND state <> 'failed' AND (
            state IN ('done', 'partial')
            OR NOT EXISTS (SELECT 1 FROM inputs AS other WHERE other.sha256 = one.sha256 AND other.state = 'failed')
        )
        GROUP BY sha256
    )
    SELECT one.number, first.id FROM inputs AS one
    JOIN firsts ON firsts.sha256 = one.sha256 JOIN inputs AS first ON first.number = firsts.number
    WHERE one.number <> first.number AND (
        one.state IN ('waiting', 'duplicate')
        OR one.state = 'done' AND first.state = 'done'
        OR one.state = 'partial' AND first.state IN ('done', 'partial')
    )""",
    "INSERT OR IGNORE INTO stale SELECT json_each.key FROM copies JOIN inputs USING (number), json_each(inputs.files)",
    "DELETE FROM rows WHERE number IN (SELECT number FROM copies)",
    "DELETE FROM replies WHERE number IN (SELECT number FROM copies)",
    f"""UPDATE inputs SET state = 'duplicate', reason = 'the same bytes as an earlier input', same_as = copies.same_as, {EMPTIED}
    FROM copies WHERE inputs.number = copies.number AND (inputs.state <> 'duplicate' OR inputs.same_as <> copies.same_as)""",
)
"""Finds the inputs that repeat the bytes of another, and makes them its copies: statements of one transaction, before FREED."""

FREED: Final = (
    "UPDATE inputs SET state = 'waiting', reason = '', same_as = '' "
    "WHERE state = 'duplicate' AND number NOT IN (SELECT number FROM copies)"
)
"""What is no copy of anything any more waits."""
