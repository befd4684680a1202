package podo.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.e2e.Api;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;

@OnRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final boolean WRITE = Boolean.getBoolean("podo.endpoints.write");
    /** Owners come last, because a call may use up what they own. */
    private static final List<Caller> ORDER = List.of(
            Caller.NOBODY,
            Caller.SERVICE,
            Caller.OTHER_FAN,
            Caller.OTHER_ORGANISER,
            Caller.OPERATOR,
            Caller.ORGANISER,
            Caller.FAN);

    private Callers callers;
    private Belongings belongings;

    @BeforeAll
    void everybodyLogsIn() {
        callers = new Callers();
        belongings = new Belongings(callers.fan());
        belongings.fill("{hold} {reservation}");
    }

    @Test
    void eachCallerIsAnsweredAsTheTableSays() {
        SoftAssertions found = new SoftAssertions();
        List<EndpointTable.Row> rows = EndpointTable.rows();
        assertThat(rows).hasSizeGreaterThan(150);
        for (EndpointTable.Row row : rows) {
            List<String> answers = new ArrayList<>(row.statuses());
            for (Caller caller : ORDER) {
                if (caller == Caller.SERVICE && row.section().equals(EndpointTable.PAGES)) {
                    answers.set(caller.ordinal(), EndpointTable.NOT_TRIED);
                } else if (!row.answerTo(caller).equals(EndpointTable.NOT_TRIED)) {
                    String status = Integer.toString(send(row, caller));
                    answers.set(caller.ordinal(), status);
                    found.assertThat(Arrays.asList(row.answerTo(caller).split("/")))
                            .as("%s %s (%s) as %s", row.method(), row.path(), row.section(), caller)
                            .contains(status);
                }
            }
            if (WRITE) {
                EndpointTable.write(row, answers);
            }
        }
        if (!WRITE) {
            found.assertAll();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web-frontend",
                "user",
                "event",
                "inventory",
                "reservation",
                "payment",
                "notification",
                "registry",
                "config"
            })
    void withoutACertificateNobodyGetsAnAnswer(String process) {
        assumeTrue(StackProcesses.speaksTls(process), "PODO_SERVICE_TLS=off");
        Api stranger = new Api(StackProcesses.address(process), List.of(), StackClients.withoutCertificate());
        Api plain = new Api("http://127.0.0.1:" + StackProcesses.port(process), List.of());

        assertThatThrownBy(() -> stranger.get("/actuator/health")).isInstanceOf(UncheckedIOException.class);
        plain.get("/actuator/health").has(400);
    }

    @Test
    void aServiceTokenIsRefusedWithTheCertificateOfAnother() {
        assumeTrue(StackProcesses.speaksTls("payment"), "PODO_SERVICE_TLS=off");
        String path = "/internal/pulse";
        Api payment = new Api(StackProcesses.address("payment"), List.of(), StackClients.as("web-frontend"));

        payment.as(Callers.serviceToken("reservation", "payment")).get(path).has(403);
        payment.as(Callers.serviceToken("web-frontend", "payment")).get(path).has(403);
        callers.api(Caller.SERVICE, "payment", StackProcesses.address("payment"))
                .get(path)
                .has(200);
    }

    private int send(EndpointTable.Row row, Caller caller) {
        String path = belongings.fill(row.path());
        if (row.section().equals(EndpointTable.PAGES)) {
            Visit visit = callers.page(caller);
            return row.method().equals("POST") ? visit.post(path, belongings.fill(row.sent())) : visit.get(path);
        }
        String method = row.method().equals("ANY") ? "GET" : row.method();
        Api at = callers.api(caller, audience(row.process()), addressOf(row.process()));
        String body = belongings.body(row.sent());
        return body.isEmpty()
                ? at.call(method, path, null, null).status()
                : at.call(method, path, body, "application/json").status();
    }

    private static String audience(String process) {
        return process.equals("every service") ? "user" : process;
    }

    private static String addressOf(String process) {
        return switch (process) {
            case "gateway" -> RunningStack.URL;
            case "toss-simulator" -> RunningStack.SIMULATOR;
            default -> StackProcesses.address(audience(process));
        };
    }
}
