CREATE TABLE `incoming` (
	`id` text PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`interaction` text,
	`meeting` text,
	`contract` text,
	`name` text NOT NULL,
	`recording` integer NOT NULL,
	`kind` text,
	`media_type` text,
	`size` integer,
	`hash` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `blob` DROP COLUMN `upload`;