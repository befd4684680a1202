CREATE TABLE venue (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    organiser_id BIGINT       NOT NULL,
    name         VARCHAR(100) NOT NULL,
    address      VARCHAR(200) NOT NULL,
    -- JSON; seats are not stored, they follow from the sections
    sections     LONGTEXT     NOT NULL,
    capacity     INT          NOT NULL,
    created_at   DATETIME(3)  NOT NULL,
    INDEX organiser (organiser_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE event (
    id                   BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    organiser_id         BIGINT        NOT NULL,
    state                VARCHAR(20)   NOT NULL,
    -- names the seats and their grades as the others know them; grows when those change
    plan_version         INT           NOT NULL,
    -- the venue as it was when the event was written: no join to list or search
    venue                VARCHAR(100)  NOT NULL,
    address              VARCHAR(200)  NOT NULL,
    capacity             INT           NOT NULL,
    title                VARCHAR(200)  NOT NULL,
    description          VARCHAR(5000) NOT NULL,
    venue_id             BIGINT        NOT NULL,
    starts_at            DATETIME(3)   NOT NULL,
    lobby_opens_at       DATETIME(3)   NOT NULL,
    on_sale_at           DATETIME(3)   NOT NULL,
    sales_end_at         DATETIME(3)   NOT NULL,
    seats_per_fan        INT           NOT NULL,
    grades               LONGTEXT      NOT NULL,
    admission_per_second INT           NOT NULL,
    admission_cap        INT           NOT NULL,
    extensions           INT           NOT NULL,
    single_seat_policy   VARCHAR(20)   NOT NULL,
    refund_fees          LONGTEXT      NOT NULL,
    created_at           DATETIME(3)   NOT NULL,
    INDEX organiser (organiser_id),
    INDEX state_start (state, starts_at),
    CONSTRAINT plays_at FOREIGN KEY (venue_id) REFERENCES venue (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- What the inventory said was sold and given back. A row per seat and hold: said twice, or in the wrong order, it is
-- the same row, and "returned" is final.
CREATE TABLE sold_seat (
    event_id BIGINT      NOT NULL,
    hold_id  VARCHAR(64) NOT NULL,
    seat_id  BIGINT      NOT NULL,
    returned BOOLEAN     NOT NULL,
    PRIMARY KEY (event_id, hold_id, seat_id)
) CHARACTER SET ascii;

CREATE TABLE sales (
    event_id BIGINT NOT NULL PRIMARY KEY,
    sold     INT    NOT NULL
);
