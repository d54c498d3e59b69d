CREATE TABLE `sign_off_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`sign_off_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`answer` text NOT NULL,
	`hash` text NOT NULL,
	`quote` text,
	`anchor` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`sign_off_id`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_off_answers_of` ON `sign_off_answers` (`sign_off_id`);--> statement-breakpoint
CREATE INDEX `sign_off_answers_revision` ON `sign_off_answers` (`revision_id`);--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`name` text NOT NULL,
	`person_id` text,
	`email` text NOT NULL,
	`greeting` text NOT NULL,
	`token_hash` text,
	`reminder_hash` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`reminded_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_tokenHash_unique` ON `sign_offs` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_reminderHash_unique` ON `sign_offs` (`reminder_hash`);--> statement-breakpoint
CREATE INDEX `sign_offs_release` ON `sign_offs` (`release_id`);--> statement-breakpoint
CREATE INDEX `sign_offs_expire` ON `sign_offs` (`expires_at`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`author_id` text,
	`link_id` text,
	`sign_off_id` text,
	`guest_name` text NOT NULL,
	`anchor` text NOT NULL,
	`before` text NOT NULL,
	`words` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`outcome` text,
	`settled_at` integer,
	`settled_by` text,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `preview_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sign_off_id`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suggestions_release` ON `suggestions` (`release_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `suggestions_revision` ON `suggestions` (`revision_id`);