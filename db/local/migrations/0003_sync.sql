CREATE TABLE `conflict` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`about` text,
	`kind` text NOT NULL,
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`unit` text NOT NULL,
	`before` text,
	`kept` text,
	`kept_change` text NOT NULL,
	`kept_by` text NOT NULL,
	`kept_at` integer NOT NULL,
	`lost` text,
	`lost_change` text NOT NULL,
	`lost_by` text NOT NULL,
	`lost_at` integer NOT NULL,
	`choice` text,
	`resolved_by` text,
	`resolved_at` integer
);
--> statement-breakpoint
CREATE INDEX `conflict_by_record` ON `conflict` (`record`);--> statement-breakpoint
CREATE INDEX `conflict_open` ON `conflict` (`lost_at`) WHERE resolved_at IS NULL AND deleted_at IS NULL;--> statement-breakpoint
CREATE TABLE `exchange` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`ms` integer NOT NULL,
	`sent` integer NOT NULL,
	`received` integer NOT NULL,
	`rejected` integer NOT NULL,
	`conflicts` integer NOT NULL,
	`trouble` text
);
--> statement-breakpoint
CREATE TABLE `parked_remote` (
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`seq` integer NOT NULL,
	`item` text NOT NULL,
	PRIMARY KEY(`entity`, `record`)
);
--> statement-breakpoint
CREATE TABLE `pull_stage` (
	`ord` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`item` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rejected` (
	`change` text PRIMARY KEY NOT NULL,
	`txn` text NOT NULL,
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`root` text,
	`kind` text NOT NULL,
	`units` text,
	`reason` text NOT NULL,
	`written_at` integer NOT NULL,
	`rejected_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rejected_by_txn` ON `rejected` (`txn`);--> statement-breakpoint
CREATE TABLE `shadow` (
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`unit` text NOT NULL,
	`value` text,
	`change` text NOT NULL,
	`hlc` text NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`entity`, `record`, `unit`)
);
--> statement-breakpoint
CREATE TABLE `snapshot_progress` (
	`slice` text PRIMARY KEY NOT NULL,
	`after_entity` text,
	`after_id` text,
	`received` integer NOT NULL,
	`total` integer,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `sync_state` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `change` ADD `seen` integer;