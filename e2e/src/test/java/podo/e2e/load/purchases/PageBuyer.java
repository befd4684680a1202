package podo.e2e.load.purchases;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import podo.e2e.Bank;
import podo.e2e.Fan;
import podo.e2e.RunningStack;
import podo.stack.junit.PageVisitor;

/** Buys one seat after another by the pages and their forms, without scripts: event, line, seats, checkout, payment, my tickets. */
final class PageBuyer implements Buyer {

    private static final int TRIES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PageVisitor visitor = new PageVisitor(RunningStack.URL);
    private final StepTimes times;
    private final MailTimes mails;
    private final int seats;

    /** @param seats how many seats the hall has, numbered from 0 */
    PageBuyer(Fan fan, int seats, StepTimes times, MailTimes mails) throws Exception {
        this.times = times;
        this.mails = mails;
        this.seats = seats;
        visitor.logIn(fan.email(), fan.password());
    }

    @Override
    public void buy(long event) throws Exception {
        String page = "/events/" + event;
        times.time("event page", () -> visitor.open(page));
        times.time("line's page", () -> visitor.open(page + "/queue"));
        times.time("join the line", () -> visitor.post(page + "/queue", Map.of()));
        enter(page);
        String checkout = hold(page);
        String window = times.time("checkout page, pay", () -> visitor.submit(checkout, checkout + "/pay", Map.of()));
        String id = parameter(window, "orderId");
        String amount = parameter(window, "amount");
        String key = times.time("approve at the bank (not Podo)", () -> Bank.approve(id, Long.parseLong(amount)));
        times.time(
                "return from the bank",
                () -> visitor.open("/payments/success?paymentKey=" + URLEncoder.encode(key, StandardCharsets.UTF_8)
                        + "&orderId=" + id + "&amount=" + amount));
        mails.paid(id);
        times.time("my tickets", () -> visitor.open("/tickets"));
    }

    private void enter(String page) throws Exception {
        times.time("line's page until let in", () -> {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> visitor.open(page + "/queue").contains("/queue/enter\""));
            return true;
        });
        times.time("enter", () -> visitor.post(page + "/queue/enter", Map.of()));
    }

    /** Returns the path of the checkout page. */
    private String hold(String page) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            int seat = ThreadLocalRandom.current().nextInt(seats);
            try {
                times.time("seat page", () -> visitor.open(page + "/seats"));
                String next = times.time("hold", () -> visitor.post(page + "/seats", Map.of("seat", "" + seat)));
                if (next.contains("/checkout/")) {
                    return URI.create(next).getPath();
                }
            } catch (IllegalStateException taken) {
                // somebody holds or has bought this seat: another one
            }
        }
        throw new IllegalStateException("got no seat at " + page);
    }

    private static String parameter(String address, String name) {
        return Arrays.stream(URI.create(address).getQuery().split("&"))
                .filter(field -> field.startsWith(name + "="))
                .map(field -> field.substring(name.length() + 1))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + address));
    }
}
