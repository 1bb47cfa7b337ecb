CREATE SCHEMA "sync";
--> statement-breakpoint
CREATE TABLE "sync"."change_log" (
	"workspace_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"n" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"entity" text NOT NULL,
	"record_id" uuid NOT NULL,
	"root_id" uuid,
	"kind" text NOT NULL,
	"hlc" text NOT NULL,
	"at" bigint NOT NULL,
	"txn" uuid NOT NULL,
	"action" uuid NOT NULL,
	"actor" uuid NOT NULL,
	CONSTRAINT "change_log_workspace_id_change_id_pk" PRIMARY KEY("workspace_id","change_id")
);
--> statement-breakpoint
CREATE TABLE "sync"."erasure" (
	"workspace_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" bigint NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "erasure_workspace_id_entity_id_pk" PRIMARY KEY("workspace_id","entity","id")
);
--> statement-breakpoint
CREATE TABLE "sync"."history" (
	"workspace_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"id" uuid NOT NULL,
	"unit" text NOT NULL,
	"change" uuid NOT NULL,
	"value" jsonb,
	"hlc" text NOT NULL,
	"seq" bigint NOT NULL,
	"actor" uuid NOT NULL,
	CONSTRAINT "history_workspace_id_entity_id_unit_change_pk" PRIMARY KEY("workspace_id","entity","id","unit","change")
);
--> statement-breakpoint
CREATE TABLE "sync"."record" (
	"workspace_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"id" uuid NOT NULL,
	"root_id" uuid,
	"seq" bigint NOT NULL,
	"data" jsonb NOT NULL,
	"units" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" uuid,
	"deleted_at" bigint,
	CONSTRAINT "record_workspace_id_entity_id_pk" PRIMARY KEY("workspace_id","entity","id")
);
--> statement-breakpoint
CREATE TABLE "sync"."rejected_change" (
	"workspace_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"record_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"rejected_at" bigint NOT NULL,
	"change" text,
	CONSTRAINT "rejected_change_workspace_id_change_id_pk" PRIMARY KEY("workspace_id","change_id")
);
--> statement-breakpoint
CREATE TABLE "sync"."leave" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"root_id" uuid NOT NULL,
	"scope" text NOT NULL,
	CONSTRAINT "leave_workspace_id_seq_root_id_scope_pk" PRIMARY KEY("workspace_id","seq","root_id","scope")
);
--> statement-breakpoint
CREATE TABLE "sync"."visibility" (
	"workspace_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"reasons" integer NOT NULL,
	CONSTRAINT "visibility_workspace_id_root_id_scope_pk" PRIMARY KEY("workspace_id","root_id","scope")
);
--> statement-breakpoint
CREATE TABLE "sync"."audit_log" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"member" uuid,
	"device" uuid,
	"subject" uuid,
	"details" jsonb,
	CONSTRAINT "audit_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sync"."device" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"platform" text NOT NULL,
	"hlc_device" text NOT NULL,
	"last_n" bigint NOT NULL,
	"signed_in_at" bigint NOT NULL,
	"last_seen_at" bigint,
	"revoked_at" bigint,
	CONSTRAINT "device_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sync"."member" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"team" text,
	"territories" text[] NOT NULL,
	"access" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint,
	CONSTRAINT "member_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sync"."workspace" (
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"client_scope" text NOT NULL,
	"seq" bigint NOT NULL,
	"epoch" text NOT NULL,
	"durable_seq" bigint NOT NULL,
	"access" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "workspace_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE INDEX "change_log_by_record" ON "sync"."change_log" USING btree ("workspace_id","record_id");--> statement-breakpoint
CREATE INDEX "change_log_by_root" ON "sync"."change_log" USING btree ("workspace_id","root_id","seq");--> statement-breakpoint
CREATE INDEX "erasure_by_seq" ON "sync"."erasure" USING btree ("workspace_id","seq");--> statement-breakpoint
CREATE INDEX "record_by_seq" ON "sync"."record" USING btree ("workspace_id","seq");--> statement-breakpoint
CREATE INDEX "record_by_root" ON "sync"."record" USING btree ("workspace_id","root_id");--> statement-breakpoint
CREATE INDEX "record_by_owner" ON "sync"."record" USING btree ("workspace_id",(data ->> 'owner')) WHERE entity = 'client';--> statement-breakpoint
CREATE INDEX "record_by_contact" ON "sync"."record" USING btree ("workspace_id",(data ->> 'contact')) WHERE entity = 'position';--> statement-breakpoint
CREATE INDEX "record_by_subject" ON "sync"."record" USING btree ("workspace_id",(data ->> 'record')) WHERE entity = 'conflict';--> statement-breakpoint
CREATE INDEX "rejected_change_by_record" ON "sync"."rejected_change" USING btree ("workspace_id","record_id");--> statement-breakpoint
CREATE INDEX "leave_by_root" ON "sync"."leave" USING btree ("workspace_id","root_id");--> statement-breakpoint
CREATE INDEX "audit_log_by_time" ON "sync"."audit_log" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "device_by_member" ON "sync"."device" USING btree ("workspace_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_by_email" ON "sync"."member" USING btree ("workspace_id","email");