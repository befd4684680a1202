package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organiser's pages of orders without scripts. */
@WebFrontendTest
class OrdersIT {

    private static final String PAGE = "/admin/orders/" + OrderStubs.ORDER;

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/orders?eventId=1&query=kim&status=CONFIRMED",
                PAGE,
                PAGE + "/refund?seat=1000069",
                PAGE + "/move?from=1000069&to=1000001&section=Floor",
                "/admin/events/1/money",
                "/admin/events/1/log"
            })
    void organisersAloneSeeThesePages(String page) {
        assertThat(organiser.get(page).statusCode()).isEqualTo(200);
        assertThat(organiser.withLanguage("ko").get(page).body())
                .contains("lang=\"ko\"")
                .doesNotContain("??");
        assertThat(new Browser(port).get(page).headers().firstValue("Location").orElse(""))
                .contains("/login?first");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 8, "email", "f@podo.dev", "name", "F", "roles", List.of("FAN")));
        assertThat(new Browser(port).loggedIn().get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void theHistoryHasWordsForEachTryToPayAndForWhatTheBuyerWasTold() {
        assertThat(organiser.get(PAGE).body())
                .contains(
                        "Payment tried: declined (LOW_BALANCE)",
                        "Payment tried: approved",
                        "Buyer told of a change",
                        "Title: Moonrise Tour (was Moon)",
                        "It is &lt;late&gt;.")
                .doesNotContain("APPROVED", "DECLINED");
        assertThat(organiser.withLanguage("ko").get(PAGE).body()).contains("승인됨", "거절됨", "구매자에게 변경 안내");
    }

    @Test
    void theSearchAsksForWhatWasTypedAndKeepsItOnTheNextPage() {
        var found = Map.of(
                "content", List.of(OrderStubs.order()),
                "page", Map.of("number", 1, "size", 25, "totalElements", 60, "totalPages", 3));
        WebFrontendTest.SERVICES.answer("GET", "/api/organiser/orders", 200, found);

        String list = organiser
                .get("/admin/orders?query=%20kim%26co%20&eventId=1&status=CONFIRMED&page=2")
                .body();

        assertThat(list)
                .contains("value=\"kim&amp;co\"", "60 orders", "Kim Seoyeon", "fan@podo.dev", "₩264,000")
                .contains("/admin/orders?page=3&amp;eventId=1&amp;status=CONFIRMED&amp;query=kim%26co")
                .contains("/admin/events/1/orders.csv", "/admin/events/1/orders.xlsx");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/organiser/orders"))
                        .withQueryParam("query", equalTo("kim&co"))
                        .withQueryParam("eventId", equalTo("1"))
                        .withQueryParam("status", equalTo("CONFIRMED"))
                        .withQueryParam("page", equalTo("1")));
        assertThat(organiser
                        .get("/admin/orders?withoutEmail=true&eventId=1&page=2")
                        .body())
                .contains("checked", "/admin/orders?page=3&amp;eventId=1&amp;withoutEmail=true");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/organiser/orders"))
                        .withQueryParam("withoutEmail", equalTo("true")));
        assertThat(organiser.get("/admin/orders?status=NONSENSE&page=-4").statusCode())
                .isEqualTo(200);
        assertThat(organiser.get("/admin/orders?eventId=x").statusCode()).isEqualTo(400);
    }

    @Test
    void anOrderTellsItsHistoryInWordsAndTextsOfPeopleAreOnlyText() {
        assertThat(organiser.get(PAGE).body())
                .contains(
                        "Payment tried: declined (LOW_BALANCE)",
                        "₩264,000 paid",
                        "Refund asked for: 1 seat, ₩118,800, fee ₩13,200",
                        "Cancelled by the buyer",
                        "Moved from Floor 4-9 to Floor 5-9",
                        "Let in: Floor 4-9, at North",
                        "Entry undone: Floor 4-9, at North",
                        "Difference of the seats’ usual prices: −₩22,000",
                        "SOMETHING_NEW",
                        "by Kim Seoyeon",
                        "its part is missing",
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "PODO-AAAA-BBBB-CCCC-DDDD",
                        "Wheelchair place",
                        "Calls back on Monday</textarea>")
                .doesNotContain("<script>alert(1)");
        assertThat(organiser.get("/admin/orders/podo-none").statusCode()).isEqualTo(404);
    }

    @Test
    void ticketsAreSentAgainAndANoteIsSaved() {
        organiser.get(PAGE);
        assertThat(redirectOf(organiser.post(PAGE + "/resend"))).isEqualTo(PAGE + "?done=resend");
        assertThat(organiser.get(PAGE + "?done=resend").body()).contains("The tickets are sent again.");
        assertThat(redirectOf(organiser.post(PAGE + "/note", "note", " two\r\nlines ")))
                .isEqualTo(PAGE + "?done=note");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlPathEqualTo(OrderStubs.PATH + "/note"))
                        .withRequestBody(matchingJsonPath("$[?(@.note == 'two\nlines')]")));
        HttpResponse<String> tooLong = organiser.post(PAGE + "/note", "note", "x".repeat(1_001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Too long", "x".repeat(1_001));
        WebFrontendTest.SERVICES.refuse("POST", OrderStubs.PATH + "/resend", 409, "no-tickets", Map.of());
        assertThat(organiser.post(PAGE + "/resend").statusCode()).isEqualTo(409);
    }

    @Test
    void anOrderShowsTheStateOfItsMailsAndOneIsSentAgain() {
        assertThat(organiser.get(PAGE).body())
                .contains("Given up", "The mail server answered 550. Tries: 1.", "Send again: Tickets")
                .contains("The mail server did not answer. Tries: 2.", "SOMETHING_NEW", "Send again: Refund")
                .doesNotContain("SocketTimeoutException", "Send again: Event changed", PAGE + "/mails/7/again");
        assertThat(organiser.withLanguage("ko").get(PAGE).body())
                .contains("보내지 못함", "메일 서버 응답 550", "다시 보내기: 티켓")
                .doesNotContain("??");
        Browser english = organiser.withLanguage("en");
        english.get(PAGE);
        assertThat(redirectOf(english.post(PAGE + "/mails/6/again"))).isEqualTo(PAGE + "?done=mail");
        assertThat(english.get(PAGE + "?done=mail").body()).contains("The mail is sent again.");
        WebFrontendTest.SERVICES.refuse("POST", OrderStubs.PATH + "/mails/6/again", 503, "unavailable", Map.of());
        assertThat(english.post(PAGE + "/mails/6/again").statusCode()).isEqualTo(503);

        var away = new java.util.LinkedHashMap<>(OrderStubs.whole());
        away.put("mails", null);
        WebFrontendTest.SERVICES.answer("GET", OrderStubs.PATH, 200, away);
        assertThat(english.get(PAGE).body()).contains("The mail service does not answer right now");
    }

    @Test
    void noMailIsOfferedThatWouldNotBeSent() {
        WebFrontendTest.SERVICES.answer("GET", OrderStubs.PATH, 200, OrderStubs.withOldTickets());
        assertThat(organiser.get(PAGE).body())
                .contains("Seats moved, with new tickets", "Send again: Refund")
                .doesNotContain("Send again: Tickets", "Send again: Seats moved", "id=\"resend\"");
        WebFrontendTest.SERVICES.refuse("POST", OrderStubs.PATH + "/mails/6/again", 409, "mail-outdated", Map.of());
        HttpResponse<String> refused = organiser.post(PAGE + "/mails/6/again");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Refused: mail-outdated");
    }

    @Test
    void aRefundIsShownBeforeItIsPaidBack() {
        organiser.get(PAGE + "/refund");
        HttpResponse<String> nothing = organiser.post(PAGE + "/refund", "seat", "", "reason", " ");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Please choose at least one seat", "Please fill this in");

        HttpResponse<String> first =
                organiser.post(PAGE + "/refund", "seat", "1000069", "waive", "true", "reason", "A tower in the way");
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(first.body())
                .contains(
                        "press once more",
                        "₩118,800",
                        "name=\"seen\" value=\"118800\"",
                        "value=\"A tower in the way\"");
        verifyRefunds(0);

        assertThat(organiser.htmxGet(PAGE + "/refund?seat=1000069").body())
                .contains("₩118,800")
                .doesNotContain("<html");
        assertThat(redirectOf(organiser.post(
                        PAGE + "/refund",
                        "seat",
                        "1000069",
                        "waive",
                        "true",
                        "reason",
                        "A tower in the way",
                        "seen",
                        "118800",
                        "attempt",
                        "press-1")))
                .isEqualTo(PAGE + "?done=refund");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo(OrderStubs.PATH + "/refund"))
                        .withHeader("Idempotency-Key", equalTo("press-1"))
                        .withRequestBody(matchingJsonPath("$[?(@.waiveFee == true)]"))
                        .withRequestBody(matchingJsonPath("$.seatIds[?(@ == 1000069)]"))
                        .withRequestBody(matchingJsonPath("$[?(@.reason == 'A tower in the way')]")));
        verifyRefunds(1);
    }

    @Test
    void aMoveShowsItsPriceDifferenceAndSaysWhenAnotherWasFaster() {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1/seats/state",
                200,
                Map.of("v", 1, "layout", 1, "s", "a".repeat(SampleHalls.THEATRE)));
        assertThat(organiser.get(PAGE + "/move?section=Floor").body())
                .contains("name=\"to\"", "Choose as many new ones");
        HttpResponse<String> uneven = organiser.post(PAGE + "/move", "from", "1000069", "section", "Floor");
        assertThat(uneven.statusCode()).isEqualTo(422);

        HttpResponse<String> first =
                organiser.post(PAGE + "/move", "from", "1000069", "to", "1000001", "section", "Balcony");
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(first.body()).contains("press once more", "name=\"seen\"", "Also chosen in other sections");
        String seen = first.body().replaceAll("(?s).*name=\"seen\" value=\"(-?\\d+)\".*", "$1");

        WebFrontendTest.SERVICES.refuse(
                "POST", OrderStubs.PATH + "/move", 409, "seats-taken", Map.of("detail", "Somebody was faster."));
        HttpResponse<String> taken =
                organiser.post(PAGE + "/move", "from", "1000069", "to", "1000001", "section", "Floor", "seen", seen);
        assertThat(taken.statusCode()).isEqualTo(409);

        WebFrontendTest.SERVICES.answer(
                "POST", OrderStubs.PATH + "/move", 200, Map.of("order", OrderStubs.order(), "priceDifference", 0));
        assertThat(redirectOf(organiser.post(
                        PAGE + "/move", "from", "1000069", "to", "1000001", "block", "true", "seen", seen)))
                .isEqualTo(PAGE + "?done=move");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo(OrderStubs.PATH + "/move"))
                        .withRequestBody(matchingJsonPath("$[?(@.blockFrom == true)]")));
    }

    @Test
    void theLogSaysWhoDidWhat() {
        assertThat(organiser.get("/admin/events/1/log").body())
                .contains("Moved to other seats", "Old seats: Floor 4-9", "SOMETHING_NEW", "Kim Seoyeon")
                .doesNotContain("moveId", "Older entries");
    }

    @Test
    void aRefundAtTheDeskSaysWhatIsHandedBackAndSpeaksOfNoBank() {
        for (String way : List.of("CASH", "CARD")) {
            Map<String, Object> order = new HashMap<>(OrderStubs.whole());
            order.put("sale", Map.of("way", way));
            WebFrontendTest.SERVICES.answer("GET", OrderStubs.PATH, 200, order);
            String how = way.equals("CASH")
                    ? "Hand back ₩118,800 in cash."
                    : "Refund ₩118,800 with the card terminal of the desk.";
            assertThat(organiser.get(PAGE + "/refund?seat=1000069").body())
                    .contains(how, "It stands in the order’s history.")
                    .doesNotContain("bank");
            assertThat(organiser.get(PAGE + "?done=refund").body())
                    .contains("Refunded; the tickets let nobody in any more. " + how)
                    .doesNotContain("on its way");
        }
        Map<String, Object> free = new HashMap<>(OrderStubs.whole());
        free.put("amount", 0);
        WebFrontendTest.SERVICES.answer("GET", OrderStubs.PATH, 200, free);
        assertThat(organiser.get(PAGE + "/refund").body()).doesNotContain("bank");
        assertThat(organiser.get(PAGE + "?done=refund").body()).contains("nothing to hand back");
    }

    @Test
    void whatTheDeskOwesIsSummedListedAndTickedOff() {
        var owed = new LinkedHashMap<>(OrderStubs.order());
        owed.put("sale", Map.of("way", "CASH"));
        owed.put("owed", 120_000);
        var page = new LinkedHashMap<>(FakeServices.page(List.of(owed)));
        page.put("owed", 120_000);
        WebFrontendTest.SERVICES.answer("GET", "/api/organiser/orders", 200, page);
        WebFrontendTest.SERVICES.answer("GET", OrderStubs.PATH, 200, owed);
        WebFrontendTest.SERVICES.answer("POST", OrderStubs.PATH + "/handed-back", 204, Map.of());

        assertThat(organiser.get("/admin/orders?owed=true&eventId=1").body())
                .contains("still has to hand back ₩120,000, for 1 order", "Hand back ₩120,000 in cash.");
        assertThat(organiser.get(PAGE).body()).contains("nobody has said yet", "Paid back at the desk");
        assertThat(organiser
                        .post(PAGE + "/handed-back")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(PAGE + "?done=handed-back");
        WebFrontendTest.SERVICES.refuse("POST", OrderStubs.PATH + "/handed-back", 409, "nothing-owed", Map.of());
        assertThat(organiser.post(PAGE + "/handed-back").statusCode()).isEqualTo(409);
    }

    @Test
    void exportsAreFilesThatNoSpreadsheetComputes() {
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/organiser/events/1/order-lines", 200, OrderStubs.lines(null, "=HYPERLINK(\"x\")"));
        HttpResponse<String> csv = organiser.get("/admin/events/1/orders.csv");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "orders-1.csv");
        assertThat(csv.body())
                .startsWith("\uFEFFOrder,Ordered,")
                .contains(
                        "2026-12-12 00:30",
                        "\"'=HYPERLINK(\"\"x\"\")\"",
                        "Partly cancelled",
                        "PODO-AAAA-BBBB-CCCC-DDDD")
                .contains("2026-12-12 00:30:00,", ",Moonrise Tour,", "MEMBERS-26,yes");
        HttpResponse<String> xlsx = organiser.get("/admin/events/1/orders.xlsx");
        assertThat(xlsx.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
        assertThat(xlsx.body()).startsWith("PK");
        assertThat(organiser.get("/admin/events/1/money.csv").body())
                .contains("2026-12-12,R,Sold,2,264000,0", "2026-12-12,R,Refunded,1,-118800,13200")
                .contains("2026-12-01,R,Given away,2,0,0,,Complimentary,264000");
        assertThat(organiser.get("/admin/events/1/money").body())
                .contains("Given away and free", "Together: 2 tickets, face value ₩264,000, amount ₩0");
        assertThat(organiser.get("/admin/events/99/orders.csv").statusCode()).isEqualTo(404);
        assertThat(organiser.get("/admin/events/99/money").statusCode()).isEqualTo(404);
    }

    @Test
    void anExportThatFailsMidwayBreaksOffAndNeverLooksWhole() {
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/organiser/events/1/order-lines", 200, OrderStubs.lines("podo-1", "Kim"));
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo("/api/organiser/events/1/order-lines"))
                        .withQueryParam("after", equalTo("podo-1"))
                        .willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> organiser.get("/admin/events/1/orders.csv")).hasRootCauseInstanceOf(IOException.class);
        WebFrontendTest.SERVICES
                .server()
                .verify(
                        3,
                        getRequestedFor(urlPathEqualTo("/api/organiser/events/1/order-lines"))
                                .withQueryParam("after", equalTo("podo-1")));
    }

    private static void verifyRefunds(int times) {
        WebFrontendTest.SERVICES.server().verify(times, postRequestedFor(urlPathEqualTo(OrderStubs.PATH + "/refund")));
    }

    private static String redirectOf(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("no redirect: " + response.statusCode());
    }
}
