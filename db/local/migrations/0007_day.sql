CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`interaction` text,
	`meeting` text,
	`contract` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	`duration` integer,
	`taken_at` integer NOT NULL,
	`caption` text
);
--> statement-breakpoint
CREATE INDEX `attachment_by_client` ON `attachment` (`client`);--> statement-breakpoint
CREATE INDEX `attachment_by_interaction` ON `attachment` (`interaction`);--> statement-breakpoint
CREATE INDEX `attachment_by_meeting` ON `attachment` (`meeting`);--> statement-breakpoint
CREATE INDEX `attachment_by_contract` ON `attachment` (`contract`);--> statement-breakpoint
CREATE INDEX `attachment_by_hash` ON `attachment` (`hash`);--> statement-breakpoint
CREATE TABLE `attachment_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachment_doc_id_unique` ON `attachment_doc` (`id`);--> statement-breakpoint
CREATE TABLE `blob` (
	`hash` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`state` text NOT NULL,
	`moved` integer NOT NULL,
	`upload` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `blob_by_state` ON `blob` (`state`,`at`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`from_member` text NOT NULL,
	`to_member` text NOT NULL,
	`clients` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`note` text,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `handover_by_end` ON `handover` (`ends_on`);--> statement-breakpoint
CREATE TABLE `call_list` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`name` text NOT NULL,
	`script` text,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `call_target` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`call_list` text NOT NULL,
	`contact` text,
	`state` text NOT NULL,
	`next_attempt_at` integer,
	`meeting` text
);
--> statement-breakpoint
CREATE INDEX `call_target_by_list` ON `call_target` (`call_list`,`state`);--> statement-breakpoint
CREATE INDEX `call_target_by_client` ON `call_target` (`client`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`other_clients` text,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`title` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`zone` text NOT NULL,
	`place` text,
	`stand` text,
	`people` text,
	`ours` text,
	`aims` text,
	`agenda` text,
	`plan_aim` text,
	`plan_limit` text,
	`plan_concessions` text,
	`travel_minutes` integer,
	`notes` text,
	`ical_uid` text
);
--> statement-breakpoint
CREATE INDEX `meeting_by_client` ON `meeting` (`client`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meeting_by_time` ON `meeting` (`starts_at`);--> statement-breakpoint
CREATE INDEX `meeting_by_ical_uid` ON `meeting` (`ical_uid`) WHERE ical_uid IS NOT NULL;--> statement-breakpoint
CREATE TABLE `meeting_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_doc_id_unique` ON `meeting_doc` (`id`);--> statement-breakpoint
CREATE TABLE `reminder` (
	`key` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`shown_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `trip` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text,
	`member` text NOT NULL,
	`interaction` text,
	`on` text NOT NULL,
	`from_place` text,
	`to_place` text,
	`kilometres` integer NOT NULL,
	`purpose` text,
	`vehicle` text
);
--> statement-breakpoint
CREATE INDEX `trip_by_day` ON `trip` (`on`);--> statement-breakpoint
CREATE INDEX `trip_by_client` ON `trip` (`client`);--> statement-breakpoint
CREATE INDEX `trip_by_interaction` ON `trip` (`interaction`) WHERE interaction IS NOT NULL;--> statement-breakpoint
CREATE TABLE `department_request` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`promise` text,
	`department` text NOT NULL,
	`text` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer_by` text,
	`answer` text,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `department_request_by_client` ON `department_request` (`client`);--> statement-breakpoint
CREATE INDEX `department_request_by_answer` ON `department_request` (`answered_at`,`answer_by`);--> statement-breakpoint
CREATE INDEX `department_request_by_promise` ON `department_request` (`promise`);--> statement-breakpoint
CREATE TABLE `department_request_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `department_request_doc_id_unique` ON `department_request_doc` (`id`);--> statement-breakpoint
CREATE TABLE `promise` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`side` text NOT NULL,
	`text` text NOT NULL,
	`contact` text,
	`member` text,
	`department` text,
	`promised_at` integer NOT NULL,
	`due_on` text,
	`state` text NOT NULL,
	`closed_at` integer,
	`snoozed_until` text,
	`snooze_reason` text,
	`interaction` text,
	`meeting` text,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `promise_by_client` ON `promise` (`client`,`state`);--> statement-breakpoint
CREATE INDEX `promise_by_due` ON `promise` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `promise_by_interaction` ON `promise` (`interaction`);--> statement-breakpoint
CREATE TABLE `promise_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `promise_doc_id_unique` ON `promise_doc` (`id`);--> statement-breakpoint
ALTER TABLE `client` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `client_by_merged_into` ON `client` (`merged_into`) WHERE merged_into IS NOT NULL;--> statement-breakpoint
ALTER TABLE `contact` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `contact_by_merged_into` ON `contact` (`merged_into`) WHERE merged_into IS NOT NULL;--> statement-breakpoint
ALTER TABLE `checklist` ADD `meeting` text;--> statement-breakpoint
CREATE INDEX `checklist_by_meeting` ON `checklist` (`meeting`) WHERE meeting IS NOT NULL;--> statement-breakpoint
ALTER TABLE `checklist_template` ADD `meeting_type` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `interaction` ADD `meeting` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `place` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `needs` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `result` text;--> statement-breakpoint
ALTER TABLE `interaction` ADD `call_target` text;--> statement-breakpoint
CREATE INDEX `interaction_by_meeting` ON `interaction` (`meeting`) WHERE meeting IS NOT NULL;--> statement-breakpoint
CREATE INDEX `interaction_by_call_target` ON `interaction` (`call_target`) WHERE call_target IS NOT NULL;--> statement-breakpoint
CREATE INDEX `interaction_by_time` ON `interaction` (`happened_at`);--> statement-breakpoint
CREATE VIRTUAL TABLE `meeting_word` USING fts5(name, detail, code, content='meeting_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
INSERT INTO `meeting_word`(`meeting_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
CREATE VIRTUAL TABLE `promise_word` USING fts5(name, detail, code, content='promise_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
INSERT INTO `promise_word`(`promise_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
CREATE VIRTUAL TABLE `department_request_word` USING fts5(name, detail, code, content='department_request_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
INSERT INTO `department_request_word`(`department_request_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
CREATE VIRTUAL TABLE `attachment_word` USING fts5(name, detail, code, content='attachment_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
INSERT INTO `attachment_word`(`attachment_word`, rank) VALUES('secure-delete', 1);
