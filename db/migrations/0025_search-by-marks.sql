-- The search index is entered by the newsroom itself (db/sqlite/search/enter.ts), before a change is committed. Triggers only mark
-- what has to be entered anew, so that any tool can open this database and write to it: what such a tool has changed is entered
-- with the newsroom's next change, or as it starts.
CREATE TABLE search_dirty (noun TEXT NOT NULL, target_id TEXT NOT NULL);
--> statement-breakpoint
DROP TRIGGER search_release_draft;
--> statement-breakpoint
DROP TRIGGER search_release_delete;
--> statement-breakpoint
DROP TRIGGER search_revision_update;
--> statement-breakpoint
DROP TRIGGER search_entry_insert;
--> statement-breakpoint
DROP TRIGGER search_entry_delete;
--> statement-breakpoint
DROP TRIGGER search_release_update;
--> statement-breakpoint
DROP TRIGGER search_release_gone;
--> statement-breakpoint
DROP TRIGGER search_media_update;
--> statement-breakpoint
DROP TRIGGER search_person_insert;
--> statement-breakpoint
DROP TRIGGER search_person_update;
--> statement-breakpoint
DROP TRIGGER search_person_renamed;
--> statement-breakpoint
DROP TRIGGER search_person_delete;
--> statement-breakpoint
DROP TRIGGER search_role_insert;
--> statement-breakpoint
DROP TRIGGER search_role_update;
--> statement-breakpoint
DROP TRIGGER search_role_delete;
--> statement-breakpoint
DROP TRIGGER search_person_topic_insert;
--> statement-breakpoint
DROP TRIGGER search_person_topic_delete;
--> statement-breakpoint
DROP TRIGGER search_organisation_update;
--> statement-breakpoint
DROP TRIGGER search_trash_insert;
--> statement-breakpoint
DROP TRIGGER search_trash_delete;
--> statement-breakpoint
DROP VIEW search_releases;
--> statement-breakpoint
DROP VIEW search_people;
--> statement-breakpoint
-- The texts as they are stored: what is made of them is the newsroom's.
DROP VIEW revision_words;
--> statement-breakpoint
CREATE VIEW revision_words AS
SELECT
  revisions.id AS revision_id,
  releases.id AS release_id,
  releases.language AS language,
  revisions.title AS title,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '') AS lead,
  coalesce((SELECT group_concat(atom, ' ') FROM json_tree(revisions.body) WHERE type = 'text' AND key IN ('text', 'title', 'term', 'caption', 'named')), '') AS body
FROM revisions JOIN releases ON releases.id = revisions.release_id;
--> statement-breakpoint
-- `document` is the text that an entry's words stand in, and `quoted` which of its quotes they are.
DROP VIEW release_entries;
--> statement-breakpoint
CREATE VIEW release_entries AS
SELECT
  'release' AS noun, releases.id AS target_id, releases.id AS release_id, releases.publish_at AS at, releases.language AS language,
  replace(revisions.title, char(173), '') AS title,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '') AS lead,
  revisions.body AS document, NULL AS quoted,
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
  '', coalesce(people.name, ''), revisions.body, quotes.position,
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
  coalesce(media.caption ->> releases.language, '') || ' ' || media.filename, NULL, NULL,
  'k:document' ||
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM revision_topics WHERE revision_id = revisions.id ORDER BY topic_id)), '') ||
    coalesce(' s:' || revisions.series_id, '')
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN revision_media ON revision_media.revision_id = revisions.id
JOIN media ON media.id = revision_media.media_id AND media.width = 0
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'media' AND trash.target_id = media.id);
--> statement-breakpoint
-- `draft` marks a text for the studio's search; `release` and `person` mark what readers find.
CREATE TRIGGER search_release_insert AFTER INSERT ON releases BEGIN
  INSERT INTO search_dirty VALUES ('draft', NEW.id), ('release', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_release_draft AFTER UPDATE OF draft_revision_id ON releases BEGIN
  INSERT INTO search_dirty VALUES ('draft', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_release_update AFTER UPDATE OF live_revision_id, publish_at, withdrawn_at ON releases
WHEN NEW.live_revision_id IS NOT OLD.live_revision_id OR NEW.publish_at IS NOT OLD.publish_at OR NEW.withdrawn_at IS NOT OLD.withdrawn_at BEGIN
  INSERT INTO search_dirty VALUES ('release', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_release_delete AFTER DELETE ON releases BEGIN
  INSERT INTO search_dirty VALUES ('draft', OLD.id), ('release', OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_revision_update AFTER UPDATE OF title, lead, body ON revisions
WHEN EXISTS (SELECT 1 FROM releases WHERE draft_revision_id = NEW.id) BEGIN
  INSERT INTO search_dirty VALUES ('draft', NEW.release_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_media_update AFTER UPDATE OF title, caption, filename ON media WHEN NEW.width = 0 BEGIN
  INSERT INTO search_dirty
    SELECT 'release', releases.id FROM revision_media JOIN releases ON releases.live_revision_id = revision_media.revision_id WHERE revision_media.media_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_person_insert AFTER INSERT ON people BEGIN INSERT INTO search_dirty VALUES ('person', NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER search_person_update AFTER UPDATE OF name, short_bio, long_bio, archived_at ON people BEGIN INSERT INTO search_dirty VALUES ('person', NEW.id); END;
--> statement-breakpoint
-- A quote is found by who said it.
CREATE TRIGGER search_person_renamed AFTER UPDATE OF name ON people WHEN NEW.name <> OLD.name BEGIN
  INSERT INTO search_dirty
    SELECT DISTINCT 'release', releases.id FROM quotes JOIN releases ON releases.live_revision_id = quotes.revision_id WHERE quotes.person_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_person_delete AFTER DELETE ON people BEGIN INSERT INTO search_dirty VALUES ('person', OLD.id); END;
--> statement-breakpoint
CREATE TRIGGER search_role_insert AFTER INSERT ON roles BEGIN INSERT INTO search_dirty VALUES ('person', NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_role_update AFTER UPDATE ON roles BEGIN INSERT INTO search_dirty VALUES ('person', OLD.person_id), ('person', NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_role_delete AFTER DELETE ON roles BEGIN INSERT INTO search_dirty VALUES ('person', OLD.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_person_topic_insert AFTER INSERT ON person_topics BEGIN INSERT INTO search_dirty VALUES ('person', NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_person_topic_delete AFTER DELETE ON person_topics BEGIN INSERT INTO search_dirty VALUES ('person', OLD.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_organisation_update AFTER UPDATE OF name ON organisations BEGIN
  INSERT INTO search_dirty SELECT DISTINCT 'person', person_id FROM roles WHERE organisation_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_trash_insert AFTER INSERT ON trash WHEN NEW.noun IN ('media', 'organisation') BEGIN
  INSERT INTO search_dirty
    SELECT 'release', releases.id FROM media JOIN revision_media ON revision_media.media_id = media.id
    JOIN releases ON releases.live_revision_id = revision_media.revision_id
    WHERE NEW.noun = 'media' AND media.id = NEW.target_id AND media.width = 0;
  INSERT INTO search_dirty
    SELECT DISTINCT 'person', person_id FROM roles WHERE NEW.noun = 'organisation' AND organisation_id = NEW.target_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_trash_delete AFTER DELETE ON trash WHEN OLD.noun IN ('media', 'organisation') BEGIN
  INSERT INTO search_dirty
    SELECT 'release', releases.id FROM media JOIN revision_media ON revision_media.media_id = media.id
    JOIN releases ON releases.live_revision_id = revision_media.revision_id
    WHERE OLD.noun = 'media' AND media.id = OLD.target_id AND media.width = 0;
  INSERT INTO search_dirty
    SELECT DISTINCT 'person', person_id FROM roles WHERE OLD.noun = 'organisation' AND organisation_id = OLD.target_id;
END;
--> statement-breakpoint
-- What the migrations before this one have entered may be less than whole (db/sqlite/migrate.ts), so all is entered anew as the
-- program starts.
DELETE FROM search_made_for;
