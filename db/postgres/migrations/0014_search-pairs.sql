-- Words that stand beside each other are entered as pairs, too, and those of a draft with where they stand. What a search looks
-- into is not packed. All of it is entered again at the next start, which stores it so.
ALTER TABLE search_documents ALTER words SET STORAGE EXTERNAL, ALTER tokens SET STORAGE EXTERNAL;
--> statement-breakpoint
DELETE FROM search_made_for;
