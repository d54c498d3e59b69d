CREATE TABLE "event_chain" (
	"position" integer PRIMARY KEY NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"contents_hash" text collate "C" NOT NULL,
	"origin_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	CONSTRAINT "event_chain_eventId_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text collate "C",
	"verb" text collate "C" NOT NULL,
	"noun" text collate "C" NOT NULL,
	"target_id" text collate "C" NOT NULL,
	"details" json,
	"actor_kind" text collate "C",
	"actor_name" text collate "C",
	"address" text collate "C",
	"name" text collate "C",
	"changes" json,
	"salt" text collate "C",
	"origin_salt" text collate "C",
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "log_checks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"posts" integer NOT NULL,
	"hash" text collate "C" NOT NULL,
	"broken_at" integer,
	"problem" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"filename" text collate "C" NOT NULL,
	"mime" text collate "C" NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"renditions" json NOT NULL,
	"file_version" integer DEFAULT 1 NOT NULL,
	"alt" json NOT NULL,
	"caption" json NOT NULL,
	"title" json DEFAULT '{}'::json NOT NULL,
	"credit" text collate "C" DEFAULT '' NOT NULL,
	"file_credit" text collate "C" DEFAULT '' NOT NULL,
	"file_credit_field" text collate "C" DEFAULT '' NOT NULL,
	"licence" text collate "C" DEFAULT '' NOT NULL,
	"terms" text collate "C" DEFAULT '' NOT NULL,
	"taken_at" text collate "C",
	"digital_source_type" text collate "C" DEFAULT '' NOT NULL,
	"written_caption" json,
	"focal_x" integer DEFAULT 50 NOT NULL,
	"focal_y" integer DEFAULT 50 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "media_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"name" json NOT NULL,
	"url" text collate "C" DEFAULT '' NOT NULL,
	"mark" json,
	"logo_media_id" text collate "C",
	"position" integer DEFAULT 0 NOT NULL,
	"stub" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edition" (
	"id" integer PRIMARY KEY NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"language" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"page" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"handled_at" timestamp (3) with time zone,
	"handled_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "first_steps" (
	"id" integer PRIMARY KEY NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"noun" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"slug" text collate "C" NOT NULL,
	"target_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "redirects_noun_language_slug_pk" PRIMARY KEY("noun","language","slug")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"accent" text collate "C" NOT NULL,
	"languages" json NOT NULL,
	"time_zone" text collate "C" NOT NULL,
	"founded_year" integer NOT NULL,
	"foot_years" json DEFAULT '{"form":"since","year":null}'::json NOT NULL,
	"press_phone" text collate "C" DEFAULT '' NOT NULL,
	"press_email" text collate "C" DEFAULT '' NOT NULL,
	"lix_target" integer DEFAULT 50 NOT NULL,
	"crawlers" json DEFAULT '["search","answers","training"]'::json NOT NULL,
	"texts" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_tokens" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"kind" text collate "C" PRIMARY KEY NOT NULL,
	"content" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"former_revision_id" text collate "C",
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"recipient" text collate "C" NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"last_error" text collate "C" DEFAULT '' NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"given_up_at" timestamp (3) with time zone,
	CONSTRAINT "delivery_once" UNIQUE("kind","recipient","subject_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"sort_name" text collate "C" NOT NULL,
	"slug" text collate "C" NOT NULL,
	"email" text collate "C" DEFAULT '' NOT NULL,
	"phone" text collate "C" DEFAULT '' NOT NULL,
	"links" json NOT NULL,
	"short_bio" json NOT NULL,
	"long_bio" json NOT NULL,
	"speaks" json NOT NULL,
	"press_contact" boolean DEFAULT false NOT NULL,
	"portrait_media_id" text collate "C",
	"portrait_alt" json NOT NULL,
	"portrait_basis" text collate "C",
	"portrait_until" text collate "C",
	"portrait_hidden" boolean DEFAULT false NOT NULL,
	"stub" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "person_topics" (
	"person_id" text collate "C" NOT NULL,
	"topic_id" text collate "C" NOT NULL,
	CONSTRAINT "person_topics_person_id_topic_id_pk" PRIMARY KEY("person_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"title" json NOT NULL,
	"since" text collate "C" NOT NULL,
	"until" text collate "C",
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_reads" (
	"user_id" text collate "C" NOT NULL,
	"comment_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "comment_reads_user_id_comment_id_pk" PRIMARY KEY("user_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"parent_id" text collate "C",
	"author_id" text collate "C",
	"link_id" text collate "C",
	"guest_name" text collate "C" DEFAULT '' NOT NULL,
	"text" text collate "C" NOT NULL,
	"anchor" json NOT NULL,
	"quote" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"release_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"window_id" text collate "C" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"writing_since" timestamp (3) with time zone,
	"place" integer,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presences_release_id_user_id_window_id_pk" PRIMARY KEY("release_id","user_id","window_id")
);
--> statement-breakpoint
CREATE TABLE "preview_links" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "preview_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"revision_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"person_id" text collate "C",
	"text" text collate "C" NOT NULL,
	CONSTRAINT "quotes_revision_id_position_pk" PRIMARY KEY("revision_id","position")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"story_id" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"slug" text collate "C",
	"draft_revision_id" text collate "C",
	"live_revision_id" text collate "C",
	"draft_version" integer NOT NULL,
	"publish_at" timestamp (3) with time zone,
	"revised_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text collate "C",
	"redirect_to_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C",
	"source_authors" json DEFAULT '[]'::json NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "release_slug" UNIQUE("language","slug"),
	CONSTRAINT "release_story" UNIQUE("story_id","language")
);
--> statement-breakpoint
CREATE TABLE "revision_contacts" (
	"revision_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "revision_contacts_revision_id_person_id_pk" PRIMARY KEY("revision_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "revision_media" (
	"revision_id" text collate "C" NOT NULL,
	"media_id" text collate "C" NOT NULL,
	CONSTRAINT "revision_media_revision_id_media_id_pk" PRIMARY KEY("revision_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "revision_names" (
	"revision_id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"named_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "revision_people" (
	"revision_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"organisation" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "revision_people_revision_id_person_id_pk" PRIMARY KEY("revision_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "revision_topics" (
	"revision_id" text collate "C" NOT NULL,
	"topic_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "revision_topics_revision_id_topic_id_pk" PRIMARY KEY("revision_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"release_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"reason" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"slug" text collate "C" NOT NULL,
	"lead" json NOT NULL,
	"lead_form" text collate "C" DEFAULT 'points' NOT NULL,
	"body" json NOT NULL,
	"place" text collate "C" NOT NULL,
	"byline" text collate "C" NOT NULL,
	"summary" text collate "C" NOT NULL,
	"hero" json,
	"series_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C",
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revision_number" UNIQUE("release_id","number")
);
--> statement-breakpoint
CREATE TABLE "scheduled_changes" (
	"release_id" text collate "C" PRIMARY KEY NOT NULL,
	"revision_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"correction" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "translations" (
	"release_id" text collate "C" PRIMARY KEY NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"seen" json NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"stub" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series_texts" (
	"series_id" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"slug" text collate "C" NOT NULL,
	"intro" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "series_texts_series_id_language_pk" PRIMARY KEY("series_id","language"),
	CONSTRAINT "series_slug" UNIQUE("language","slug")
);
--> statement-breakpoint
CREATE TABLE "topic_texts" (
	"topic_id" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"slug" text collate "C" NOT NULL,
	"intro" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "topic_texts_topic_id_language_pk" PRIMARY KEY("topic_id","language"),
	CONSTRAINT "topic_slug" UNIQUE("language","slug")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"stub" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deleted_releases" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"withdrawn_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_reason" text collate "C" NOT NULL,
	"redirect_to_id" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "trash" (
	"noun" text collate "C" NOT NULL,
	"target_id" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"trashed_by" text collate "C",
	"empty_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "trash_noun_target_id_pk" PRIMARY KEY("noun","target_id")
);
--> statement-breakpoint
CREATE TABLE "account_links" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"token_hash" text collate "C",
	"user_id" text collate "C",
	"email" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"token_hash" text collate "C",
	"email" text collate "C",
	"role" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"user_id" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"redeemed_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"browser" text collate "C" DEFAULT '' NOT NULL,
	"system" text collate "C" DEFAULT '' NOT NULL,
	"network" text collate "C" DEFAULT '' NOT NULL,
	"last_seen_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"password_hash" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"language" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"first_steps_hidden_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "event_chain" ADD CONSTRAINT "event_chain_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_logo_media_id_media_id_fk" FOREIGN KEY ("logo_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_handled_by_users_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_portrait_media_id_media_id_fk" FOREIGN KEY ("portrait_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_topics" ADD CONSTRAINT "person_topics_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_topics" ADD CONSTRAINT "person_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reads" ADD CONSTRAINT "comment_reads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reads" ADD CONSTRAINT "comment_reads_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_link_id_preview_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."preview_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_contacts" ADD CONSTRAINT "revision_contacts_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_contacts" ADD CONSTRAINT "revision_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_names" ADD CONSTRAINT "revision_names_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_names" ADD CONSTRAINT "revision_names_named_by_users_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_people" ADD CONSTRAINT "revision_people_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_people" ADD CONSTRAINT "revision_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_topics" ADD CONSTRAINT "revision_topics_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_topics" ADD CONSTRAINT "revision_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD CONSTRAINT "scheduled_changes_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD CONSTRAINT "scheduled_changes_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD CONSTRAINT "scheduled_changes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_source_id_releases_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_texts" ADD CONSTRAINT "series_texts_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_texts" ADD CONSTRAINT "topic_texts_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trash" ADD CONSTRAINT "trash_trashed_by_users_id_fk" FOREIGN KEY ("trashed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_target" ON "events" USING btree ("target_id","at");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "events_noun" ON "events" USING btree ("noun","at","id");--> statement-breakpoint
CREATE INDEX "events_verb" ON "events" USING btree ("verb","at","id");--> statement-breakpoint
CREATE INDEX "events_name" ON "events" USING btree ("name");--> statement-breakpoint
CREATE INDEX "log_checks_at" ON "log_checks" USING btree ("at");--> statement-breakpoint
CREATE INDEX "feedback_created" ON "feedback" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "announcements_at" ON "announcements" USING btree ("at");--> statement-breakpoint
CREATE INDEX "announcements_release" ON "announcements" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("kind","next_attempt_at");--> statement-breakpoint
CREATE INDEX "deliveries_subject" ON "deliveries" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "roles_person" ON "roles" USING btree ("person_id","position");--> statement-breakpoint
CREATE INDEX "comment_reads_comment" ON "comment_reads" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "comments_release" ON "comments" USING btree ("release_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_link" ON "comments" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "corrections_release" ON "corrections" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "preview_links_release" ON "preview_links" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "quotes_person" ON "quotes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "releases_live" ON "releases" USING btree ("language","publish_at","id");--> statement-breakpoint
CREATE INDEX "releases_live_revision" ON "releases" USING btree ("live_revision_id");--> statement-breakpoint
CREATE INDEX "releases_updated" ON "releases" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "revision_media_media" ON "revision_media" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "revision_people_person" ON "revision_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "revision_topics_topic" ON "revision_topics" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "revisions_history" ON "revisions" USING btree ("release_id","saved_at","number");--> statement-breakpoint
CREATE INDEX "revisions_series" ON "revisions" USING btree ("series_id","id");--> statement-breakpoint
CREATE INDEX "scheduled_changes_at" ON "scheduled_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "trash_empty" ON "trash" USING btree ("empty_at");--> statement-breakpoint
CREATE INDEX "account_links_user" ON "account_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invitations_made" ON "invitations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");