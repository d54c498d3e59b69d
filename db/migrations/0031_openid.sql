ALTER TABLE `users` ADD `openid_subject` text;--> statement-breakpoint
ALTER TABLE `users` ADD `openid_refused_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `former_address` text;--> statement-breakpoint
CREATE UNIQUE INDEX `users_openidSubject_unique` ON `users` (`openid_subject`);--> statement-breakpoint
CREATE INDEX `releases_live_kinds` ON `releases` (`language`,`publish_at`,`withdrawn_at`,`live_revision_id`);--> statement-breakpoint
CREATE INDEX `revisions_kind` ON `revisions` (`id`,`kind`);