CREATE TABLE `presences` (
	`release_id` text NOT NULL,
	`user_id` text NOT NULL,
	`window_id` text NOT NULL,
	`since` integer NOT NULL,
	`writing_since` integer,
	`place` integer,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`release_id`, `user_id`, `window_id`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
