CREATE TABLE `meeting_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_messages_release` ON `meeting_messages` (`release_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `meeting_sign_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`name` text NOT NULL,
	`outlet` text NOT NULL,
	`email` text NOT NULL,
	`way` text NOT NULL,
	`wishes` text NOT NULL,
	`press_card` text NOT NULL,
	`created_at` integer NOT NULL,
	`seated_at` integer,
	`cancelled_at` integer,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_sign_ups_release` ON `meeting_sign_ups` (`release_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `meeting_sign_ups_email` ON `meeting_sign_ups` (`email`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`release_id` text PRIMARY KEY NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`place` text NOT NULL,
	`stream` text NOT NULL,
	`seats` integer,
	`sequence` integer DEFAULT 0 NOT NULL,
	`cancelled_at` integer,
	`greeting` text DEFAULT '' NOT NULL,
	`former` text,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_closes` ON `meetings` (`closes_at`);--> statement-breakpoint
CREATE INDEX `meetings_ends` ON `meetings` (`ends_at`);--> statement-breakpoint
ALTER TABLE `revisions` ADD `meeting` text;--> statement-breakpoint
ALTER TABLE `revisions` ADD `meets_on` text;--> statement-breakpoint
CREATE INDEX `revisions_meets` ON `revisions` (`meets_on`);--> statement-breakpoint
CREATE TRIGGER edition_meetings_insert AFTER INSERT ON meetings
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_meetings_update AFTER UPDATE ON meetings
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_meetings_delete AFTER DELETE ON meetings
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_meeting_sign_ups_insert AFTER INSERT ON meeting_sign_ups
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_meeting_sign_ups_update AFTER UPDATE OF way, seated_at, cancelled_at ON meeting_sign_ups
BEGIN UPDATE edition SET number = number + 1; END;
--> statement-breakpoint
CREATE TRIGGER edition_meeting_sign_ups_delete AFTER DELETE ON meeting_sign_ups
BEGIN UPDATE edition SET number = number + 1; END;
