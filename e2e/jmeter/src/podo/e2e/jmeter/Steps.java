package podo.e2e.jmeter;

import static us.abstracta.jmeter.javadsl.JmeterDsl.forLoopController;
import static us.abstracta.jmeter.javadsl.JmeterDsl.httpSampler;
import static us.abstracta.jmeter.javadsl.JmeterDsl.ifController;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsonExtractor;
import static us.abstracta.jmeter.javadsl.JmeterDsl.responseAssertion;
import static us.abstracta.jmeter.javadsl.JmeterDsl.setupThreadGroup;
import static us.abstracta.jmeter.javadsl.JmeterDsl.simpleController;
import static us.abstracta.jmeter.javadsl.JmeterDsl.threadPause;

import org.apache.http.entity.ContentType;
import us.abstracta.jmeter.javadsl.core.assertions.DslResponseAssertion;
import us.abstracta.jmeter.javadsl.core.assertions.DslResponseAssertion.TargetField;
import us.abstracta.jmeter.javadsl.core.postprocessors.DslJsonExtractor;
import us.abstracta.jmeter.javadsl.core.postprocessors.DslJsonExtractor.JsonQueryLanguage;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup.ThreadGroupChild;
import us.abstracta.jmeter.javadsl.core.threadgroups.DslSetupThreadGroup;
import us.abstracta.jmeter.javadsl.http.DslHttpSampler;

/** Steps of fans and organisers. Values that one step extracts are JMeter variables of the next ones. */
final class Steps {

    static final String EVENT = "/api/events/${__P(event)}";
    static final String NOTHING = "NONE";
    private static final String INSTANT = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private Steps() {}

    /** Publishes an event for this run; its id is the property {@code event}. */
    static DslSetupThreadGroup show(int rows, int seatsPerRow, String admittedPerSecond) {
        String venue =
                """
                {"name":"JMeter ${__UUID}","sections":[{"name":"A","rows":%d,"seatsPerRow":%d}]}"""
                        .formatted(rows, seatsPerRow);
        String event =
                """
                {"title":"JMeter ${__time(HH:mm:ss)}","venueId":${venue},"startsAt":"${__timeShift(%1$s,,P30D,,)}",\
                "onSaleAt":"${__timeShift(%1$s,,PT-1M,,)}","seatsPerFan":4,"admissionPerSecond":%2$s,"admissionCap":2000,\
                "grades":[{"name":"R","price":77000,"zones":[{"section":"A"}]}]}"""
                        .formatted(INSTANT, admittedPerSecond);
        return setupThreadGroup(
                "an organiser opens a show",
                post(
                                "organiser logs in",
                                "/api/tokens",
                                """
                                {"email":"organiser@podo.dev","password":"%s"}"""
                                        .formatted(System.getenv().getOrDefault("PODO_DEMO_PASSWORD", "podo-demo")))
                        .children(learn("token", "$.accessToken")),
                as(post("makes a hall", "/api/venues", venue)).children(learn("venue", "$.id")),
                as(post("makes a show", "/api/events", event)).children(learn("made", "$.id")),
                as(post("publishes it ${__setProperty(event,${made})}", "/api/events/${made}/publish", "")),
                untilLaidOut());
    }

    private static ThreadGroupChild untilLaidOut() {
        return forLoopController(
                "until the seats are laid out",
                60,
                ifController(
                        "${__jexl3(\"${laid}\" != \"1\")}",
                        threadPause("500"),
                        as(get("are the seats laid out?", EVENT + "/seats"))
                                .children(learn("laid", "$.seats[0].number"), answers("200|404"))));
    }

    /**
     * One account for each fan, for all rounds. Passwords are hashed slowly on purpose and few at a time, so a crowd that signs up in the
     * same second is told 503 and tries again.
     */
    static ThreadGroupChild signUp() {
        return simpleController(
                "an account",
                untilLearnt(
                        "email",
                        post(
                                        "signs up",
                                        "/api/users",
                                        """
                                        {"email":"jmeter-${__UUID}@e2e.podo.dev","password":"grapes-of-jmeter","name":"Minji"}""")
                                .children(learn("email", "$.email"), answers("201|503"))),
                untilLearnt(
                        "token",
                        post(
                                        "logs in",
                                        "/api/tokens",
                                        """
                                        {"email":"${email}","password":"grapes-of-jmeter"}""")
                                .children(learn("token", "$.accessToken"), answers("200|503"))));
    }

    private static ThreadGroupChild untilLearnt(String variable, DslHttpSampler call) {
        String unknown = "\"${%1$s}\" == \"%2$s\" || \"${%1$s}\".startsWith(\"$\")".formatted(variable, NOTHING);
        return forLoopController(
                "until there is the " + variable,
                "${__P(polls,60)}",
                ifController("${__jexl3(" + unknown + ")}", call, threadPause("${__Random(500,1500)}")));
    }

    static ThreadGroupChild line() {
        return simpleController(
                "the line",
                as(post("joins the line", EVENT + "/queue", ""))
                        .children(learn("state", "$.state"), learn("pause", "$.pollAfterMillis", "1000")),
                forLoopController(
                        "until it is their turn",
                        "${__P(polls,60)}",
                        ifController(
                                "${__jexl3(\"${state}\" == \"WAITING\" || \"${state}\" == \"LOBBY\")}",
                                threadPause("${pause}"),
                                as(get("looks at their place", EVENT + "/queue/me"))
                                        .children(
                                                learn("state", "$.state"), learn("pause", "$.pollAfterMillis", "1000")))),
                as(post("enters", EVENT + "/queue/enter", "")).children(learn("pass", "$.pass")));
    }

    static ThreadGroupChild choosesFrom(String jsonPath) {
        return as(get("sees the seats", EVENT + "/seats")).children(learn("seat", jsonPath).matchNumber(0));
    }

    /** 409 counts as correct: another fan was faster. */
    static DslHttpSampler holds() {
        DslHttpSampler hold = as(post("holds a seat", EVENT + "/holds", "{\"seatIds\":[${seat}]}"))
                .header("X-Entry-Pass", "${pass}")
                .header("Idempotency-Key", "${__UUID}");
        return hold.children(learn("hold", "$.holdId"), answers("201|409"));
    }

    static ThreadGroupChild ifHeld(ThreadGroupChild... steps) {
        return ifController("${__jexl3(\"${hold}\" != \"" + NOTHING + "\")}", steps);
    }

    static DslHttpSampler get(String name, String path) {
        return httpSampler(name, path);
    }

    static DslHttpSampler post(String name, String path, String json) {
        return httpSampler(name, path).post(json, ContentType.APPLICATION_JSON);
    }

    static DslHttpSampler delete(String name, String path) {
        return httpSampler(name, path).method("DELETE");
    }

    static DslHttpSampler as(DslHttpSampler call) {
        return call.header("Authorization", "Bearer ${token}");
    }

    static DslJsonExtractor learn(String variable, String jsonPath) {
        return learn(variable, jsonPath, NOTHING);
    }

    private static DslJsonExtractor learn(String variable, String jsonPath, String otherwise) {
        return jsonExtractor(variable, jsonPath)
                .queryLanguage(JsonQueryLanguage.JSON_PATH)
                .defaultValue(otherwise);
    }

    static DslResponseAssertion answers(String codes) {
        return responseAssertion("answers " + codes)
                .fieldToTest(TargetField.RESPONSE_CODE)
                .ignoreStatus()
                .matchesRegexes(codes);
    }
}
