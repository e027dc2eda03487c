-- What message rules look at. Rows of before know neither until they are announced again, which the first start does.
alter table constituency add column region text check (region is null or nation = 'England');
alter table member add column offices text[] not null default '{}';
