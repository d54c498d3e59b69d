-- Whoever was added for a text that is not out yet is not found by readers.
ALTER TABLE `people` ADD `awaits_text` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE INDEX `revision_contacts_person` ON `revision_contacts` (`person_id`);
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
FROM people WHERE archived_at IS NULL AND awaits_text = 0;
--> statement-breakpoint
DROP TRIGGER search_person_update;
--> statement-breakpoint
CREATE TRIGGER search_person_update AFTER UPDATE OF name, short_bio, long_bio, awaits_text, archived_at ON people BEGIN INSERT INTO search_dirty VALUES ('person', NEW.id); END;
--> statement-breakpoint
DROP TRIGGER edition_people_update;
--> statement-breakpoint
CREATE TRIGGER edition_people_update AFTER UPDATE OF name, sort_name, slug, email, phone, links, short_bio, long_bio, speaks, press_contact, portrait_media_id, portrait_alt, portrait_basis, portrait_until, portrait_hidden, awaits_text, archived_at ON people BEGIN UPDATE edition SET number = number + 1; END;
