-- Which part of the message a finding stands in: body, quote, signature, disclaimer or footer.
alter table conversation_flag add column setting text not null default 'body'
    check (setting in ('body', 'quote', 'signature', 'disclaimer', 'footer'));

-- Old history that a reply quotes is proved by the texts in which something had been found.
create index conversation_flag_by_text on conversation_flag (text_event_id);

-- Told but not counted: a sender's first leak that stands in nothing but a quote or a signature.
alter table message_event add column spared boolean not null default false;
create index message_event_spared on message_event (conversation_id) where spared;
