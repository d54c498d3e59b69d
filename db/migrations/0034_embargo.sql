CREATE TABLE `embargo_links` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`name` text NOT NULL,
	`outlet` text NOT NULL,
	`email` text NOT NULL,
	`terms` text NOT NULL,
	`token_hash` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer,
	`accepted_at` integer,
	`revoked_at` integer,
	`cancelled_at` integer,
	`former_at` integer,
	`greeting` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `embargo_links_tokenHash_unique` ON `embargo_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `embargo_links_release` ON `embargo_links` (`release_id`);--> statement-breakpoint
CREATE TABLE `out_together` (
	`release_id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `out_together_group` ON `out_together` (`group_id`);