-- Full-text search. `search_documents` holds one row per thing that can be found and per audience (what is being written,
-- what is live); two indexes stand on it: whole words and prefixes, and parts of words, so that "lyftet" finds
-- "Produktionslyftet". Both fold å ä ö. Triggers keep all of it exact.
CREATE TABLE search_documents (
  id INTEGER PRIMARY KEY,
  noun TEXT NOT NULL,
  target_id TEXT NOT NULL,
  audience TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  lead TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (noun, target_id, audience)
);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_words USING fts5(title, lead, body, content='search_documents', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_parts USING fts5(title, lead, body, content='search_documents', content_rowid='id', tokenize='trigram remove_diacritics 1');
--> statement-breakpoint
CREATE TRIGGER search_documents_insert AFTER INSERT ON search_documents BEGIN
  INSERT INTO search_words (rowid, title, lead, body) VALUES (NEW.id, NEW.title, NEW.lead, NEW.body);
  INSERT INTO search_parts (rowid, title, lead, body) VALUES (NEW.id, NEW.title, NEW.lead, NEW.body);
END;
--> statement-breakpoint
CREATE TRIGGER search_documents_delete AFTER DELETE ON search_documents BEGIN
  INSERT INTO search_words (search_words, rowid, title, lead, body) VALUES ('delete', OLD.id, OLD.title, OLD.lead, OLD.body);
  INSERT INTO search_parts (search_parts, rowid, title, lead, body) VALUES ('delete', OLD.id, OLD.title, OLD.lead, OLD.body);
END;
--> statement-breakpoint
-- The words of a revision, as one row per revision. A view, so that the triggers below say the same thing once.
CREATE VIEW revision_words AS
SELECT
  revisions.id AS revision_id,
  releases.id AS release_id,
  releases.language AS language,
  replace(revisions.title, char(173), '') AS title,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(revisions.lead)), '') AS lead,
  coalesce((SELECT group_concat(atom, ' ') FROM json_tree(revisions.body) WHERE type = 'text' AND key IN ('text', 'title', 'term', 'caption')), '') AS body
FROM revisions JOIN releases ON releases.id = revisions.release_id;
--> statement-breakpoint
CREATE TRIGGER search_release_draft AFTER UPDATE OF draft_revision_id ON releases BEGIN
  DELETE FROM search_documents WHERE noun = 'release' AND target_id = NEW.id AND audience = 'studio';
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'release', release_id, 'studio', language, title, lead, body FROM revision_words WHERE revision_id = NEW.draft_revision_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_release_live AFTER UPDATE OF live_revision_id ON releases BEGIN
  DELETE FROM search_documents WHERE noun = 'release' AND target_id = NEW.id AND audience = 'readers';
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'release', release_id, 'readers', language, title, lead, body FROM revision_words WHERE revision_id = NEW.live_revision_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_release_delete AFTER DELETE ON releases BEGIN
  DELETE FROM search_documents WHERE noun = 'release' AND target_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_revision_update AFTER UPDATE OF title, lead, body ON revisions
WHEN EXISTS (SELECT 1 FROM releases WHERE draft_revision_id = NEW.id) BEGIN
  DELETE FROM search_documents WHERE noun = 'release' AND target_id = NEW.release_id AND audience = 'studio';
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'release', release_id, 'studio', language, title, lead, body FROM revision_words WHERE revision_id = NEW.id;
END;
--> statement-breakpoint
CREATE VIEW person_words AS
SELECT
  people.id AS person_id,
  people.name AS title,
  coalesce((SELECT group_concat(title.value, ', ') FROM roles, json_each(roles.title) AS title WHERE roles.person_id = people.id), '') ||
    coalesce((SELECT ', ' || group_concat(name.value, ', ') FROM roles JOIN organisations ON organisations.id = roles.organisation_id, json_each(organisations.name) AS name WHERE roles.person_id = people.id), '') AS lead,
  coalesce((SELECT group_concat(value, char(10)) FROM json_each(people.short_bio)), '') || char(10) ||
    coalesce((SELECT group_concat(value, char(10)) FROM json_each(people.long_bio)), '') AS body
FROM people WHERE archived_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER search_person_insert AFTER INSERT ON people BEGIN
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'person', person_id, 'readers', '', title, lead, body FROM person_words WHERE person_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_person_update AFTER UPDATE OF name, short_bio, long_bio, archived_at ON people BEGIN
  DELETE FROM search_documents WHERE noun = 'person' AND target_id = NEW.id;
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'person', person_id, 'readers', '', title, lead, body FROM person_words WHERE person_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_person_delete AFTER DELETE ON people BEGIN
  DELETE FROM search_documents WHERE noun = 'person' AND target_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER search_role_insert AFTER INSERT ON roles BEGIN
  DELETE FROM search_documents WHERE noun = 'person' AND target_id = NEW.person_id;
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'person', person_id, 'readers', '', title, lead, body FROM person_words WHERE person_id = NEW.person_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_role_delete AFTER DELETE ON roles BEGIN
  DELETE FROM search_documents WHERE noun = 'person' AND target_id = OLD.person_id;
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'person', person_id, 'readers', '', title, lead, body FROM person_words WHERE person_id = OLD.person_id;
END;
--> statement-breakpoint
CREATE TRIGGER search_role_update AFTER UPDATE ON roles BEGIN
  DELETE FROM search_documents WHERE noun = 'person' AND target_id = NEW.person_id;
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
    SELECT 'person', person_id, 'readers', '', title, lead, body FROM person_words WHERE person_id = NEW.person_id;
END;
--> statement-breakpoint
INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
  SELECT 'release', release_id, 'studio', language, title, lead, body FROM revision_words WHERE revision_id IN (SELECT draft_revision_id FROM releases)
  UNION ALL
  SELECT 'release', release_id, 'readers', language, title, lead, body FROM revision_words WHERE revision_id IN (SELECT live_revision_id FROM releases)
  UNION ALL
  SELECT 'person', person_id, 'readers', '', title, lead, body FROM person_words;
