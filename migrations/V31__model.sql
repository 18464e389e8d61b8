-- What each organization's questions to the language model cost, by days in UTC. It holds nothing of
-- what was asked.
create table model_usage (
    organization_id   text not null references organization,
    day               date not null,
    model             text not null,
    requests          bigint not null, -- windows that were asked about, answered or not
    failures          bigint not null, -- those without an opinion
    prompt_tokens     bigint not null, -- as the server counts them, guessed where it does not say
    completion_tokens bigint not null,
    primary key (organization_id, day, model)
);
