DROP INDEX "sync"."record_by_owner";--> statement-breakpoint
DROP INDEX "sync"."record_by_contact";--> statement-breakpoint
DROP INDEX "sync"."record_by_subject";--> statement-breakpoint
ALTER TABLE "sync"."record" ADD COLUMN "owner" uuid GENERATED ALWAYS AS (CASE WHEN entity = 'client' THEN (data ->> 'owner')::uuid END) STORED;--> statement-breakpoint
ALTER TABLE "sync"."record" ADD COLUMN "contact" uuid GENERATED ALWAYS AS (CASE WHEN entity = 'position' THEN (data ->> 'contact')::uuid END) STORED;--> statement-breakpoint
ALTER TABLE "sync"."record" ADD COLUMN "subject" uuid GENERATED ALWAYS AS (CASE WHEN entity = 'conflict' THEN (data ->> 'record')::uuid END) STORED;--> statement-breakpoint
CREATE INDEX "record_by_owner" ON "sync"."record" USING btree ("workspace_id","owner") WHERE owner IS NOT NULL;--> statement-breakpoint
CREATE INDEX "record_by_contact" ON "sync"."record" USING btree ("workspace_id","contact") WHERE contact IS NOT NULL;--> statement-breakpoint
CREATE INDEX "record_by_subject" ON "sync"."record" USING btree ("workspace_id","subject") WHERE subject IS NOT NULL;