package podo.e2e.jmeter;

import static podo.e2e.jmeter.Steps.answers;
import static podo.e2e.jmeter.Steps.as;
import static podo.e2e.jmeter.Steps.delete;
import static podo.e2e.jmeter.Steps.get;
import static podo.e2e.jmeter.Steps.learn;
import static podo.e2e.jmeter.Steps.post;
import static us.abstracta.jmeter.javadsl.JmeterDsl.forLoopController;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpCookies;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpDefaults;
import static us.abstracta.jmeter.javadsl.JmeterDsl.ifController;
import static us.abstracta.jmeter.javadsl.JmeterDsl.responseAssertion;
import static us.abstracta.jmeter.javadsl.JmeterDsl.synchronizingTimer;
import static us.abstracta.jmeter.javadsl.JmeterDsl.testPlan;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadGroup;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadPause;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.threadgroups.DslDefaultThreadGroup;
import us.abstracta.jmeter.javadsl.http.DslHttpDefaults;

/** The four plans. Each has a bounded number of calls, each call a timeout, and all go to 127.0.0.1. */
final class Plans {

    private static final String GATEWAY = "http://127.0.0.1:${__P(port,8080)}";
    private static final String BANK = "http://127.0.0.1:${__P(bank,8090)}";
    private static final String FREE = "$.seats[?(@.status=='AVAILABLE')].id";

    private Plans() {}

    static Map<String, DslTestPlan> all() {
        Map<String, DslTestPlan> plans = new LinkedHashMap<>();
        plans.put("browsing", browsing());
        plans.put("rush", rush());
        plans.put("race", race());
        plans.put("purchase", purchase());
        return plans;
    }

    /** Pages and API of the catalogue, before the sale. */
    private static DslTestPlan browsing() {
        return testPlan(
                here(),
                httpCookies(),
                fans("fans look around", 20, 10)
                        .children(
                                get("first page", "/"),
                                get("list of events", "/api/events?page=0&size=20")
                                        .children(learn("event", "$.content[*].id")
                                                .matchNumber(0)),
                                get("page of an event", "/events/${event}"),
                                get("an event", "/api/events/${event}"),
                                get("search", "/api/events?query=Podo")));
    }

    /** All fans, once each has an account, join at one instant a line that admits 20 a second; each holds a seat and releases it. */
    private static DslTestPlan rush() {
        return testPlan(
                here(),
                Steps.show(20, 30, "${__P(admission,20)}"),
                fans("fans rush", 100, 1)
                        .children(
                                Steps.signUp(),
                                get("is ready", "/api/events/${__P(event)}").children(synchronizingTimer()),
                                Steps.line(),
                                Steps.choosesFrom(FREE),
                                Steps.holds(),
                                Steps.ifHeld(as(delete("lets go of it", "/api/holds/${hold}"))),
                                as(delete("leaves", Steps.EVENT + "/queue/me"))));
    }

    /** 100 fans request 10 seats at one instant: ten answers 201, ninety 409. */
    private static DslTestPlan race() {
        return testPlan(
                here(),
                Steps.show(1, 10, "500"),
                fans("fans race for ten seats", 100, 1)
                        .children(
                                Steps.signUp(),
                                Steps.line(),
                                Steps.choosesFrom("$.seats[*].id"),
                                Steps.holds().children(synchronizingTimer())));
    }

    /** From sign-up to the ticket. */
    private static DslTestPlan purchase() {
        return testPlan(
                here(),
                Steps.show(20, 30, "500"),
                fans("fans buy", 10, 3)
                        .children(
                                Steps.signUp(),
                                Steps.line(),
                                Steps.choosesFrom(FREE),
                                Steps.holds(),
                                Steps.ifHeld(
                                        as(post("reserves", "/api/reservations", "{\"holdId\":\"${hold}\"}"))
                                                .children(
                                                        learn("reservation", "$.id"),
                                                        learn("order", "$.orderId"),
                                                        learn("amount", "$.amount"),
                                                        learn("status", "$.status")),
                                        as(post("opens the payment", "/api/payments", "{\"orderId\":\"${order}\"}")),
                                        post(
                                                        "agrees in the window",
                                                        BANK + "/simulator/payments",
                                                        """
                                                        {"orderId":"${order}","amount":${amount},"outcome":"approve"}""")
                                                .children(learn("key", "$.paymentKey")),
                                        as(post(
                                                        "pays",
                                                        "/api/payments/confirm",
                                                        """
                                                        {"paymentKey":"${key}","orderId":"${order}","amount":${amount}}"""))
                                                .header("Idempotency-Key", "${key}")
                                                .children(answers("200|202")),
                                        forLoopController(
                                                "until the tickets are there",
                                                "${__P(polls,60)}",
                                                ifController(
                                                        "${__jexl3(\"${status}\" == \"PENDING\" || \"${status}\" == \"CHECKING\")}",
                                                        threadPause("200"),
                                                        as(get("looks at the reservation", "/api/reservations/${reservation}"))
                                                                .children(learn("status", "$.status")))),
                                        as(get("has a ticket", "/api/tickets"))
                                                .children(responseAssertion("a valid one").containsSubstrings("VALID")))));
    }

    private static DslHttpDefaults here() {
        return httpDefaults()
                .url(GATEWAY)
                .connectionTimeout(Duration.ofSeconds(5))
                .responseTimeout(Duration.ofSeconds(30));
    }

    /** The numbers are defaults: {@code fans=200 rounds=3 ramp=10} on the command line change them. */
    private static DslDefaultThreadGroup fans(String name, int count, int rounds) {
        return threadGroup(name)
                .rampTo("${__P(fans," + count + ")}", "${__P(ramp,5)}")
                .holdIterating("${__P(rounds," + rounds + ")}");
    }
}
