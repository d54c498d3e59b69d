CREATE FUNCTION raise_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE edition SET number = number + 1;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_live() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jsonb := to_jsonb(CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END);
BEGIN
  IF EXISTS (SELECT 1 FROM releases WHERE live_revision_id = changed ->> TG_ARGV[0]) THEN
    RAISE EXCEPTION 'a live revision never changes';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER edition_settings_insert AFTER INSERT ON settings FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_settings_update AFTER UPDATE ON settings FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_statements_insert AFTER INSERT ON statements FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_statements_update AFTER UPDATE ON statements FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_statements_delete AFTER DELETE ON statements FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_organisations_insert AFTER INSERT ON organisations FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_organisations_update AFTER UPDATE ON organisations FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_organisations_delete AFTER DELETE ON organisations FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_media_update AFTER UPDATE OF hash, filename, mime, bytes, width, height, renditions, file_version, alt, caption, title, credit, licence, terms, taken_at, digital_source_type, focal_x, focal_y ON media FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_people_insert AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_people_update AFTER UPDATE OF name, sort_name, slug, email, phone, links, short_bio, long_bio, speaks, press_contact, portrait_media_id, portrait_alt, portrait_basis, portrait_until, portrait_hidden, archived_at ON people FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_people_delete AFTER DELETE ON people FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_roles_insert AFTER INSERT ON roles FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_roles_update AFTER UPDATE ON roles FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_roles_delete AFTER DELETE ON roles FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_person_topics_insert AFTER INSERT ON person_topics FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_person_topics_update AFTER UPDATE ON person_topics FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_person_topics_delete AFTER DELETE ON person_topics FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_topic_texts_insert AFTER INSERT ON topic_texts FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_topic_texts_update AFTER UPDATE ON topic_texts FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_topic_texts_delete AFTER DELETE ON topic_texts FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_series_texts_insert AFTER INSERT ON series_texts FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_series_texts_update AFTER UPDATE ON series_texts FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_series_texts_delete AFTER DELETE ON series_texts FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_releases_update AFTER UPDATE OF slug, live_revision_id, publish_at, revised_at, withdrawn_at, withdrawn_reason, redirect_to_id ON releases FOR EACH ROW WHEN (NEW.live_revision_id IS NOT NULL OR OLD.live_revision_id IS NOT NULL) EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_corrections_insert AFTER INSERT ON corrections FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_corrections_update AFTER UPDATE ON corrections FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_corrections_delete AFTER DELETE ON corrections FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_trash_insert AFTER INSERT ON trash FOR EACH ROW WHEN (NEW.noun <> 'release') EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_trash_delete AFTER DELETE ON trash FOR EACH ROW WHEN (OLD.noun <> 'release') EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_deleted_releases_insert AFTER INSERT ON deleted_releases FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_redirects_insert AFTER INSERT ON redirects FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_redirects_update AFTER UPDATE ON redirects FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER edition_redirects_delete AFTER DELETE ON redirects FOR EACH ROW EXECUTE FUNCTION raise_edition();
--> statement-breakpoint
CREATE TRIGGER live_revision_update BEFORE UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_live('id');
--> statement-breakpoint
CREATE TRIGGER live_revision_delete BEFORE DELETE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_live('id');
--> statement-breakpoint
CREATE TRIGGER live_revision_topics_insert BEFORE INSERT ON revision_topics FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_revision_topics_delete BEFORE DELETE ON revision_topics FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_revision_people_insert BEFORE INSERT ON revision_people FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_revision_people_delete BEFORE DELETE ON revision_people FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_revision_contacts_insert BEFORE INSERT ON revision_contacts FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_revision_contacts_delete BEFORE DELETE ON revision_contacts FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_revision_media_insert BEFORE INSERT ON revision_media FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_revision_media_delete BEFORE DELETE ON revision_media FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_quotes_insert BEFORE INSERT ON quotes FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
CREATE TRIGGER live_quotes_delete BEFORE DELETE ON quotes FOR EACH ROW EXECUTE FUNCTION refuse_live('revision_id');
--> statement-breakpoint
INSERT INTO edition (id, number) VALUES (1, 1);
