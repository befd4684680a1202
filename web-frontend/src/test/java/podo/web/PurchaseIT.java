package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A purchase without scripts, page by page. */
@WebFrontendTest
class PurchaseIT {

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void aFanGetsFromTheLineToThePaymentWindowWithoutScripts() {
        assertThat(fan.get("/events/1/queue").body()).contains("It’s your turn");
        assertThat(redirectOf(fan.post("/events/1/queue/enter"))).endsWith("/events/1/seats");
        assertThat(fan.get("/events/1/seats?view=list&section=0").body()).contains("name=\"seat\"", "Row 1");
        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "seat", "70", "attempt", "a")))
                .endsWith("/checkout/r-1");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/1/holds"))
                        .withHeader("X-Entry-Pass", matching(".+"))
                        .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                        .withHeader("Authorization", equalTo("Bearer access-1")));
        assertThat(fan.get("/checkout/r-1").body()).contains("Pay ₩264,000", "₩132,000");
        assertThat(redirectOf(fan.post("/checkout/r-1/pay"))).startsWith("http://localhost:8090/window?orderId=");
    }

    @Test
    void tossesOwnWindowIsOpenedByItsScriptInAPageOfOurs() {
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/payments",
                200,
                Map.of(
                        "orderId", "podo-order-r-1",
                        "status", "READY",
                        "amount", 264_000,
                        "orderName", "First Snow Ballet",
                        "clientKey", "test_ck_docs",
                        "customerKey", "c-1",
                        "successUrl", "http://localhost:8080/payments/success",
                        "failUrl", "http://localhost:8080/payments/fail?order=podo-order-r-1"));
        fan.get("/checkout/r-1");
        assertThat(redirectOf(fan.post("/checkout/r-1/pay"))).endsWith("/payments/window?orderId=podo-order-r-1");
        HttpResponse<String> page = fan.get("/payments/window?orderId=podo-order-r-1");
        assertThat(page.body())
                .contains("https://js.tosspayments.com/v2/standard", "test_ck_docs", "data-amount=\"264000\"");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self' https://*.tosspayments.com");
    }

    @Test
    void withoutAPassTheSeatsLeadToTheLine() {
        assertThat(redirectOf(fan.get("/events/1/seats"))).endsWith("/events/1/queue?refused=no-pass");
    }

    @Test
    void aPassOfAnotherEventOpensNothing() {
        enter();
        assertThat(redirectOf(fan.get("/events/6/seats"))).endsWith("/events/6/queue?refused=no-pass");
    }

    @Test
    void aLostSeatIsSaidInlineWithTheNextBestAndTheRestIsKept() {
        enter();
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/events/1/holds", 409, "seats-taken", Map.of("seats", List.of(1_000_069)));
        fan.get("/events/1/seats?view=list");
        HttpResponse<String> page = fan.post("/events/1/seats", "seat", "69", "seat", "75", "attempt", "a");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("Someone else was faster", "Floor 4-9", "Take these instead");
        HttpResponse<String> part = fan.htmxPost("/events/1/seats", "seat", "69", "seat", "75", "attempt", "a");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.body()).contains("data-lost=\"69\"", "data-next=\"74\"").doesNotContain("<html");
    }

    @Test
    void whoNeedsAnAccessibleSeatMayHoldOneThatIsKept() {
        enter();
        String plain = fan.get("/events/1/seats?view=list").body();
        assertThat(plain).contains("Accessible seats").doesNotContain("These are the rows with accessible seats");
        String page = fan.get("/events/1/seats?view=list&accessible=true").body();
        assertThat(page).contains("These are the rows with accessible seats", "name=\"accessible\" value=\"true\"");
        assertThat(redirectOf(fan.post("/events/1/seats/section?show=1", "seat", "69", "accessible", "true")))
                .contains("seat=69&accessible=true");
        fan.post("/events/1/seats", "seat", "69", "accessible", "true", "attempt", "a");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/1/holds"))
                        .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                                "$[?(@.accessible == true)]")));
    }

    @Test
    void untilWhenAccessibleSeatsAreKeptIsSaidWithItsZone() {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1/seats/layout",
                200,
                SampleHalls.theatre()
                        .replace("\"version\":1", "\"version\":21,\"accessibleKeptUntil\":\"2031-03-01T11:00:00Z\""));
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1/seats/state",
                200,
                Map.of("v", 100, "layout", 21, "s", SampleHalls.letters(SampleHalls.THEATRE)));
        enter();
        for (String page : List.of("?view=list", "?view=list&accessible=true", "")) {
            assertThat(fan.get("/events/1/seats" + page).body())
                    .as(page)
                    .contains("kept until Sat 1 Mar 2031, 20:00 KST for fans who need them");
        }
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1/seats/layout",
                200,
                SampleHalls.theatre()
                        .replace("\"version\":1", "\"version\":22,\"accessibleKeptUntil\":\"2021-03-01T11:00:00Z\""));
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1/seats/state",
                200,
                Map.of("v", 101, "layout", 22, "s", SampleHalls.letters(SampleHalls.THEATRE)));
        assertThat(fan.get("/events/1/seats?view=list&accessible=true").body())
                .contains("open to everyone since Mon 1 Mar 2021, 20:00 KST");
    }

    @Test
    void theBestSeatsCanBeAskedForByGradeAndPrice() {
        enter();
        assertThat(fan.get("/events/1/seats?view=list").body()).contains("name=\"maxPrice\"", "up to ₩88,000");
        assertThat(fan.get("/events/1/seats?best=2&grade=R&maxPrice=132000").body())
                .contains("value=\"69\" checked", "value=\"70\" checked");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events/1/seats/best"))
                        .withQueryParam("grade", equalTo("R"))
                        .withQueryParam("maxPrice", equalTo("132000")));
        HttpResponse<String> bad = fan.accepting("application/json").get("/events/1/seats/best?count=2&maxPrice=cheap");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("maxPrice");
    }

    @Test
    void insteadOfALostSeatOnesOfItsGradeAndPriceAreOfferedAndElseAny() {
        enter();
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/events/1/holds", 409, "seats-taken", Map.of("seats", List.of(1_000_069)));
        WebFrontendTest.SERVICES
                .server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.get(urlPathEqualTo("/api/events/1/seats/best"))
                        .withQueryParam("grade", equalTo("R"))
                        .withQueryParam("maxPrice", matching("[0-9]+"))
                        .willReturn(com.github.tomakehurst.wiremock.client.WireMock.okJson(
                                "{\"count\":0,\"adjacent\":false,\"total\":0,\"seats\":[]}")));
        fan.get("/events/1/seats?view=list");
        HttpResponse<String> part = fan.htmxPost("/events/1/seats", "seat", "69", "attempt", "a");
        assertThat(part.body()).contains("data-lost=\"69\"", "data-next=\"69,70\"");
        assertThat(
                        WebFrontendTest.SERVICES
                                .server()
                                .findAll(getRequestedFor(urlPathEqualTo("/api/events/1/seats/best")))
                                .stream()
                                .map(request -> request.queryParameter("grade").isPresent()))
                .containsExactly(true, false);
        WebFrontendTest.SERVICES
                .server()
                .verify(
                        2,
                        getRequestedFor(urlPathEqualTo("/api/events/1/seats/best"))
                                .withQueryParam("near", equalTo("1000069")));
        fan.accepting("application/json").get("/events/1/seats/best?count=2&near=69,70");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events/1/seats/best"))
                        .withQueryParam("near", havingExactly("1000069", "1000070")));
    }

    @Test
    void moreTimeKeepsWhatIsTicked() {
        enter();
        assertThat(fan.get("/events/1/seats?view=list").body()).contains("I need more time", "Without scripts");
        assertThat(redirectOf(fan.post("/events/1/seats/extend", "seat", "69", "section", "0")))
                .contains("/events/1/seats?view=list&seat=69&section=0")
                .doesNotContain("no-more-time");
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/1/queue/extend", 409, "no-more-time", Map.of());
        String back = redirectOf(fan.post("/events/1/seats/extend", "seat", "69", "section", "0"));
        assertThat(fan.get(back.substring(back.indexOf("/events"))).body())
                .contains("can’t be extended any more", "value=\"69\" checked");
        HttpResponse<String> part = fan.htmxPost("/events/1/seats/extend");
        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.headers().firstValue("HX-Retarget")).hasValue("#time-said");
    }

    @Test
    void whoseSlotWasGivenOnIsLedToTheLineWithTheReason() {
        enter();
        fan.get("/events/1/seats?view=list");
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/1/holds", 403, "no-pass", Map.of("reason", "slot-gone"));
        String line = redirectOf(fan.post("/events/1/seats", "seat", "69", "attempt", "a"));
        assertThat(line).endsWith("/events/1/queue?refused=slot-gone");
    }

    @Test
    void whoseSlotIsGivenBackAtOnceHoldsTheSeatsAndSeesNothingOfIt() {
        enter();
        fan.get("/events/1/seats?view=list");
        var holds = WebFrontendTest.SERVICES.server();
        for (int refusal = 1; refusal <= 2; refusal++) {
            holds.stubFor(post(urlPathEqualTo("/api/events/1/holds"))
                    .inScenario("slot")
                    .whenScenarioStateIs(refusal == 1 ? Scenario.STARTED : "again")
                    .willSetStateTo(refusal == 1 ? "again" : "known")
                    .willReturn(aResponse()
                            .withStatus(403)
                            .withHeader("Content-Type", "application/problem+json")
                            .withBody("{\"type\": \"urn:problem:no-pass\", \"status\": 403}")));
        }
        holds.stubFor(post(urlPathEqualTo("/api/events/1/holds"))
                .inScenario("slot")
                .whenScenarioStateIs("known")
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"holdId\": \"h-1\", \"seats\": [], \"total\": 132000, \"expiresAt\": \""
                                + Instant.now().plusSeconds(300) + "\"}")));

        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "attempt", "a")))
                .endsWith("/checkout/r-1");
    }

    @Test
    void whoHasToWaitAgainFindsTheChoiceInsideAgain() {
        enter();
        fan.get("/events/1/seats?view=list");
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/1/holds", 403, "no-pass", Map.of());
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/1/queue/enter", 409, "not-your-turn", Map.of());
        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "seat", "70", "attempt", "a")))
                .endsWith("/events/1/queue?refused=slot-gone");

        enter();

        assertThat(fan.get("/events/1/seats").body())
                .contains("data-chosen=\"69,70\"", "is chosen again", "view=list&amp;seat=69&amp;seat=70");
        assertThat(fan.get("/events/1/seats").body()).doesNotContain("data-chosen", "is chosen again");
    }

    @Test
    void theSeatsOfferedInThePlaceOfALostOneJoinTheKeptOnes() {
        enter();
        fan.get("/events/1/seats?view=list");
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/events/1/holds", 409, "seats-taken", Map.of("seats", List.of(1_000_069)));

        String page = fan.post("/events/1/seats", "seat", "69", "seat", "70", "attempt", "a")
                .body();

        assertThat(page).contains("near the seats you keep", "data-next=\"71\"", "view=list&amp;seat=70&amp;seat=71");
    }

    @Test
    void whoLeavesASingleSeatAloneIsToldAndMayGoOn() {
        enter();
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/events/1/holds",
                201,
                Map.of(
                        "holdId",
                        "h-1",
                        "seats",
                        List.of(),
                        "total",
                        1,
                        "expiresAt",
                        "2031-01-01T00:00:00Z",
                        "leavesAlone",
                        List.of(1_000_071)));
        fan.get("/events/1/seats?view=list");
        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "attempt", "a")))
                .endsWith("/checkout/r-1?alone");
        assertThat(fan.get("/checkout/r-1?alone").body()).contains("leaves a single seat on its own", "Pay ₩264,000");
    }

    @Test
    void aDoubleClickIsOneHoldAndANewTryIsAnother() {
        enter();
        fan.get("/events/1/seats?view=list");
        fan.post("/events/1/seats", "seat", "69", "attempt", "one");
        fan.post("/events/1/seats", "seat", "69", "attempt", "one");
        fan.post("/events/1/seats", "seat", "69", "attempt", "two");
        assertThat(
                        WebFrontendTest.SERVICES
                                .server()
                                .findAll(postRequestedFor(urlEqualTo("/api/events/1/holds")))
                                .stream()
                                .map(request -> request.getHeader("Idempotency-Key"))
                                .distinct())
                .hasSize(2);
    }

    @Test
    void comingBackFromTheWindowShowsTheTickets() {
        assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-2&amount=264000")
                        .body())
                .contains("Enjoy the show!");
        assertThat(fan.get("/tickets").body()).contains("PODO-7K2M-91QF-1", "<path", "calendar.ics");
        assertThat(fan.get("/tickets/r-2/calendar.ics").body())
                .contains("BEGIN:VEVENT\r\n", "SUMMARY:First Snow Ballet\r\n");
    }

    @Test
    void anUnknownAnswerOfTheBankIsNeitherPaidNorFailed() {
        WebFrontendTest.SERVICES.answer(
                "POST", "/api/payments/confirm", 202, Map.of("orderId", "podo-order-r-4", "status", "CHECKING"));
        assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-4&amount=264000")
                        .body())
                .contains("You will not be charged twice.", "http-equiv=\"refresh\"");
        WebFrontendTest.SERVICES.answer(
                "POST", "/api/payments/confirm", 503, Map.of("type", "urn:problem:unavailable"));
        assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-4&amount=264000")
                        .body())
                .contains("You will not be charged twice.");
    }

    @Test
    void aStatusThatThisVersionDoesNotKnowBreaksNoPage() {
        Instant now = Instant.now();
        var event = new LinkedHashMap<>(FanStubs.shows(now).getFirst());
        event.put("status", "POSTPONED");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, event);
        WebFrontendTest.SERVICES.answer("GET", "/api/events", 200, FakeServices.page(List.of(event)));
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations", 200, List.of(FanStubs.booking("r-2", "PARTLY_PAID", 6, now)));
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/payments/podo-order-r-2", 200, Map.of("orderId", "podo-order-r-2", "status", "DISPUTED"));
        for (String page :
                List.of("/", "/events/1", "/events/1/queue", "/tickets", "/payments/checking?orderId=podo-order-r-2")) {
            HttpResponse<String> response = fan.get(page);
            assertThat(response.statusCode()).as(page).isEqualTo(200);
            assertThat(response.body()).as(page).doesNotContain("??");
        }
    }

    @Test
    void whoPaidForSeatsThatHadGoneIsToldAndNeverCongratulated() {
        Instant now = Instant.now();
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations", 200, List.of(FanStubs.booking("r-2", "REFUNDED", 2, now)));
        var lost = new LinkedHashMap<>(FanStubs.booking("r-2", "REFUNDED", 2, now));
        lost.put("endedBecause", "SEATS_LOST");
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-2", 200, lost);
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets", 200, List.of());

        assertThat(fan.get("/payments/checking?orderId=podo-order-r-2").body())
                .contains("You get a full refund")
                .doesNotContain("Enjoy the show!");
        assertThat(fan.get("/tickets").body()).contains("the seats had been sold to someone else");
    }

    @Test
    void aDeclineKeepsTheSeatsForAnotherTry() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/payments/confirm",
                402,
                "payment-declined",
                Map.of("code", "REJECT_CARD_COMPANY", "detail", "The bank declined the payment."));
        assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-1&amount=264000")
                        .body())
                .contains("The card company declined the payment.", "call your card company", "Try again", "still held")
                .doesNotContain("REJECT_CARD_COMPANY");
    }

    @Test
    void aClosedWindowLeadsBackToTheSeatsThatAreStillHeld() {
        assertThat(fan.get("/payments/fail?order=podo-order-r-1&code=PAY_PROCESS_CANCELED&message=x")
                        .body())
                .contains("You closed the payment window", "Try again", "still held");
    }

    @Test
    void aSecondWindowThatIsClosedDoesNotCallAPaidOrderUnpaid() {
        for (String code : List.of("PAY_PROCESS_CANCELED", "PAY_PROCESS_ABORTED", "REJECT_CARD_COMPANY", "X")) {
            assertThat(fan.get("/payments/fail?order=podo-order-r-2&code=" + code)
                            .body())
                    .as(code)
                    .contains("Enjoy the show!")
                    .doesNotContain("did not go through", "Nothing was charged");
        }
    }

    @Test
    void anUndecidedPaymentIsNeverCalledFailedByTheWindow() {
        assertThat(fan.get("/payments/fail?order=podo-order-r-4&code=PAY_PROCESS_CANCELED")
                        .body())
                .contains("You will not be charged twice.")
                .doesNotContain("Nothing was charged");
        WebFrontendTest.SERVICES.refuse("GET", "/api/payments/podo-order-r-1", 503, "unavailable", Map.of());
        assertThat(fan.get("/payments/fail?order=podo-order-r-1&code=PAY_PROCESS_CANCELED")
                        .body())
                .contains("You will not be charged twice.");
    }

    @Test
    void aReturnWithAnAlteredAmountSaysSoAndWhatIsTrue() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/payments/confirm",
                400,
                "amount-mismatch",
                Map.of("detail", "The amount does not match this order. Nothing was charged."));
        for (String amount : List.of("1", "264001")) {
            assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-1&amount=" + amount)
                            .body())
                    .contains("The amount does not match this order", "still held");
        }
        for (String amount : List.of("-5", "1.5", "9999999999999999999", "x")) {
            assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-1&amount=" + amount)
                            .body())
                    .contains("doesn’t match your order", "still held");
        }
        assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-2&amount=1")
                        .body())
                .contains("Enjoy the show!");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/payments/confirm"))
                        .withHeader("Idempotency-Key", equalTo("podo-order-r-1:k:264001")));
    }

    @Test
    void aReturnWithMissingParametersShowsThePayment() {
        assertThat(fan.get("/payments/success?orderId=podo-order-r-2").body()).contains("Enjoy the show!");
        assertThat(fan.get("/payments/success?orderId=podo-order-r-4&paymentKey=k")
                        .body())
                .contains("You will not be charged twice.");
        assertThat(fan.get("/payments/success").statusCode()).isEqualTo(400);
        assertThat(fan.get("/payments/fail?code=PAY_PROCESS_CANCELED").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOrderOfSomebodyElseIsNotFound() {
        for (String page : List.of(
                "/payments/success?orderId=podo-order-r-9",
                "/payments/fail?order=podo-order-r-9&code=PAY_PROCESS_CANCELED",
                "/payments/checking?orderId=podo-order-r-9")) {
            assertThat(fan.get(page).statusCode()).as(page).isEqualTo(404);
        }
        WebFrontendTest.SERVICES.refuse("POST", "/api/payments/confirm", 404, "not-found", Map.of());
        assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-9&amount=264000")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOrderThatIsDecidedDoesNotLeadToTheBankAgain() {
        for (String status : List.of("PAID", "CHECKING", "CANCELLED")) {
            var opened = FanStubs.payment("r-1", status);
            opened.put("windowUrl", "http://localhost:8090/window?orderId=podo-order-r-1");
            WebFrontendTest.SERVICES.answer("POST", "/api/payments", 200, opened);
            fan.get("/checkout/r-1");
            assertThat(redirectOf(fan.post("/checkout/r-1/pay")))
                    .as(status)
                    .endsWith("/payments/checking?orderId=podo-order-r-1");
        }
    }

    @Test
    void anOrderThatWasCancelledUnpaidPromisesNoRefund() {
        Instant now = Instant.now();
        var cancelled = FanStubs.payment("r-1", "CANCELLED");
        cancelled.remove("approvedAt");
        WebFrontendTest.SERVICES.answer("GET", "/api/payments/podo-order-r-1", 200, cancelled);
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations/r-1", 200, FanStubs.booking("r-1", "CANCELLED", 1, now));
        assertThat(redirectOf(fan.get("/payments/fail?order=podo-order-r-1&code=PAY_PROCESS_CANCELED")))
                .endsWith("/checkout/r-1");
    }

    @Test
    void whoCancelledTheirTicketsIsNotToldThatTheBankWasLate() {
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/payments/podo-order-r-2", 200, FanStubs.payment("r-2", "CANCELLED"));
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations/r-2", 200, FanStubs.booking("r-2", "REFUNDED", 6, Instant.now()));
        assertThat(fan.get("/payments/checking?orderId=podo-order-r-2").body())
                .contains("This booking was cancelled")
                .doesNotContain("The bank answered too late");
    }

    @Test
    void eachCodeOfTheBankHasWordsAndAdviceAndAnUnknownOneIsKeptForSupport() {
        for (String code :
                List.of("INVALID_CARD_EXPIRATION", "EXCEED_MAX_PAYMENT_AMOUNT", "FDS_ERROR", "PROVIDER_ERROR")) {
            assertThat(fan.get("/payments/fail?order=podo-order-r-1&code=" + code)
                            .body())
                    .as(code)
                    .contains("Nothing was charged", "still held")
                    .containsOnlyOnce("ry again<")
                    .doesNotContain("For support");
        }
        assertThat(fan.get("/payments/fail?order=podo-order-r-1&code=SOMETHING_NEW")
                        .body())
                .contains("declined the payment", "For support: SOMETHING_NEW");
        assertThat(fan.get("/payments/fail?order=podo-order-r-1&code=%3Cblink%3E")
                        .body())
                .doesNotContain("<blink>", "&lt;blink");
    }

    @Test
    void beforePayingTheFanReadsTheCancellationTermsAndTheSeller() {
        var show = new LinkedHashMap<>(FanStubs.shows(Instant.now()).getFirst());
        show.put("refundFees", List.of(Map.of("daysBefore", 9, "percent", 10), Map.of("daysBefore", 1, "percent", 90)));
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, show);
        assertThat(fan.get("/checkout/r-1").body())
                .contains("Earlier than 9 days before the show: no fee")
                .contains("From 9 days before the show: 10 % of the price is kept")
                .contains("From 1 day before the show: 90 % of the price is kept")
                .contains("Podo Tickets of the test", "123-45-67890");
        show.put("refundFees", List.of());
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, show);
        assertThat(fan.get("/checkout/r-1").body()).contains("You can cancel free of charge until the show starts.");
    }

    @Test
    void aHoldThatThePassCutsShortSaysWhy() {
        enter();
        assertThat(fan.get("/checkout/r-1").body()).doesNotContain("90 seconds before that");
        Instant now = Instant.now();
        var cut = new LinkedHashMap<>(FanStubs.booking("r-1", "PENDING", 1, now));
        // the pass of the stubs ends 15 min after they were made
        cut.put("expiresAt", now.plusSeconds(15 * 60 - 90).toString());
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, cut);
        assertThat(fan.get("/checkout/r-1").body()).contains("90 seconds before that");
    }

    @Test
    void aTicketBearsTheNameAndAVoidOneHasNoCodeToScan() {
        String valid = fan.get("/tickets").body();
        assertThat(valid).contains("Kim Seoyeon</dd>", "shape-rendering=\"crispEdges\"");
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets", 200, FanStubs.voidTickets());
        assertThat(fan.get("/tickets").body())
                .contains("<del>PODO-7K2M-91QF-1</del>", "No longer valid")
                .doesNotContain("shape-rendering=\"crispEdges\"");
    }

    @Test
    void aBankThatIsAwayIsSaidBeforeAnythingIsCharged() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/payments",
                503,
                "payments-unavailable",
                Map.of("detail", "The bank is not answering well. Nothing was charged."));
        fan.get("/checkout/r-1");
        assertThat(fan.post("/checkout/r-1/pay").body())
                .contains("The bank is not answering well. Nothing was charged.", "Pay ₩264,000");
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/payments/confirm",
                503,
                "payments-unavailable",
                Map.of("detail", "The bank is not answering well. Nothing was charged."));
        assertThat(fan.get("/payments/success?paymentKey=k&orderId=podo-order-r-1&amount=264000")
                        .body())
                .contains("The bank is not answering well. Nothing was charged.", "still held", "Try again");
    }

    @Test
    void whoFindsTheLineClosedMayAskToBeToldOfReturnedSeats() {
        assertThat(fan.get("/events/5/queue").body()).contains("The line is closed", "Tell me when seats come back");
        assertThat(redirectOf(fan.post("/events/5/queue/wish"))).endsWith("/events/5/queue");
        WebFrontendTest.SERVICES
                .server()
                .verify(com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor(
                        urlEqualTo("/api/events/5/queue/wish")));
        String now = java.time.Instant.now().toString();
        WebFrontendTest.SERVICES.answer("GET", "/api/events/5/queue/wish", 200, Map.of("eventId", 5, "askedAt", now));
        assertThat(fan.get("/events/5/queue").body()).contains("You’re on the list", "/events/5/queue/wish");
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/events/5/queue/wish", 200, Map.of("eventId", 5, "askedAt", now, "toldAt", now));
        assertThat(fan.get("/events/5/queue").body()).contains("Seats came back");
        assertThat(redirectOf(fan.post("/events/5/queue/wish/forget"))).endsWith("/events/5/queue");
    }

    @Test
    void whoIsRefusedInTheLineLearnsHowToAppeal() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/6/queue", 429, "too-many-requests", Map.of());
        fan.get("/events/6/queue");
        HttpResponse<String> refused = fan.post("/events/6/queue");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Please wait a moment", "your account number, 7.");
    }

    @Test
    void givingBackShowsWhatComesBackFirst() {
        assertThat(fan.get("/tickets/r-2/cancel").body())
                .contains("name=\"seat\" value=\"6000069\"", "Choose seats to see the refund")
                .doesNotContain("checked=\"checked\"", "₩118,800");
        assertThat(fan.get("/tickets/r-2/cancel?seat=6000069").body()).contains("₩118,800", "₩13,200");
        for (String seen : List.of("", "264000")) {
            HttpResponse<String> changed =
                    fan.post("/tickets/r-2/cancel", "seat", "6000069", "attempt", "x", "seen", seen);
            assertThat(changed.statusCode()).isEqualTo(409);
            assertThat(changed.body()).contains("check the amount once more", "name=\"seen\" value=\"118800\"");
        }
        assertThat(redirectOf(fan.post("/tickets/r-2/cancel", "seat", "6000069", "attempt", "x", "seen", "118800")))
                .endsWith("/tickets?done");
    }

    @Test
    void aWindowOnAnotherSiteIsNeverFollowed() {
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/payments",
                201,
                Map.of("orderId", "podo-order-r-1", "status", "READY", "windowUrl", "https://evil.example/window"));
        fan.get("/checkout/r-1");
        assertThat(redirectOf(fan.post("/checkout/r-1/pay"))).doesNotContain("evil");
    }

    private void enter() {
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
    }

    private static String redirectOf(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isBetween(300, 399);
        return answer.headers().firstValue("Location").orElse("");
    }
}
