ALTER TABLE `media` ADD `file_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `title` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `taken_at` text;--> statement-breakpoint
-- What readers see of a file in the library has grown: the edition follows it.
DROP TRIGGER edition_media_update;
--> statement-breakpoint
CREATE TRIGGER edition_media_update AFTER UPDATE OF hash, filename, mime, bytes, width, height, renditions, file_version, alt, caption, title, credit, licence, terms, taken_at, focal_x, focal_y ON media BEGIN UPDATE edition SET number = number + 1; END;
