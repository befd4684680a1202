-- What this service has still to say. The columns are namastack's; times are DATETIME(6) because with whole seconds
-- two messages of one key said within a second could change places.
CREATE TABLE outbox_record (
    id             VARCHAR(64)   NOT NULL PRIMARY KEY,
    status         VARCHAR(20)   NOT NULL,
    record_key     VARCHAR(100)  NOT NULL,
    record_type    VARCHAR(255)  NOT NULL,
    payload        LONGTEXT      NOT NULL,
    context        LONGTEXT      NULL,
    created_at     DATETIME(6)   NOT NULL,
    completed_at   DATETIME(6)   NULL,
    failure_count  INT           NOT NULL,
    failure_reason VARCHAR(1000) NULL,
    next_retry_at  DATETIME(6)   NOT NULL,
    partition_no   INT           NOT NULL,
    handler_id     VARCHAR(255)  NOT NULL,
    INDEX record_key_created (record_key, completed_at, created_at),
    INDEX partition_status_retry (partition_no, status, next_retry_at)
);

CREATE TABLE outbox_instance (
    instance_id    VARCHAR(100) NOT NULL PRIMARY KEY,
    hostname       VARCHAR(255) NOT NULL,
    port           INT          NOT NULL,
    status         VARCHAR(50)  NOT NULL,
    started_at     DATETIME(6)  NOT NULL,
    last_heartbeat DATETIME(6)  NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    updated_at     DATETIME(6)  NOT NULL,
    INDEX status_heartbeat (status, last_heartbeat)
);

CREATE TABLE outbox_partition (
    partition_number INT          NOT NULL PRIMARY KEY,
    instance_id      VARCHAR(100) NULL,
    version          BIGINT       NOT NULL DEFAULT 0,
    updated_at       DATETIME(6)  NOT NULL,
    INDEX instance (instance_id)
);

-- What this service has already heard.
CREATE TABLE inbox (
    consumer   VARCHAR(60) NOT NULL,
    message_id VARCHAR(64) NOT NULL,
    heard_at   DATETIME(3) NOT NULL,
    PRIMARY KEY (consumer, message_id),
    INDEX heard (heard_at)
);
