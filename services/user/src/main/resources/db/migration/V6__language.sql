-- Of mails: ko or en. Accounts from before get Korean.
ALTER TABLE account ADD COLUMN language CHAR(2) NOT NULL DEFAULT 'ko';
