CREATE TABLE `snapshot_seen` (
	`record` text PRIMARY KEY NOT NULL
);
