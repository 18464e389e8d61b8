-- What moderation thinks of a message: decision, confidence, scores, help, by, reasons; null where it found nothing
-- or the organization has it off. Never the message's words. Each opinion of its own is kept among the rulings.
alter table message_event add column moderation jsonb;
