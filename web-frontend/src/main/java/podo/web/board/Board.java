package podo.web.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.web.client.RoomClient;

/**
 * What a board shows beside the line's own status.
 *
 * @param now null while the history cannot be read
 * @param money null for who may not read it, and while it is unknown
 * @param passkeyNeeded the money is shown after a log-in with a passkey
 */
public record Board(
        Instant at,
        BoardRange range,
        RoomClient.@Nullable Point now,
        List<RoomClient.InGrade> grades,
        List<RoomClient.InArea> areas,
        RoomClient.@Nullable MoneyPoint money,
        boolean passkeyNeeded,
        List<BoardTable> tables) {

    public boolean hasMoney() {
        return money != null && money.captured() != null;
    }

    public long captured() {
        return money == null || money.captured() == null ? 0 : money.captured();
    }

    public long refunded() {
        return money == null || money.refunded() == null ? 0 : money.refunded();
    }

    /** Seats and places together. */
    public long sold() {
        return grades.stream().mapToLong(RoomClient.InGrade::sold).sum();
    }

    public long total() {
        return grades.stream().mapToLong(RoomClient.InGrade::total).sum();
    }

    /** Areas without those that a grade of the same name has told already, because it has nothing else. */
    public List<RoomClient.InArea> ownAreas() {
        return areas.stream()
                .filter(area -> grades.stream()
                        .noneMatch(grade -> grade.name().equals(area.name())
                                && area.grade().equals(grade.name())
                                && grade.total() == area.capacity()))
                .toList();
    }

    public long refused() {
        return now == null ? 0 : sum(now.refused());
    }

    public long declined() {
        return now == null ? 0 : sum(now.declined());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
