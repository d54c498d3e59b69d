ALTER TABLE `media` ADD `digital_source_type` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `written_caption` text;
--> statement-breakpoint
DROP TRIGGER edition_media_update;
--> statement-breakpoint
CREATE TRIGGER edition_media_update AFTER UPDATE OF hash, filename, mime, bytes, width, height, renditions, file_version, alt, caption, title, credit, licence, terms, taken_at, digital_source_type, focal_x, focal_y ON media BEGIN UPDATE edition SET number = number + 1; END;
