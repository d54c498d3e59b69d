CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`former_revision_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `announcements_at` ON `announcements` (`at`);--> statement-breakpoint
CREATE INDEX `announcements_release` ON `announcements` (`release_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`last_error` text DEFAULT '' NOT NULL,
	`delivered_at` integer,
	`given_up_at` integer
);
--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`kind`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `deliveries_subject` ON `deliveries` (`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_once` ON `deliveries` (`kind`,`recipient`,`subject_id`);
--> statement-breakpoint
-- What was scheduled before there was anybody to tell.
INSERT INTO announcements (id, release_id, at)
  SELECT lower(hex(randomblob(16))), id, publish_at FROM releases
  WHERE live_revision_id IS NOT NULL AND withdrawn_at IS NULL AND publish_at > unixepoch() * 1000;
