CREATE TABLE `client` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`name` text NOT NULL,
	`legal_form` text,
	`ico` text,
	`dic` text,
	`ic_dph` text,
	`status` text NOT NULL,
	`tier` text,
	`segment` text,
	`source` text,
	`owner` text,
	`territory` text,
	`street` text,
	`postcode` text,
	`town` text,
	`country` text,
	`addresses` text,
	`web` text,
	`phones` text,
	`emails` text,
	`language` text,
	`terms_brief` text,
	`notes` text,
	`sort_name` text NOT NULL,
	`match_key` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `client_by_name` ON `client` (`sort_name`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `client_by_match_key` ON `client` (`match_key`);--> statement-breakpoint
CREATE INDEX `client_by_ico` ON `client` (`ico`) WHERE ico IS NOT NULL;--> statement-breakpoint
CREATE TABLE `client_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_doc_id_unique` ON `client_doc` (`id`);--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`titles_before` text,
	`first_name` text,
	`last_name` text NOT NULL,
	`titles_after` text,
	`phones` text,
	`emails` text,
	`language` text,
	`preferred_channel` text,
	`notes` text,
	`source` text,
	`sort_name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_by_name` ON `contact` (`sort_name`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE TABLE `contact_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_doc_id_unique` ON `contact_doc` (`id`);--> statement-breakpoint
CREATE TABLE `position` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`contact` text NOT NULL,
	`job_title` text,
	`department` text,
	`role` text,
	`stance` text,
	`work_phones` text,
	`work_emails` text,
	`ended_on` text
);
--> statement-breakpoint
CREATE INDEX `position_by_client` ON `position` (`client`);--> statement-breakpoint
CREATE INDEX `position_by_contact` ON `position` (`contact`);--> statement-breakpoint
CREATE TABLE `position_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `position_doc_id_unique` ON `position_doc` (`id`);--> statement-breakpoint
CREATE TABLE `checklist` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`contract` text,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `checklist_by_client` ON `checklist` (`client`);--> statement-breakpoint
CREATE INDEX `checklist_by_contract` ON `checklist` (`contract`);--> statement-breakpoint
CREATE TABLE `checklist_item` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`checklist` text NOT NULL,
	`text` text NOT NULL,
	`rank` text NOT NULL,
	`done_at` integer,
	`done_by` text,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `checklist_item_by_checklist` ON `checklist_item` (`checklist`,`rank`);--> statement-breakpoint
CREATE TABLE `checklist_template` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`contract_type` text,
	`items` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contract` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`number` text,
	`title` text NOT NULL,
	`type` text,
	`status` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`notice_months` integer,
	`renews` integer,
	`notes` text,
	`sort_title` text NOT NULL,
	`notice_deadline` text
);
--> statement-breakpoint
CREATE INDEX `contract_by_client` ON `contract` (`client`);--> statement-breakpoint
CREATE INDEX `contract_by_deadline` ON `contract` (`notice_deadline`);--> statement-breakpoint
CREATE INDEX `contract_by_title` ON `contract` (`sort_title`);--> statement-breakpoint
CREATE TABLE `contract_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_doc_id_unique` ON `contract_doc` (`id`);--> statement-breakpoint
CREATE TABLE `interaction` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`kind` text NOT NULL,
	`happened_at` integer NOT NULL,
	`zone` text NOT NULL,
	`people` text,
	`summary` text,
	`next_step` text,
	`next_step_on` text,
	`corrects` text,
	`author` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `interaction_by_client` ON `interaction` (`client`,`happened_at`);--> statement-breakpoint
CREATE INDEX `interaction_by_corrects` ON `interaction` (`corrects`);--> statement-breakpoint
CREATE TABLE `interaction_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interaction_doc_id_unique` ON `interaction_doc` (`id`);--> statement-breakpoint
CREATE TABLE `objection` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`contact` text,
	`interaction` text,
	`raised_at` integer NOT NULL,
	`text` text NOT NULL,
	`kind` text,
	`product` text,
	`competitor` text,
	`answer` text,
	`outcome` text NOT NULL,
	`follow_up` text,
	`follow_up_on` text
);
--> statement-breakpoint
CREATE INDEX `objection_by_client` ON `objection` (`client`);--> statement-breakpoint
CREATE INDEX `objection_by_interaction` ON `objection` (`interaction`);--> statement-breakpoint
CREATE INDEX `objection_by_time` ON `objection` (`raised_at`,`id`);--> statement-breakpoint
CREATE TABLE `objection_doc` (
	`doc` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`detail` text NOT NULL,
	`code` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objection_doc_id_unique` ON `objection_doc` (`id`);--> statement-breakpoint
CREATE TABLE `objection_event` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`client` text NOT NULL,
	`objection` text NOT NULL,
	`outcome` text NOT NULL,
	`answer` text,
	`happened_at` integer NOT NULL,
	`author` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `objection_event_by_objection` ON `objection_event` (`objection`);--> statement-breakpoint
CREATE TABLE `action` (
	`no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`label` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`hlc` blob NOT NULL,
	`first_change` integer,
	`last_change` integer,
	`first_history` integer,
	`last_history` integer,
	`undone_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `action_id_unique` ON `action` (`id`);--> statement-breakpoint
CREATE TABLE `change` (
	`ord` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`root` text,
	`kind` text NOT NULL,
	`units` text,
	`base` text,
	`hlc` blob NOT NULL,
	`txn` text NOT NULL,
	`action` integer NOT NULL,
	`n` integer,
	`seq` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_id_unique` ON `change` (`id`);--> statement-breakpoint
CREATE INDEX `change_by_record` ON `change` (`record`) WHERE kind <> 'create';--> statement-breakpoint
CREATE TABLE `draft` (
	`key` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`client` text,
	`values` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `history` (
	`id` integer PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`unit` text NOT NULL,
	`change` text NOT NULL,
	`before` text,
	`value` text,
	`hlc` blob NOT NULL,
	`actor` text NOT NULL,
	`action` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `history_by_record` ON `history` (`record`);--> statement-breakpoint
CREATE TABLE `record_meta` (
	`entity` text NOT NULL,
	`record` text NOT NULL,
	`seq` integer NOT NULL,
	`units` text NOT NULL,
	PRIMARY KEY(`entity`, `record`)
);
--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`deleted_at` integer,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
