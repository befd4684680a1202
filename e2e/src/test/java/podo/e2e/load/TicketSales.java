package podo.e2e.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import podo.e2e.Fan;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** Tickets that fans have bought, four each. */
public final class TicketSales {

    private static final int SEATS_PER_FAN = 4;
    private static final int BUYERS_AT_ONCE = 8;

    /** @param code as the QR code has it; {@code shortCode} as it is typed */
    public record Sold(String code, String shortCode) {}

    private final List<Sold> sold;

    private TicketSales(List<Sold> sold) {
        this.sold = sold;
    }

    /** Sells the first seats of the show. */
    public static TicketSales sell(Show show, int count) throws InterruptedException, ExecutionException {
        List<Long> seats = Fan.fresh().freeSeats(show.id()).subList(0, count);
        List<Callable<List<Sold>>> purchases = IntStream.iterate(0, from -> from < count, from -> from + SEATS_PER_FAN)
                .mapToObj(from -> seats.subList(from, Math.min(count, from + SEATS_PER_FAN)))
                .map(chosen -> (Callable<List<Sold>>) () -> buy(show, chosen))
                .toList();
        List<Sold> sold = new ArrayList<>();
        try (ExecutorService buyers = Executors.newFixedThreadPool(BUYERS_AT_ONCE)) {
            for (var bought : buyers.invokeAll(purchases)) {
                sold.addAll(bought.get());
            }
        }
        return new TicketSales(sold);
    }

    public List<Sold> all() {
        return sold;
    }

    public List<String> codes() {
        return sold.stream().map(Sold::code).toList();
    }

    private static List<Sold> buy(Show show, List<Long> seats) {
        Fan fan = Fan.fresh();
        fan.buy(show.id(), seats);
        return fan.api()
                .get("/api/tickets")
                .has(200)
                .json()
                .valueStream()
                .map((JsonNode ticket) -> new Sold(
                        ticket.path("code").asString(), ticket.path("shortCode").asString()))
                .toList();
    }
}
