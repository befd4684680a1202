package podo.inventory.hold.strategy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import podo.inventory.hold.Hold;
import podo.starter.jdbc.Utc;

/** A seat's state as a JPA entity, for {@link EntityJudge}. */
@Entity
@Table(name = "seat")
class SeatRow {

    @Id
    private long id;

    @Column(columnDefinition = "char(1)")
    private String status = "A";

    @Column(name = "hold_id", columnDefinition = "char(36)")
    private @Nullable String holdId;

    @Column(name = "held_until")
    private @Nullable LocalDateTime heldUntil;

    @Column(updatable = false)
    private int revision;

    @Version
    private int version;

    protected SeatRow() {}

    boolean isFree(int revision, Instant now) {
        return this.revision == revision && (status.equals("A") || (status.equals("H") && isLapsed(now)));
    }

    void hold(Hold hold) {
        status = "H";
        holdId = hold.id();
        heldUntil = Utc.millis(hold.heldUntil());
    }

    private boolean isLapsed(Instant now) {
        return heldUntil != null && !heldUntil.isAfter(Utc.millis(now));
    }
}
