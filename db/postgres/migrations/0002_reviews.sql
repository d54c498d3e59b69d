CREATE TABLE "notifications" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"comment_id" text collate "C",
	"actor_id" text collate "C",
	"guest_name" text collate "C" DEFAULT '' NOT NULL,
	"note" text collate "C" DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mail_at" timestamp (3) with time zone,
	"mail_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "review_steps" (
	"release_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"step" text collate "C" NOT NULL,
	"revision_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"reviewer_id" text collate "C",
	"due_at" timestamp (3) with time zone,
	CONSTRAINT "review_steps_release_id_number_pk" PRIMARY KEY("release_id","number")
);
--> statement-breakpoint
CREATE TABLE "sign_off_answers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"sign_off_id" text collate "C" NOT NULL,
	"revision_id" text collate "C" NOT NULL,
	"answer" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	"quote" json,
	"anchor" json,
	"reason" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"email" text collate "C" NOT NULL,
	"greeting" text collate "C" NOT NULL,
	"token_hash" text collate "C",
	"reminder_hash" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "sign_offs_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "sign_offs_reminderHash_unique" UNIQUE("reminder_hash")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"revision_id" text collate "C" NOT NULL,
	"author_id" text collate "C",
	"link_id" text collate "C",
	"sign_off_id" text collate "C",
	"guest_name" text collate "C" NOT NULL,
	"anchor" json NOT NULL,
	"before" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"outcome" text collate "C",
	"settled_at" timestamp (3) with time zone,
	"settled_by" text collate "C"
);
--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "two_pairs_of_eyes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "mail_choices" json DEFAULT '{}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "openid_subject" text collate "C";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "openid_refused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "former_address" text collate "C";--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_steps" ADD CONSTRAINT "review_steps_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_steps" ADD CONSTRAINT "review_steps_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_steps" ADD CONSTRAINT "review_steps_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_steps" ADD CONSTRAINT "review_steps_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_answers" ADD CONSTRAINT "sign_off_answers_sign_off_id_sign_offs_id_fk" FOREIGN KEY ("sign_off_id") REFERENCES "public"."sign_offs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_answers" ADD CONSTRAINT "sign_off_answers_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_link_id_preview_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."preview_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_sign_off_id_sign_offs_id_fk" FOREIGN KEY ("sign_off_id") REFERENCES "public"."sign_offs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","read_at","created_at");--> statement-breakpoint
CREATE INDEX "notifications_created" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notifications_release" ON "notifications" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "notifications_mail_due" ON "notifications" USING btree ("mail_at");--> statement-breakpoint
CREATE INDEX "notifications_mail" ON "notifications" USING btree ("mail_id");--> statement-breakpoint
CREATE INDEX "review_steps_revision" ON "review_steps" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "sign_off_answers_of" ON "sign_off_answers" USING btree ("sign_off_id");--> statement-breakpoint
CREATE INDEX "sign_off_answers_revision" ON "sign_off_answers" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "sign_offs_release" ON "sign_offs" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "sign_offs_expire" ON "sign_offs" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "suggestions_release" ON "suggestions" USING btree ("release_id","created_at");--> statement-breakpoint
CREATE INDEX "suggestions_revision" ON "suggestions" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "releases_live_kinds" ON "releases" USING btree ("language","publish_at","withdrawn_at","live_revision_id");--> statement-breakpoint
CREATE INDEX "revisions_kind" ON "revisions" USING btree ("id","kind");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_openidSubject_unique" UNIQUE("openid_subject");