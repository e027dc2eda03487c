create index webhook_previous_secret on webhook (previous_secret_until) where previous_secret is not null;
