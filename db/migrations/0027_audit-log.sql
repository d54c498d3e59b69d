CREATE TABLE `event_chain` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` text NOT NULL,
	`contents_hash` text NOT NULL,
	`origin_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_chain_eventId_unique` ON `event_chain` (`event_id`);--> statement-breakpoint
CREATE TABLE `log_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`posts` integer NOT NULL,
	`hash` text NOT NULL,
	`broken_at` integer,
	`problem` text
);
--> statement-breakpoint
CREATE INDEX `log_checks_at` ON `log_checks` (`at`);--> statement-breakpoint
ALTER TABLE `events` ADD `actor_kind` text;--> statement-breakpoint
ALTER TABLE `events` ADD `actor_name` text;--> statement-breakpoint
ALTER TABLE `events` ADD `address` text;--> statement-breakpoint
ALTER TABLE `events` ADD `name` text;--> statement-breakpoint
ALTER TABLE `events` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `events` ADD `salt` text;--> statement-breakpoint
ALTER TABLE `events` ADD `origin_salt` text;--> statement-breakpoint
ALTER TABLE `events` ADD `erased_at` integer;--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `events_noun` ON `events` (`noun`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `events_verb` ON `events` (`verb`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `events_name` ON `events` (`name`);--> statement-breakpoint
-- The audit log is only added to. A row that takes another's place would be a change too, and no trigger sees it go.
CREATE TRIGGER events_once BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
-- What is personal can be blanked, all of what was done or all of who did it, and nothing else of the row changes with it.
CREATE TRIGGER events_only_blanked BEFORE UPDATE ON events
WHEN NOT (
  NEW.id IS OLD.id AND NEW.at IS OLD.at AND NEW.actor_id IS OLD.actor_id AND NEW.actor_kind IS OLD.actor_kind
  AND NEW.verb IS OLD.verb AND NEW.noun IS OLD.noun AND NEW.target_id IS OLD.target_id
  AND NEW.erased_at IS NOT NULL AND (OLD.erased_at IS NULL OR OLD.erased_at <= NEW.erased_at)
  AND (
    (NEW.salt IS NULL AND NEW.name IS NULL AND NEW.details IS NULL AND NEW.changes IS NULL)
    OR (NEW.salt IS OLD.salt AND NEW.name IS OLD.name AND NEW.details IS OLD.details AND NEW.changes IS OLD.changes)
  )
  AND (
    (NEW.origin_salt IS NULL AND NEW.actor_name IS NULL AND NEW.address IS NULL)
    OR (NEW.origin_salt IS OLD.origin_salt AND NEW.actor_name IS OLD.actor_name AND NEW.address IS OLD.address)
  )
)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER event_chain_at_end BEFORE INSERT ON event_chain
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event_chain)
  OR EXISTS (SELECT 1 FROM event_chain WHERE event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER event_chain_never_changed BEFORE UPDATE ON event_chain
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER event_chain_never_deleted BEFORE DELETE ON event_chain
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER log_checks_never_changed BEFORE UPDATE ON log_checks
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER log_checks_never_deleted BEFORE DELETE ON log_checks
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
