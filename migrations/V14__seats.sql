-- ERPNext names the receiver of an SMS by a phone alone; the conversations of a person are looked up by it.
create index if not exists conversation_of_client on conversation (client_id);
create index if not exists conversation_of_provider on conversation (provider_id);
