CREATE TABLE `calendar_links` (
	`user_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_links_tokenHash_unique` ON `calendar_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`desk_number` integer DEFAULT false NOT NULL,
	`asked_person_id` text,
	`asked_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duties_starts` ON `duties` (`starts_at`);--> statement-breakpoint
CREATE INDEX `duties_ends` ON `duties` (`ends_at`);--> statement-breakpoint
CREATE INDEX `duties_person` ON `duties` (`person_id`);--> statement-breakpoint
CREATE INDEX `duties_asked` ON `duties` (`asked_person_id`);--> statement-breakpoint
CREATE TABLE `rota` (
	`id` text PRIMARY KEY NOT NULL,
	`hours` text NOT NULL,
	`fallback_phone` text DEFAULT '' NOT NULL,
	`fallback_text` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE `releases` ADD `planned_at` integer;--> statement-breakpoint
CREATE INDEX `releases_planned` ON `releases` (`planned_at`);--> statement-breakpoint
CREATE TRIGGER edition_duties_insert AFTER INSERT ON duties BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_duties_update AFTER UPDATE OF person_id, starts_at, ends_at, desk_number ON duties BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_duties_delete AFTER DELETE ON duties BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_rota_insert AFTER INSERT ON rota BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_rota_update AFTER UPDATE OF fallback_phone, fallback_text ON rota BEGIN UPDATE edition SET number = number + 1; END;