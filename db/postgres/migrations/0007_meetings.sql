CREATE TABLE "meeting_messages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_sign_ups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"outlet" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"way" text collate "C" NOT NULL,
	"wishes" text collate "C" NOT NULL,
	"press_card" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seated_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"release_id" text collate "C" PRIMARY KEY NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"place" text collate "C" NOT NULL,
	"stream" text collate "C" NOT NULL,
	"seats" integer,
	"sequence" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"greeting" text collate "C" DEFAULT '' NOT NULL,
	"former" json
);
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "meeting" json;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "meets_on" text collate "C";--> statement-breakpoint
ALTER TABLE "meeting_messages" ADD CONSTRAINT "meeting_messages_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_messages" ADD CONSTRAINT "meeting_messages_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_sign_ups" ADD CONSTRAINT "meeting_sign_ups_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_messages_release" ON "meeting_messages" USING btree ("release_id","created_at");--> statement-breakpoint
CREATE INDEX "meeting_sign_ups_release" ON "meeting_sign_ups" USING btree ("release_id","created_at");--> statement-breakpoint
CREATE INDEX "meeting_sign_ups_email" ON "meeting_sign_ups" USING btree ("email");--> statement-breakpoint
CREATE INDEX "meetings_closes" ON "meetings" USING btree ("closes_at");--> statement-breakpoint
CREATE INDEX "meetings_ends" ON "meetings" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "revisions_meets" ON "revisions" USING btree ("meets_on");