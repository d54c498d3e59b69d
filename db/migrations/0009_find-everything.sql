-- What readers can find: releases, what is said in them, the documents they offer, and people. One entry for each, which
-- triggers keep exact in the same transaction as the change. The functions named search_… and …_text are the newsroom's own
-- (db/search-functions.ts); every connection has them.
--
-- An entry's id is its place in time: minus the moment it is published, in milliseconds, times 2048, so that the index gives
-- the newest first by itself, and what is not live yet is everything before a number. People stand after all that.
CREATE TABLE search_entries (
  id INTEGER PRIMARY KEY,
  noun TEXT NOT NULL,
  target_id TEXT NOT NULL,
  release_id TEXT,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  lead TEXT NOT NULL,
  body TEXT NOT NULL,
  marks TEXT NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_entries_release ON search_entries (release_id);
--> statement-breakpoint
CREATE INDEX search_entries_target ON search_entries (target_id, noun);
--> statement-breakpoint
-- What an entry can be chosen by: `k:press t:<topic> p:<person>`. Few differ, so each is kept once, and counting meets numbers only.
CREATE TABLE search_marks (id INTEGER PRIMARY KEY, marks TEXT NOT NULL UNIQUE);
--> statement-breakpoint
CREATE TABLE search_facets (id INTEGER PRIMARY KEY, marks_id INTEGER NOT NULL);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', contentless_delete=1, tokenize="ascii tokenchars ':._-'", prefix='6');
--> statement-breakpoint
-- Every word there is to find, and in how many entries: what inflections, compounds and corrections are sought in.
CREATE TABLE search_vocabulary (
  id INTEGER PRIMARY KEY,
  language TEXT NOT NULL,
  word TEXT NOT NULL,
  written TEXT NOT NULL,
  entries INTEGER NOT NULL,
  UNIQUE (language, word)
);
--> statement-breakpoint
CREATE INDEX search_vocabulary_unused ON search_vocabulary (entries) WHERE entries <= 0;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_word_parts USING fts5(word, content='search_vocabulary', content_rowid='id', tokenize='trigram remove_diacritics 0', detail=none);
--> statement-breakpoint
CREATE TRIGGER search_vocabulary_insert AFTER INSERT ON search_vocabulary BEGIN
  INSERT INTO search_word_parts (rowid, word) VALUES (NEW.id, NEW.word);
END;
--> statement-breakpoint
CREATE TRIGGER search_vocabulary_delete AFTER DELETE ON search_vocabulary BEGIN
  INSERT INTO search_word_parts (search_word_parts, rowid, word) VALUES ('delete', OLD.id, OLD.word);
END;
--> statement-breakpoint
CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entries BEGIN
  INSERT INTO search_marks (marks) SELECT NEW.marks WHERE NOT EXISTS (SELECT 1 FROM search_marks WHERE marks = NEW.marks);
  INSERT INTO search_facets (id, marks_id) SELECT NEW.id, id FROM search_marks WHERE marks = NEW.marks;
  INSERT INTO search_index (rowid, tokens)
    VALUES (NEW.id, search_tokens(NEW.language, NEW.title, NEW.lead, NEW.body) || ' ' || NEW.marks);
  INSERT INTO search_vocabulary (language, word, written, entries)
    SELECT value ->> 0, value ->> 1, value ->> 2, 1 FROM json_each(search_words(NEW.language, NEW.title, NEW.lead, NEW.body)) WHERE true
    ON CONFLICT (language, word) DO UPDATE SET entries = entries + 1;
END;
--> statement-breakpoint
CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entries BEGIN
  DELETE FROM search_facets WHERE id = OLD.id;
  DELETE FROM search_index WHERE rowid = OLD.id;
  UPDATE search_vocabulary SET entries = entries - 1
    FROM json_each(search_words(OLD.language, OLD.title, OLD.lead, OLD.body)) AS gone
    WHERE language = gone.value ->> 0 AND word = gone.value ->> 1;
  DELETE FROM search_vocabulary WHERE entries <= 0;
END;
--> statement-breakpoint
CREATE VIEW release_entries AS
SELECT
  'release' AS noun, releases.id AS target_id, releases.id AS release_id, releases.publish_at AS at, releases.language AS language,
  replace(revisions.title, char(173), '') AS title,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '') AS lead,
  document_text(revisions.body, releases.language) AS body,
  'k:' || revisions.kind ||
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM revision_topics WHERE revision_id = revisions.id ORDER BY topic_id)), '') ||
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
    coalesce((SELECT group_concat(' t:' || topic_id, '') FROM (SELECT topic_id FROM revision_topics WHERE revision_id = revisions.id ORDER BY topic_id)), '')
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN revision_media ON revision_media.revision_id = revisions.id
JOIN media ON media.id = revision_media.media_id AND media.width = 0
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL;
--> statement-breakpoint
-- What is written of a person, by language.
CREATE VIEW person_entries AS
SELECT
  people.id AS person_id,
  people.name AS title,
  coalesce((SELECT json_group_object(language, words) FROM (
    SELECT language, group_concat(word, ', ') AS words FROM (
      SELECT title.key AS language, title.value AS word FROM roles, json_each(roles.title) AS title WHERE roles.person_id = people.id
      UNION SELECT name.key, name.value FROM roles JOIN organisations ON organisations.id = roles.organisation_id, json_each(organisations.name) AS name WHERE roles.person_id = people.id
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
-- The languages people's names are words of. When there is another, they are entered anew as the program starts.
CREATE TABLE search_languages (languages TEXT NOT NULL);
--> statement-breakpoint
-- To enter something anew is to insert its id here.
CREATE VIEW search_releases AS SELECT id AS release_id FROM releases;
--> statement-breakpoint
CREATE TRIGGER search_enter_release INSTEAD OF INSERT ON search_releases BEGIN
  DELETE FROM search_entries WHERE release_id = NEW.release_id;
  INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks)
    SELECT
      coalesce((SELECT min(taken.id) - 1 FROM search_entries AS taken WHERE taken.id <= -at * 2048 AND taken.id > -(at + 1000) * 2048), -at * 2048)
        + 1 - row_number() OVER (),
      noun, target_id, release_id, language, title, lead, body, marks
    FROM release_entries WHERE release_id = NEW.release_id;
END;
--> statement-breakpoint
CREATE VIEW search_people AS SELECT id AS person_id FROM people;
--> statement-breakpoint
CREATE TRIGGER search_enter_person INSTEAD OF INSERT ON search_people BEGIN
  DELETE FROM search_entries WHERE target_id = NEW.person_id AND noun = 'person';
  INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks)
    SELECT
      coalesce((SELECT max(id) + 1 FROM search_entries WHERE id >= 8000000000000000), 8000000000000000),
      'person', person_id, NULL, '', title, lead, body, marks
    FROM person_entries WHERE person_id = NEW.person_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_release_update AFTER UPDATE OF live_revision_id, publish_at, withdrawn_at ON releases
WHEN NEW.live_revision_id IS NOT OLD.live_revision_id OR NEW.publish_at IS NOT OLD.publish_at OR NEW.withdrawn_at IS NOT OLD.withdrawn_at BEGIN
  INSERT INTO search_releases VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_release_gone AFTER DELETE ON releases BEGIN
  DELETE FROM search_entries WHERE release_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_media_update AFTER UPDATE OF title, caption, filename ON media WHEN NEW.width = 0 BEGIN
  INSERT INTO search_releases
    SELECT releases.id FROM revision_media JOIN releases ON releases.live_revision_id = revision_media.revision_id WHERE revision_media.media_id = NEW.id;
END;
--> statement-breakpoint
DROP TRIGGER search_person_insert;
--> statement-breakpoint
DROP TRIGGER search_person_update;
--> statement-breakpoint
DROP TRIGGER search_person_delete;
--> statement-breakpoint
DROP TRIGGER search_role_insert;
--> statement-breakpoint
DROP TRIGGER search_role_update;
--> statement-breakpoint
DROP TRIGGER search_role_delete;
--> statement-breakpoint
DROP TRIGGER search_release_live;
--> statement-breakpoint
DROP VIEW person_words;
--> statement-breakpoint
-- From here on the older index is the studio's own: what is being written.
DELETE FROM search_documents WHERE audience = 'readers';
--> statement-breakpoint
CREATE TRIGGER search_person_insert AFTER INSERT ON people BEGIN INSERT INTO search_people VALUES (NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER search_person_update AFTER UPDATE OF name, short_bio, long_bio, archived_at ON people BEGIN INSERT INTO search_people VALUES (NEW.id); END;
--> statement-breakpoint
-- A quote is found by who said it.
CREATE TRIGGER search_person_renamed AFTER UPDATE OF name ON people WHEN NEW.name <> OLD.name BEGIN
  INSERT INTO search_releases
    SELECT DISTINCT releases.id FROM quotes JOIN releases ON releases.live_revision_id = quotes.revision_id WHERE quotes.person_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_person_delete AFTER DELETE ON people BEGIN DELETE FROM search_entries WHERE target_id = OLD.id AND noun = 'person'; END;
--> statement-breakpoint
CREATE TRIGGER search_role_insert AFTER INSERT ON roles BEGIN INSERT INTO search_people VALUES (NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_role_update AFTER UPDATE ON roles BEGIN INSERT INTO search_people VALUES (NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_role_delete AFTER DELETE ON roles BEGIN INSERT INTO search_people VALUES (OLD.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_person_topic_insert AFTER INSERT ON person_topics BEGIN INSERT INTO search_people VALUES (NEW.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_person_topic_delete AFTER DELETE ON person_topics BEGIN INSERT INTO search_people VALUES (OLD.person_id); END;
--> statement-breakpoint
CREATE TRIGGER search_organisation_update AFTER UPDATE OF name ON organisations BEGIN
  INSERT INTO search_people SELECT DISTINCT person_id FROM roles WHERE organisation_id = NEW.id;
END;
--> statement-breakpoint
INSERT INTO search_releases SELECT id FROM releases WHERE live_revision_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO search_people SELECT id FROM people;
