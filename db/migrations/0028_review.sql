CREATE TABLE `review_steps` (
	`release_id` text NOT NULL,
	`number` integer NOT NULL,
	`step` text NOT NULL,
	`revision_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`note` text NOT NULL,
	`reviewer_id` text,
	`due_at` integer,
	PRIMARY KEY(`release_id`, `number`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_steps_revision` ON `review_steps` (`revision_id`);--> statement-breakpoint
ALTER TABLE `settings` ADD `two_pairs_of_eyes` integer DEFAULT false NOT NULL;