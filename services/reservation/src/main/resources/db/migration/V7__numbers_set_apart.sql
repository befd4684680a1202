-- No number is given beyond `reserved`, so that after whatever loss in Redis the next one lies beyond all that were ever given;
-- and a room that was laid out before and is not there any more has been lost.
ALTER TABLE room
    ADD COLUMN reserved    BIGINT      NOT NULL DEFAULT 0,
    ADD COLUMN laid_out_at DATETIME(3) NULL;
UPDATE room SET reserved = GREATEST(drawn, highest_number) + 100000, laid_out_at = lobby_opens_at
WHERE drawn_at IS NOT NULL OR highest_number > 0;
