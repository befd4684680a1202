package podo.e2e.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;

/** Alerts and dashboards ask for what the services of a running stack offer. */
@OnRunningStack
class ScrapeIT {

    /** Of Prometheus itself. */
    private static final Set<String> OF_THE_SCRAPE = Set.of("up");

    private static final Set<String> SERVICES = Set.of(
            "user", "event", "inventory", "reservation", "payment", "notification", "web-frontend", "gateway-mvc");

    @Test
    void everyMetricThatAnAlertOrADashboardNamesIsInAScrapeAndAPurchaseMovesThem() {
        // what is counted for the first time when it happens
        Api.open().get("/api/nowhere").has(404);
        Map<String, Double> before = scrape();
        Fan fan = Fan.fresh();
        Show show = Show.onSale(1, 4);
        String pass = fan.enter(show.id());
        String hold = fan.hold(show.id(), pass, fan.freeSeats(show.id()).subList(0, 1))
                .has(201)
                .string("holdId");
        assertThat(scrape().get("podo_seats_held")).isPositive();
        Answer reservation =
                fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
        fan.pay(reservation).isOneOf(200, 202);
        fan.awaitStatus(reservation.string("id"), "CONFIRMED");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Map<String, Double> after = scrape();
            assertThat(Set.of("podo_line_admitted_total", "podo_payments_total", "podo_holds_seconds_count"))
                    .allSatisfy(
                            name -> assertThat(after.get(name)).as(name).isGreaterThan(before.getOrDefault(name, 0.0)));
        });
        Map<String, Double> scraped = scrape();
        assertThat(scraped).hasSizeGreaterThan(100);
        Set<String> named = MetricNames.inFiles();
        assertThat(named)
                .contains("podo_audit_findings", "podo_line_waiting", "up")
                .hasSizeGreaterThan(25);
        assertThat(named.stream()
                        .filter(name -> !OF_THE_SCRAPE.contains(name))
                        .filter(name -> !scraped.containsKey(name)))
                .isEmpty();
    }

    /** The sum of each metric over its labels and all processes. */
    private static Map<String, Double> scrape() {
        Map<String, Double> sums = new TreeMap<>();
        for (String process : StackProcesses.all()) {
            if (SERVICES.contains(process)) {
                String address = process.equals("gateway-mvc")
                        ? "http://127.0.0.1:" + StackProcesses.secret(process, "PODO_MANAGEMENT_PORT")
                        : StackProcesses.address(process);
                read(address)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> sums.merge(
                                line.replaceFirst("[{ ].*", ""),
                                Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)),
                                Double::sum));
            }
        }
        return sums;
    }

    private static String read(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/actuator/prometheus"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<String> answer = StackClients.as(StackClients.OUTSIDER).send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
