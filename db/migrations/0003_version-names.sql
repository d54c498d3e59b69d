CREATE TABLE `revision_names` (
	`revision_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`named_at` integer NOT NULL,
	`named_by` text,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revisions_history` ON `revisions` (`release_id`,`saved_at`,`number`);