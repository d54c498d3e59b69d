CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`handled_at` integer,
	`handled_by` text,
	FOREIGN KEY (`handled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_created` ON `feedback` (`created_at`);--> statement-breakpoint
CREATE TABLE `statements` (
	`kind` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `translations` (
	`release_id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`seen` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER edition_statements_insert AFTER INSERT ON statements BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_statements_update AFTER UPDATE ON statements BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_statements_delete AFTER DELETE ON statements BEGIN UPDATE edition SET number = number + 1; END;
