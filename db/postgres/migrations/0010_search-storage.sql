-- What a search looks through is kept narrow: long texts and the words of an entry stand beside the table. `tokens` is read
-- more often than written, so it is not packed. All of it is entered again at the next start, which stores it so.
ALTER TABLE search_entries SET (toast_tuple_target = 128);
--> statement-breakpoint
ALTER TABLE search_entries
  ALTER tokens SET STORAGE EXTERNAL, ALTER body SET STORAGE EXTERNAL,
  ALTER marks SET STORAGE MAIN, ALTER title SET STORAGE MAIN, ALTER target_id SET STORAGE MAIN, ALTER release_id SET STORAGE MAIN;
--> statement-breakpoint
DELETE FROM search_made_for;
