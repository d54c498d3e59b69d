-- What readers were told while crisis mode was on is found with its statement: `updates` is that, the latest first.
DROP VIEW release_entries;
--> statement-breakpoint
CREATE VIEW release_entries AS
SELECT
  'release' AS noun, releases.id AS target_id, releases.id AS release_id, releases.publish_at AS at, releases.language AS language,
  replace(revisions.title, char(173), '') AS title,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '') AS lead,
  revisions.body AS document, NULL AS quoted,
  (SELECT json_group_array(json(texts)) FROM (SELECT texts FROM crisis_updates WHERE story_id = releases.story_id ORDER BY at DESC, id DESC)) AS updates,
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
  '', coalesce(people.name, ''), revisions.body, quotes.position, NULL,
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
  coalesce(media.caption ->> releases.language, '') || ' ' || media.filename, NULL, NULL, NULL,
  'k:document' ||
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM revision_topics WHERE revision_id = revisions.id ORDER BY topic_id)), '') ||
    coalesce(' s:' || revisions.series_id, '')
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN revision_media ON revision_media.revision_id = revisions.id
JOIN media ON media.id = revision_media.media_id AND media.width = 0
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'media' AND trash.target_id = media.id);
--> statement-breakpoint
CREATE TRIGGER search_crisis_update_insert AFTER INSERT ON crisis_updates BEGIN INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE story_id = NEW.story_id; END;
--> statement-breakpoint
CREATE TRIGGER search_crisis_update_update AFTER UPDATE OF texts ON crisis_updates BEGIN INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE story_id = NEW.story_id; END;
--> statement-breakpoint
CREATE TRIGGER search_crisis_update_delete AFTER DELETE ON crisis_updates BEGIN INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE story_id = OLD.story_id; END;
--> statement-breakpoint
INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE story_id IN (SELECT story_id FROM crisis_updates);
