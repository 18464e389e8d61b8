-- How a chat application calls a person (S3.4 user_id). With an e-mail or a phone beside it, somebody is one person
-- over all channels, so that strikes add up (S1.25).
alter table participant add column external_id text;
create unique index participant_by_external_id on participant (organization_id, external_id, role)
    where external_id is not null;
