ALTER TABLE "people" ADD COLUMN "awaits_text" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE INDEX "revision_contacts_person" ON "revision_contacts" USING btree ("person_id");
