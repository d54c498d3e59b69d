-- The edition's triggers as they stand. Readers' pages are kept until the edition is raised, so a change of anything they
-- show must raise it. Migrations have made these triggers one by one; a test compares this file with what those leave.
--
-- A new table or column is named here in any case: in a trigger, or as unwatched because readers never see it or it never
-- changes. Where a trigger changes, the test prints what the migration that adds the column must say.

-- settings: the name, colour, languages, clock and standing texts of every page.
CREATE TRIGGER edition_settings_insert AFTER INSERT ON settings
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_settings_update AFTER UPDATE ON settings
BEGIN UPDATE edition SET number = number + 1; END;

-- statements: the pages about accessibility and privacy.
CREATE TRIGGER edition_statements_insert AFTER INSERT ON statements
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_statements_update AFTER UPDATE ON statements
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_statements_delete AFTER DELETE ON statements
BEGIN UPDATE edition SET number = number + 1; END;

-- organisations: the owner's mark, the funders' logos, and where people work.
CREATE TRIGGER edition_organisations_insert AFTER INSERT ON organisations
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_organisations_update AFTER UPDATE ON organisations
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_organisations_delete AFTER DELETE ON organisations
BEGIN UPDATE edition SET number = number + 1; END;

-- media: pictures and documents. A new one is shown by nothing yet, and one that is shown cannot be deleted.
-- Unwatched in media: file_credit, file_credit_field, written_caption, created_at, created_by, version.
CREATE TRIGGER edition_media_update AFTER UPDATE OF
  hash, filename, mime, bytes, width, height, renditions, file_version, alt, caption, title,
  credit, licence, terms, taken_at, digital_source_type, focal_x, focal_y
ON media
BEGIN UPDATE edition SET number = number + 1; END;

-- people: their pages, cards and lists.
-- Unwatched in people: stub, created_at, version.
CREATE TRIGGER edition_people_insert AFTER INSERT ON people
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_people_update AFTER UPDATE OF
  name, sort_name, slug, email, phone, links, short_bio, long_bio, speaks, press_contact,
  portrait_media_id, portrait_alt, portrait_basis, portrait_until, portrait_hidden, awaits_text, archived_at
ON people
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_people_delete AFTER DELETE ON people
BEGIN UPDATE edition SET number = number + 1; END;

-- roles: the posts people hold and have held.
CREATE TRIGGER edition_roles_insert AFTER INSERT ON roles
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_roles_update AFTER UPDATE ON roles
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_roles_delete AFTER DELETE ON roles
BEGIN UPDATE edition SET number = number + 1; END;

-- person_topics: what people can be asked about.
CREATE TRIGGER edition_person_topics_insert AFTER INSERT ON person_topics
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_person_topics_update AFTER UPDATE ON person_topics
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_person_topics_delete AFTER DELETE ON person_topics
BEGIN UPDATE edition SET number = number + 1; END;

-- topic_texts: topics in each language.
CREATE TRIGGER edition_topic_texts_insert AFTER INSERT ON topic_texts
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_topic_texts_update AFTER UPDATE ON topic_texts
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_topic_texts_delete AFTER DELETE ON topic_texts
BEGIN UPDATE edition SET number = number + 1; END;

-- series_texts: series in each language.
CREATE TRIGGER edition_series_texts_insert AFTER INSERT ON series_texts
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_series_texts_update AFTER UPDATE ON series_texts
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_series_texts_delete AFTER DELETE ON series_texts
BEGIN UPDATE edition SET number = number + 1; END;

-- releases: from when it has a revision for readers. Its draft raises nothing.
-- Unwatched in releases: story_id, language, draft_revision_id, draft_version, planned_at, replaced_at, created_at, created_by, source_authors, updated_at.
CREATE TRIGGER edition_releases_update AFTER UPDATE OF
  slug, live_revision_id, publish_at, revised_at, withdrawn_at, withdrawn_reason, redirect_to_id
ON releases
WHEN NEW.live_revision_id IS NOT NULL OR OLD.live_revision_id IS NOT NULL
BEGIN UPDATE edition SET number = number + 1; END;

-- corrections: what readers were told of changes, and when.
CREATE TRIGGER edition_corrections_insert AFTER INSERT ON corrections
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_corrections_update AFTER UPDATE ON corrections
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_corrections_delete AFTER DELETE ON corrections
BEGIN UPDATE edition SET number = number + 1; END;

-- published_versions: the versions of a text, which have pages of their own.
CREATE TRIGGER edition_published_versions_insert AFTER INSERT ON published_versions
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_published_versions_update AFTER UPDATE ON published_versions
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_published_versions_delete AFTER DELETE ON published_versions
BEGIN UPDATE edition SET number = number + 1; END;

-- review_steps: who has read a text before and after it went out, which some newsrooms tell.
CREATE TRIGGER edition_review_steps_insert AFTER INSERT ON review_steps
WHEN NEW.step IN ('approve', 'publish')
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_review_steps_delete AFTER DELETE ON review_steps
WHEN OLD.step IN ('approve', 'publish')
BEGIN UPDATE edition SET number = number + 1; END;

-- users: the names of whoever has read a text.
-- Unwatched in users: email, password_hash, role, language, created_at, first_steps_hidden_at, last_seen_at, mail_choices, removed_at, openid_subject, openid_refused_at, former_address.
CREATE TRIGGER edition_users_update AFTER UPDATE OF
  name
ON users
WHEN NEW.name <> OLD.name
BEGIN UPDATE edition SET number = number + 1; END;

-- trash: what readers do not see while it lies there. A text in the trash is none that they saw.
-- Nothing of it changes but when it is deleted.
CREATE TRIGGER edition_trash_insert AFTER INSERT ON trash
WHEN NEW.noun <> 'release'
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_trash_delete AFTER DELETE ON trash
WHEN OLD.noun <> 'release'
BEGIN UPDATE edition SET number = number + 1; END;

-- deleted_releases: what a withdrawn text leaves at its address.
CREATE TRIGGER edition_deleted_releases_insert AFTER INSERT ON deleted_releases
BEGIN UPDATE edition SET number = number + 1; END;

-- redirects: where the addresses lead that something used to have.
CREATE TRIGGER edition_redirects_insert AFTER INSERT ON redirects
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_redirects_update AFTER UPDATE ON redirects
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_redirects_delete AFTER DELETE ON redirects
BEGIN UPDATE edition SET number = number + 1; END;

-- duties: who answers the press, and when. That somebody is asked to take one over is nobody else's matter.
-- Unwatched in duties: asked_person_id, asked_by, created_at.
CREATE TRIGGER edition_duties_insert AFTER INSERT ON duties
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_duties_update AFTER UPDATE OF person_id, starts_at, ends_at, desk_number ON duties
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_duties_delete AFTER DELETE ON duties
BEGIN UPDATE edition SET number = number + 1; END;

-- meetings: when an invitation's meeting is, and until when one can sign up for it.
CREATE TRIGGER edition_meetings_insert AFTER INSERT ON meetings
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_meetings_update AFTER UPDATE ON meetings
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_meetings_delete AFTER DELETE ON meetings
BEGIN UPDATE edition SET number = number + 1; END;

-- meeting_sign_ups: how many seats are left, and nothing else.
-- Unwatched in meeting_sign_ups: release_id, name, outlet, email, wishes, press_card, created_at.
CREATE TRIGGER edition_meeting_sign_ups_insert AFTER INSERT ON meeting_sign_ups
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_meeting_sign_ups_update AFTER UPDATE OF way, seated_at, cancelled_at ON meeting_sign_ups
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_meeting_sign_ups_delete AFTER DELETE ON meeting_sign_ups
BEGIN UPDATE edition SET number = number + 1; END;

-- rota: what readers see when nobody answers.
-- Unwatched in rota: hours, version.
CREATE TRIGGER edition_rota_insert AFTER INSERT ON rota
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_rota_update AFTER UPDATE OF fallback_phone, fallback_text ON rota
BEGIN UPDATE edition SET number = number + 1; END;

-- revisions: what was written, with its topics, people, contacts, files and quotes. Once readers see it, it cannot change:
-- nothing raises the edition, and a kept page need not ask for it again.
CREATE TRIGGER live_revision_update BEFORE UPDATE ON revisions
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
CREATE TRIGGER live_revision_delete BEFORE DELETE ON revisions
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;

CREATE TRIGGER live_revision_topics_insert BEFORE INSERT ON revision_topics
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
CREATE TRIGGER live_revision_topics_delete BEFORE DELETE ON revision_topics
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;

CREATE TRIGGER live_revision_people_insert BEFORE INSERT ON revision_people
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
CREATE TRIGGER live_revision_people_delete BEFORE DELETE ON revision_people
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;

CREATE TRIGGER live_revision_contacts_insert BEFORE INSERT ON revision_contacts
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
CREATE TRIGGER live_revision_contacts_delete BEFORE DELETE ON revision_contacts
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;

CREATE TRIGGER live_revision_media_insert BEFORE INSERT ON revision_media
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
CREATE TRIGGER live_revision_media_delete BEFORE DELETE ON revision_media
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;

CREATE TRIGGER live_quotes_insert BEFORE INSERT ON quotes
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;
CREATE TRIGGER live_quotes_delete BEFORE DELETE ON quotes
WHEN EXISTS (SELECT 1 FROM releases WHERE live_revision_id = OLD.revision_id)
BEGIN SELECT RAISE(ABORT, 'a live revision never changes'); END;

-- crisis_statements: whether crisis mode is on, and what was promised. One that is only prepared is nobody else's matter, and
-- never changes.
CREATE TRIGGER edition_crisis_statements_update AFTER UPDATE ON crisis_statements
BEGIN UPDATE edition SET number = number + 1; END;

-- crisis_updates: what readers are told while it is on, and after.
CREATE TRIGGER edition_crisis_updates_insert AFTER INSERT ON crisis_updates
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_crisis_updates_update AFTER UPDATE ON crisis_updates
BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER edition_crisis_updates_delete AFTER DELETE ON crisis_updates
BEGIN UPDATE edition SET number = number + 1; END;

-- Unwatched tables: edition, first_steps, topics, series, sessions, invitations, account_links, attempts,
-- setup_tokens, events, event_chain, log_checks, feedback, deliveries, announcements, presences, translations,
-- revision_names, preview_links, comments, comment_reads, scheduled_changes, review_dates, notifications, sign_offs,
-- sign_off_answers, suggestions, embargo_links, out_together, calendar_links, crisis_pauses, meeting_messages, questions,
-- question_entries, link_checks, link_places.
