package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.GatewayClient.assertProblem;
import static podo.gateway.StubbedServices.SERVICES;
import static podo.gateway.StubbedServices.token;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Fans who wait ask for their place in a lane of their own, with three at once here. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "podo.gateway.forward.calls-at-once=20",
            "podo.gateway.forward.lanes.line.calls-at-once=3",
            "podo.gateway.forward.lanes.line.queue-for=1s"
        })
@ContextConfiguration(initializers = StubbedServices.class)
@DirtiesContext
class LanesTest {

    private static final int FANS = 40;

    @LocalServerPort
    int port;

    private final StubService reservation = SERVICES.get("reservation");
    private GatewayClient client;

    @BeforeEach
    void open() {
        client = new GatewayClient(port);
        reservation.looks = new CountDownLatch(1);
        reservation.looksBegun.set(0);
    }

    @AfterEach
    void answerAll() {
        reservation.looks.countDown();
    }

    @Test
    void aCrowdThatLooksAtItsPlaceDoesNotKeepABuyerWaiting() {
        try (var fans = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> looks = IntStream.range(0, FANS)
                    .mapToObj(fan -> fans.submit(() -> client.get("/api/events/1/queue/me", "Authorization", token())))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> reservation.looksBegun.get() == 3);
            assertThat(client.get("/api/reservations/1", "Authorization", token())
                            .statusCode())
                    .isEqualTo(200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> looks.stream().filter(Future::isDone).count() == FANS - 3);
            assertThat(reservation.looksBegun).as("at the service at once").hasValue(3);
            for (var look : looks) {
                if (look.isDone()) {
                    assertProblem(look.resultNow(), 503, "unavailable");
                    assertThat(look.resultNow().headers().firstValue("Retry-After"))
                            .isPresent();
                }
            }
            reservation.looks.countDown();
            await().atMost(Duration.ofSeconds(30)).until(() -> looks.stream().allMatch(Future::isDone));
            assertThat(looks)
                    .filteredOn(look -> look.resultNow().statusCode() == 200)
                    .as("those that were in the lane")
                    .hasSize(3);
        }
        assertThat(client.get("/api/events/1/queue/me", "Authorization", token())
                        .statusCode())
                .isEqualTo(200);
    }
}
