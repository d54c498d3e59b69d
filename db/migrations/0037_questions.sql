CREATE TABLE `question_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`author_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_entries_question` ON `question_entries` (`question_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`language` text NOT NULL,
	`release_id` text,
	`text` text NOT NULL,
	`name` text NOT NULL,
	`outlet` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`deadline` integer NOT NULL,
	`created_at` integer NOT NULL,
	`entered_by` text,
	`held_by` text,
	`held_since` integer,
	`closed_at` integer,
	`closed_by` text,
	`closing` text,
	`closing_reason` text DEFAULT '' NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_number_unique` ON `questions` (`number`);--> statement-breakpoint
CREATE INDEX `questions_open` ON `questions` (`closed_at`,`deadline`);--> statement-breakpoint
CREATE INDEX `questions_erase` ON `questions` (`erased_at`,`closed_at`);--> statement-breakpoint
CREATE INDEX `questions_release` ON `questions` (`release_id`);--> statement-breakpoint
CREATE INDEX `questions_email` ON `questions` (`email`);--> statement-breakpoint
ALTER TABLE `settings` ADD `questions` text DEFAULT '{"isOpen":false,"replyTo":"desk","keptDays":90}' NOT NULL;