CREATE TABLE "link_checks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"url" text collate "C" NOT NULL,
	"asked_on" text collate "C" DEFAULT '' NOT NULL,
	"failed_nights" integer DEFAULT 0 NOT NULL,
	"failed_since" text collate "C" DEFAULT '' NOT NULL,
	"status" integer,
	"moved_to" text collate "C" DEFAULT '' NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "link_places" (
	"noun" text collate "C" NOT NULL,
	"target_id" text collate "C" NOT NULL,
	"link_id" text collate "C" NOT NULL,
	CONSTRAINT "link_places_noun_target_id_link_id_pk" PRIMARY KEY("noun","target_id","link_id")
);
--> statement-breakpoint
ALTER TABLE "link_places" ADD CONSTRAINT "link_places_link_id_link_checks_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."link_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_checks_failed" ON "link_checks" USING btree ("failed_nights","asked_on");--> statement-breakpoint
CREATE INDEX "link_places_link" ON "link_places" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "releases_published" ON "releases" USING btree ("publish_at","id");