ALTER TABLE `media` ADD `file_credit` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `file_credit_field` text DEFAULT '' NOT NULL;