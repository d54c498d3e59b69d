ALTER TABLE `users` ADD `openid_subject` text;--> statement-breakpoint
ALTER TABLE `users` ADD `openid_refused_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `former_address` text;--> statement-breakpoint
CREATE UNIQUE INDEX `users_openidSubject_unique` ON `users` (`openid_subject`);