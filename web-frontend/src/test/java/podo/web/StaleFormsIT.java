package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import podo.web.form.FormPages;

/** A form whose session is over, or that was opened before somebody logged in or out, is shown again and never sent. */
@WebFrontendTest
class StaleFormsIT {

    private static final String OVER = "You were logged out before this could be sent, so nothing was done.";
    private static final String STALE = "This page was out of date, so nothing was done.";

    @LocalServerPort
    int port;

    @Autowired
    FormPages pages;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void everyFormAddressNamesAPageThatCanBeRead() {
        List<RequestMappingInfo> mapped =
                List.copyOf(mappings.getHandlerMethods().keySet());
        List<String> forms = mapped.stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .toList();
        assertThat(forms).hasSizeGreaterThan(20);
        for (String form : forms) {
            String page = pages.pageOf(
                    form.replaceAll("\\{act:.*}", "publish").replaceAll("\\{[^}]*}", "1"),
                    Map.of("venue", new String[] {"1"}),
                    null);
            assertThat(page).as(form).isNotNull();
            assertThat(mapped).as("%s is on %s", form, page).anyMatch(info -> isRead(info, path(page)));
        }
    }

    private static boolean isRead(RequestMappingInfo info, String path) {
        return info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && info.getPathPatternsCondition() != null
                && info.getPathPatternsCondition().getPatterns().stream()
                        .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "/checkout/r-1/pay, /checkout/r-1",
        "/checkout/r-1/release, /checkout/r-1",
        "/checkout/r-1/extend, /checkout/r-1",
        "/tickets/r-2/cancel, /tickets/r-2/cancel",
        "/events/2/queue, /events/2/queue",
        "/events/2/queue/leave, /events/2/queue",
        "/events/2/queue/enter, /events/2/queue",
        "/events/1/seats, /events/1/seats",
        "/events/1/seats/extend, /events/1/seats",
        "/events/5/queue/wish, /events/5/queue",
        "/events/5/queue/wish/forget, /events/5/queue",
        "/admin/venues, /admin/venues/new",
        "/admin/events/20, /admin/events/20",
        "/admin/events/20/publish, /admin/events/20",
        "/admin/events/1/room, /admin/events/1/room",
        "/admin/audit, /admin/audit",
    })
    void aFormWhoseSessionIsOverComesBackAfterTheLogIn(String address, String page) {
        var fan = new Browser(port).loggedIn();
        fan.get(page);
        fan.withoutCookie("PODO");
        long before = changes();
        HttpResponse<String> answer = fan.post(address);
        assertThat(location(answer)).isEqualTo("/login?unsent&to=" + page.replace("/", "%2F"));
        assertThat(fan.get(location(answer)).body()).contains("You were logged out before that could be sent");
        assertThat(changes()).isEqualTo(before);
        String next = location(fan.post("/login", "email", "a@b.c", "password", "x", "to", page));
        assertThat(next).isEqualTo(page);
        HttpResponse<String> shown = fan.get(next);
        if (shown.statusCode() == 200) {
            assertThat(shown.body()).contains(OVER);
            assertThat(fan.get(next).body()).doesNotContain(OVER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/checkout/r-1/pay, /checkout/r-1",
        "/events/1/seats/extend, /events/1/seats",
        "/events/1/queue/enter, /events/1/queue",
        "/admin/events/20/cancel, /admin/events/20",
        "/signup, /signup",
        "/logout, /",
    })
    void anAddressThatTakesOnlyFormsLeadsToThePageWhenItIsOpened(String address, String page) {
        var fan = new Browser(port).loggedIn();
        HttpResponse<String> answer = fan.get(address);
        if (answer.statusCode() != 200) {
            assertThat(location(answer)).isIn(page, "/");
        }
        assertThat(new Browser(port).get("/admin/events/20/cancel").statusCode())
                .isEqualTo(303);
    }

    @Test
    void whatWasTypedIsThereAfterTheLogIn() {
        var organiser = new Browser(port).loggedIn();
        organiser.get("/admin/venues/new");
        organiser.withoutCookie("PODO");
        organiser.post("/admin/venues", "name", "Blue \"Square\" <b>", "address", "Seoul");
        organiser.get("/login");
        organiser.post("/login", "email", "a@b.c", "password", "x", "to", "/admin/venues/new");
        assertThat(organiser.get("/admin/venues/new").body())
                .contains(OVER, "value=\"Blue &quot;Square&quot; &lt;b&gt;\"", "value=\"Seoul\"");
        assertThat(organiser.get("/admin/venues/new").body()).doesNotContain(OVER, "Square");
    }

    @Test
    void seatsThatWereChosenComeBackInTheAddress() {
        var fan = new Browser(port).loggedIn().withoutCookie("PODO");
        assertThat(location(fan.post("/events/1/seats", "seat", "69", "seat", "70", "attempt", "a")))
                .isEqualTo("/login?unsent&to=%2Fevents%2F1%2Fseats%3Fseat%3D69%26seat%3D70");
    }

    @Test
    void aTicketIsCancelledOnlyByAPageOfThisLogIn() {
        var fan = new Browser(port).loggedIn();
        fan.get("/tickets/r-2/cancel");
        var old = fan.tab();
        fan.post("/logout");
        fan.get("/login");
        fan.post("/login", "email", "a@b.c", "password", "x");
        fan.get("/tickets");
        fan.in(old);
        assertThat(location(fan.post("/tickets/r-2/cancel", "seat", "6000069"))).isEqualTo("/tickets/r-2/cancel");
        String page = fan.get("/tickets/r-2/cancel").body();
        assertThat(page).contains(STALE);
        assertThat(page.split("checked=", -1).length - 1).isEqualTo(1);
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/reservations/r-2/cancel")));
    }

    @Test
    void payingInAnOldTabAfterLoggingInAgainPaysNothingAndSaysSo() {
        var fan = new Browser(port).loggedIn();
        fan.get("/checkout/r-1");
        var old = fan.tab();
        fan.post("/logout");
        fan.get("/login");
        fan.post("/login", "email", "a@b.c", "password", "x");
        fan.get("/tickets");
        fan.in(old);
        assertThat(location(fan.post("/checkout/r-1/pay"))).isEqualTo("/checkout/r-1");
        assertThat(fan.get("/checkout/r-1").body()).contains(STALE, "Pay ₩264,000");
        assertThat(location(fan.post("/checkout/r-1/pay"))).startsWith("http://localhost:8090/window");
        WebFrontendTest.SERVICES.server().verify(1, postRequestedFor(urlEqualTo("/api/payments")));
    }

    @Test
    void payingInAnOldTabAsAnotherPersonPaysNothingAndSaysWhoIsLoggedIn() {
        var browser = new Browser(port).loggedIn();
        browser.get("/checkout/r-1");
        var old = browser.tab();
        logInAsLee(browser);
        var now = browser.tab();
        browser.in(old);
        assertThat(location(browser.post("/checkout/r-1/pay", "note", "secret")))
                .isEqualTo("/tickets");
        assertThat(browser.get("/tickets").body())
                .contains("That page was opened by another account. You are now logged in as Lee")
                .doesNotContain("secret");
        browser.in(new Browser.Tab(now.token(), old.owner()));
        HttpResponse<String> byScript = browser.htmxPost("/events/1/seats/extend");
        assertThat(byScript.statusCode()).isEqualTo(204);
        assertThat(byScript.headers().firstValue("HX-Redirect")).hasValue("/events/1/seats");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/payments")));
    }

    @Test
    void anotherPersonFindsNothingOfAFormThatWasNotSent() {
        var browser = new Browser(port).loggedIn();
        browser.get("/admin/venues/new");
        browser.withoutCookie("PODO");
        browser.post("/admin/venues", "name", "Secret hall");
        browser.get("/login");
        WebFrontendTest.SERVICES.answer("GET", "/api/users/me", 200, lee());
        browser.post("/login", "email", "lee@podo.dev", "password", "x");
        assertThat(browser.get("/admin/venues/new").body())
                .contains("opened by another account")
                .doesNotContain("Secret hall");
    }

    @Test
    void aLogInFormOfASecondTabSaysThatOneIsLoggedInAlready() {
        var fan = new Browser(port);
        fan.get("/login?to=/tickets");
        var second = fan.tab();
        fan.post("/login", "email", "a@b.c", "password", "x");
        fan.get("/tickets");
        fan.in(second);
        assertThat(location(fan.post("/login", "email", "a@b.c", "password", "x", "to", "/tickets")))
                .isEqualTo("/tickets");
        assertThat(fan.get("/tickets").body()).contains("You are already logged in as Kim Seoyeon");
    }

    @Test
    void loggingOutTwiceIsLoggedOut() {
        var fan = new Browser(port).loggedIn();
        fan.get("/tickets");
        var other = fan.tab();
        fan.post("/logout");
        fan.in(other);
        assertThat(location(fan.post("/logout"))).isEqualTo("/login?out");
        assertThat(fan.get("/login?out").body()).contains("You are logged out.");
    }

    @Test
    void loggingOutInATabOfAnEarlierLogInSaysThatOneIsStillLoggedIn() {
        var fan = new Browser(port).loggedIn();
        fan.get("/tickets");
        var old = fan.tab();
        fan.get("/login?over");
        fan.post("/login", "email", "a@b.c", "password", "x");
        fan.in(old);
        assertThat(location(fan.post("/logout"))).isEqualTo("/");
        assertThat(fan.get("/").body()).contains("To log out, press “Log out” once more.");
    }

    @Test
    void aStaleSignUpFormKeepsWhatWasTypedButThePassword() {
        var fan = new Browser(port);
        fan.get("/signup");
        fan.withoutCookie("XSRF-TOKEN");
        HttpResponse<String> answer =
                fan.post("/signup", "email", "n@podo.dev", "password", "hunter22", "name", "Kim", "to", "/tickets");
        assertThat(location(answer)).isEqualTo("/signup?to=%2Ftickets");
        assertThat(fan.get("/signup?to=/tickets").body())
                .contains(STALE, "value=\"n@podo.dev\"", "value=\"Kim\"", "value=\"/tickets\"")
                .doesNotContain("hunter22");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/users")));
    }

    @Test
    void aFormOfAnotherSiteIsNotRepeated() throws Exception {
        var fan = new Browser(port).loggedIn();
        fan.forgetToken();
        fan.client()
                .send(
                        fan.request("/admin/venues")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=Planted"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(fan.get("/admin/venues/new").body()).doesNotContain("Planted");
    }

    @Test
    void aServiceThatEndsTheLogInDuringAFormKeepsTheForm() {
        var organiser = new Browser(port).loggedIn();
        organiser.get("/admin/venues/new");
        WebFrontendTest.SERVICES.refuse("POST", "/api/venues", 401, "unauthorized", Map.of());
        WebFrontendTest.SERVICES.refuse("POST", "/api/tokens/refresh", 401, "unauthorized", Map.of());
        HttpResponse<String> answer = organiser.post(
                "/admin/venues",
                "name",
                "Blue Square",
                "address",
                "Seoul",
                "sections[0].name",
                "A",
                "sections[0].rows",
                "1",
                "sections[0].seats",
                "1");
        if (answer.statusCode() == 303) {
            assertThat(location(answer)).isEqualTo("/login?over&to=%2Fadmin%2Fvenues%2Fnew");
        }
    }

    @Test
    void theLanguageLinkOfARefusedFormLeadsToItsPage() {
        var fan = new Browser(port).loggedIn();
        fan.get("/checkout/r-1");
        WebFrontendTest.SERVICES.refuse("POST", "/api/payments", 409, "hold-lapsed", Map.of());
        assertThat(fan.post("/checkout/r-1/pay").body())
                .contains("href=\"/checkout/r-1?lang=ko\"")
                .doesNotContain("/pay?lang");
        WebFrontendTest.SERVICES.refuse("POST", "/api/payments", 503, "unavailable", Map.of());
        assertThat(fan.post("/checkout/r-1/pay").body())
                .contains("href=\"/checkout/r-1?lang=ko\"")
                .doesNotContain("href=\"/checkout/r-1/pay\"");
    }

    @Test
    void theQuerySurvivesALogIn() {
        var fan = new Browser(port);
        assertThat(fan.get("/?query=%EB%89%B4+a").body()).contains("/login?to=/?query%3D%25EB%2589%25B4%2Ba");
        String search = "/?query=%EB%89%B4+a..b&page=1";
        fan.get("/login");
        assertThat(location(fan.post("/login", "email", "a@b.c", "password", "x", "to", search)))
                .isEqualTo(search);
        String paid = "/payments/success?paymentKey=k&orderId=podo-order-r-2&amount=264000";
        assertThat(location(new Browser(port).get(paid)))
                .isEqualTo(
                        "/login?first&to=" + java.net.URLEncoder.encode(paid, java.nio.charset.StandardCharsets.UTF_8));
        WebFrontendTest.SERVICES.refuse("POST", "/api/payments/confirm", 401, "unauthorized", Map.of());
        WebFrontendTest.SERVICES.refuse("GET", "/api/payments/podo-order-r-2", 401, "unauthorized", Map.of());
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/tokens/refresh",
                200,
                Map.of("accessToken", "access-1", "refreshToken", "r", "expiresIn", 9));
        assertThat(location(fan.get(paid))).startsWith("/login?over&to=%2Fpayments%2Fsuccess%3FpaymentKey%3Dk");
    }

    @Test
    void aLogInOnTopOfAnotherKeepsNothingOfIt() {
        var browser = new Browser(port).loggedIn();
        browser.get("/events/1/queue");
        browser.post("/events/1/queue/enter");
        assertThat(browser.get("/events/1/seats").statusCode()).isEqualTo(200);
        WebFrontendTest.SERVICES.answer("GET", "/api/users/me", 200, lee());
        browser.get("/login?over");
        browser.post("/login", "email", "lee@podo.dev", "password", "x");
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/1/queue/enter", 409, "not-your-turn", Map.of());
        assertThat(browser.get("/events/1/seats").statusCode()).isNotEqualTo(200);
    }

    private static void logInAsLee(Browser browser) {
        browser.post("/logout");
        WebFrontendTest.SERVICES.answer("GET", "/api/users/me", 200, lee());
        browser.get("/login");
        browser.post("/login", "email", "lee@podo.dev", "password", "x");
        browser.get("/tickets");
    }

    private static Map<String, Object> lee() {
        return Map.of("id", 8, "email", "lee@podo.dev", "name", "Lee", "roles", List.of("FAN", "ORGANISER"));
    }

    private static long changes() {
        return WebFrontendTest.SERVICES.server().findAll(anyRequestedFor(anyUrl())).stream()
                .filter(request -> request.getUrl().startsWith("/api/"))
                .filter(request -> !"GET".equals(request.getMethod().getName()))
                .count();
    }

    private static String path(String page) {
        return page.replaceFirst("\\?.*", "");
    }

    private static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isBetween(300, 399);
        return answer.headers()
                .firstValue("Location")
                .orElse("")
                .replace("http://localhost:" + answer.uri().getPort(), "");
    }
}
