-- A mail that a model sends brings its words along; null: the template's.
alter table outbox_mail add column words jsonb;
