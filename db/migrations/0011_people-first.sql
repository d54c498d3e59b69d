CREATE INDEX `releases_live_revision` ON `releases` (`live_revision_id`);
--> statement-breakpoint
-- People stand before all that has a time instead of after it, where the index meets them first: to get past every text that
-- has a word took longer than all else in a search. And what is entered together is entered in the order of the index, which
-- then gets one part instead of many.
DROP TRIGGER search_enter_person;
--> statement-breakpoint
CREATE TRIGGER search_enter_person INSTEAD OF INSERT ON search_people BEGIN
  DELETE FROM search_entries WHERE target_id = NEW.person_id AND noun = 'person';
  INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks)
    SELECT
      coalesce((SELECT max(id) + 1 FROM search_entries WHERE id < -8000000000000000), -9000000000000000),
      'person', person_id, NULL, '', title, lead, body, marks
    FROM person_entries WHERE person_id = NEW.person_id;
END;
--> statement-breakpoint
DROP TRIGGER search_enter_release;
--> statement-breakpoint
CREATE TRIGGER search_enter_release INSTEAD OF INSERT ON search_releases BEGIN
  DELETE FROM search_entries WHERE release_id = NEW.release_id;
  INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks)
    SELECT
      coalesce((SELECT min(taken.id) - 1 FROM search_entries AS taken WHERE taken.id <= -at * 2048 AND taken.id > -(at + 1000) * 2048), -at * 2048)
        + row_number() OVER () - count(*) OVER (),
      noun, target_id, release_id, language, title, lead, body, marks
    FROM release_entries WHERE release_id = NEW.release_id;
END;
--> statement-breakpoint
INSERT INTO search_people SELECT id FROM people;
--> statement-breakpoint
-- A word is looked for in every part the index has: few parts are worth more than the time it takes to join them.
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 2);
--> statement-breakpoint
INSERT INTO search_index (search_index) VALUES ('optimize');
