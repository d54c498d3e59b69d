CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `series_texts` (
	`series_id` text NOT NULL,
	`language` text NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`intro` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`series_id`, `language`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_slug` ON `series_texts` (`language`,`slug`);--> statement-breakpoint
ALTER TABLE `revisions` ADD `series_id` text REFERENCES series(id);--> statement-breakpoint
CREATE INDEX `revisions_series` ON `revisions` (`series_id`,`id`);
--> statement-breakpoint
-- A name readers meet. That a release is a part of a series stands in its version, which is another when it changes.
CREATE TRIGGER edition_series_texts_insert AFTER INSERT ON series_texts BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_series_texts_update AFTER UPDATE ON series_texts BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_series_texts_delete AFTER DELETE ON series_texts BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
-- What is found can be narrowed to a series: ` s:<series>`. Nothing is in one yet, so nothing is entered anew.
DROP VIEW release_entries;
--> statement-breakpoint
CREATE VIEW release_entries AS
SELECT
  'release' AS noun, releases.id AS target_id, releases.id AS release_id, releases.publish_at AS at, releases.language AS language,
  replace(revisions.title, char(173), '') AS title,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '') AS lead,
  document_text(revisions.body, releases.language) AS body,
  'k:' || revisions.kind ||
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM revision_topics WHERE revision_id = revisions.id ORDER BY topic_id)), '') ||
    coalesce(' s:' || revisions.series_id, '') ||
    coalesce((SELECT group_concat(' p:' || person_id, '') FROM (
      SELECT person_id FROM revision_people WHERE revision_id = revisions.id
      UNION SELECT person_id FROM quotes WHERE revision_id = revisions.id AND person_id IS NOT NULL
      ORDER BY person_id)), '') AS marks
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
UNION ALL
SELECT
  'quote', coalesce(quotes.person_id, ''), releases.id, releases.publish_at, releases.language,
  '', coalesce(people.name, ''), quote_text(revisions.body, quotes.position, releases.language),
  'k:quote' ||
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM revision_topics WHERE revision_id = revisions.id ORDER BY topic_id)), '') ||
    coalesce(' s:' || revisions.series_id, '') ||
    coalesce(' p:' || quotes.person_id, '')
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN quotes ON quotes.revision_id = revisions.id LEFT JOIN people ON people.id = quotes.person_id
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
UNION ALL
SELECT
  'document', media.id, releases.id, releases.publish_at, releases.language,
  coalesce(
    nullif(trim(media.title ->> releases.language), ''),
    (SELECT value FROM json_each(media.title) WHERE trim(value) <> '' LIMIT 1),
    media.filename),
  coalesce(media.caption ->> releases.language, '') || ' ' || media.filename, '',
  'k:document' ||
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM revision_topics WHERE revision_id = revisions.id ORDER BY topic_id)), '') ||
    coalesce(' s:' || revisions.series_id, '')
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN revision_media ON revision_media.revision_id = revisions.id
JOIN media ON media.id = revision_media.media_id AND media.width = 0
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL;
