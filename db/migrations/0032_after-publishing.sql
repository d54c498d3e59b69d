CREATE TABLE `published_versions` (
	`release_id` text NOT NULL,
	`number` integer NOT NULL,
	`revision_id` text NOT NULL,
	`at` integer NOT NULL,
	`removed_at` integer,
	`removed_reason` text,
	PRIMARY KEY(`release_id`, `number`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `published_versions_revision` ON `published_versions` (`revision_id`);--> statement-breakpoint
CREATE TABLE `review_dates` (
	`release_id` text PRIMARY KEY NOT NULL,
	`on` text NOT NULL,
	`note` text NOT NULL,
	`set_by` text NOT NULL,
	`told_at` integer,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_dates_due` ON `review_dates` (`told_at`,`on`);--> statement-breakpoint
ALTER TABLE `settings` ADD `ai_disclosure` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `corrections` ADD `kind` text DEFAULT 'correction' NOT NULL;--> statement-breakpoint
ALTER TABLE `corrections` ADD `wrong` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `corrections_at` ON `corrections` (`kind`,`at`);--> statement-breakpoint
ALTER TABLE `releases` ADD `replaced_at` integer;--> statement-breakpoint
ALTER TABLE `revisions` ADD `ai` text;--> statement-breakpoint
ALTER TABLE `scheduled_changes` ADD `kind` text DEFAULT 'small' NOT NULL;--> statement-breakpoint
ALTER TABLE `scheduled_changes` ADD `wrong` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `releases` SET `replaced_at` = `revised_at`;--> statement-breakpoint
UPDATE `scheduled_changes` SET `kind` = 'correction' WHERE `correction` <> '';--> statement-breakpoint
INSERT INTO `published_versions` (`release_id`, `number`, `revision_id`, `at`)
  SELECT `id`, 1, `live_revision_id`, coalesce(`revised_at`, `publish_at`) FROM `releases`
  WHERE `live_revision_id` IS NOT NULL AND `publish_at` IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER edition_published_versions_insert AFTER INSERT ON published_versions
BEGIN UPDATE edition SET number = number + 1; END;--> statement-breakpoint
CREATE TRIGGER edition_published_versions_update AFTER UPDATE ON published_versions
BEGIN UPDATE edition SET number = number + 1; END;--> statement-breakpoint
CREATE TRIGGER edition_published_versions_delete AFTER DELETE ON published_versions
BEGIN UPDATE edition SET number = number + 1; END;--> statement-breakpoint
CREATE TRIGGER edition_review_steps_insert AFTER INSERT ON review_steps
WHEN NEW.step IN ('approve', 'publish')
BEGIN UPDATE edition SET number = number + 1; END;--> statement-breakpoint
CREATE TRIGGER edition_review_steps_delete AFTER DELETE ON review_steps
WHEN OLD.step IN ('approve', 'publish')
BEGIN UPDATE edition SET number = number + 1; END;--> statement-breakpoint
CREATE TRIGGER edition_users_update AFTER UPDATE OF
  name
ON users
WHEN NEW.name <> OLD.name
BEGIN UPDATE edition SET number = number + 1; END;
