-- What an organisation decides about a campaign, as one document: it is read and changed as a whole, and its versions are
-- kept as they were. What queries look at stays in columns.
alter table campaign add column content jsonb;
update campaign set content = jsonb_build_object(
    'language', language,
    'words', jsonb_build_object(
        'title', title, 'introduction', introduction, 'consentWording', consent_wording, 'shareText', share_text,
        'texts', '{}'::jsonb, 'letters', '{}'::jsonb, 'explanations', '{}'::jsonb,
        'letter', jsonb_build_object(
            'subject', template_subject, 'moreSubjects', '[]'::jsonb, 'body', template_body, 'points', '[]'::jsonb,
            'leastPoints', 0, 'mostPoints', 0, 'close', '', 'prompts', '[]'::jsonb)),
    'translations', '{}'::jsonb,
    'rules', '[]'::jsonb,
    'goal', goal,
    'goalMoves', false,
    'comments', false,
    'ownWords', jsonb_build_object('personalLine', false, 'alikeLimit', 100, 'whenAlike', 'allow'),
    'whenSeatVacant', case when_seat_vacant when 'HOLD' then 'hold' else 'refuse' end);
alter table campaign alter column content set not null;
alter table campaign add column content_version integer not null default 1;
alter table campaign alter column content_version drop default;
alter table campaign
    drop column title,
    drop column language,
    drop column introduction,
    drop column goal,
    drop column consent_wording,
    drop column share_text,
    drop column when_seat_vacant,
    drop column template_subject,
    drop column template_body,
    drop column template_version;

-- When it takes letters by itself, and how it ended.
alter table campaign add column opens_at timestamptz;
alter table campaign add column closes_at timestamptz;
alter table campaign add column ending text;
alter table campaign add column ending_text text;
create index campaign_opens_at on campaign (opens_at) where state = 'SCHEDULED';
create index campaign_closes_at on campaign (closes_at) where state in ('LIVE', 'PAUSED') and closes_at is not null;

-- Every content a campaign has had in public: which words went out when can be shown afterwards.
create table campaign_version (
    campaign   uuid        not null references campaign,
    version    integer     not null,
    content    jsonb       not null,
    created_at timestamptz not null,
    primary key (campaign, version)
);
insert into campaign_version (campaign, version, content, created_at)
select t.campaign, t.version,
       jsonb_set(
           c.content, '{words,letter}',
           (c.content #> '{words,letter}') || jsonb_build_object('subject', t.subject, 'body', t.body)), t.created_at
from campaign_template t join campaign c on c.id = t.campaign;
update campaign c set content_version = (select coalesce(max(version), 1) from campaign_version v where v.campaign = c.id);
drop table campaign_template;
-- Text from here on: the service writes and reads it, queries do not look into it.
alter table campaign alter column content type text using content::text;
alter table campaign_version alter column content type text using content::text;

-- What message rules look at beside the party.
alter table seat add column region text;
alter table seat add column offices text[] not null default '{}';

-- Lists of seats by place or by member, and facts of constituencies, as organisations upload them.
create table seat_list (
    campaign    uuid        not null references campaign,
    name        text        not null,
    uploaded_at timestamptz not null,
    primary key (campaign, name)
);
create table seat_list_entry (
    campaign     uuid not null,
    list         text not null,
    constituency text,
    member       integer,
    foreign key (campaign, list) references seat_list on delete cascade
);
create index seat_list_entry_list on seat_list_entry (campaign, list);
create index seat_list_entry_constituency on seat_list_entry (campaign, constituency);
create index seat_list_entry_member on seat_list_entry (campaign, member);

create table seat_fact (
    campaign     uuid        not null references campaign,
    name         text        not null,
    constituency text        not null,
    value        text        not null,
    source       text        not null,
    date         text        not null,
    uploaded_at  timestamptz not null,
    primary key (campaign, name, constituency)
);
create index seat_fact_constituency on seat_fact (campaign, constituency);
