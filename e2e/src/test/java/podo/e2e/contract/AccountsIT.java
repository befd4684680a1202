package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;

@OnRunningStack
class AccountsIT {

    private final Api nobody = Api.open();

    @Test
    void aFanSignsUpLogsInAndIsKnown() {
        String email = "sora-" + UUID.randomUUID() + "@e2e.podo.dev";
        Answer account = signUp(email, "grapes-and-more").has(201);
        assertThat(account.json("id").isMissingNode()).isFalse();
        assertThat(account.string("email")).isEqualTo(email);
        assertThat(account.text()).doesNotContain("grapes-and-more");

        Answer tokens = logIn(email, "grapes-and-more").has(200);
        assertThat(tokens.json("expiresIn").asLong()).isGreaterThanOrEqualTo(900);
        Answer me = nobody.as(tokens.string("accessToken")).get("/api/users/me").has(200);
        assertThat(me.string("email")).isEqualTo(email);
        assertThat(me.string("name")).isEqualTo("Sora");
        assertThat(me.json("roles").toString()).isEqualTo("[\"FAN\"]");
    }

    @Test
    void anAddressHasOneAccount() {
        String email = "sora-" + UUID.randomUUID() + "@e2e.podo.dev";
        signUp(email, "grapes-and-more").has(201);
        signUp(email, "grapes-and-less").refuses(409, "email-taken");
        signUp(email.toUpperCase(), "grapes-and-less").refuses(409, "email-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "'', grapes-and-more, Sora, email",
        "no-address, grapes-and-more, Sora, email",
        "long, grapes-and-more, Sora, email",
        "fresh, '', Sora, password",
        "fresh, short, Sora, password",
        "fresh, grapes-and-more, '', name",
        "fresh, grapes-and-more, long, name",
    })
    void emptyWrongAndOversizedFieldsAreNamed(String email, String password, String name, String field) {
        Map<String, String> given =
                Map.of("fresh", UUID.randomUUID() + "@e2e.podo.dev", "long", "x".repeat(3_000) + "@e2e.podo.dev");
        Answer refusal = nobody.post(
                        "/api/users",
                        Map.of(
                                "email", given.getOrDefault(email, email),
                                "password", password,
                                "name", given.getOrDefault(name, name)))
                .refuses(400);
        assertThat(refusal.json("fields").toString()).contains("\"" + field + "\"");
    }

    @Test
    void wrongPasswordsAndUnknownAddressesLookAlike() {
        Fan fan = Fan.fresh();
        Answer wrong = logIn(fan.email(), "not the password").refuses(401);
        Answer unknown = logIn("nobody-" + fan.email(), "not the password").refuses(401);
        assertThat(unknown.string("detail")).isEqualTo(wrong.string("detail"));
    }

    @Test
    void aRefreshTokenWorksOnce() {
        Fan fan = Fan.fresh();
        String refresh = logIn(fan.email(), fan.password()).has(200).string("refreshToken");
        Answer fresh = refresh(refresh).has(200);
        assertThat(fresh.string("refreshToken")).isNotEqualTo(refresh);
        nobody.as(fresh.string("accessToken")).get("/api/users/me").has(200);
        refresh(refresh).refuses(401);
        refresh("made-up").refuses(401);
        refresh("").isOneOf(400, 401);
    }

    @Test
    void forgedAndForeignTokensAreUnauthorized() {
        String good = logIn("fan@podo.dev", RunningStack.DEMO_PASSWORD).has(200).string("accessToken");
        String[] parts = good.split("\\.");
        for (String bad : new String[] {
            "x",
            good.substring(0, good.length() - 6) + "AAAAAA",
            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
            parts[0] + ".eyJzdWIiOiIxIiwicm9sZXMiOlsiT1JHQU5JU0VSIl19." + parts[2],
            // expired in 2001, signed by nobody that Podo knows
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIiwiZXhwIjoxMDAwMDAwMDAwfQ.c2lnbmF0dXJl"
        }) {
            nobody.as(bad).get("/api/users/me").refuses(401, "unauthorized");
            nobody.as(bad).get("/api/tickets").refuses(401, "unauthorized");
        }
        nobody.get("/api/users/me").refuses(401, "unauthorized");
    }

    private Answer signUp(String email, String password) {
        return nobody.post("/api/users", Map.of("email", email, "password", password, "name", "Sora"));
    }

    private Answer logIn(String email, String password) {
        return nobody.post("/api/tokens", Map.of("email", email, "password", password));
    }

    private Answer refresh(String token) {
        return nobody.post("/api/tokens/refresh", Map.of("refreshToken", token));
    }
}
