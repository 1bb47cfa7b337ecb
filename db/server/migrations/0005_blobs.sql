CREATE TABLE "sync"."blob" (
	"workspace_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"size" bigint NOT NULL,
	"stored_at" bigint NOT NULL,
	"unnamed_at" bigint,
	CONSTRAINT "blob_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
ALTER TABLE "sync"."record" ADD COLUMN "hash" text GENERATED ALWAYS AS (CASE WHEN entity = 'attachment' THEN data ->> 'hash' END) STORED;--> statement-breakpoint
CREATE INDEX "record_by_hash" ON "sync"."record" USING btree ("workspace_id","hash") WHERE hash IS NOT NULL;