-- Whoever a quote is set with can be found by name, as readers see it: before the words, like a speaker's label.
DROP VIEW revision_words;
--> statement-breakpoint
CREATE VIEW revision_words AS
SELECT
  revisions.id AS revision_id,
  releases.id AS release_id,
  releases.language AS language,
  replace(revisions.title, char(173), '') AS title,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '') AS lead,
  coalesce((SELECT group_concat(atom, ' ') FROM json_tree(revisions.body) WHERE type = 'text' AND key IN ('text', 'title', 'term', 'caption', 'named')), '') AS body
FROM revisions JOIN releases ON releases.id = revisions.release_id;
