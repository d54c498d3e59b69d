CREATE TABLE "calendar_links" (
	"user_id" text collate "C" PRIMARY KEY NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"desk_number" boolean DEFAULT false NOT NULL,
	"asked_person_id" text collate "C",
	"asked_by" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rota" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"hours" json NOT NULL,
	"fallback_phone" text collate "C" DEFAULT '' NOT NULL,
	"fallback_text" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "planned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "calendar_links" ADD CONSTRAINT "calendar_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_asked_person_id_people_id_fk" FOREIGN KEY ("asked_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duties_starts" ON "duties" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "duties_ends" ON "duties" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "duties_person" ON "duties" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "duties_asked" ON "duties" USING btree ("asked_person_id");--> statement-breakpoint
CREATE INDEX "releases_planned" ON "releases" USING btree ("planned_at");