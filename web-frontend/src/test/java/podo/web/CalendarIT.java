package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import podo.web.catalogue.CachedCatalogue;
import tools.jackson.databind.json.JsonMapper;

/** The shop's calendar, and the dates of a show on the pages of fans. */
@WebFrontendTest
class CalendarIT {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @LocalServerPort
    int port;

    @Autowired
    CachedCatalogue catalogue;

    private final YearMonth current = YearMonth.now(SEOUL);
    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port);
        catalogue.clear();
    }

    private static Map<String, Object> show(long id, String title, LocalDate day, String status) {
        Map<String, Object> show =
                new LinkedHashMap<>(FanStubs.shows(Instant.now()).getFirst());
        show.putAll(Map.of("id", id, "title", title, "status", status));
        show.put("startsAt", day.atTime(19, 30).atZone(SEOUL).toInstant().toString());
        return show;
    }

    private void answer(List<Map<String, Object>> shows, int pages) {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events",
                200,
                Map.of(
                        "content",
                        shows,
                        "page",
                        Map.of("number", 0, "size", 100, "totalElements", shows.size(), "totalPages", pages)));
        catalogue.clear();
    }

    @Test
    void aMonthShowsEachShowOnItsDay() {
        YearMonth month = current.plusMonths(1);
        answer(
                List.of(
                        show(41, "Late", month.atDay(17), "ON_SALE"),
                        show(42, "Early", month.atDay(3), "CANCELLED"),
                        show(43, "Next month", month.plusMonths(1).atDay(1), "ON_SALE")),
                1);
        HttpResponse<String> page = fan.get("/calendar?month=" + month);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsSubsequence(
                        "datetime=\"" + month.atDay(3) + "\"",
                        "/events/42",
                        "19:30",
                        "Early",
                        "Cancelled",
                        "datetime=\"" + month.atDay(17) + "\"",
                        "/events/41",
                        "On sale",
                        "datetime=\"" + month.atDay(18) + "\"")
                .contains("/calendar?month=" + current + "\"", "/calendar?month=" + month.plusMonths(1))
                .doesNotContain("Next month", "??");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("public, max-age=1, stale-while-revalidate=1");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events"))
                        .withQueryParam(
                                "from",
                                equalTo(month.atDay(1)
                                        .atStartOfDay(SEOUL)
                                        .toInstant()
                                        .toString()))
                        .withQueryParam("size", equalTo("100")));
        assertThat(fan.withLanguage("ko").get("/calendar?month=" + month).body())
                .contains(month.getYear() + "년 " + month.getMonthValue() + "월")
                .doesNotContain("??");
        assertThat(new Browser(port).loggedIn().get("/calendar?month=" + month).body())
                .contains("Early");
    }

    @Test
    void anEmptyMonthLeadsToTheNextShow() {
        YearMonth later = current.plusMonths(3);
        answer(List.of(), 0);
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo("/api/events"))
                        .withQueryParam(
                                "from",
                                equalTo(current.plusMonths(2)
                                        .atDay(1)
                                        .atStartOfDay(SEOUL)
                                        .toInstant()
                                        .toString()))
                        .withQueryParam("until", absent())
                        .willReturn(okJson(JsonMapper.shared()
                                .writeValueAsString(Map.of(
                                        "content",
                                        List.of(
                                                show(52, "Off", later.atDay(2), "CANCELLED"),
                                                show(51, "Moonrise", later.atDay(9), "ANNOUNCED")),
                                        "page",
                                        Map.of("number", 0, "size", 100, "totalElements", 2, "totalPages", 1))))));
        assertThat(fan.get("/calendar?month=" + current.plusMonths(1)).body())
                .contains("The next show:", "/events/51", "Moonrise", "/calendar?month=" + later + "\"")
                .doesNotContain("/events/52");
    }

    @Test
    void aMonthWithoutShowsSaysSoAndAFullOneLeadsToTheList() {
        answer(List.of(), 0);
        assertThat(fan.get("/calendar").body())
                .contains("No shows in this month", "No show is planned yet.")
                .contains("aria-label=\"Other months\"");
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(show(100 + i, "Show " + i, current.atDay(1), "ON_SALE"));
        }
        answer(many, 11);
        assertThat(fan.get("/calendar").body())
                .contains("more shows than a page can hold", "/?from=" + current + "-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "nonsense", "0000-01", "9999-12", "2026-12-01", "-2026-01", "999999999999"})
    void aMonthThatIsNoneShowsThisMonthAndSaysSo(String month) {
        HttpResponse<String> page = fan.get("/calendar?month=" + month);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"", "Choose a month from", "value=\"" + current + "\"");
    }

    @Test
    void monthsAreBounded() {
        YearMonth last = current.plusMonths(24);
        assertThat(fan.get("/calendar?month=" + last).body())
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        assertThat(fan.get("/calendar?month=" + last.plusMonths(1)).statusCode())
                .isEqualTo(400);
        assertThat(fan.get("/calendar?month=" + current.minusMonths(12)).body())
                .contains("rel=\"next\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(fan.get("/calendar?month=").statusCode()).isEqualTo(200);
    }

    @Test
    void theFrontPageAsksForOneCardPerShowAndNamesItsDates() {
        Map<String, Object> show =
                new LinkedHashMap<>(show(41, "Moon", current.plusMonths(1).atDay(9), "ON_SALE"));
        show.put("seriesId", 41);
        show.put(
                "otherDates",
                List.of(
                        other(42, current.plusMonths(1).atDay(2), "SOLD_OUT"),
                        other(43, current.plusMonths(1).atDay(1), "CANCELLED")));
        answer(List.of(show), 1);
        String home = fan.get("/").body();
        assertThat(home).containsPattern("2 dates, from \\w{3} 2 ").contains("href=\"/calendar\"");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events")).withQueryParam("grouped", equalTo("true")));
        WebFrontendTest.SERVICES.answer("GET", "/api/events/41", 200, show);
        catalogue.clear();
        assertThat(fan.get("/events/41").body())
                .containsSubsequence(
                        "id=\"dates\"", "/events/43", "Cancelled", "/events/42", "Sold out", "aria-current=\"page\"");
        assertThat(fan.get("/events/2").body()).doesNotContain("id=\"dates\"");
    }

    private static Map<String, Object> other(long id, LocalDate day, String status) {
        return Map.of(
                "id",
                id,
                "startsAt",
                day.atTime(19, 30).atZone(SEOUL).toInstant().toString(),
                "onSaleAt",
                "2026-01-01T00:00:00Z",
                "status",
                status,
                "version",
                1);
    }
}
