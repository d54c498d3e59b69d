CREATE TABLE "crisis_pauses" (
	"release_id" text collate "C" PRIMARY KEY NOT NULL,
	"story_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "crisis_statements" (
	"story_id" text collate "C" PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone,
	"started_by" text collate "C",
	"ended_at" timestamp (3) with time zone,
	"promised_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "crisis_updates" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"story_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"texts" json NOT NULL,
	"wrong" json DEFAULT '{}'::json NOT NULL,
	"corrected_at" timestamp (3) with time zone,
	"created_by" text collate "C"
);
--> statement-breakpoint
ALTER TABLE "crisis_pauses" ADD CONSTRAINT "crisis_pauses_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_pauses" ADD CONSTRAINT "crisis_pauses_story_id_crisis_statements_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."crisis_statements"("story_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_statements" ADD CONSTRAINT "crisis_statements_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_statements" ADD CONSTRAINT "crisis_statements_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_updates" ADD CONSTRAINT "crisis_updates_story_id_crisis_statements_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."crisis_statements"("story_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_updates" ADD CONSTRAINT "crisis_updates_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "crisis_updates_story" ON "crisis_updates" USING btree ("story_id","at");