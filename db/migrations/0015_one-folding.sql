-- The studio's search folds words as readers' search does, by the newsroom's own function (db/sqlite/search/functions.ts): a
-- document holds folded words, and both of its indexes stand on them.
DROP VIEW revision_words;
--> statement-breakpoint
CREATE VIEW revision_words AS
SELECT
  revisions.id AS revision_id,
  releases.id AS release_id,
  releases.language AS language,
  search_text(revisions.title) AS title,
  search_text(coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '')) AS lead,
  search_text(coalesce((SELECT group_concat(atom, ' ') FROM json_tree(revisions.body) WHERE type = 'text' AND key IN ('text', 'title', 'term', 'caption', 'named')), '')) AS body
FROM revisions JOIN releases ON releases.id = revisions.release_id;
--> statement-breakpoint
DROP TABLE search_languages;
--> statement-breakpoint
-- What both indexes were made for: the languages people's names are words of, and the folding. When either is another, everything
-- is entered anew as the program starts; so it is after this migration.
CREATE TABLE search_made_for (languages TEXT NOT NULL, folding INTEGER NOT NULL);
