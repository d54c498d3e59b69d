-- What the database has besides tables: made anew whenever this file, or the list of what raises the edition
-- (db/sqlite/edition-triggers.sql, which holds for both databases), is another than it was made from. It stands in a schema of its own, and holds no data.
CREATE SCHEMA pressrum;
SET LOCAL search_path = pressrum, public;

CREATE FUNCTION raise_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE edition SET number = number + 1;
  PERFORM pg_notify('pressrum_edition', (SELECT number FROM edition)::text);
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_live() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jsonb := CASE WHEN TG_OP = 'INSERT' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
BEGIN
  IF EXISTS (SELECT 1 FROM releases WHERE live_revision_id = changed ->> TG_ARGV[0]) THEN
    RAISE EXCEPTION 'a live revision never changes';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

-- The audit log is only added to. What is personal can be blanked, all of what was done or all of who did it, and nothing else
-- of the row changes with it.
CREATE FUNCTION refuse_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$;

CREATE TRIGGER events_never_deleted BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_log();
CREATE TRIGGER events_only_blanked BEFORE UPDATE ON events FOR EACH ROW
WHEN (NOT (
  NEW.id IS NOT DISTINCT FROM OLD.id AND NEW.at IS NOT DISTINCT FROM OLD.at
  AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id AND NEW.actor_kind IS NOT DISTINCT FROM OLD.actor_kind
  AND NEW.verb IS NOT DISTINCT FROM OLD.verb AND NEW.noun IS NOT DISTINCT FROM OLD.noun
  AND NEW.target_id IS NOT DISTINCT FROM OLD.target_id
  AND NEW.erased_at IS NOT NULL AND (OLD.erased_at IS NULL OR OLD.erased_at <= NEW.erased_at)
  AND (
    (NEW.salt IS NULL AND NEW.name IS NULL AND NEW.details IS NULL AND NEW.changes IS NULL)
    OR (NEW.salt IS NOT DISTINCT FROM OLD.salt AND NEW.name IS NOT DISTINCT FROM OLD.name
      AND NEW.details::text IS NOT DISTINCT FROM OLD.details::text
      AND NEW.changes::text IS NOT DISTINCT FROM OLD.changes::text)
  )
  AND (
    (NEW.origin_salt IS NULL AND NEW.actor_name IS NULL AND NEW.address IS NULL)
    OR (NEW.origin_salt IS NOT DISTINCT FROM OLD.origin_salt AND NEW.actor_name IS NOT DISTINCT FROM OLD.actor_name
      AND NEW.address IS NOT DISTINCT FROM OLD.address)
  )
))
EXECUTE FUNCTION refuse_log();

-- PostgreSQL does not remember the highest place of a link that is gone, as SQLite does, so it is kept.
CREATE FUNCTION add_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position IS DISTINCT FROM (SELECT coalesce(max(position), 0) + 1 FROM event_chain) THEN
    RAISE EXCEPTION 'the audit log is only added to';
  END IF;
  UPDATE event_chain_height SET highest = NEW.position;
  RETURN NEW;
END $$;

CREATE TRIGGER event_chain_at_end BEFORE INSERT ON event_chain FOR EACH ROW EXECUTE FUNCTION add_link();
CREATE TRIGGER event_chain_never_changed BEFORE UPDATE ON event_chain FOR EACH ROW EXECUTE FUNCTION refuse_log();
CREATE TRIGGER event_chain_never_deleted BEFORE DELETE ON event_chain FOR EACH ROW EXECUTE FUNCTION refuse_log();
CREATE TRIGGER event_chain_height_rises BEFORE UPDATE ON event_chain_height FOR EACH ROW
WHEN (NEW.highest < OLD.highest) EXECUTE FUNCTION refuse_log();
CREATE TRIGGER event_chain_height_stays BEFORE DELETE ON event_chain_height FOR EACH ROW EXECUTE FUNCTION refuse_log();
CREATE TRIGGER log_checks_never_changed BEFORE UPDATE ON log_checks FOR EACH ROW EXECUTE FUNCTION refuse_log();
CREATE TRIGGER log_checks_never_deleted BEFORE DELETE ON log_checks FOR EACH ROW EXECUTE FUNCTION refuse_log();

-- What is asked in a span of entries, a period at a time and the newest first. Each word of `wanted` has a `~` in front, for
-- the period that it was entered with. An index knows no places: `likely` has words anywhere that must stand in a row, and is
-- missing where it would be the same.
CREATE FUNCTION questions_in(wanted text, first_id bigint, last_id bigint)
RETURNS TABLE (newest bigint, oldest bigint, exact tsquery, likely tsquery) LANGUAGE plpgsql STABLE ROWS 10 AS $$
BEGIN
  SELECT min(id), max(id) INTO newest, oldest FROM search_entries WHERE id BETWEEN first_id AND last_id;
  IF newest IS NULL THEN RETURN; END IF;
  FOR number IN REVERSE (-newest >> 45)::integer .. (-oldest >> 45)::integer LOOP
    exact := replace(wanted, '~', CASE WHEN last_id <= -8000000000000000 THEN 'people' ELSE number::text END || '/');
    likely := CASE WHEN wanted LIKE '%<->%' THEN replace(querytree(exact), '<->', '&') END;
    RETURN NEXT;
  END LOOP;
END
$$;

-- The first ids in a span whose entries match, at most so many. The planner guesses how many match, and would read all entries
-- one by one for a rare word: it is left no way but the index. Where words must stand in a row, entries that have them anywhere
-- are looked into in their order, no further than it takes.
CREATE FUNCTION matching_entries(wanted text, first_id bigint, last_id bigint, most bigint) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  part record;
  found bigint;
BEGIN
  FOR part IN SELECT * FROM questions_in(wanted, first_id, last_id) LOOP
    IF part.likely IS NULL THEN
      RETURN QUERY SELECT hit.id FROM (SELECT id FROM search_entries WHERE tokens @@ part.exact OFFSET 0) AS hit
      WHERE hit.id BETWEEN part.newest AND part.oldest ORDER BY hit.id LIMIT most;
    ELSE
      RETURN QUERY SELECT hit.id FROM (
        SELECT held.id FROM (SELECT id FROM search_entries WHERE tokens @@ part.likely OFFSET 0) AS held
        WHERE held.id BETWEEN part.newest AND part.oldest ORDER BY held.id OFFSET 0) AS hit
      WHERE (SELECT tokens @@ part.exact FROM search_entries WHERE id = hit.id) LIMIT most;
    END IF;
    GET DIAGNOSTICS found = ROW_COUNT;
    most := most - found;
    EXIT WHEN most <= 0;
  END LOOP;
END
$$;

-- Whether any entry in a span matches: the first that is found will do.
CREATE FUNCTION has_matching_entry(wanted text, first_id bigint, last_id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  part record;
BEGIN
  FOR part IN SELECT * FROM questions_in(wanted, first_id, last_id) LOOP
    PERFORM FROM (SELECT id FROM search_entries WHERE tokens @@ part.exact OFFSET 0) AS hit
    WHERE hit.id BETWEEN part.newest AND part.oldest LIMIT 1;
    IF FOUND THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END
$$;

-- What readers find: `document` is the text that an entry's words stand in, `quoted` which of its quotes they are, and
-- `updates` what was told above it while crisis mode was on.
CREATE VIEW revision_marks AS
SELECT
  revisions.id AS revision_id,
  coalesce((SELECT string_agg(' t:' || topic_id, '' ORDER BY topic_id) FROM revision_topics WHERE revision_id = revisions.id), '') ||
    coalesce(' s:' || revisions.series_id, '') AS subjects,
  coalesce((SELECT string_agg(' p:' || person_id, '' ORDER BY person_id) FROM (
    SELECT person_id FROM revision_people WHERE revision_id = revisions.id
    UNION SELECT person_id FROM quotes WHERE revision_id = revisions.id AND person_id IS NOT NULL) AS named), '') AS people
FROM revisions;

CREATE VIEW release_entries AS
SELECT
  'release' AS noun, releases.id AS target_id, releases.id AS release_id,
  (extract(epoch FROM releases.publish_at) * 1000)::bigint AS at, releases.language,
  replace(revisions.title, chr(173), '') AS title,
  coalesce((SELECT string_agg(value, chr(10) ORDER BY place)
    FROM json_array_elements_text(revisions.lead) WITH ORDINALITY AS line (value, place)), '') AS lead,
  revisions.body::text AS document, NULL::integer AS quoted,
  (SELECT json_agg(texts ORDER BY at DESC, id DESC)::text FROM crisis_updates WHERE story_id = releases.story_id) AS updates,
  'k:' || revisions.kind || subjects || people AS marks
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN revision_marks ON revision_marks.revision_id = revisions.id
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
UNION ALL
SELECT
  'quote', coalesce(quotes.person_id, ''), releases.id,
  (extract(epoch FROM releases.publish_at) * 1000)::bigint, releases.language,
  '', coalesce(people.name, ''), revisions.body::text, quotes.position, NULL,
  'k:quote' || subjects || coalesce(' p:' || quotes.person_id, '')
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN revision_marks ON revision_marks.revision_id = revisions.id
JOIN quotes ON quotes.revision_id = revisions.id LEFT JOIN people ON people.id = quotes.person_id
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
UNION ALL
SELECT
  'document', media.id, releases.id,
  (extract(epoch FROM releases.publish_at) * 1000)::bigint, releases.language,
  coalesce(
    nullif(trim(media.title ->> releases.language), ''),
    (SELECT value FROM json_each_text(media.title) WHERE trim(value) <> '' LIMIT 1),
    media.filename),
  coalesce(media.caption ->> releases.language, '') || ' ' || media.filename, NULL, NULL, NULL,
  'k:document' || subjects
FROM releases JOIN revisions ON revisions.id = releases.live_revision_id
JOIN revision_marks ON revision_marks.revision_id = revisions.id
JOIN revision_media ON revision_media.revision_id = revisions.id
JOIN media ON media.id = revision_media.media_id AND media.width = 0
WHERE releases.publish_at IS NOT NULL AND releases.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'media' AND trash.target_id = media.id);

CREATE VIEW person_entries AS
SELECT
  people.id AS person_id,
  people.name AS title,
  coalesce((SELECT json_object_agg(language, words)::text FROM (
    SELECT language, string_agg(word, ', ' ORDER BY word) AS words FROM (
      SELECT title.key AS language, title.value AS word FROM roles, json_each_text(roles.title) AS title
        WHERE roles.person_id = people.id
          AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'organisation' AND trash.target_id = roles.organisation_id)
      UNION SELECT name.key, name.value
        FROM roles JOIN organisations ON organisations.id = roles.organisation_id, json_each_text(organisations.name) AS name
        WHERE roles.person_id = people.id
          AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'organisation' AND trash.target_id = roles.organisation_id)
    ) AS posts GROUP BY language) AS lines), '{}') AS lead,
  coalesce((SELECT json_object_agg(language, words)::text FROM (
    SELECT language, string_agg(word, chr(10) ORDER BY place) AS words FROM (
      SELECT 1 AS place, key AS language, value AS word FROM json_each_text(people.short_bio)
      UNION ALL SELECT 2, key, value FROM json_each_text(people.long_bio)
    ) AS lives GROUP BY language) AS lines), '{}') AS body,
  'k:person p:' || people.id ||
    coalesce((SELECT string_agg(' t:' || topic_id, '' ORDER BY topic_id) FROM person_topics WHERE person_id = people.id), '') AS marks
FROM people WHERE archived_at IS NULL AND NOT awaits_text;

-- `draft` marks a text for the studio's search; `release` and `person` mark what readers find.
CREATE FUNCTION mark_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO search_dirty VALUES ('draft', OLD.id), ('release', OLD.id);
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO search_dirty VALUES ('draft', NEW.id), ('release', NEW.id);
  ELSE
    INSERT INTO search_dirty VALUES (TG_ARGV[0], NEW.id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER search_release_insert AFTER INSERT ON releases FOR EACH ROW EXECUTE FUNCTION mark_release();
CREATE TRIGGER search_release_draft AFTER UPDATE OF draft_revision_id ON releases FOR EACH ROW EXECUTE FUNCTION mark_release('draft');
CREATE TRIGGER search_release_update AFTER UPDATE OF live_revision_id, publish_at, withdrawn_at ON releases FOR EACH ROW
WHEN (
  NEW.live_revision_id IS DISTINCT FROM OLD.live_revision_id OR NEW.publish_at IS DISTINCT FROM OLD.publish_at
  OR NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
EXECUTE FUNCTION mark_release('release');
CREATE TRIGGER search_release_delete AFTER DELETE ON releases FOR EACH ROW EXECUTE FUNCTION mark_release();

CREATE FUNCTION mark_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_dirty SELECT 'draft', NEW.release_id WHERE EXISTS (SELECT 1 FROM releases WHERE draft_revision_id = NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER search_revision_update AFTER UPDATE OF title, lead, body ON revisions FOR EACH ROW EXECUTE FUNCTION mark_revision();

CREATE FUNCTION mark_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE story_id = coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> 'story_id';
  RETURN NULL;
END $$;

CREATE TRIGGER search_crisis_update_insert AFTER INSERT ON crisis_updates FOR EACH ROW EXECUTE FUNCTION mark_updated();
CREATE TRIGGER search_crisis_update_update AFTER UPDATE OF texts ON crisis_updates FOR EACH ROW EXECUTE FUNCTION mark_updated();
CREATE TRIGGER search_crisis_update_delete AFTER DELETE ON crisis_updates FOR EACH ROW EXECUTE FUNCTION mark_updated();

CREATE FUNCTION mark_uses(media_id text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_dirty
    SELECT 'release', releases.id FROM media JOIN revision_media ON revision_media.media_id = media.id
    JOIN releases ON releases.live_revision_id = revision_media.revision_id
    WHERE media.id = $1 AND media.width = 0
$$;

CREATE FUNCTION mark_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pressrum.mark_uses(NEW.id); RETURN NULL; END $$;

CREATE TRIGGER search_media_update AFTER UPDATE OF title, caption, filename ON media FOR EACH ROW
WHEN (NEW.width = 0) EXECUTE FUNCTION mark_media();

-- A person is marked by the name of the column that holds their id.
CREATE FUNCTION mark_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO search_dirty VALUES ('person', to_jsonb(OLD) ->> TG_ARGV[0]); END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO search_dirty VALUES ('person', to_jsonb(NEW) ->> TG_ARGV[0]); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER search_person_insert AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION mark_person('id');
CREATE TRIGGER search_person_update AFTER UPDATE OF name, short_bio, long_bio, awaits_text, archived_at ON people FOR EACH ROW EXECUTE FUNCTION mark_person('id');
CREATE TRIGGER search_person_delete AFTER DELETE ON people FOR EACH ROW EXECUTE FUNCTION mark_person('id');
CREATE TRIGGER search_role_insert AFTER INSERT ON roles FOR EACH ROW EXECUTE FUNCTION mark_person('person_id');
CREATE TRIGGER search_role_update AFTER UPDATE ON roles FOR EACH ROW EXECUTE FUNCTION mark_person('person_id');
CREATE TRIGGER search_role_delete AFTER DELETE ON roles FOR EACH ROW EXECUTE FUNCTION mark_person('person_id');
CREATE TRIGGER search_person_topic_insert AFTER INSERT ON person_topics FOR EACH ROW EXECUTE FUNCTION mark_person('person_id');
CREATE TRIGGER search_person_topic_delete AFTER DELETE ON person_topics FOR EACH ROW EXECUTE FUNCTION mark_person('person_id');

-- A quote is found by who said it.
CREATE FUNCTION mark_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_dirty
    SELECT DISTINCT 'release', releases.id FROM quotes JOIN releases ON releases.live_revision_id = quotes.revision_id
    WHERE quotes.person_id = NEW.id;
  RETURN NULL; END $$;

CREATE TRIGGER search_person_renamed AFTER UPDATE OF name ON people FOR EACH ROW
WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION mark_quotes();

CREATE FUNCTION mark_members(organisation text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_dirty SELECT DISTINCT 'person', person_id FROM roles WHERE organisation_id = $1
$$;

CREATE FUNCTION mark_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pressrum.mark_members(NEW.id); RETURN NULL; END $$;

CREATE TRIGGER search_organisation_update AFTER UPDATE OF name ON organisations FOR EACH ROW EXECUTE FUNCTION mark_organisation();

CREATE FUNCTION mark_trash() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE thing trash := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF thing.noun = 'media' THEN PERFORM pressrum.mark_uses(thing.target_id); END IF;
  IF thing.noun = 'organisation' THEN PERFORM pressrum.mark_members(thing.target_id); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER search_trash_insert AFTER INSERT ON trash FOR EACH ROW EXECUTE FUNCTION mark_trash();
CREATE TRIGGER search_trash_delete AFTER DELETE ON trash FOR EACH ROW EXECUTE FUNCTION mark_trash();
