CREATE TABLE "question_entries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"question_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"language" text collate "C" NOT NULL,
	"release_id" text collate "C",
	"text" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"outlet" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"phone" text collate "C" NOT NULL,
	"deadline" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"entered_by" text collate "C",
	"held_by" text collate "C",
	"held_since" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text collate "C",
	"closing" text collate "C",
	"closing_reason" text collate "C" DEFAULT '' NOT NULL,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "questions_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "questions" json DEFAULT '{"isOpen":false,"replyTo":"desk","keptDays":90}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "question_entries" ADD CONSTRAINT "question_entries_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_entries" ADD CONSTRAINT "question_entries_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_held_by_users_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_entries_question" ON "question_entries" USING btree ("question_id","created_at");--> statement-breakpoint
CREATE INDEX "questions_open" ON "questions" USING btree ("closed_at","deadline");--> statement-breakpoint
CREATE INDEX "questions_erase" ON "questions" USING btree ("erased_at","closed_at");--> statement-breakpoint
CREATE INDEX "questions_release" ON "questions" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "questions_email" ON "questions" USING btree ("email");