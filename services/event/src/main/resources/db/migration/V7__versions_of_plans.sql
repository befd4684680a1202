-- Every version of a venue's plan, as JSON: a plan is always read and written whole. Events name the version that they were laid out
-- from. A venue without a row here has its first version in venue.sections.
CREATE TABLE venue_plan (
    venue_id   BIGINT      NOT NULL,
    version    INT         NOT NULL,
    plan       LONGTEXT    NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (venue_id, version)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE venue ADD COLUMN plan_version INT NOT NULL DEFAULT 1;
ALTER TABLE event ADD COLUMN venue_version INT NOT NULL DEFAULT 1;
