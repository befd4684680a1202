package podo.payment;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures statements and redo bytes per purchase, without the idle load of the service. Only with {@code --long}. */
@EnabledIfSystemProperty(named = "podo.long", matches = "true")
class CostIT extends PaymentServiceFixture {

    private static final Logger log = LoggerFactory.getLogger(CostIT.class);
    private static final List<String> COUNTERS =
            List.of("Com_select", "Com_insert", "Com_update", "Com_delete", "Com_commit", "Innodb_os_log_written");

    @Test
    void ledgerAndOutboxPerPurchase() {
        List<NeighbourServices.Order> orders =
                IntStream.range(0, 100).mapToObj(i -> openedOrder(10_000, 2)).toList();
        Duration quiet = Duration.ofSeconds(5);
        Map<String, Long> before = counters();
        await().pollDelay(quiet).atMost(Duration.ofSeconds(10)).until(() -> true);
        Map<String, Long> idle = difference(before, counters());

        long start = System.nanoTime();
        Map<String, Long> first = counters();
        orders.forEach(order -> confirm(order, bank.approve(order.orderId, order.amount)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> orders.stream().allMatch(order -> neighbours.tickets(order) == 2));
        Map<String, Long> busy = difference(first, counters());
        double seconds = (System.nanoTime() - start) / 1e9;

        busy.forEach((counter, sum) -> log.info(
                "{} per purchase: {}",
                counter,
                "%.1f".formatted((sum - idle.get(counter) * seconds / quiet.toSeconds()) / orders.size())));
        Long rowBytes = jdbc.sql(
                        "SELECT ROUND(AVG(LENGTH(order_id) + LENGTH(payment_key) + LENGTH(reference) + 40)) FROM ledger_entry")
                .query(Long.class)
                .single();
        log.info("a ledger row: about {} bytes; 100 purchases took {} s one after the other", rowBytes, seconds);
    }

    private Map<String, Long> counters() {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String counter : COUNTERS) {
            values.put(
                    counter,
                    jdbc.sql("SHOW GLOBAL STATUS LIKE '" + counter + "'")
                            .query((row, n) -> row.getLong(2))
                            .single());
        }
        return values;
    }

    private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> difference = new LinkedHashMap<>();
        after.forEach((counter, value) -> difference.put(counter, value - before.get(counter)));
        return difference;
    }
}
