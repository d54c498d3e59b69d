CREATE TABLE `link_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`asked_on` text DEFAULT '' NOT NULL,
	`failed_nights` integer DEFAULT 0 NOT NULL,
	`failed_since` text DEFAULT '' NOT NULL,
	`status` integer,
	`moved_to` text DEFAULT '' NOT NULL,
	`left_at` integer
);
--> statement-breakpoint
CREATE INDEX `link_checks_failed` ON `link_checks` (`failed_nights`,`asked_on`);--> statement-breakpoint
CREATE TABLE `link_places` (
	`noun` text NOT NULL,
	`target_id` text NOT NULL,
	`link_id` text NOT NULL,
	PRIMARY KEY(`noun`, `target_id`, `link_id`),
	FOREIGN KEY (`link_id`) REFERENCES `link_checks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `link_places_link` ON `link_places` (`link_id`);--> statement-breakpoint
CREATE INDEX `releases_published` ON `releases` (`publish_at`,`id`);