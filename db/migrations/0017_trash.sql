CREATE TABLE `deleted_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`withdrawn_at` integer NOT NULL,
	`withdrawn_reason` text NOT NULL,
	`redirect_to_id` text
);
--> statement-breakpoint
CREATE TABLE `trash` (
	`noun` text NOT NULL,
	`target_id` text NOT NULL,
	`at` integer NOT NULL,
	`trashed_by` text,
	`empty_at` integer NOT NULL,
	PRIMARY KEY(`noun`, `target_id`),
	FOREIGN KEY (`trashed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trash_empty` ON `trash` (`empty_at`);
--> statement-breakpoint
-- Readers see nothing that lies in the trash. A text there is none that they saw.
CREATE TRIGGER edition_trash_insert AFTER INSERT ON trash
WHEN NEW.noun <> 'release'
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_trash_delete AFTER DELETE ON trash
WHEN OLD.noun <> 'release'
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_deleted_releases_insert AFTER INSERT ON deleted_releases
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
-- Nor do they find it: a document of a live text, and positions in an organisation.
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
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'media' AND trash.target_id = media.id);
--> statement-breakpoint
DROP VIEW person_entries;
--> statement-breakpoint
CREATE VIEW person_entries AS
SELECT
  people.id AS person_id,
  people.name AS title,
  coalesce((SELECT json_group_object(language, words) FROM (
    SELECT language, group_concat(word, ', ') AS words FROM (
      SELECT title.key AS language, title.value AS word FROM roles, json_each(roles.title) AS title WHERE roles.person_id = people.id AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'organisation' AND trash.target_id = roles.organisation_id)
      UNION SELECT name.key, name.value FROM roles JOIN organisations ON organisations.id = roles.organisation_id, json_each(organisations.name) AS name WHERE roles.person_id = people.id AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'organisation' AND trash.target_id = roles.organisation_id)
    ) GROUP BY language)), '{}') AS lead,
  coalesce((SELECT json_group_object(language, words) FROM (
    SELECT language, group_concat(word, char(10)) AS words FROM (
      SELECT key AS language, value AS word FROM json_each(people.short_bio)
      UNION ALL SELECT key, value FROM json_each(people.long_bio)
    ) GROUP BY language)), '{}') AS body,
  'k:person p:' || people.id ||
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM person_topics WHERE person_id = people.id ORDER BY topic_id)), '') AS marks
FROM people WHERE archived_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER search_trash_insert AFTER INSERT ON trash WHEN NEW.noun IN ('media', 'organisation') BEGIN
  INSERT INTO search_releases
    SELECT releases.id FROM media JOIN revision_media ON revision_media.media_id = media.id
    JOIN releases ON releases.live_revision_id = revision_media.revision_id
    WHERE NEW.noun = 'media' AND media.id = NEW.target_id AND media.width = 0;
  INSERT INTO search_people
    SELECT DISTINCT person_id FROM roles WHERE NEW.noun = 'organisation' AND organisation_id = NEW.target_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_trash_delete AFTER DELETE ON trash WHEN OLD.noun IN ('media', 'organisation') BEGIN
  INSERT INTO search_releases
    SELECT releases.id FROM media JOIN revision_media ON revision_media.media_id = media.id
    JOIN releases ON releases.live_revision_id = revision_media.revision_id
    WHERE OLD.noun = 'media' AND media.id = OLD.target_id AND media.width = 0;
  INSERT INTO search_people
    SELECT DISTINCT person_id FROM roles WHERE OLD.noun = 'organisation' AND organisation_id = OLD.target_id;
END;
