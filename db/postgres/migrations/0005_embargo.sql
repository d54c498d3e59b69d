CREATE TABLE "embargo_links" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"outlet" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"terms" text collate "C" NOT NULL,
	"token_hash" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"former_at" timestamp (3) with time zone,
	"greeting" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "embargo_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "out_together" (
	"release_id" text collate "C" PRIMARY KEY NOT NULL,
	"group_id" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "embargo_links" ADD CONSTRAINT "embargo_links_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_links" ADD CONSTRAINT "embargo_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "out_together" ADD CONSTRAINT "out_together_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "embargo_links_release" ON "embargo_links" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "out_together_group" ON "out_together" USING btree ("group_id");