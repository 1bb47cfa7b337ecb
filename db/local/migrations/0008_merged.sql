CREATE TABLE `merged` (
	`loser` text PRIMARY KEY NOT NULL,
	`winner` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `merged_by_winner` ON `merged` (`winner`);--> statement-breakpoint
-- Keeps `merged` true (db/local/clients.ts): what a changed record and those that point at it, however far, lead to.
CREATE TRIGGER `client_merged_insert` AFTER INSERT ON `client`
WHEN NEW.merged_into IS NOT NULL OR EXISTS (SELECT 1 FROM client WHERE merged_into = NEW.id)
BEGIN
	DELETE FROM merged WHERE loser IN (
		WITH RECURSIVE above(id) AS (SELECT NEW.id UNION SELECT c.id FROM above a JOIN client c ON c.merged_into = a.id)
		SELECT id FROM above);
	INSERT INTO merged (loser, winner)
		SELECT start, winner FROM (
			WITH RECURSIVE above(id) AS (SELECT NEW.id UNION SELECT c.id FROM above a JOIN client c ON c.merged_into = a.id),
			step(start, at, next) AS (
				SELECT c.id, c.id, t.id FROM above a JOIN client c ON c.id = a.id AND c.deleted_at IS NULL
					LEFT JOIN client t ON t.id = c.merged_into AND t.deleted_at IS NULL
				UNION
				SELECT s.start, c.id, t.id FROM step s JOIN client c ON c.id = s.next
					LEFT JOIN client t ON t.id = c.merged_into AND t.deleted_at IS NULL)
			SELECT start, coalesce(max(CASE WHEN next IS NULL THEN at END), min(at)) AS winner FROM step GROUP BY start)
		WHERE start <> winner;
END;--> statement-breakpoint
CREATE TRIGGER `client_merged_update` AFTER UPDATE OF id, merged_into, deleted_at ON `client`
WHEN (OLD.merged_into IS NOT NEW.merged_into OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL) OR OLD.id <> NEW.id)
	AND (OLD.merged_into IS NOT NULL OR NEW.merged_into IS NOT NULL
		OR EXISTS (SELECT 1 FROM client WHERE merged_into IN (OLD.id, NEW.id)))
BEGIN
	DELETE FROM merged WHERE loser IN (
		WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT NEW.id UNION SELECT c.id FROM above a JOIN client c ON c.merged_into = a.id)
		SELECT id FROM above);
	INSERT INTO merged (loser, winner)
		SELECT start, winner FROM (
			WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT NEW.id UNION SELECT c.id FROM above a JOIN client c ON c.merged_into = a.id),
			step(start, at, next) AS (
				SELECT c.id, c.id, t.id FROM above a JOIN client c ON c.id = a.id AND c.deleted_at IS NULL
					LEFT JOIN client t ON t.id = c.merged_into AND t.deleted_at IS NULL
				UNION
				SELECT s.start, c.id, t.id FROM step s JOIN client c ON c.id = s.next
					LEFT JOIN client t ON t.id = c.merged_into AND t.deleted_at IS NULL)
			SELECT start, coalesce(max(CASE WHEN next IS NULL THEN at END), min(at)) AS winner FROM step GROUP BY start)
		WHERE start <> winner;
END;--> statement-breakpoint
CREATE TRIGGER `client_merged_delete` AFTER DELETE ON `client`
WHEN OLD.merged_into IS NOT NULL OR EXISTS (SELECT 1 FROM client WHERE merged_into = OLD.id)
BEGIN
	DELETE FROM merged WHERE loser IN (
		WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT c.id FROM above a JOIN client c ON c.merged_into = a.id)
		SELECT id FROM above);
	INSERT INTO merged (loser, winner)
		SELECT start, winner FROM (
			WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT c.id FROM above a JOIN client c ON c.merged_into = a.id),
			step(start, at, next) AS (
				SELECT c.id, c.id, t.id FROM above a JOIN client c ON c.id = a.id AND c.deleted_at IS NULL
					LEFT JOIN client t ON t.id = c.merged_into AND t.deleted_at IS NULL
				UNION
				SELECT s.start, c.id, t.id FROM step s JOIN client c ON c.id = s.next
					LEFT JOIN client t ON t.id = c.merged_into AND t.deleted_at IS NULL)
			SELECT start, coalesce(max(CASE WHEN next IS NULL THEN at END), min(at)) AS winner FROM step GROUP BY start)
		WHERE start <> winner;
END;--> statement-breakpoint
CREATE TRIGGER `contact_merged_insert` AFTER INSERT ON `contact`
WHEN NEW.merged_into IS NOT NULL OR EXISTS (SELECT 1 FROM contact WHERE merged_into = NEW.id)
BEGIN
	DELETE FROM merged WHERE loser IN (
		WITH RECURSIVE above(id) AS (SELECT NEW.id UNION SELECT c.id FROM above a JOIN contact c ON c.merged_into = a.id)
		SELECT id FROM above);
	INSERT INTO merged (loser, winner)
		SELECT start, winner FROM (
			WITH RECURSIVE above(id) AS (SELECT NEW.id UNION SELECT c.id FROM above a JOIN contact c ON c.merged_into = a.id),
			step(start, at, next) AS (
				SELECT c.id, c.id, t.id FROM above a JOIN contact c ON c.id = a.id AND c.deleted_at IS NULL
					LEFT JOIN contact t ON t.id = c.merged_into AND t.deleted_at IS NULL
				UNION
				SELECT s.start, c.id, t.id FROM step s JOIN contact c ON c.id = s.next
					LEFT JOIN contact t ON t.id = c.merged_into AND t.deleted_at IS NULL)
			SELECT start, coalesce(max(CASE WHEN next IS NULL THEN at END), min(at)) AS winner FROM step GROUP BY start)
		WHERE start <> winner;
END;--> statement-breakpoint
CREATE TRIGGER `contact_merged_update` AFTER UPDATE OF id, merged_into, deleted_at ON `contact`
WHEN (OLD.merged_into IS NOT NEW.merged_into OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL) OR OLD.id <> NEW.id)
	AND (OLD.merged_into IS NOT NULL OR NEW.merged_into IS NOT NULL
		OR EXISTS (SELECT 1 FROM contact WHERE merged_into IN (OLD.id, NEW.id)))
BEGIN
	DELETE FROM merged WHERE loser IN (
		WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT NEW.id UNION SELECT c.id FROM above a JOIN contact c ON c.merged_into = a.id)
		SELECT id FROM above);
	INSERT INTO merged (loser, winner)
		SELECT start, winner FROM (
			WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT NEW.id UNION SELECT c.id FROM above a JOIN contact c ON c.merged_into = a.id),
			step(start, at, next) AS (
				SELECT c.id, c.id, t.id FROM above a JOIN contact c ON c.id = a.id AND c.deleted_at IS NULL
					LEFT JOIN contact t ON t.id = c.merged_into AND t.deleted_at IS NULL
				UNION
				SELECT s.start, c.id, t.id FROM step s JOIN contact c ON c.id = s.next
					LEFT JOIN contact t ON t.id = c.merged_into AND t.deleted_at IS NULL)
			SELECT start, coalesce(max(CASE WHEN next IS NULL THEN at END), min(at)) AS winner FROM step GROUP BY start)
		WHERE start <> winner;
END;--> statement-breakpoint
CREATE TRIGGER `contact_merged_delete` AFTER DELETE ON `contact`
WHEN OLD.merged_into IS NOT NULL OR EXISTS (SELECT 1 FROM contact WHERE merged_into = OLD.id)
BEGIN
	DELETE FROM merged WHERE loser IN (
		WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT c.id FROM above a JOIN contact c ON c.merged_into = a.id)
		SELECT id FROM above);
	INSERT INTO merged (loser, winner)
		SELECT start, winner FROM (
			WITH RECURSIVE above(id) AS (SELECT OLD.id UNION SELECT c.id FROM above a JOIN contact c ON c.merged_into = a.id),
			step(start, at, next) AS (
				SELECT c.id, c.id, t.id FROM above a JOIN contact c ON c.id = a.id AND c.deleted_at IS NULL
					LEFT JOIN contact t ON t.id = c.merged_into AND t.deleted_at IS NULL
				UNION
				SELECT s.start, c.id, t.id FROM step s JOIN contact c ON c.id = s.next
					LEFT JOIN contact t ON t.id = c.merged_into AND t.deleted_at IS NULL)
			SELECT start, coalesce(max(CASE WHEN next IS NULL THEN at END), min(at)) AS winner FROM step GROUP BY start)
		WHERE start <> winner;
END;
