CREATE TABLE `first_steps` (
	`id` integer PRIMARY KEY NOT NULL,
	`ended_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comment_reads` (
	`user_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `comment_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_reads_comment` ON `comment_reads` (`comment_id`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `stub` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `stub` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `series` ADD `stub` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `stub` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `first_steps_hidden_at` integer;--> statement-breakpoint
-- Nobody is told now of what has been said before: it stood beside the text all the time.
INSERT INTO `comment_reads` (`user_id`, `comment_id`, `at`)
SELECT `users`.`id`, `comments`.`id`, `comments`.`created_at` FROM `comments` CROSS JOIN `users`
WHERE `users`.`removed_at` IS NULL;
