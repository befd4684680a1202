package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The box office's pages without scripts. */
@WebFrontendTest
class DeskPagesIT {

    private static final String DESK = "/admin/events/1/desk";
    private static final String SALE = DESK + "/sale";
    private static final String SALES = "/api/organiser/events/1/sales";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    @LocalServerPort
    int port;

    private Browser clerk;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        clerk = new Browser(port).loggedIn();
        clerk.get("/admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DESK,
                DESK + "?view=list&seat=69",
                SALE + "?seat=69&seat=70",
                "/admin/orders/podo-order-r-2/receipt?sold"
            })
    void membersAloneSeeThesePages(String page) {
        assertThat(clerk.get(page).statusCode()).isEqualTo(200);
        assertThat(clerk.withLanguage("ko").get(page).body())
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
    void theMapIsThatOfFansAndSellsBlockedSeatsToo() {
        String page = clerk.get(DESK).body();
        assertThat(page)
                .contains("id=\"map\"", "data-blocked=\"sold\"", "data-limit=\"50\"", "/events/1/seats/state")
                .contains("id=\"hold\"", "action=\"/admin/events/1/desk/sale\"");
        assertThat(clerk.get(DESK + "?view=list&seat=69").body())
                .contains("name=\"seat\" value=\"69\" checked=\"checked\"", "Section");
        assertThat(clerk.get("/admin/events/1").body()).contains("/admin/events/1/desk");
    }

    @Test
    void theSheetShowsASumAndASaleLeadsToItsReceipt() {
        String sheet = clerk.get(SALE + "?seat=69&seat=70").body();
        String sum = seen(sheet);
        assertThat(sheet).contains("id=\"till\"", "Row 4").contains("value=\"CASH\"");

        HttpResponse<String> sold = clerk.post(
                SALE,
                "seat",
                "69",
                "seat",
                "70",
                "way",
                "CASH",
                "name",
                " Hana ",
                "email",
                "h@podo.dev",
                "seen",
                sum,
                "attempt",
                "press-1");

        assertThat(redirectOf(sold)).isEqualTo("/admin/orders/podo-order-r-2/receipt?sold");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo(SALES))
                        .withHeader("Idempotency-Key", matching("press-1"))
                        .withRequestBody(matchingJsonPath("$[?(@.way == 'CASH')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.total == " + sum + ")]"))
                        .withRequestBody(matchingJsonPath("$[?(@.name == 'Hana')]"))
                        .withRequestBody(matchingJsonPath("$.seats[1].seatId")));
        String receipt = clerk.get("/admin/orders/podo-order-r-2/receipt?sold").body();
        assertThat(receipt).contains("Sold.", "₩264,000", "podo-order-r-2", "/tickets.pdf", "Kim Seoyeon");
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost() {
        String sum = seen(clerk.get(SALE + "?seat=69").body());
        HttpResponse<String> wayless =
                clerk.post(SALE, "seat", "69", "name", "Hana", "seen", sum, "attempt", "press-1");
        assertThat(wayless.statusCode()).isEqualTo(422);
        assertThat(wayless.body())
                .contains("Please choose how it is paid.", "value=\"Hana\"", "name=\"seat\" value=\"69\"");
        HttpResponse<String> reasonless =
                clerk.post(SALE, "seat", "69", "way", "COMPLIMENTARY", "seen", "0", "attempt", "press-1");
        assertThat(reasonless.statusCode()).isEqualTo(422);
        assertThat(reasonless.body()).contains("Please say why the tickets are given away.", "₩0");
        HttpResponse<String> long1 =
                clerk.post(SALE, "seat", "69", "way", "CASH", "name", "x".repeat(101), "seen", sum);
        assertThat(long1.statusCode()).isEqualTo(422);
        verifySales(0);
    }

    @Test
    void anotherSumThanTheOneThatWasShownIsLookedAtFirst() {
        clerk.get(SALE + "?seat=69");
        HttpResponse<String> other = clerk.post(SALE, "seat", "69", "way", "CASH", "seen", "1", "attempt", "a");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("Please look at the sum");
        HttpResponse<String> given = clerk.post(SALE, "seat", "69", "way", "COMPLIMENTARY", "reason", "press");
        assertThat(given.statusCode()).isEqualTo(409);
        assertThat(seen(given.body())).isEqualTo("0");
        verifySales(0);
        HttpResponse<String> summed =
                clerk.post(SALE + "/sum", "seat", "69", "way", "COMPLIMENTARY", "reason", "press");
        assertThat(summed.statusCode()).isEqualTo(200);
        assertThat(seen(summed.body())).isEqualTo("0");
        assertThat(summed.body()).contains("value=\"press\"");
        assertThat(clerk.htmxGet(SALE + "?seat=69&way=COMPLIMENTARY").body())
                .contains("value=\"0\"")
                .doesNotContain("<html");
    }

    @Test
    void aSeatThatWasTakenInThatSecondIsSaidAndTheNextTryIsAnotherSale() {
        String sum = seen(clerk.get(SALE + "?seat=69&seat=70").body());
        WebFrontendTest.SERVICES.refuse("POST", SALES, 409, "seats-taken", Map.of("seats", List.of(1_000_069)));

        HttpResponse<String> taken = clerk.post(
                SALE, "seat", "69", "seat", "70", "way", "CARD", "name", "Hana", "seen", sum, "attempt", "press-1");

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body())
                .contains("value=\"Hana\"", "value=\"70\"", "/admin/events/1/desk?seat=69&amp;seat=70")
                .doesNotContain("value=\"press-1\"");
    }

    @Test
    void aSaleThatNobodyDecidedIsSentAgainUnderItsName() {
        String sum = seen(clerk.get(SALE + "?seat=69").body());
        WebFrontendTest.SERVICES.refuse("POST", SALES, 503, "sale-undecided", Map.of("orderId", "podo-x"));

        HttpResponse<String> unknown = clerk.post(SALE, "seat", "69", "way", "CASH", "seen", sum, "attempt", "press-1");

        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.body()).contains("value=\"press-1\"", "id=\"sell\"");
    }

    @Test
    void nothingChosenOrSeatsThatDoNotExistLeadBackToTheMap() {
        assertThat(redirectOf(clerk.get(SALE))).isEqualTo(DESK);
        assertThat(redirectOf(clerk.get(SALE + "?seat=-1&seat=999999"))).isEqualTo(DESK);
        assertThat(clerk.get("/admin/events/99/desk").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/admin/events/99/desk/sale?seat=1").statusCode()).isEqualTo(404);
    }

    @Test
    void aReceiptWaitsForTheTicketsAndSaysWhenNothingIsSold() {
        var waiting = new LinkedHashMap<>(OrderStubs.whole());
        waiting.put("status", "CHECKING");
        waiting.put("sale", Map.of("way", "CASH"));
        waiting.put("buyer", Map.of("name", "", "email", ""));
        WebFrontendTest.SERVICES.answer("GET", OrderStubs.PATH, 200, waiting);
        assertThat(clerk.get("/admin/orders/podo-order-r-2/receipt?sold").body())
                .contains("The tickets are being issued", "http-equiv=\"refresh\"", "Cash")
                .doesNotContain("tickets.pdf");
        assertThat(clerk.get("/admin/orders/podo-order-r-2").body())
                .contains("Buyer at the desk", "Sold at the box office: Cash");
        waiting.put("status", "EXPIRED");
        WebFrontendTest.SERVICES.answer("GET", OrderStubs.PATH, 200, waiting);
        assertThat(clerk.get("/admin/orders/podo-order-r-2/receipt?sold").body())
                .contains("Return any money")
                .doesNotContain("Sold.");
    }

    @Test
    void ticketsAreShownToBePrinted() {
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo(OrderStubs.PATH + "/tickets.pdf"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/pdf")
                                .withBody("%PDF of the desk")));
        HttpResponse<String> pdf = clerk.get("/admin/orders/podo-order-r-2/tickets.pdf");
        assertThat(pdf.body()).isEqualTo("%PDF of the desk");
        assertThat(pdf.headers().firstValue("Content-Disposition")).contains("inline; filename=\"podo-tickets.pdf\"");
        assertThat(pdf.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static String seen(String page) {
        var seen = SEEN.matcher(page);
        assertThat(seen.find()).as(page).isTrue();
        return seen.group(1);
    }

    private static void verifySales(int times) {
        WebFrontendTest.SERVICES.server().verify(times, postRequestedFor(urlPathEqualTo(SALES)));
    }

    private static String redirectOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElse("");
    }
}
