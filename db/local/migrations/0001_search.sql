-- Full-text tables over the search documents: words (with prefixes) for every found entity, and any three letters
-- in a row for those found by parts. External content: the *_doc tables hold the text.
CREATE VIRTUAL TABLE `client_word` USING fts5(name, detail, code, content='client_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
CREATE VIRTUAL TABLE `client_part` USING fts5(name, code, content='client_doc', content_rowid='doc', tokenize='trigram', columnsize=0);--> statement-breakpoint
CREATE VIRTUAL TABLE `contact_word` USING fts5(name, detail, code, content='contact_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
CREATE VIRTUAL TABLE `contact_part` USING fts5(name, code, content='contact_doc', content_rowid='doc', tokenize='trigram', columnsize=0);--> statement-breakpoint
CREATE VIRTUAL TABLE `position_word` USING fts5(name, detail, code, content='position_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
CREATE VIRTUAL TABLE `position_part` USING fts5(name, code, content='position_doc', content_rowid='doc', tokenize='trigram', columnsize=0);--> statement-breakpoint
CREATE VIRTUAL TABLE `interaction_word` USING fts5(name, detail, code, content='interaction_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
CREATE VIRTUAL TABLE `objection_word` USING fts5(name, detail, code, content='objection_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
CREATE VIRTUAL TABLE `contract_word` USING fts5(name, detail, code, content='contract_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');--> statement-breakpoint
INSERT INTO `client_word`(`client_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `client_part`(`client_part`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `contact_word`(`contact_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `contact_part`(`contact_part`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `position_word`(`position_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `position_part`(`position_part`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `interaction_word`(`interaction_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `objection_word`(`objection_word`, rank) VALUES('secure-delete', 1);--> statement-breakpoint
INSERT INTO `contract_word`(`contract_word`, rank) VALUES('secure-delete', 1);
