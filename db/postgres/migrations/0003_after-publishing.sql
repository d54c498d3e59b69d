CREATE TABLE "published_versions" (
	"release_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"revision_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_reason" text collate "C",
	CONSTRAINT "published_versions_release_id_number_pk" PRIMARY KEY("release_id","number")
);
--> statement-breakpoint
CREATE TABLE "review_dates" (
	"release_id" text collate "C" PRIMARY KEY NOT NULL,
	"on" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"set_by" text collate "C" NOT NULL,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "ai_disclosure" text collate "C" DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "kind" text collate "C" DEFAULT 'correction' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "wrong" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "replaced_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "ai" json;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD COLUMN "kind" text collate "C" DEFAULT 'small' NOT NULL;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD COLUMN "wrong" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "published_versions" ADD CONSTRAINT "published_versions_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_versions" ADD CONSTRAINT "published_versions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_dates" ADD CONSTRAINT "review_dates_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_dates" ADD CONSTRAINT "review_dates_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_versions_revision" ON "published_versions" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "review_dates_due" ON "review_dates" USING btree ("told_at","on");--> statement-breakpoint
CREATE INDEX "corrections_at" ON "corrections" USING btree ("kind","at");--> statement-breakpoint
UPDATE "releases" SET "replaced_at" = "revised_at";--> statement-breakpoint
UPDATE "scheduled_changes" SET "kind" = 'correction' WHERE "correction" <> '';--> statement-breakpoint
INSERT INTO "published_versions" ("release_id", "number", "revision_id", "at")
  SELECT "id", 1, "live_revision_id", coalesce("revised_at", "publish_at") FROM "releases"
  WHERE "live_revision_id" IS NOT NULL AND "publish_at" IS NOT NULL;
