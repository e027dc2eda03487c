-- What supporters say in public, one for each letter. Name and text go when a comment has been off the wall for long enough.
create table comment (
    id                uuid        primary key,
    letter            uuid        not null references letter,
    campaign          uuid        not null references campaign,
    organisation      uuid        not null references organisation,
    mode              text        not null,
    constituency      text        not null,
    constituency_name text        not null,
    shown_name        text,
    text              text,
    state             text        not null,
    state_since       timestamptz not null,
    rejected_for      text,
    reports           integer     not null,
    looked_at_again   boolean     not null,
    written_at        timestamptz not null
);
create unique index comment_letter on comment (letter);
create index comment_campaign on comment (campaign, id);
create index comment_campaign_state on comment (campaign, state, id);
create index comment_erasable on comment (state_since) where text is not null and state in ('REJECTED', 'WITHDRAWN');

-- What readers complained of, in numbers: who they were is not kept.
create table comment_report (
    comment uuid    not null references comment on delete cascade,
    fault   text    not null,
    reports integer not null,
    primary key (comment, fault)
);

-- How much of a writer's name is shown is a part of the campaign's content.
update campaign
set content = (content::jsonb || '{"commentNames": "first-and-initial"}'::jsonb)::text;
update campaign_version
set content = (content::jsonb || '{"commentNames": "first-and-initial"}'::jsonb)::text;
