-- What comes back from a provider is recognised as our own by the name it was given there.
create index effect_by_provider_id on effect (organization_id, lane, provider_id)
    where provider_id is not null;
