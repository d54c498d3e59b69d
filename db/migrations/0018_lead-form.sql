ALTER TABLE `revisions` ADD `lead_form` text DEFAULT 'points' NOT NULL;
--> statement-breakpoint
-- A lead of one point was shown as a paragraph until now. What readers have seen stays as it is, and now says so itself.
DROP TRIGGER live_revision_update;
--> statement-breakpoint
UPDATE revisions SET lead_form = 'paragraph' WHERE json_array_length(lead) = 1;
--> statement-breakpoint
CREATE TRIGGER live_revision_update BEFORE UPDATE ON revisions
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
--> statement-breakpoint
-- A portrait without a legal basis is not shown, so a page changes with it.
DROP TRIGGER edition_people_update;
--> statement-breakpoint
CREATE TRIGGER edition_people_update AFTER UPDATE OF
  name, sort_name, slug, email, phone, links, short_bio, long_bio, speaks, press_contact,
  portrait_media_id, portrait_alt, portrait_basis, portrait_until, portrait_hidden, archived_at
ON people
BEGIN UPDATE edition SET number = number + 1; END;
