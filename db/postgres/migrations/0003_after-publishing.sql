ALTER TABLE "corrections" ADD COLUMN "kind" text collate "C" DEFAULT 'correction' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "wrong" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "replaced_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD COLUMN "kind" text collate "C" DEFAULT 'small' NOT NULL;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD COLUMN "wrong" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "corrections_at" ON "corrections" USING btree ("kind","at");--> statement-breakpoint
UPDATE "releases" SET "replaced_at" = "revised_at";--> statement-breakpoint
UPDATE "scheduled_changes" SET "kind" = 'correction' WHERE "correction" <> '';
