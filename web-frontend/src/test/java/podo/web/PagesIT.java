package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebFrontendTest
class PagesIT {

    @LocalServerPort
    int port;

    private Browser anybody;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        anybody = new Browser(port);
    }

    @Test
    void theListSpeaksTheLanguageThatIsAskedForThenTheCookieThenTheBrowser() {
        assertThat(anybody.withLanguage("ko").get("/").body()).contains("lang=\"ko\"", "전체 공연");
        assertThat(anybody.get("/?lang=en").body()).contains("lang=\"en\"", "All events");
        assertThat(anybody.get("/").body()).contains("lang=\"en\"");
        assertThat(new Browser(port).withLanguage("fr").get("/?lang=xx").body()).contains("lang=\"en\"");
    }

    @Test
    void theListIsFilteredByDayKindAndCityInTheZoneOfThePages() {
        var page = anybody.get("/?kind=MUSICAL&city=Busan&from=2026-12-24&to=2026-12-25&bookable=true&query=wave");
        assertThat(page.statusCode()).isEqualTo(200);
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events"))
                        .withQueryParam("kind", equalTo("MUSICAL"))
                        .withQueryParam("city", equalTo("Busan"))
                        .withQueryParam("from", equalTo("2026-12-23T15:00:00Z"))
                        .withQueryParam("until", equalTo("2026-12-25T15:00:00Z"))
                        .withQueryParam("bookable", equalTo("true")));
        assertThat(page.body())
                .contains("<option value=\"MUSICAL\" selected", "<option value=\"Busan\" selected", "Filters (5 set)")
                .contains("value=\"2026-12-24\"", "value=\"wave\"");
    }

    @Test
    void whatCannotBeBookedStandsApartAtTheEnd() {
        String page = anybody.get("/").body();
        assertThat(page.indexOf("Sold out, over or cancelled")).isPositive();
        assertThat(page.indexOf(">뮤지컬 파도<")).isGreaterThan(page.indexOf("Sold out, over or cancelled"));
        assertThat(page.lastIndexOf(">League Final<")).isLessThan(page.indexOf("Sold out, over or cancelled"));
    }

    @Test
    void anUnreadableFilterIsNamedAtItsField() {
        for (String filter :
                new String[] {"kind=OPERA", "from=tomorrow", "to=99999-01-01", "from=2026-12-25&to=2026-12-24"}) {
            var page = anybody.get("/?" + filter);
            assertThat(page.statusCode()).as(filter).isEqualTo(422);
            assertThat(page.body()).as(filter).contains("class=\"wrong\"", "was left out", "Moonrise Tour");
        }
    }

    @Test
    void aPageBehindTheLastOneLeadsToTheLast() {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events",
                200,
                java.util.Map.of(
                        "content",
                        java.util.List.of(),
                        "page",
                        java.util.Map.of("number", 98, "size", 12, "totalElements", 20, "totalPages", 2)));
        var answer = anybody.get("/?page=99&city=Busan");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/?page=2&city=Busan");
    }

    @Test
    void theBeginningOfASaleIsAddedToACalendar() {
        assertThat(anybody.get("/events/4").body()).contains("/events/4/sale.ics");
        var file = anybody.get("/events/4/sale.ics");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(file.body())
                .contains("SUMMARY:Sale opens: Seoul Philharmonic: New World\r\n", "TRIGGER:-PT10M\r\n")
                .contains("UID:sale-4@podo", "/events/4/queue");
        assertThat(anybody.get("/events/1/sale.ics").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/events/99/sale.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void anEventSaysHowLongItLastsForWhomAndWhereItIs() {
        assertThat(anybody.get("/events/1").body())
                .contains("Running time 120 minutes", "Ages 8 and over")
                .contains(
                        "https://www.openstreetmap.org/search?query=Hangang%20Hall%2C%2012%20Riverside-ro%2C%20Seoul");
    }

    @Test
    void nothingIsInlineAndEveryAssetIsCachedForAYear() {
        var page = anybody.get("/events/1");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "form-action 'self' http://localhost:8090")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern(" (style|on[a-z]+)=\"");
        var assets = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars|posters)/[^\"]+)\"")
                .matcher(page.body());
        int found = 0;
        while (assets.find()) {
            found++;
            assertThat(anybody.get(assets.group(1))
                            .headers()
                            .firstValue("Cache-Control")
                            .orElse(""))
                    .as(assets.group(1))
                    .contains("max-age=31536000");
        }
        assertThat(found).isGreaterThan(4);
    }

    @Test
    void theFirstPageIsLight() throws Exception {
        var page = anybody.get("/");
        long bytes = gzipped(page.body());
        var assets =
                Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"").matcher(page.body());
        while (assets.find()) {
            bytes += gzipped(anybody.get(assets.group(1)).body());
        }
        assertThat(bytes).isLessThan(60_000);
    }

    @Test
    void whoDoesNotAskForAPageGetsAProblem() {
        var machine = new Browser(port).accepting("application/json");
        for (String path : new String[] {"/nope", "/events/99", "/events/x", "/tickets"}) {
            var answer = machine.get(path);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("application/problem+json");
            assertThat(answer.body())
                    .contains("urn:problem:" + (path.equals("/tickets") ? "unauthorized" : "not-found"));
        }
    }

    @Test
    void anUnknownAddressIsAnErrorPage() {
        for (String path : new String[] {"/nope", "/events/99", "/events/x", "/posters/none-1.svg"}) {
            var answer = anybody.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("There is nothing at this address");
        }
    }

    @Test
    void anOutageOfAServiceIsAnErrorPageThatReloadsItself() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/1", 503, "unavailable", java.util.Map.of());
        var answer = anybody.get("/events/1");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("One moment, please", "tries again by itself", "href=\"/events/1\"");
        // a refresh that also works with scripts, after a random delay
        assertThat(answer.body()).containsPattern("<meta http-equiv=\"refresh\" content=\"([5-9]|10)\">");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(5L, 10L);
    }

    @Test
    void aFormIsNotSentAgainByItselfAfterAnOutage() {
        anybody.loggedIn().get("/events/6/queue");
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/6/queue", 503, "unavailable", java.util.Map.of());
        var answer = anybody.post("/events/6/queue");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("One moment, please", "check first, then send it again")
                .doesNotContain("http-equiv=\"refresh\"", "tries again by itself");
    }

    @Test
    void whoComesTooOftenIsToldWhenToComeBack() {
        anybody.loggedIn().get("/events/6/queue");
        WebFrontendTest.SERVICES
                .server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(urlPathEqualTo("/api/events/6/queue"))
                        .willReturn(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                                .withStatus(429)
                                .withHeader("Retry-After", "17")
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("{\"type\":\"urn:problem:too-many-requests\",\"status\":429}")));
        var answer = anybody.post("/events/6/queue");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isEqualTo(17);
    }

    @Test
    void aFanIsNoOrganiser() {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                java.util.Map.of("id", 8, "email", "f@podo.dev", "name", "F", "roles", java.util.List.of("FAN")));
        var answer = anybody.loggedIn().get("/admin");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("action=\"/logout\"", "href=\"/admin?lang=ko\"");
    }

    @Test
    void searchAsksTheServiceAndKeepsTheWords() {
        assertThat(anybody.get("/?query=moon%22%3E").body()).contains("value=\"moon&quot;&gt;\"");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events"))
                        .withQueryParam("query", com.github.tomakehurst.wiremock.client.WireMock.equalTo("moon\">")));
    }

    @Test
    void anybodyMayCheckADrawAndAFanSeesTheOwnTicketThere() {
        assertThat(anybody.get("/events/2/fairness").body())
                .contains("20,000 fans were drawn", "5eed5eed", "/api/events/2/fairness/draw", "fairness")
                .contains("data-seed-hash=\"abab")
                .doesNotContain("Your signed draw receipt");
        assertThat(anybody.get("/events/3/fairness").body())
                .contains("The seed is sealed", "abab")
                .doesNotContain("id=\"check\"");
        assertThat(anybody.get("/events/6/fairness").body()).contains("There was no draw");
        assertThat(anybody.get("/events/4/fairness").body()).contains("nothing to check");
        assertThat(anybody.withLanguage("ko")
                        .loggedIn()
                        .get("/events/2/fairness")
                        .body())
                .contains("signed.for.everybody", "value=\"t-1\"", "서명된 대기 확인증");
    }

    @Test
    void aPosterIsThePictureOfItsAddress() {
        var poster = anybody.get("/posters/moon-1f.svg");
        assertThat(poster.body())
                .startsWith("<svg")
                .isEqualTo(new Browser(port).get("/posters/moon-1f.svg").body());
    }

    private static long gzipped(String body) throws java.io.IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }
}
