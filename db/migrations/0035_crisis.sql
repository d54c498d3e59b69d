CREATE TABLE `crisis_pauses` (
	`release_id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`story_id`) REFERENCES `crisis_statements`(`story_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `crisis_statements` (
	`story_id` text PRIMARY KEY NOT NULL,
	`started_at` integer,
	`started_by` text,
	`ended_at` integer,
	`promised_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`started_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `crisis_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`story_id` text NOT NULL,
	`at` integer NOT NULL,
	`texts` text NOT NULL,
	`wrong` text DEFAULT '{}' NOT NULL,
	`corrected_at` integer,
	`created_by` text,
	FOREIGN KEY (`story_id`) REFERENCES `crisis_statements`(`story_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `crisis_updates_story` ON `crisis_updates` (`story_id`,`at`);--> statement-breakpoint
CREATE TRIGGER edition_crisis_statements_update AFTER UPDATE ON crisis_statements BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_crisis_updates_insert AFTER INSERT ON crisis_updates BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_crisis_updates_update AFTER UPDATE ON crisis_updates BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_crisis_updates_delete AFTER DELETE ON crisis_updates BEGIN UPDATE edition SET number = number + 1; END;