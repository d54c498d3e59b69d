CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE search_dirty (noun text NOT NULL, target_id text NOT NULL);
--> statement-breakpoint
CREATE TABLE search_made_for (languages text NOT NULL, folding integer NOT NULL);
--> statement-breakpoint
-- An entry's id is its moment: minus its milliseconds since 1970 times 2048, or more. `tokens` holds words of our own making
-- (lib/search/tokens.ts), which PostgreSQL only compares.
CREATE TABLE search_entries (
  id bigint PRIMARY KEY,
  noun text NOT NULL,
  target_id text COLLATE "C" NOT NULL,
  release_id text COLLATE "C",
  language text NOT NULL,
  title text NOT NULL,
  lead text NOT NULL,
  body text NOT NULL,
  marks text NOT NULL,
  tokens tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_entries_tokens ON search_entries USING gin (tokens) WITH (fastupdate = off);
--> statement-breakpoint
CREATE INDEX search_entries_release ON search_entries (release_id);
--> statement-breakpoint
CREATE INDEX search_entries_target ON search_entries (target_id);
--> statement-breakpoint
CREATE TABLE search_vocabulary (
  language text COLLATE "C" NOT NULL,
  word text COLLATE "C" NOT NULL,
  written text NOT NULL,
  entries integer NOT NULL,
  PRIMARY KEY (language, word)
);
--> statement-breakpoint
CREATE INDEX search_vocabulary_parts ON search_vocabulary USING gin (word gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX search_vocabulary_unused ON search_vocabulary (entries) WHERE entries <= 0;
--> statement-breakpoint
-- What members find of a draft: its folded words as they stand, for parts of words, and as words.
CREATE TABLE search_documents (
  target_id text COLLATE "C" PRIMARY KEY,
  language text NOT NULL,
  words text NOT NULL,
  tokens tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_documents_tokens ON search_documents USING gin (tokens) WITH (fastupdate = off);
--> statement-breakpoint
CREATE INDEX search_documents_parts ON search_documents USING gin (words gin_trgm_ops);
--> statement-breakpoint
-- How high the audit log's chain has been. SQLite keeps that by itself.
CREATE TABLE event_chain_height (highest integer NOT NULL);
--> statement-breakpoint
INSERT INTO event_chain_height VALUES (0);
--> statement-breakpoint
INSERT INTO edition (id, number) VALUES (1, 1);
