package podo.web;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No page is wider than its window and none cuts a control off, whatever is written on it: on phones, on a desktop, in large print. */
@WebFrontendTest
@EnabledIf("podo.web.Chromium#isInstalled")
class LayoutIT {

    private static final List<String> OF_EVERYBODY = List.of(
            "/",
            "/?query=moon",
            "/calendar",
            "/calendar?month=" + YearMonth.now().plusMonths(1),
            "/events/22",
            "/events/1",
            "/events/3",
            "/events/4",
            "/events/5",
            "/events/8",
            "/events/2/fairness",
            "/login",
            "/signup",
            "/password/forgot",
            "/password/forgot?sent",
            "/password/reset",
            "/account/confirm",
            "/handover",
            "/handover/" + HandoverStubs.SECRET,
            "/no/such/page");

    private static final List<String> OF_A_FAN = List.of(
            "/",
            "/events/1/queue",
            "/events/1/queue?refused=slot-gone",
            "/events/2/queue",
            "/events/3/queue",
            "/events/4/presale?code=members",
            "/events/5/queue",
            "/events/6/queue",
            "/events/1/seats?seat=69&seat=70",
            "/events/1/seats?view=list&seat=69&seat=70",
            "/events/1/seats?view=list&section=1&seat=69&accessible=true",
            "/events/6/seats?area=60&places=2",
            "/events/6/seats?view=list&area=60&places=2",
            "/checkout/r-1",
            "/checkout/r-6",
            "/checkout/r-3",
            "/payments/success?paymentKey=k&orderId=podo-order-r-2&amount=264000",
            "/payments/fail?code=REJECT_CARD_COMPANY&message=x&orderId=podo-order-r-1",
            "/payments/checking?orderId=podo-order-r-4",
            "/tickets",
            "/tickets/r-2/cancel",
            "/tickets/r-2/offer-back",
            "/tickets/returned",
            "/tickets/r-2/handover",
            "/tickets/r-2/names",
            "/handover/" + HandoverStubs.SECRET,
            "/account",
            "/passkey?to=/tickets",
            "/challenge");

    private static final List<String> OF_AN_ORGANISER = List.of(
            "/admin",
            "/admin/venues",
            "/admin/venues/new",
            "/admin/venues/1/plan",
            "/admin/events/new?venue=1",
            "/admin/events/20",
            "/admin/events/20/dates",
            "/admin/events/20/poster",
            "/admin/events/20/room",
            "/admin/events/20/rehearsal",
            "/admin/events/1/seats?section=%s&row=4&number=9",
            "/admin/orders?eventId=1",
            "/admin/orders/podo-order-r-2",
            "/admin/orders/podo-order-r-2/names",
            "/admin/orders/podo-order-r-2/refund?seat=1000069",
            "/admin/orders/podo-order-r-2/move?from=1000069&to=1000001",
            "/admin/events/1/desk?seat=69&seat=70",
            "/admin/events/1/desk?view=list&seat=69",
            "/admin/events/1/desk/sale?seat=69&seat=70",
            "/admin/events/6/desk?area=60&places=2",
            "/admin/events/6/desk/sale?area=60&places=2",
            "/admin/orders/podo-order-r-2/receipt?sold",
            "/admin/events/1/codes",
            "/admin/events/1/money",
            "/admin/events/1/log",
            "/admin/audit",
            "/admin/team",
            "/admin/team/7/keys",
            "/admin/team/7/webhooks",
            "/admin/team/7/webhooks/31",
            "/admin/log",
            "/team/invitation/answer",
            "/admin/operations?paused",
            "/door",
            "/door/6");

    /** What is wider than the window, what scrolls sideways, and which controls are cut off; the map alone may show a part. */
    private static final String FAULTS = """
            const width = document.documentElement.clientWidth, found = [];
            const name = (e) => e.tagName + (e.id ? '#' + e.id : '') + '.' + e.getAttribute('class') + ' ' + (e.textContent || '').trim().slice(0, 20);
            const hidden = (e) => !e.checkVisibility({ visibilityProperty: true }) || e.closest('.sr, .skip, .map')
                || getComputedStyle(e).clipPath !== 'none' || getComputedStyle(e).opacity === '0';
            if (document.documentElement.scrollWidth > width) {
              found.push('the page is ' + document.documentElement.scrollWidth + ' wide: '
                + [...document.querySelectorAll('main *, header *')].filter((e) => !hidden(e) && e.getBoundingClientRect().right > width + 1)
                  .slice(0, 3).map(name).join(' | '));
            }
            document.querySelectorAll('body *').forEach((e) => {
              const style = getComputedStyle(e);
              if (['auto', 'scroll'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1 && !hidden(e)
                && !e.matches('input, textarea, select')) found.push('scrolls sideways: ' + name(e));
            });
            document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary').forEach((e) => {
              if (hidden(e)) return;
              const box = e.getBoundingClientRect();
              if (box.left < -1 || box.right > width + 1) found.push('cut off: ' + name(e));
              for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) {
                const around = up.getBoundingClientRect();
                if (['hidden', 'clip'].includes(getComputedStyle(up).overflowX) && (box.left < around.left - 1 || box.right > around.right + 1)) {
                  found.push('cut off by ' + name(up) + ': ' + name(e));
                }
              }
            });
            return [...new Set(found)].slice(0, 5).join('; ');
            """;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"en, W", "ko, 꽃"})
    void nothingIsWiderThanTheWindowWithTheLongestValues(String language, String letter) {
        WebFrontendTest.SERVICES.reset();
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1/queue/me", 200, Map.of("state", "ENTERED"));
        DateStubs.stub(WebFrontendTest.SERVICES);
        LongestStubs.apply(WebFrontendTest.SERVICES, letter);
        FakeServices.asOperator(WebFrontendTest.SERVICES);
        Browser fan = new Browser(port).loggedIn();
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        fan.get("/events/6/queue");
        fan.post("/events/6/queue/enter");
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/events/1/holds", 429, "challenge-required", Map.of("challenge", ChallengeIT.CHALLENGE));
        fan.post("/events/1/seats", "seat", "69", "attempt", "a");
        SoftAssertions found = new SoftAssertions();
        try (Chromium page = Chromium.withSessionOf(new Browser(port), port)) {
            page.open("/login?lang=" + language);
            OF_EVERYBODY.forEach(path -> check(page, path, found));
        }
        try (Chromium page = Chromium.withSessionOf(fan, port)) {
            page.open("/login?lang=" + language);
            OF_A_FAN.forEach(path -> check(page, path, found));
            OF_AN_ORGANISER.forEach(path -> check(page, path.formatted(LongestStubs.section(letter)), found));
        }
        found.assertAll();
    }

    private static void check(Chromium page, String path, SoftAssertions found) {
        page.width(1280).open(path);
        if (!page.driver().findElements(By.id("map")).isEmpty()) {
            page.waitFor("#map[data-ready]");
        }
        for (int width : new int[] {1280, 390, 360, 320}) {
            page.width(width);
            found.assertThat(settledFaults(page)).as(path + " at " + width).isEqualTo("");
        }
    }

    /** Scripts answer another width a frame later. */
    private static Object settledFaults(Chromium page) {
        try {
            return await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> page.run(FAULTS), ""::equals);
        } catch (ConditionTimeoutException faultsStay) {
            return page.run(FAULTS);
        }
    }
}
