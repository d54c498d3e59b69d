ALTER TABLE `corrections` ADD `kind` text DEFAULT 'correction' NOT NULL;--> statement-breakpoint
ALTER TABLE `corrections` ADD `wrong` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `corrections_at` ON `corrections` (`kind`,`at`);--> statement-breakpoint
ALTER TABLE `releases` ADD `replaced_at` integer;--> statement-breakpoint
ALTER TABLE `scheduled_changes` ADD `kind` text DEFAULT 'small' NOT NULL;--> statement-breakpoint
ALTER TABLE `scheduled_changes` ADD `wrong` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `releases` SET `replaced_at` = `revised_at`;--> statement-breakpoint
UPDATE `scheduled_changes` SET `kind` = 'correction' WHERE `correction` <> '';
