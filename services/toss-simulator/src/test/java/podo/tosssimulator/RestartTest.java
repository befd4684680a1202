package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class RestartTest {

    @TempDir
    Path home;

    @Test
    void paymentsAnswersAndTheClockSurviveARestartAndAnIncompleteLine() throws Exception {
        String order = ShopClient.newOrderId();
        String key;
        ShopClient.Reply first;
        try (ConfigurableApplicationContext simulator = start()) {
            ShopClient shop = new ShopClient(port(simulator));
            key = shop.approve(order, 1_000);
            first = shop.confirm(key, order, 1_000, "Idempotency-Key", order);
            shop.advanceClock(Duration.ofDays(1));
        }
        Files.writeString(home.resolve("journal.jsonl"), "{\"kind\":\"payment\",\"ke", StandardOpenOption.APPEND);

        try (ConfigurableApplicationContext simulator = start()) {
            ShopClient shop = new ShopClient(port(simulator));
            assertThat(shop.confirm(key, order, 1_000, "Idempotency-Key", order))
                    .isEqualTo(first);
            assertThat(shop.get("/v1/payments/orders/" + order)
                            .json()
                            .path("status")
                            .asString())
                    .isEqualTo("DONE");
            String now = shop.get("/simulator/clock").json().path("now").asString();
            assertThat(Instant.parse(now)).isAfter(Instant.now().plus(Duration.ofHours(23)));
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                TossSimulatorApplication.class,
                "--server.port=0",
                "--podo.simulator.journal=" + home.resolve("journal.jsonl"),
                "--podo.simulator.webhook.url=http://localhost:1");
    }

    private static int port(ConfigurableApplicationContext simulator) {
        return ((WebServerApplicationContext) simulator).getWebServer().getPort();
    }
}
