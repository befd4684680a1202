package podo.web.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event's money as the ledger has it, in whole won.
 *
 * @param given tickets that cost nothing; null from a service that does not know it yet
 */
public record EventMoney(
        List<MoneyLine> lines,
        long captured,
        long refunded,
        @Nullable List<GivenLine> given) {

    /**
     * @param amount negative for what was paid back; {@code fee} what was kept of refunded seats
     * @param way BANK, or CASH or CARD at the box office; null from a service that knows the bank only
     */
    public record MoneyLine(
            LocalDate day,
            String grade,
            @Nullable String ticketKind,
            String kind,
            int tickets,
            long amount,
            long fee,
            @Nullable String way) {

        /** Message key of the way of payment. */
        public String wayKey() {
            return "desk.way." + ("CASH".equals(way) || "CARD".equals(way) ? way : "BANK");
        }

        public String kindOfTicket() {
            return ticketKind == null ? "" : ticketKind;
        }
    }

    /**
     * Tickets that cost nothing.
     *
     * @param way COMPLIMENTARY or FREE
     * @param faceValue what they would have cost as usual ones, together
     */
    public record GivenLine(LocalDate day, String grade, String ticketKind, String way, int tickets, long faceValue) {

        /** Message key of the way. */
        public String wayKey() {
            return way.equals("COMPLIMENTARY") ? "desk.way.COMPLIMENTARY" : "money.free";
        }
    }

    public List<GivenLine> givenOrNone() {
        return given == null ? List.of() : given;
    }

    /** How many tickets cost nothing. */
    public int givenTickets() {
        return givenOrNone().stream().mapToInt(GivenLine::tickets).sum();
    }

    public long givenFaceValue() {
        return givenOrNone().stream().mapToLong(GivenLine::faceValue).sum();
    }

    /** What a way of payment brought, less what it paid back. */
    public record OfWay(String key, long amount) {}

    /** By way of payment; none where all came by the bank. */
    public List<OfWay> ways() {
        Map<String, Long> sums = lines.stream()
                .collect(Collectors.groupingBy(
                        MoneyLine::wayKey, TreeMap::new, Collectors.summingLong(MoneyLine::amount)));
        return sums.keySet().equals(Set.of("desk.way.BANK"))
                ? List.of()
                : sums.entrySet().stream()
                        .map(way -> new OfWay(way.getKey(), way.getValue()))
                        .toList();
    }
}
