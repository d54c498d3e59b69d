CREATE TABLE `scheduled_changes` (
	`release_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`at` integer NOT NULL,
	`correction` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scheduled_changes_at` ON `scheduled_changes` (`at`);