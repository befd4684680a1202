package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.contracts.RedisChannels;
import podo.contracts.inventory.SeatIds;
import podo.stack.junit.TestRedis;

/** Standing areas on the seat page, with scripts and without, and wherever seats are named. */
@WebFrontendTest
class AreaPagesIT {

    private static final StringRedisTemplate REDIS = TestRedis.template("inventory");

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void inside() {
        WebFrontendTest.SERVICES.reset();
        WebFrontendTest.SERVICES.answer("GET", "/api/events/6/queue/me", 200, Map.of("state", "OFFERED"));
        fan = new Browser(port).loggedIn();
        fan.get("/events/6/queue");
        fan.post("/events/6/queue/enter");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/6/queue/me", 200, Map.of("state", "ENTERED"));
    }

    @Test
    void theListIsAFormWithTheNumberOfPlaces() {
        String page = fan.get("/events/6/seats?view=list&area=60&places=2").body();
        assertThat(page).contains("Standing areas", "Pit", "57 left", "name=\"places\"");
        assertThat(page).containsPattern("value=\"2\"[^>]*selected");

        fan.post("/events/6/seats", "area", "60", "places", "2", "seen", "1,2,3,88000,5", "attempt", "a");
        WebFrontendTest.SERVICES
                .server()
                .verify(
                        postRequestedFor(urlEqualTo("/api/events/6/holds"))
                                .withRequestBody(
                                        equalToJson(
                                                "{\"seatIds\":[],\"areas\":[{\"areaId\":60,\"count\":2}],\"accessible\":false,\"total\":176000}")));
    }

    @Test
    void anotherSectionKeepsTheChosenPlaces() {
        HttpResponse<String> next =
                fan.post("/events/6/seats/section?show=1", "seat", "69", "area", "60", "places", "2");
        assertThat(next.headers().firstValue("Location").orElseThrow()).contains("seat=69&area=60&places=2");
    }

    @Test
    void aFullAreaIsSaidWithWhatIsLeftAndTheChoiceIsKept() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/events/6/holds",
                409,
                "area-full",
                Map.of("left", 1, "areas", List.of(Map.of("id", 60, "available", 1))));
        HttpResponse<String> page = fan.post("/events/6/seats", "area", "60", "places", "2", "attempt", "a");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).containsPattern("value=\"2\"[^>]*selected");
    }

    @Test
    void nonsenseIsNoChoice() {
        for (String places : List.of("0", "-1")) {
            assertThat(fan.post("/events/6/seats", "area", "60", "places", places, "attempt", "a")
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(fan.post("/events/6/seats", "area", "60", "attempt", "a").statusCode())
                .isEqualTo(422);
        assertThat(fan.post("/events/6/seats", "area", "x", "places", "y", "attempt", "a")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPlaceIsNamedByItsAreaAlone() {
        long place = SeatIds.ofPlace(6, 1);
        var booking = new java.util.LinkedHashMap<>(FanStubs.booking("r-1", "PENDING", 6, java.time.Instant.now()));
        booking.put(
                "seats",
                List.of(Map.of(
                        "id", place, "section", "Pit", "row", "", "number", 0, "grade", "A", "price", 88_000, "status",
                        "BOOKED")));
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, booking);

        String page = fan.get("/checkout/r-1").body();
        assertThat(page).contains("Pit").doesNotContain("Row ");
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void theMapShowsTheAreaFollowsItAndCountsItsPlaces() {
        try (Chromium page = Chromium.withSessionOf(fan, port)) {
            page.open("/events/6/seats");
            page.waitFor("#map[data-ready]");
            assertThat(text(page, ".m-area .m-left")).isEqualTo("57");
            REDIS.convertAndSend(RedisChannels.seats(6), "{\"v\":101,\"d\":\"\",\"a\":\"60:3\"}");
            await().untilAsserted(
                            () -> assertThat(text(page, ".m-area .m-left")).isEqualTo("3"));
            assertThat(text(page, "#left-60")).isEqualTo("3 left");

            page.run("const s = document.getElementById('places-60'); s.value = '2';"
                    + " s.dispatchEvent(new Event('change', { bubbles: true }));");
            await().untilAsserted(() -> assertThat(text(page, "#sum")).isEqualTo("₩176,000"));
            assertThat(text(page, "#count")).isEqualTo("2 of 4");
            assertThat(page.driver().findElement(By.id("go")).isEnabled()).isTrue();
            assertThat(page.driver().getCurrentUrl()).contains("area=60&places=2");
            assertThat(page.run("return document.querySelector('#places-60 option[value=\"4\"]').disabled"))
                    .isEqualTo(true);
        }
    }

    private static Object text(Chromium page, String css) {
        return page.run("return document.querySelector(arguments[0]).textContent", css);
    }
}
