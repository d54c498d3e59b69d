DROP INDEX `releases_live`;--> statement-breakpoint
CREATE INDEX `releases_live` ON `releases` (`language`,`publish_at`,`id`);