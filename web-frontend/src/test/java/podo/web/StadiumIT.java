package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A hall of 50,000 seats. */
@WebFrontendTest
class StadiumIT {

    private static final String LAYOUT = "/api/events/7/seats/layout";
    private static final String PLAN = SampleHalls.stadium();
    /** Plans are cached by version; each test uses a new one. */
    private static int version;

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void insideAStadium() {
        version++;
        WebFrontendTest.SERVICES.reset();
        Instant end = Instant.now().plusSeconds(900);
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/events/7/queue/enter",
                200,
                Map.of("pass", FanStubs.pass(7, 7, end), "expiresAt", end.toString()));
        WebFrontendTest.SERVICES.answer("GET", "/api/events/7/queue/me", 200, Map.of("state", "ENTERED"));
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo(LAYOUT))
                        .willReturn(aResponse()
                                .withFixedDelay(300)
                                .withHeader("Content-Type", "application/json")
                                .withBody(PLAN.replace("\"version\":1", "\"version\":" + version))));
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/7/seats/state",
                200,
                Map.of("v", 100, "layout", version, "s", SampleHalls.letters(SampleHalls.STADIUM)));
        fan = new Browser(port).loggedIn();
        fan.get("/events/7/queue");
        fan.post("/events/7/queue/enter");
    }

    @Test
    void thePageIsSmallAndTheSeatsComeOnceAYear() throws IOException, InterruptedException {
        HttpResponse<String> page = fan.get("/events/7/seats");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).hasSizeLessThan(60_000).contains("/events/7/seats/layout?v=" + version);

        HttpResponse<byte[]> layout = fan.client()
                .send(
                        fan.request("/events/7/seats/layout?v=" + version)
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(layout.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(layout.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(layout.body().length).isLessThan(300_000);
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(layout.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).contains("[50000,39,");
        }
        assertThat(fetched()).isEqualTo(1);

        HttpResponse<String> old = fan.get("/events/7/seats/layout?v=" + (version + 1_000));
        assertThat(old.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-cache");
    }

    @Test
    void aHundredWhoOpenItAtOnceCostOneFetch() throws InterruptedException, ExecutionException {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(crowd.submit(() -> fan.client()
                        .send(
                                fan.request("/events/7/seats/layout?v=" + version)
                                        .header("Accept-Encoding", "gzip")
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(fetched()).isEqualTo(1);
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void itsMapIsDrawnAndAPressOpensASection() throws IOException {
        try (var page = Chromium.withSessionOf(fan, port)) {
            long began = System.nanoTime();
            page.open("/events/7/seats").waitFor("#map[data-ready]");
            System.out.printf(
                    "50,000 seats: %d ms from the click to the map, the driver included%n",
                    (System.nanoTime() - began) / 1_000_000);
            assertThat((Long) page.run("return document.querySelectorAll('#map path').length"))
                    .isLessThan(500);
            assertThat((Long) page.run("return document.querySelector('#map .m-free').getAttribute('d').length"))
                    .isPositive();
            page.saveScreenshot("stadium");

            var map = page.driver().findElement(By.id("map"));
            new Actions(page.driver()).moveToElement(map, 60, 40).click().perform();

            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(page.run("return document.getElementById('map').dataset.open"))
                            .isNotNull());
            assertThat(page.run("return document.getElementById('said').textContent")
                            .toString())
                    .contains("of 1250 seats free");
            page.saveScreenshot("stadium-section");
        }
    }

    private static int fetched() {
        return WebFrontendTest.SERVICES
                .server()
                .findAll(getRequestedFor(urlPathEqualTo(LAYOUT)))
                .size();
    }
}
