-- What readers were told while crisis mode was on is found with its statement: what has been told is entered at the start.
INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE story_id IN (SELECT story_id FROM crisis_updates);
