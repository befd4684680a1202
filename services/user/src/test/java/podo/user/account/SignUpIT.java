package podo.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import podo.user.UserIT;

class SignUpIT extends UserIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void aNewAccountCanLogInAndReadItself() {
        String email = freshEmail();
        Answer opened = post("/api/users", Map.of("email", email, "password", PASSWORD, "name", " 민지 "));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("email")).isEqualTo(email);
        assertThat(opened.text("name")).isEqualTo("민지");

        Answer me = get(
                "/api/users/me",
                "Authorization",
                "Bearer " + logIn(email, PASSWORD).text("accessToken"));
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().path("id")).isEqualTo(opened.body().path("id"));
        assertThat(me.body().path("roles").toString()).isEqualTo("[\"FAN\"]");
    }

    @Test
    void anEmailInAnotherCaseIsTheSameEmail() {
        String email = signUpFan();
        Answer second = post(
                "/api/users", Map.of("email", email.toUpperCase(Locale.ROOT), "password", PASSWORD, "name", "Minji"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("urn:problem:email-taken");
        assertThat(logIn(email.toUpperCase(Locale.ROOT), PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"caf\u00e9,cafe\u0301,example.com,example.com", "fan,fan,b\u00fccher.example,xn--bcher-kva.example"})
    void anEmailInAnotherSpellingIsTheSameEmail(String local, String otherLocal, String domain, String otherDomain) {
        String tag = freshEmail().replaceAll("@.*", "");
        String email = local + tag + "@" + domain;
        String other = otherLocal + tag + "@" + otherDomain;
        assertThat(post("/api/users", Map.of("email", email, "password", PASSWORD, "name", "Minji"))
                        .status())
                .isEqualTo(201);
        assertThat(post("/api/users", Map.of("email", other, "password", PASSWORD, "name", "Minji"))
                        .problem())
                .isEqualTo("urn:problem:email-taken");
        assertThat(logIn(other, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anAccountWhoseSpellingWasTakenByAnOlderOneStillLogsIn() {
        String tag = freshEmail().replaceAll("@.*", "");
        String decomposed = "cafe\u0301" + tag + "@example.com";
        post("/api/users", Map.of("email", "caf\u00e9" + tag + "@example.com", "password", PASSWORD, "name", "First"));
        post("/api/users", Map.of("email", "x" + tag + "@example.com", "password", "another one 1", "name", "Second"));
        jdbc.sql("UPDATE account SET email_key = ? WHERE email = ?")
                .params(decomposed, "x" + tag + "@example.com")
                .update();
        assertThat(logIn(decomposed, "another one 1").status()).isEqualTo(200);
        assertThat(logIn(decomposed, PASSWORD).status()).isEqualTo(200);
        assertThat(logIn(decomposed, "wrong password").status()).isEqualTo(401);
    }

    @Test
    void keysFromBeforeAreUnified() throws Exception {
        String tag = freshEmail().replaceAll("@.*", "");
        String email = "cafe\u0301" + tag + "@example.com";
        post("/api/users", Map.of("email", "y" + tag + "@example.com", "password", PASSWORD, "name", "Minji"));
        jdbc.sql("UPDATE account SET email = ?, email_key = ? WHERE email = ?")
                .params(email, email, "y" + tag + "@example.com")
                .update();
        Context flyway = mock(Context.class);
        try (Connection connection = database.getConnection()) {
            when(flyway.getConnection()).thenReturn(connection);
            new EmailKeyMigration().migrate(flyway);
        }
        assertThat(post(
                                "/api/users",
                                Map.of("email", "caf\u00e9" + tag + "@example.com", "password", PASSWORD, "name", "B"))
                        .problem())
                .isEqualTo("urn:problem:email-taken");
        assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void wrongFieldsComeInTheOrderOfTheFormEachOnce() {
        Answer refused = post("/api/users", Map.of("name", "\u3164", "password", "", "email", ""));
        assertThat(refused.body().path("fields").findValuesAsString("field"))
                .containsExactly("email", "password", "name");
    }

    @Test
    void ofTenSimultaneousSignUpsOneGetsTheEmail() throws Exception {
        Map<String, String> form = Map.of("email", freshEmail(), "password", PASSWORD, "name", "Minji");
        Callable<Integer> signUp = () -> post("/api/users", form).status();
        try (var fans = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses =
                    fans.invokeAll(IntStream.range(0, 10).mapToObj(i -> signUp).toList());
            assertThat(statuses.stream().map(Future::resultNow))
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "not-an-email,long enough,Minji,email",
        "'',long enough,Minji,email",
        "a@example.com,short,Minji,password",
        "a@example.com,long enough,'  ',name",
        "a@example.com,long enough,'Min\u0007ji',name",
        "a@example.com,long enough,\u3164,name",
        "a@example.com,long enough,\u00a0\u200b,name",
        "a@example.com,long enough,'Min\u202eji',name"
    })
    void everyInvalidFieldIsNamed(String email, String password, String name, String field) {
        Answer refused = post("/api/users", Map.of("email", email, "password", password, "name", name));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("urn:problem:invalid");
        assertThat(refused.body().path("fields"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("field").asString()).isEqualTo(field));
    }

    @Test
    void oversizedFieldsAreNamedInTheCallersLanguage() {
        Answer refused = post(
                "/api/users",
                Map.of("email", "a@" + "b".repeat(300) + ".com", "password", "p".repeat(201), "name", "n".repeat(101)),
                "Accept-Language",
                "ko");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").findValuesAsString("field")).contains("email", "password", "name");
        assertThat(refused.text("detail")).isEqualTo("다시 확인할 항목이 있습니다.");
    }

    @Test
    void missingFieldsAndBrokenJsonAreRefused() {
        assertThat(post("/api/users", "{}").status()).isEqualTo(400);
        Answer broken = post("/api/users", "{\"email\":");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.problem()).isEqualTo("urn:problem:malformed");
    }

    @Test
    void everyLetterOfALongKoreanPasswordCounts() {
        String email = freshEmail();
        String password = "포도".repeat(40);
        post("/api/users", Map.of("email", email, "password", password + "가", "name", "Minji"));
        assertThat(logIn(email, password + "나").status()).isEqualTo(401);
        assertThat(logIn(email, password + "가").status()).isEqualTo(200);
    }

    @Test
    void thePasswordIsStoredAsAHash() {
        String email = signUpFan();
        assertThat(jdbc.sql("SELECT password_hash FROM account WHERE email_key = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt-sha256}$2")
                .doesNotContain(PASSWORD);
    }

    @Test
    void theDemoProfileCreatesAFanAndAnOrganiser() {
        String organiser = logIn("organiser@podo.dev", "podo-demo").text("accessToken");
        assertThat(get("/api/users/me", "Authorization", "Bearer " + organiser)
                        .body()
                        .path("roles")
                        .toString())
                .isEqualTo("[\"FAN\",\"ORGANISER\"]");
        assertThat(logIn("fan@podo.dev", "podo-demo").status()).isEqualTo(200);
    }

    @Test
    void withoutAValidTokenTheOwnAccountIsRefused() {
        assertThat(get("/api/users/me").status()).isEqualTo(401);
        assertThat(get("/api/users/me", "Authorization", "Bearer forged").problem())
                .isEqualTo("urn:problem:unauthorized");
    }
}
