-- The edition: one number, raised in the same transaction as any change a reader could see.
-- Draft saves are not here, so writing leaves every stored page good.
INSERT INTO edition (id, number) VALUES (1, 1);
--> statement-breakpoint
CREATE TRIGGER edition_settings_insert AFTER INSERT ON settings BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_settings_update AFTER UPDATE ON settings BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_organisations_insert AFTER INSERT ON organisations BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_organisations_update AFTER UPDATE ON organisations BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_organisations_delete AFTER DELETE ON organisations BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_roles_insert AFTER INSERT ON roles BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_roles_update AFTER UPDATE ON roles BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_roles_delete AFTER DELETE ON roles BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_topic_texts_insert AFTER INSERT ON topic_texts BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_topic_texts_update AFTER UPDATE ON topic_texts BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_topic_texts_delete AFTER DELETE ON topic_texts BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_person_topics_insert AFTER INSERT ON person_topics BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_person_topics_update AFTER UPDATE ON person_topics BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_person_topics_delete AFTER DELETE ON person_topics BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_corrections_insert AFTER INSERT ON corrections BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_corrections_update AFTER UPDATE ON corrections BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_corrections_delete AFTER DELETE ON corrections BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_redirects_insert AFTER INSERT ON redirects BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_redirects_update AFTER UPDATE ON redirects BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_redirects_delete AFTER DELETE ON redirects BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_people_insert AFTER INSERT ON people BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_people_delete AFTER DELETE ON people BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_people_update AFTER UPDATE OF name, sort_name, slug, email, phone, links, short_bio, long_bio, speaks, press_contact, portrait_media_id, portrait_alt, portrait_until, portrait_hidden, archived_at ON people BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_media_update AFTER UPDATE OF hash, filename, mime, bytes, width, height, renditions, alt, caption, credit, licence, focal_x, focal_y ON media BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_releases_update AFTER UPDATE OF slug, live_revision_id, publish_at, revised_at, withdrawn_at, withdrawn_reason, redirect_to_id ON releases WHEN NEW.live_revision_id IS NOT NULL OR OLD.live_revision_id IS NOT NULL BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
-- A revision that readers see never changes: to change what they see, publish another.
CREATE TRIGGER live_revision_update BEFORE UPDATE ON revisions WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_delete BEFORE DELETE ON revisions WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_topics_insert BEFORE INSERT ON revision_topics WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_topics_delete BEFORE DELETE ON revision_topics WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_people_insert BEFORE INSERT ON revision_people WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_people_delete BEFORE DELETE ON revision_people WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_contacts_insert BEFORE INSERT ON revision_contacts WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_contacts_delete BEFORE DELETE ON revision_contacts WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_media_insert BEFORE INSERT ON revision_media WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_revision_media_delete BEFORE DELETE ON revision_media WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_quotes_insert BEFORE INSERT ON quotes WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER live_quotes_delete BEFORE DELETE ON quotes WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id) BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
